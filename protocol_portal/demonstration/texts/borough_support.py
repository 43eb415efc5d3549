"""What members of the demonstration borough ask of staff, have from the council, and are offered."""

from protocol_portal.demonstration.notices_told import EntryTold
from rulebook.register import Kind

BOROUGH_SUPPORT = (
    EntryTold(
        Kind.SUPPORT,
        "Kwabena Asante-Boadu",
        17,
        "All papers on the crossing on Brook Avenue since the first petition",
        answers={"purpose": ("role",), "officer": ("Hazel Fenwicke",)},
    ),
    EntryTold(
        Kind.SUPPORT,
        "Clarissa Hodgetts",
        5,
        "A room, and somebody to take notes, when residents of Keep Street meet me about parking",
        answers={"purpose": ("role",), "officer": ("Nadia Rahimzadeh",)},
    ),
    EntryTold(
        Kind.EQUIPMENT,
        "Kwabena Asante-Boadu",
        28,
        "A laptop and a telephone",
        -150,
        answers={"where": ("both",), "read": ("yes",)},
    ),
    EntryTold(
        Kind.EQUIPMENT,
        "Lorraine Usherwood",
        14,
        "A desk and a locker in the members’ room",
        -20,
        answers={"where": ("premises",), "read": ("yes",)},
    ),
    EntryTold(
        Kind.TRAINING,
        "Hazel Fenwicke",
        18,
        "Personal data in casework: what to keep, and for how long",
        12,
        answers={
            "what": ("training",),
            "place": ("Committee Room 2, Town Hall, 6pm",),
            "members": ("Rukhsana Bilgrami", "Gwilym Treharne", "Kwabena Asante-Boadu"),
        },
    ),
    EntryTold(
        Kind.TRAINING,
        "Judith Lavenham",
        7,
        "A day with the scrutiny committee of a neighbouring council",
        25,
        answers={
            "what": ("development",),
            "place": ("By train from Station Approach at 8.40am",),
            "members": ("Rupert Endicott", "Dilip Raichura"),
        },
    ),
)
