"""Which team held a case for how long, from its events: on its page, in a file, and in figures."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from casework.models import CaseEvent
from casework.wording import days
from council.models import Team
from enquiries.models import Enquiry
from enquiries.rules.held import days_held

Moves = list[tuple[datetime.date, int | None]]
# What stands in an address for no directorate.
NOWHERE = "none"


@dataclass(frozen=True)
class Held:
    """One team and its days; no team is what waited to be sent to one."""

    team: str
    directorate: str
    count: int
    directorate_id: int | None = None

    @property
    def length(self) -> str:
        """«3 days»."""
        return days(self.count)


@dataclass(frozen=True)
class Stay:
    """One directorate: for how many days enquiries lay with it, and which; `key` is that of an address."""

    key: str
    directorate: str
    count: int
    enquiries: frozenset[int]


def stays(enquiries: Sequence[Enquiry], *, today: datetime.date) -> list[Stay]:
    """Where these lay for a day or more, most days first; what was with no team has a line of its own."""
    names: dict[str, str] = {}
    count: dict[str, int] = defaultdict(int)
    numbers: dict[str, set[int]] = defaultdict(set)
    for pk, found in held_by(enquiries, today=today).items():
        for one in found:
            if one.count:
                key = NOWHERE if one.directorate_id is None else str(one.directorate_id)
                names[key] = one.directorate or one.team
                count[key] += one.count
                numbers[key].add(pk)
    ordered = sorted(names, key=lambda key: (-count[key], names[key], key))
    return [Stay(key, names[key], count[key], frozenset(numbers[key])) for key in ordered]


def held_by(enquiries: Sequence[Enquiry], *, today: datetime.date) -> dict[int, list[Held]]:
    """By enquiry: who held it until it was answered or ended, or until today; in three questions for all."""
    moves = _moves(enquiries)
    found = {enquiry.pk: _days(enquiry, moves.get(enquiry.stream_id, []), today) for enquiry in enquiries}
    numbers = {team for held in found.values() for team in held if team is not None}
    teams = Team.objects.select_related("directorate").in_bulk(numbers)
    return {pk: _named(held, teams) for pk, held in found.items()}


def _moves(enquiries: Iterable[Enquiry]) -> dict[int, Moves]:
    """By stream: the day and the team of each event that keeps one, oldest first."""
    moves: dict[int, Moves] = {}
    streams = [enquiry.stream_id for enquiry in enquiries]
    events = CaseEvent.objects.filter(stream__in=streams, facts__has_key="team")
    for stream, at, team in events.order_by("stream", "place").values_list("stream", "at", "facts__team"):
        moves.setdefault(stream, []).append((localdate(at), team))
    return moves


def _days(enquiry: Enquiry, moves: Moves, today: datetime.date) -> dict[int | None, int]:
    if enquiry.received_on is None:
        return {}
    until = enquiry.answered_on or enquiry.ended_on or today
    return days_held(moves, received_on=enquiry.received_on, until=until)


def _named(held: Mapping[int | None, int], teams: Mapping[int, Team]) -> list[Held]:
    named = []
    for number, count in held.items():
        if number is None and not count:
            continue
        team = teams.get(number) if number is not None else None
        if team is None:
            named.append(Held(_("Not with a team"), "", count))
        else:
            named.append(Held(team.name, team.directorate.name, count, team.directorate_id))
    return named


def in_words(held: Iterable[Held]) -> str:
    """«Repairs: 3; Lettings: 9», for one cell of a file."""
    return "; ".join(f"{one.team}: {one.count}" for one in held)
