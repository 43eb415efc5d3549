"""The demonstration waste authority: members whom five districts nominate, few officers, four services."""

from council.models import Seat
from council.rules import BodyType, Grade
from protocol_portal.demonstration.borough import capitalised
from protocol_portal.demonstration.entries import (
    BodyEntry,
    Council,
    Kind,
    MemberEntry,
    Office,
    OfficerEntry,
    PostEntry,
    SeatEntry,
    Serves,
    ServiceEntry,
    SignIn,
)
from protocol_portal.demonstration.groups_told import Officers
from protocol_portal.demonstration.texts.authority import AUTHORITY_MATTERS
from protocol_portal.demonstration.texts.authority_documents import AUTHORITY_DOCUMENTS
from protocol_portal.demonstration.texts.authority_notices import AUTHORITY_NOTICES
from protocol_portal.demonstration.texts.group_briefings import briefings_of
from protocol_portal.demonstration.texts.other_complaints import AUTHORITY_COMPLAINTS
from rulebook.post import Post
from rulebook.protocol import Protocol

_FIRST, _SECOND, _THIRD, _FOURTH = GROUPS = (
    "Progressive Group",
    "Districts First Group",
    "Liberal and Green Group",
    "Independent Group",
)
_CORPORATE, _OPERATIONS = "Corporate Services", "Operations"
PLACES = {
    "Brackwater": ("Brackwater Quay Recycling Centre", "Tannery Lane Recycling Centre"),
    "Estham": ("Estham Road Recycling Centre", "Old Gasworks Transfer Station"),
    "Linley": ("Linley Moss Recycling Centre", "Linley Depot"),
    "Porthaven": ("Porthaven Docks Recycling Centre", "Breakwater Road Depot"),
    "Wexcombe": ("Wexcombe Hill Recycling Centre", "Colliery Way Recycling Centre"),
}
MEMBERS = tuple(
    MemberEntry(name, district, group, serves, office, Kind.NOMINATED)
    for name, district, group, serves, office in (
        ("Rosheen Tallentire", "Brackwater", _FIRST, Serves.RE_ELECTED, Office.LEADER),
        ("Geoffrey Stallwood", "Brackwater", _SECOND, Serves.RE_ELECTED, Office.MEMBER),
        ("Nkechi Obiora", "Brackwater", _FIRST, Serves.NEWLY_ELECTED, Office.MEMBER),
        ("Dennis Arkwell", "Estham", _SECOND, Serves.RE_ELECTED, Office.LEADER),
        ("Farida Haroon", "Estham", _FIRST, Serves.RE_ELECTED, Office.DEPUTY_LEADER),
        ("Lewis Pennicott", "Estham", _THIRD, Serves.NEWLY_ELECTED, Office.MEMBER),
        ("Marguerite Sewell", "Linley", _THIRD, Serves.RE_ELECTED, Office.LEADER),
        ("Ashok Bharadwaj", "Linley", _FIRST, Serves.RE_ELECTED, Office.WHIP),
        ("Ceri Llewelyn-Hart", "Linley", _SECOND, Serves.NEWLY_ELECTED, Office.MEMBER),
        ("Owen Brisco", "Porthaven", _FOURTH, Serves.RE_ELECTED, Office.LEADER),
        ("Tabitha Nkansah", "Porthaven", _FIRST, Serves.RE_ELECTED, Office.MEMBER),
        ("Roland Fewtrell", "Porthaven", _SECOND, Serves.RE_ELECTED, Office.DEPUTY_LEADER),
        ("Aoife Dunleavy", "Wexcombe", _FIRST, Serves.NEWLY_ELECTED, Office.MEMBER),
        ("Zbigniew Kaminsky-Hale", "Wexcombe", _THIRD, Serves.RE_ELECTED, Office.DEPUTY_LEADER),
        ("Muriel Threadgold", "Wexcombe", _FOURTH, Serves.RE_ELECTED, Office.MEMBER),
        ("Horace Lathbury", "Linley", _SECOND, Serves.FORMER, Office.MEMBER),
        ("Gillian Oakshott", "Wexcombe", _FIRST, Serves.FORMER, Office.MEMBER),
    )
)
_DIRECTOR, _ASSISTANT_DIRECTOR = "Jacqueline Mottram", "Ifeanyi Okwuosa"
_CLERK, _LAWYER, _TREASURER = "Bertrand Hollis", "Suzanne Fairweather", "Keith Rawnsley"
_GIVE = Officers(_TREASURER, "Beverley Stainton", _DIRECTOR, "Conrad Whitlow")
_SENIOR, _OFFICER = Grade.SENIOR_OFFICER, Grade.OFFICER
_CENTRES, _CONTRACTS, _TEACHING = "Recycling Centres", "Contracts", "Education and Communications"
_SECRETARIAT = "Democratic and Legal Services"


