"""What members and officers of the demonstration borough entered in the registers of their text."""

from protocol_portal.demonstration.notices_told import EntryTold
from protocol_portal.demonstration.texts.borough_decided import BOROUGH_DECIDED
from protocol_portal.demonstration.texts.borough_media import BOROUGH_MEDIA
from protocol_portal.demonstration.texts.borough_scrutinised import BOROUGH_SCRUTINISED
from protocol_portal.demonstration.texts.borough_support import BOROUGH_SUPPORT
from rulebook.register import Kind

_NOTICES = (
    EntryTold(
        Kind.WARD_NOTICE,
        "Vanessa Crombie",
        33,
        "Consultation on permits for parking around the market",
        wards=("Kiln Lane", "Market"),
        answers={
            "occasion": ("consultation",),
            "sensitive": ("yes",),
            "where": ("https://www.thornmere.example/parking-permits",),
        },
    ),
    EntryTold(
        Kind.WARD_NOTICE,
        "Gareth Penrose",
        12,
        "Station Approach is closed at night for two weeks while the viaduct is inspected",
        wards=("Bridge End", "Viaduct"),
        answers={"occasion": ("operations", "other"), "sensitive": ("no",)},
    ),
    EntryTold(
        Kind.UPDATE,
        "Ayesha Tarrant",
        26,
        "Missed collections in the last quarter, ward by ward",
        answers={
            "why": ("scrutinise",),
            "members": ("Rupert Endicott", "Dilip Raichura"),
            "where": ("https://www.thornmere.example/waste/quarter",),
        },
    ),
    EntryTold(
        Kind.UPDATE,
        "Leonard Abiodun",
        8,
        "What is known of next year’s grants",
        answers={
            "why": ("decide",),
            "members": ("Helena Adeyinka", "Desmond Farrow", "Clarissa Hodgetts"),
            "where": ("Members’ room, and with this notice on request",),
        },
    ),
)
_MEETINGS = (
    EntryTold(
        Kind.COUNCIL_MEETING,
        "Lucian Averill",
        10,
        "Plans for the old gasworks",
        9,
        wards=("Bridge End", "Quayside"),
        answers={"place": ("St Wilfrid’s church hall, 7pm",)},
    ),
    EntryTold(
        Kind.MEMBERS_MEETING,
        "Nasreen Kazmi",
        6,
        "Road safety outside the school in Kiln Lane",
        8,
        answers={
            "place": ("Kiln Lane Primary School",),
            "officer": ("Gareth Penrose",),
            "politics": ("no",),
        },
    ),
    EntryTold(
        Kind.SURGERY,
        "Kwabena Asante-Boadu",
        7,
        "Surgery in the library on Brook Avenue, on bins that are put out early",
        11,
        answers={
            "officer": ("Chidi Onwuka",),
            "open": ("yes",),
            "premises": ("council",),
            "politics": ("no",),
        },
    ),
)
_VISITS = (
    EntryTold(
        Kind.VISIT,
        "Clarissa Hodgetts",
        19,
        "Quayside Primary School, to see where the school bus stops",
        -13,
        wards=("Quayside",),
        answers={"kind": ("sensitive",), "officer": ("Bronwen Ellacott",)},
    ),
    EntryTold(
        Kind.VISIT,
        "Dilip Raichura",
        15,
        "The highways depot, for scrutiny of the winter plan",
        3,
        wards=("Viaduct",),
        answers={"kind": ("other",), "officer": ("Marcus Dunmore",)},
        withdrawn="The committee visits together instead, in the new year.",
    ),
    EntryTold(
        Kind.VISIT,
        "Kwabena Asante-Boadu",
        3,
        "The community garden behind Brook Avenue",
        5,
        wards=("Eastbrook",),
        answers={"kind": ("other",), "officer": ("Rowan Kettlewell",)},
    ),
)
_CONTACTS = (
    EntryTold(
        Kind.PORTFOLIO_BRIEFING,
        "Adrian Loxley",
        11,
        "Street cleaning, winter roads and what scrutiny asks about both",
        -11,
        answers={
            "holder": ("Fergus MacAskill",),
            "officer": ("Ayesha Tarrant", "Gareth Penrose"),
            "rhythm": ("regular",),
        },
    ),
    EntryTold(
        Kind.CHAIR_BRIEFING,
        "Lucian Averill",
        16,
        "A meeting before each agenda of the Planning Committee",
        -16,
        answers={
            "chair": ("Bernard Clough",),
            "spokesmen": ("Verity Saltmarsh",),
            "remit": ("yes",),
            "officer": ("Tamsin Wolstencroft",),
            "rhythm": ("regular",),
        },
    ),
    EntryTold(
        Kind.LEAD_MEMBER,
        "Balraj Gahunia",
        22,
        "School transport: appeals, and routes that were judged safe",
        -22,
        answers={"lead": ("Nasreen Kazmi",)},
    ),
    EntryTold(
        Kind.REGULAR_CONTACT,
        "Adrian Loxley",
        24,
        "A call every Monday morning, and a meeting before each Executive",
        -24,
        answers={"holder": ("Fergus MacAskill",)},
    ),
)
BOROUGH_NOTICES = (
    *_NOTICES,
    *_MEETINGS,
    *_VISITS,
    *_CONTACTS,
    *BOROUGH_SCRUTINISED,
    *BOROUGH_DECIDED,
    *BOROUGH_SUPPORT,
    *BOROUGH_MEDIA,
)
