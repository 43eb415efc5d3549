"""The demonstration parish council: thirteen members, a clerk and three more officers, three services."""

from council.models import Seat
from council.rules import BodyType, Grade
from protocol_portal.demonstration.entries import (
    BodyEntry,
    Council,
    Kind,
    MemberEntry,
    OfficerEntry,
    PostEntry,
    SeatEntry,
    Serves,
    ServiceEntry,
    SignIn,
)
from protocol_portal.demonstration.texts.other_complaints import PARISH_COMPLAINTS
from protocol_portal.demonstration.texts.parish import PARISH_MATTERS
from protocol_portal.demonstration.texts.parish_documents import PARISH_DOCUMENTS
from protocol_portal.demonstration.texts.parish_notices import PARISH_NOTICES
from rulebook.post import Post
from rulebook.protocol import Protocol

STREETS = {
    "Hensby Village": ("Church Lane", "Mill Street", "The Green"),
    "Hensby Heath": ("Heath Road", "Warren Lane", "Long Acre"),
}
_VILLAGE, _HEATH = STREETS
_NEW = Serves.NEWLY_ELECTED
MEMBERS = (
    MemberEntry("Constance Applegarth", _VILLAGE),
    MemberEntry("Vijay Ramanathan", _VILLAGE),
    MemberEntry("Peter Hathersage", _VILLAGE),
    MemberEntry("Morag Dunbarrow", _VILLAGE),
    MemberEntry("Lionel Cuthbertson", _VILLAGE),
    MemberEntry("Emeka Nwachukwu", _VILLAGE, serves=_NEW),
    MemberEntry("Bridget Sallow", _VILLAGE, serves=_NEW),
    MemberEntry("Janet Ormondroyd", _HEATH),
    MemberEntry("Sukhdev Randhawa", _HEATH),
    MemberEntry("Felicity Burnaby", _HEATH),
    MemberEntry("Terence Widdup", _HEATH),
    MemberEntry("Olga Petrenko-Shaw", _HEATH, serves=_NEW),
    MemberEntry(
        "Graham Tolliver",
        _HEATH,
        serves=_NEW,
        kind=Kind.CO_OPTED,
        remit="Seat without a candidate at the election",
    ),
    MemberEntry("Doris Eaglesham", _HEATH, serves=Serves.FORMER),
)
_OFFICE, _GROUNDS, _HALL = "Parish Office", "Grounds", "Village Hall"
_CLERK, _DEPUTY, _FINANCE = "Annabel Threlfall", "Raymond Kitto", "Chloe Mbatha"
_MONITORING = "Rosamund Iveson"


def _officers(text: Protocol) -> tuple[OfficerEntry, ...]:
    clerk = text.title_of(Post.CLERK)
    return (
        OfficerEntry(_CLERK, clerk, Grade.CHIEF_EXECUTIVE, "Parish Council", _OFFICE),
        OfficerEntry(_DEPUTY, "Deputy clerk", Grade.SENIOR_OFFICER, "Parish Council", _OFFICE, _CLERK),
        OfficerEntry(
            _FINANCE, "Responsible financial officer", Grade.OFFICER, "Parish Council", _OFFICE, _CLERK
        ),
        OfficerEntry("Barney Stokoe", "Groundsman", Grade.OFFICER, "Parish Council", _GROUNDS, _CLERK),
        OfficerEntry("Wendy Prideaux", "Hall caretaker", Grade.OFFICER, "Parish Council", _HALL, _CLERK),
    )


def _bodies() -> tuple[BodyEntry, ...]:
    """The council with everybody who sits on it now, and its two committees."""
    chairman = "Constance Applegarth"
    others = [entry.name for entry in MEMBERS if entry.serves is not Serves.FORMER and entry.name != chairman]
    return (
        BodyEntry(
            "Parish Council",
            BodyType.COUNCIL,
            (SeatEntry(chairman, Seat.Office.CHAIR), *map(SeatEntry, others)),
        ),
        BodyEntry(
            "Staffing Committee",
            BodyType.COMMITTEE,
            (SeatEntry("Vijay Ramanathan", Seat.Office.CHAIR), *map(SeatEntry, others[1:4])),
            remit="Employment of the clerk and the other staff.",
        ),
        BodyEntry(
            "Open Spaces Committee",
            BodyType.COMMITTEE,
            (SeatEntry("Felicity Burnaby", Seat.Office.CHAIR), *map(SeatEntry, others[9:12])),
            remit="Footpaths, play areas and allotments.",
        ),
    )


def _posts() -> tuple[PostEntry, ...]:
    return (
        PostEntry(Post.DEMOCRATIC_SERVICES, _CLERK),
        PostEntry(Post.DEMOCRATIC_SERVICES, _DEPUTY),
        PostEntry(Post.DEMOCRATIC_SERVICES, _FINANCE),
        PostEntry(Post.CLERK, _CLERK),
        PostEntry(Post.PROPER_OFFICER, _CLERK),
        PostEntry(Post.HEAD_OF_PAID_SERVICE, _CLERK),
        PostEntry(Post.SECTION_151_OFFICER, _FINANCE),
        PostEntry(Post.MONITORING_OFFICER, _MONITORING, from_outside=True),
    )


def parish(text: Protocol) -> Council:
    """The parish council; its clerk is addressed, and the monitoring officer is the district's."""
    clerk = text.title_of(Post.CLERK)
    return Council(
        name="Hensby Parish Council",
        domain="hensby.example",
        streets=STREETS,
        groups=(),
        teams={"Parish Council": (_OFFICE, _GROUNDS, _HALL)},
        members=MEMBERS,
        officers=_officers(text),
        outsiders=(_MONITORING, "Philip Anstruther"),
        posts=_posts(),
        assistants={"Philip Anstruther": ("Lionel Cuthbertson",)},
        services=(
            ServiceEntry("Footpaths, play areas and allotments", _GROUNDS, _CLERK),
            ServiceEntry("Village hall", _HALL, _CLERK),
            ServiceEntry(
                "Parish office",
                _OFFICE,
                _CLERK,
                "Is it about a road or a bin?",
                "Roads are the county’s and bins the district’s. Their own forms are quicker.",
                "Report it to the county or district",
                "report",
            ),
        ),
        matters=PARISH_MATTERS,
        sign_ins=(
            SignIn("Councillor", "Vijay Ramanathan"),
            SignIn(text.title_of(Post.CHAIRMAN), "Constance Applegarth"),
            SignIn("Assistant to a councillor", "Philip Anstruther"),
            SignIn("Officer, groundsman", "Barney Stokoe"),
            SignIn("Officer, deputy clerk", _DEPUTY),
            SignIn(clerk, _CLERK),
            SignIn(text.title_of(Post.MONITORING_OFFICER), _MONITORING),
        ),
        history=35,
        bodies=_bodies(),
        away={"Barney Stokoe": "Wendy Prideaux"},
        papers=PARISH_DOCUMENTS,
        grievances=PARISH_COMPLAINTS,
        notices=PARISH_NOTICES,
    )
