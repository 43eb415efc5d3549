"""What members and officers of the demonstration borough say to the media, release, hear of and answer."""

from protocol_portal.demonstration.notices_told import EntryTold
from rulebook.register import Kind

_COMMUNICATIONS = "Ravi Thiruchelvam"
BOROUGH_MEDIA = (
    EntryTold(
        Kind.MEDIA_WORDS,
        "Kwabena Asante-Boadu",
        20,
        "The speed of traffic on Brook Avenue, for the local paper",
        answers={
            "capacity": ("ward",),
            "release": ("helped",),
            "helper": (_COMMUNICATIONS,),
            "claim": ("no",),
            "members": ("Alun Prosser",),
            "communications": (_COMMUNICATIONS,),
        },
    ),
    EntryTold(
        Kind.MEDIA_WORDS,
        "Fergus MacAskill",
        4,
        "How roads are gritted this winter, on local radio",
        answers={
            "capacity": ("executive", "council"),
            "release": ("no",),
            "claim": ("no",),
            "members": ("Teodor Iliescu",),
            "communications": (_COMMUNICATIONS,),
        },
    ),
    EntryTold(
        Kind.RELEASE,
        "Ayesha Tarrant",
        9,
        "Collections over Christmas: which days change",
        answers={
            "speaks": ("officer",),
            "lawful": ("yes",),
            "purpose": ("informs",),
            "factual": ("yes",),
            "procedures": ("yes",),
            "communications": (_COMMUNICATIONS,),
        },
    ),
    EntryTold(
        Kind.MEDIA_INTEREST,
        "Gareth Penrose",
        12,
        "A television crew asks to film under the viaduct while it is inspected",
        answers={
            "contentious": ("no",),
            "members": ("Teodor Iliescu", "Fergus MacAskill"),
            "communications": (_COMMUNICATIONS,),
        },
    ),
    EntryTold(
        Kind.MEDIA_INTEREST,
        "Piotr Zielonka",
        3,
        "A newspaper collects letters about repairs that were reported twice",
        answers={
            "contentious": ("yes",),
            "members": ("Leila Pargeter", "Rupert Endicott"),
            "communications": (_COMMUNICATIONS,),
        },
    ),
    EntryTold(
        Kind.MEDIA_ANSWER,
        "Elif Yurdakul",
        11,
        "How often the potholes on Brook Avenue are inspected",
        answers={"authorised": ("yes",), "by": (_COMMUNICATIONS,)},
    ),
)
