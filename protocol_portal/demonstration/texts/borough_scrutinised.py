"""Whom scrutiny in the demonstration borough required, invited, asked for advice, and kept in touch with."""

from protocol_portal.demonstration.notices_told import EntryTold
from rulebook.register import Kind

BOROUGH_SCRUTINISED = (
    EntryTold(
        Kind.SCRUTINY_CONTACT,
        "Rupert Endicott",
        15,
        "Which papers the committee wants on repairs that were reported twice",
        -15,
        answers={"officer": ("Nadia Rahimzadeh",), "chair": ("Rupert Endicott",)},
    ),
    EntryTold(
        Kind.SCRUTINY_MATTER,
        "Nadia Rahimzadeh",
        14,
        "Winter maintenance of roads",
        answers={"members": ("Fergus MacAskill",), "officer": ("Gareth Penrose",)},
    ),
    EntryTold(
        Kind.SUMMONS,
        "Rupert Endicott",
        12,
        "Repairs that were reported twice",
        10,
        answers={"officer": ("Ngozi Umeadi",), "explain": ("policy",), "workload": ("yes",)},
    ),
    EntryTold(
        Kind.INVITATION,
        "Nadia Rahimzadeh",
        11,
        "Repairs that were reported twice: why jobs were closed without a visit",
        10,
        answers={
            "decided": ("yes",),
            "officer": ("Colm Haddigan",),
            "explain": ("decisions",),
            "workload": ("yes",),
        },
    ),
    EntryTold(
        Kind.CALL_IN,
        "Dilip Raichura",
        4,
        "Temporary homes for families: lease of Tollgate House",
        2,
        answers={"ground": ("policy",), "officer": ("Eleanor Quarshie", "Leonard Abiodun")},
    ),
)