def _officers(text: Protocol) -> tuple[OfficerEntry, ...]:
    return (
        OfficerEntry(_DIRECTOR, text.title_of(Post.DIRECTOR), Grade.DIRECTOR, _OPERATIONS),
        OfficerEntry(
            _ASSISTANT_DIRECTOR,
            text.title_of(Post.ASSISTANT_DIRECTOR),
            Grade.ASSISTANT_DIRECTOR,
            _OPERATIONS,
            _CONTRACTS,
            _DIRECTOR,
        ),
        OfficerEntry(_CLERK, text.title_of(Post.CLERK), Grade.DIRECTOR, _CORPORATE, _SECRETARIAT, _DIRECTOR),
        OfficerEntry(
            _LAWYER,
            text.title_of(Post.MONITORING_OFFICER),
            Grade.HEAD_OF_SERVICE,
            _CORPORATE,
            _SECRETARIAT,
            _CLERK,
        ),
        OfficerEntry(_TREASURER, "Treasurer", Grade.HEAD_OF_SERVICE, _CORPORATE, "Finance", _CLERK),
        OfficerEntry(
            "Beverley Stainton",
            "Recycling centres manager",
            Grade.HEAD_OF_SERVICE,
            _OPERATIONS,
            _CENTRES,
            _DIRECTOR,
        ),
        OfficerEntry("Amir Sadeghi", "Sites officer", _OFFICER, _OPERATIONS, _CENTRES, "Beverley Stainton"),
        OfficerEntry(
            "Lowri Pugh-Ennis", "Sites officer", _OFFICER, _OPERATIONS, _CENTRES, "Beverley Stainton"
        ),
        OfficerEntry(
            "Conrad Whitlow", "Contracts manager", _SENIOR, _OPERATIONS, _CONTRACTS, _ASSISTANT_DIRECTOR
        ),
        OfficerEntry(
            "Hyacinth Daley", "Contracts officer", _OFFICER, _OPERATIONS, _CONTRACTS, _ASSISTANT_DIRECTOR
        ),
        OfficerEntry(
            "Thea Boscombe", "Education manager", Grade.HEAD_OF_SERVICE, _CORPORATE, _TEACHING, _CLERK
        ),
        OfficerEntry("Jamal Overbury", "Education officer", _OFFICER, _CORPORATE, _TEACHING, "Thea Boscombe"),
        OfficerEntry("Phyllis Garnock", "Committee manager", _SENIOR, _CORPORATE, _SECRETARIAT, _CLERK),
        OfficerEntry("Dev Mistry-Cole", "Committee officer", _OFFICER, _CORPORATE, _SECRETARIAT, _CLERK),
        OfficerEntry(
            "Winifred Abara", "Member liaison officer", _OFFICER, _CORPORATE, _SECRETARIAT, _CLERK, True
        ),
    )


def _posts() -> tuple[PostEntry, ...]:
    return (
        PostEntry(Post.DEMOCRATIC_SERVICES, "Phyllis Garnock"),
        PostEntry(Post.DEMOCRATIC_SERVICES, "Dev Mistry-Cole"),
        PostEntry(Post.DEMOCRATIC_SERVICES, _CLERK),
        PostEntry(Post.CLERK, _CLERK),
        PostEntry(Post.PROPER_OFFICER, _CLERK),
        PostEntry(Post.HEAD_OF_PAID_SERVICE, _DIRECTOR),
        PostEntry(Post.DIRECTOR, _DIRECTOR, _OPERATIONS),
        PostEntry(Post.DIRECTOR, _CLERK, _CORPORATE),
        PostEntry(Post.MONITORING_OFFICER, _LAWYER),
        PostEntry(Post.SECTION_151_OFFICER, _TREASURER),
    )


