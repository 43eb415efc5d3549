"""What members and officers of the demonstration waste authority entered in the registers of their text."""

from protocol_portal.demonstration.notices_told import EntryTold
from rulebook.register import Kind

_NOTICES = (
    EntryTold(
        Kind.UPDATE,
        "Beverley Stainton",
        34,
        "Hours of the recycling centres over the winter",
        answers={
            "why": ("constituents",),
            "members": ("Rosheen Tallentire", "Owen Brisco", "Aoife Dunleavy"),
            "where": ("https://www.carrowside.example/centres/hours",),
        },
    ),
    EntryTold(
        Kind.UPDATE,
        "Conrad Whitlow",
        13,
        "Tonnages of the last quarter, district by district",
        answers={
            "why": ("scrutinise",),
            "members": ("Dennis Arkwell", "Farida Haroon"),
            "where": ("With the papers of the Audit and Governance Committee",),
        },
    ),
    EntryTold(
        Kind.VISIT,
        "Owen Brisco",
        24,
        "Breakwater Road Depot",
        -17,
        answers={
            "why": ("need",),
            "need": (
                "Residents complain of noise before six, and I want to see when the first lorry leaves.",
            ),
            "officer": ("Conrad Whitlow",),
        },
    ),
    EntryTold(
        Kind.VISIT,
        "Farida Haroon",
        3,
        "Old Gasworks Transfer Station",
        6,
        answers={
            "why": ("scrutiny",),
            "need": ("The committee looks into waiting times, and I report to it.",),
            "officer": ("Beverley Stainton",),
        },
    ),
    EntryTold(
        Kind.OFFICER_INVITED,
        "Amir Sadeghi",
        9,
        "Residents’ meeting about litter on Tannery Lane",
        5,
        answers={
            "place": ("Brackwater Methodist hall",),
            "told": ("named",),
            "members": ("Rosheen Tallentire", "Geoffrey Stallwood"),
            "politics": ("no",),
        },
    ),
    EntryTold(
        Kind.OFFICER_ATTENDS,
        "Dennis Arkwell",
        21,
        "Public meeting on vans at Estham Road Recycling Centre",
        -8,
        answers={
            "place": ("Estham library",),
            "officer": ("Beverley Stainton",),
            "politics": ("no",),
        },
        approved="To explain how permits for vans work, and nothing beyond that.",
    ),
    EntryTold(
        Kind.OFFICER_ATTENDS,
        "Rosheen Tallentire",
        2,
        "Open evening on what happens to food waste",
        10,
        answers={
            "place": ("Brackwater Quay Recycling Centre",),
            "officer": ("Lowri Pugh-Ennis",),
            "politics": ("no",),
        },
    ),
)
_RESOURCES = (
    EntryTold(
        Kind.SUPPORT,
        "Farida Haroon",
        18,
        "What was brought to Estham Road in each of the last three years, in one table",
        answers={"purpose": ("role",), "officer": ("Amir Sadeghi",)},
    ),
    EntryTold(
        Kind.TRAINING,
        "Phyllis Garnock",
        15,
        "How to read the Authority’s accounts",
        16,
        answers={
            "what": ("training",),
            "place": ("Tannery Lane, meeting room, 2pm",),
            "members": ("Farida Haroon", "Lewis Pennicott", "Nkechi Obiora"),
        },
    ),
    EntryTold(
        Kind.TRAINING,
        "Winifred Abara",
        6,
        "The Authority’s papers on a tablet of your District",
        7,
        answers={"what": ("ict",), "place": ("By telephone",), "members": ("Muriel Threadgold",)},
    ),
    EntryTold(
        Kind.EXPENSES,
        "Farida Haroon",
        9,
        "The meeting of the Waste Strategy Forum in Porthaven",
        -12,
        answers={"amount": ("£18.40 for the train",), "incurred": ("yes",), "needed": ("yes",)},
    ),
    EntryTold(
        Kind.EXPENSES,
        "Rosheen Tallentire",
        4,
        "A visit to Colliery Way with the auditor",
        -8,
        answers={"amount": ("£11.25 for 25 miles by car",), "incurred": ("yes",), "needed": ("yes",)},
    ),
    EntryTold(
        Kind.PANEL,
        "Dennis Arkwell",
        8,
        "The appointment of a head of contracts",
        14,
        answers={"role": ("recruitment",)},
    ),
    EntryTold(
        Kind.RELEASE,
        "Jamal Overbury",
        11,
        "A leaflet on batteries: why they never go into a bin",
        answers={
            "party": ("no",),
            "policies": ("no",),
            "emphasis": ("no",),
            "slogans": ("no",),
            "balanced": ("yes",),
            "purpose": ("informs",),
            "quotes": ("office",),
        },
    ),
)
AUTHORITY_NOTICES = (*_NOTICES, *_RESOURCES)
