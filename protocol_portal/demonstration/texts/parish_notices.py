"""What members and officers of the demonstration parish council entered in the registers of their text."""

from protocol_portal.demonstration.notices_told import EntryTold
from rulebook.register import Kind

PARISH_NOTICES = (
    EntryTold(
        Kind.SUPPORT,
        "Vijay Ramanathan",
        19,
        "The minutes of the Staffing Committee of the last three years",
        answers={"purpose": ("role",), "officer": ("Raymond Kitto",)},
    ),
    EntryTold(
        Kind.SUPPORT,
        "Felicity Burnaby",
        7,
        "A copy of the map of footpaths, for the committee’s walk",
        answers={"purpose": ("role",), "officer": ("Barney Stokoe",)},
    ),
    EntryTold(
        Kind.RELEASE,
        "Felicity Burnaby",
        13,
        "The play area on The Green is open again",
        answers={
            "words": (
                "The surface under the slide has been mended, and the play area on The Green is open. The "
                "parish council thanks everybody for their patience.",
            ),
            "whose": ("council",),
        },
        approved="Good. Please send it to the county paper and the noticeboards alike.",
    ),
    EntryTold(
        Kind.RELEASE,
        "Raymond Kitto",
        2,
        "Carols at the village hall",
        answers={
            "words": (
                "The parish council invites everybody to carols at the village hall on the last Friday "
                "before Christmas, at six. There is no charge, and the hall has a ramp.",
            ),
            "whose": ("council",),
        },
    ),
)
