"""A council as large as its year: the demonstration's registers, with more members and many more officers."""

from dataclasses import replace

from council.rules import Grade
from protocol_portal.demonstration.councils import council_under
from protocol_portal.demonstration.entries import Council, Kind, MemberEntry, OfficerEntry
from rulebook.protocol import Protocol

# Cases of a year for each officer of a team, and the most that a team has.
CASES_EACH, MOST = 200, 24
MORE_MEMBERS = 20
_FIRST = (
    "Ada",
    "Bela",
    "Cormac",
    "Dinah",
    "Emrys",
    "Farah",
    "Gethin",
    "Hana",
    "Ivor",
    "Jaya",
    "Kofi",
    "Lena",
)
_LAST = (
    "Ashdown",
    "Birkett",
    "Coyle",
    "Drummond",
    "Ekwueme",
    "Fairhurst",
    "Gale",
    "Hussain",
    "Inglis",
    "Jarrold",
)
_FAMILIES = (
    "Kemble",
    "Lomax",
    "Mistry",
    "Nightingale",
    "Okafor",
    "Pryce",
    "Quinlan",
    "Rowe",
    "Sefton",
    "Tandy",
)


def council_of(text: Protocol, *, cases: int) -> Council:
    """The council under the text, with officers enough for so many cases a year."""
    council = council_under(text)
    return replace(
        council,
        members=(*council.members, *_members(council)),
        officers=(*council.officers, *_officers(council, cases)),
        # Nobody is away: who stands in for whom is another matter than how much there is.
        away={},
        approving="",
    )


def _members(council: Council) -> list[MemberEntry]:
    """More of them, ward by ward and group by group; none where districts nominate them."""
    if not council.groups or any(entry.kind is Kind.NOMINATED for entry in council.members):
        return []
    wards = list(council.streets)
    return [
        MemberEntry(
            f"{_FIRST[number % len(_FIRST)]} {_FAMILIES[number % len(_FAMILIES)]}",
            wards[number % len(wards)],
            council.groups[number % len(council.groups)],
        )
        for number in range(MORE_MEMBERS)
    ]


def _officers(council: Council, cases: int) -> list[OfficerEntry]:
    """As many more in each team that answers for a service as its share of the cases wants."""
    directorates = {team: where for where, teams in council.teams.items() for team in teams}
    each = min(MOST, cases // (CASES_EACH * len(council.services)))
    found: list[OfficerEntry] = []
    for service in council.services:
        for _ in range(each):
            number = len(found)
            first, last = _FIRST[number % len(_FIRST)], _LAST[number // len(_FIRST) % len(_LAST)]
            again = number // (len(_FIRST) * len(_LAST))
            found.append(
                OfficerEntry(
                    f"{first} {last}{f'-{_LAST[again]}' if again else ''}",
                    f"Case officer, {service.team}",
                    Grade.OFFICER,
                    directorates[service.team],
                    service.team,
                    service.addressee,
                )
            )
    return found
