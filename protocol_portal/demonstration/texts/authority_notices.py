"""What members and officers of the demonstration waste authority entered in the registers of their text."""

from protocol_portal.demonstration.notices_told import EntryTold
from rulebook.register import Kind

AUTHORITY_NOTICES = (
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
