"""How decisions of the demonstration borough were prepared and carried out, and members sat in staffing."""

from protocol_portal.demonstration.notices_told import EntryTold
from rulebook.register import Kind

_DECISIONS = (
    EntryTold(
        Kind.DECISION,
        "Leila Pargeter",
        8,
        "To extend the contract for the servicing of boilers by one year",
        9,
        answers={
            "stage": ("minded",),
            "told": ("Ngozi Umeadi", "Desmond Farrow"),
            "monitoring": ("The contract allows one extension, and there is time to give notice of it.",),
            "finances": ("The cost lies within the budgets of this year and the next.",),
            "statutory": ("no",),
            "finance": ("consulted",),
            "across": ("involved",),
            "framed": ("no",),
            "contract": ("officer",),
            "reasons": (
                "Boilers were serviced in time, and a contract is better let once all homes are surveyed.",
            ),
        },
    ),
    EntryTold(
        Kind.DELEGATED,
        "Colm Haddigan",
        10,
        "To house two families elsewhere while their roof is mended",
        -10,
        answers={
            "powers": ("scheme",),
            "sensitive": ("consulted",),
            "consulted": ("Leila Pargeter",),
            "said": ("She has no objection, and asks that both be home before Christmas.",),
            "decides": ("officer",),
        },
    ),
    EntryTold(
        Kind.PAPER,
        "Adrian Loxley",
        7,
        "Report on the winter plan for roads, and what it costs",
        20,
        answers={
            "to": ("executive",),
            "told": ("Helena Adeyinka", "Fergus MacAskill"),
            "statutory": ("no",),
        },
    ),
    EntryTold(
        Kind.PAPER,
        "Eleanor Quarshie",
        4,
        "Advice on how gifts and hospitality are entered",
        30,
        answers={"to": ("committee",), "told": ("Giles Ottaway",), "statutory": ("no",)},
    ),
    EntryTold(
        Kind.CARRYING_OUT,
        "Colm Haddigan",
        6,
        "Housing repairs: the contract from 2027",
        -16,
        answers={
            "body": ("Executive",),
            "lawful": ("yes",),
            "stands": ("begun",),
            "told": ("Leila Pargeter", "Rupert Endicott", "Piotr Zielonka"),
        },
    ),
)
_STAFFING = (
    EntryTold(
        Kind.PANEL,
        "Norman Eddlestone",
        9,
        "The hours of those who clean the streets: a meeting with the trade unions",
        13,
        answers={
            "employer": ("yes",),
            "role": ("unions",),
            "friend": ("no",),
            "canvassed": ("no",),
            "merit": ("yes",),
            "informed": ("no",),
        },
    ),
    EntryTold(
        Kind.APPEAL,
        "Manjit Sangha",
        5,
        "An appeal against the grading of a post",
        15,
        answers={"officers": ("Oluwaseun Adebanjo",), "friend": ("no",), "worked": ("no",)},
    ),
)
BOROUGH_DECIDED = (*_DECISIONS, *_STAFFING)