SERVICES = (
    ServiceEntry(
        "Recycling centres",
        _CENTRES,
        "Beverley Stainton",
        "Does a resident need a permit for a van?",
        "Permits are free and are given at once. Ask here about how a centre is run.",
        "Get a permit for a van",
        "permits/van",
    ),
    ServiceEntry("Waste contracts and transfer stations", _CONTRACTS, _ASSISTANT_DIRECTOR),
    ServiceEntry(
        "Education, grants and communications",
        _TEACHING,
        "Thea Boscombe",
        "Does a school want to visit?",
        "Schools book their own visits. Ask here when there is no place or when something went wrong.",
        "Book a school visit",
        "visits",
    ),
    ServiceEntry("Finance and payments", "Finance", _TREASURER),
)


def _bodies() -> tuple[BodyEntry, ...]:
    """The Authority itself with everybody who sits on it now, and two committees."""
    chair, deputy = "Rosheen Tallentire", "Marguerite Sewell"
    others = [
        entry.name
        for entry in MEMBERS
        if entry.serves is not Serves.FORMER and entry.name not in (chair, deputy)
    ]
    top = (SeatEntry(chair, Seat.Office.CHAIR), SeatEntry(deputy, Seat.Office.VICE_CHAIR))
    return (
        BodyEntry("The Authority", BodyType.COUNCIL, (*top, *map(SeatEntry, others))),
        BodyEntry(
            "Audit and Governance Committee",
            BodyType.COMMITTEE,
            (SeatEntry("Dennis Arkwell", Seat.Office.CHAIR), *map(SeatEntry, others[3:7])),
            remit="Accounts, risk and the conduct of members.",
        ),
        BodyEntry(
            "Waste Strategy Forum",
            BodyType.JOINT,
            (SeatEntry(deputy, Seat.Office.CHAIR), *map(SeatEntry, others[7:10])),
            remit="The joint strategy of the Authority and its districts.",
        ),
    )


def authority(text: Protocol) -> Council:
    """The waste authority, with this text's titles; its districts stand where a council has wards."""
    return Council(
        name="Carrowside Waste Authority",
        domain="carrowside.example",
        streets=PLACES,
        groups=GROUPS,
        teams={_OPERATIONS: (_CENTRES, _CONTRACTS), _CORPORATE: (_TEACHING, "Finance", _SECRETARIAT)},
        members=MEMBERS,
        officers=_officers(text),
        outsiders=("Maureen Skelhorn",),
        posts=_posts(),
        assistants={"Maureen Skelhorn": ("Rosheen Tallentire",)},
        services=SERVICES,
        matters=AUTHORITY_MATTERS,
        sign_ins=(
            SignIn("Member", "Farida Haroon"),
            SignIn("Member, chair", "Rosheen Tallentire"),
            SignIn("Assistant to a member", "Maureen Skelhorn"),
            SignIn("Officer, recycling centres", "Amir Sadeghi"),
            SignIn("Recycling centres manager", "Beverley Stainton"),
            SignIn(text.title_of(Post.DIRECTOR), _DIRECTOR),
            SignIn("Committee services", "Phyllis Garnock"),
            SignIn(f"{text.title_of(Post.CLERK)}, proper officer", _CLERK),
            SignIn(text.title_of(Post.MONITORING_OFFICER), _LAWYER),
            SignIn(capitalised(text.title_of(Post.SECTION_151_OFFICER)), _TREASURER),
        ),
        history=70,
        bodies=_bodies(),
        administration=(_FIRST, _THIRD),
        away={"Thea Boscombe": "Jamal Overbury"},
        approving=_CORPORATE,
        papers=AUTHORITY_DOCUMENTS,
        grievances=AUTHORITY_COMPLAINTS,
        briefings=briefings_of(GROUPS, (), _GIVE),
        notices=AUTHORITY_NOTICES,
    )
