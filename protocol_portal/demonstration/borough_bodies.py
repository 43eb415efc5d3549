"""The bodies of the demonstration borough: who sits on them, executive portfolios, scrutiny's programme."""

from council.models import Seat
from council.rules import BodyType
from protocol_portal.demonstration.borough_members import MEMBERS, PROGRESS
from protocol_portal.demonstration.entries import (
    BodyEntry,
    Kind,
    PortfolioEntry,
    ProgrammeEntry,
    SeatEntry,
    Serves,
)

_CHAIR, _VICE, _MEMBER = Seat.Office.CHAIR, Seat.Office.VICE_CHAIR, Seat.Office.MEMBER
SCRUTINY, SCHOOLS = "Overview and Scrutiny Committee", "Children and Schools Scrutiny Panel"
MAYOR = "Moira Gillespie"


def _seats(chair: str, vice: str, *members: str) -> tuple[SeatEntry, ...]:
    return (
        SeatEntry(chair, _CHAIR),
        SeatEntry(vice, _VICE),
        *(SeatEntry(name, _MEMBER) for name in members),
    )


def _everybody_elected() -> tuple[str, ...]:
    """All who sit for a ward, but the two in the chair of the council."""
    return tuple(
        entry.name
        for entry in MEMBERS
        if entry.kind == Kind.ELECTED
        and entry.serves is not Serves.FORMER
        and entry.name not in (MAYOR, "Bernard Clough")
    )


BODIES = (
    BodyEntry("Council", BodyType.COUNCIL, _seats(MAYOR, "Bernard Clough", *_everybody_elected())),
    BodyEntry(
        "Executive",
        BodyType.EXECUTIVE,
        _seats(
            "Helena Adeyinka",
            "Desmond Farrow",
            "Leila Pargeter",
            "Fergus MacAskill",
            "Nasreen Kazmi",
            "Winston Bartholomew",
        ),
    ),
    BodyEntry(
        SCRUTINY,
        BodyType.SCRUTINY,
        _seats(
            "Rupert Endicott",
            "Dilip Raichura",
            "Tomasz Wilcock",
            "Hugh Standring",
            "Lorraine Usherwood",
            "Iain Colquitt",
            "Teodor Iliescu",
        ),
        remit="Reviews what the Executive has decided and how services are run.",
    ),
    BodyEntry(
        SCHOOLS,
        BodyType.SCRUTINY,
        (
            *_seats("Parveen Chaudhary", "Shirin Daneshvar", "Anjali Deshmukh", "Pamela Quested"),
            SeatEntry("Josephine Mwangale"),
            SeatEntry("Stephen Ruddock"),
        ),
        remit="Schools, school transport and children’s services.",
        parent=SCRUTINY,
    ),
    BodyEntry(
        "Planning Committee",
        BodyType.COMMITTEE,
        _seats(
            "Bernard Clough",
            "Manjit Sangha",
            "Kwabena Asante-Boadu",
            "Verity Saltmarsh",
            "Rukhsana Bilgrami",
            "Edwin Thackray",
        ),
        remit="Applications that officers do not decide, and enforcement.",
    ),
    BodyEntry(
        "Standards Committee",
        BodyType.COMMITTEE,
        (
            *_seats("Giles Ottaway", "Yetunde Oyelaran", "Marjorie Bickerstaff", "Trudy Lamplugh"),
            SeatEntry("Catherine Holyoake", may_vote=False),
        ),
        remit="Conduct of members.",
    ),
)
PORTFOLIOS = (
    PortfolioEntry("Leader, strategy and communications", "Helena Adeyinka", "Chief Executive’s Office"),
    PortfolioEntry("Finance and resources", "Desmond Farrow", "Resources and Governance"),
    PortfolioEntry("Housing", "Leila Pargeter", "Housing"),
    PortfolioEntry("Highways, waste and parks", "Fergus MacAskill", "Neighbourhoods"),
    PortfolioEntry("Children and adults", "Nasreen Kazmi", "Children and Adults"),
    PortfolioEntry("Planning and licensing", "Winston Bartholomew", "Planning and Regeneration"),
    PortfolioEntry("Housing", "Callum Brathwaite", "Housing", is_deputy=True),
)
PROGRAMME = (
    ProgrammeEntry(SCRUTINY, "Repairs that were reported twice", "Housing repairs closed without a visit."),
    ProgrammeEntry(SCRUTINY, "Winter maintenance of roads", "The plan for gritting and its cost."),
    ProgrammeEntry(SCHOOLS, "School transport", "Refusals, appeals and routes that were judged safe."),
)
ADMINISTRATION = (PROGRESS,)
