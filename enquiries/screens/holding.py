"""Which team held a case for how long, from its events: on its page, in a file, and in figures."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from django.db.models import IntegerField
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast, TruncDate
from django.utils.translation import gettext as _

from casework.models import CaseEvent
from casework.wording import days
from council.models import Team
from enquiries.rules.held import days_held


class Dated(Protocol):
    """What says from when until when somebody held it: an enquiry, or a line of a file."""

    @property
    def pk(self) -> Any: ...

    @property
    def stream_id(self) -> Any: ...

    @property
    def received_on(self) -> Any: ...

    @property
    def answered_on(self) -> Any: ...

    @property
    def ended_on(self) -> Any: ...


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


def stays(enquiries: Sequence[Dated], *, today: datetime.date) -> list[Stay]:
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


def held_by(enquiries: Sequence[Dated], *, today: datetime.date) -> dict[int, list[Held]]:
    """By enquiry: who held it until it was answered or ended, or until today; in three questions for all."""
    found = days_by_team(enquiries, today=today)
    numbers = {team for held in found.values() for team in held if team is not None}
    teams = Team.objects.select_related("directorate").in_bulk(numbers)
    return {pk: _named(held, teams) for pk, held in found.items()}


def days_by_team(enquiries: Sequence[Dated], *, today: datetime.date) -> dict[int, dict[int | None, int]]:
    """By enquiry: the days of each team by its number, in the order in which each had it; None for the days
    on which none had it.
    """
    moves = _moves(enquiries)
    return {enquiry.pk: _days(enquiry, moves.get(enquiry.stream_id, []), today) for enquiry in enquiries}


def _moves(enquiries: Iterable[Dated]) -> dict[int, Moves]:
    """By stream: the day and the team of each event that keeps one, oldest first."""
    moves: dict[int, Moves] = {}
    streams = [enquiry.stream_id for enquiry in enquiries]
    events = CaseEvent.objects.filter(stream__in=streams, facts__has_key="team")
    team_then = Cast(KeyTextTransform("team", "facts"), IntegerField())
    ordered = events.order_by("stream", "place").values_list("stream", TruncDate("at"), team_then)
    for stream, on, team in ordered:
        moves.setdefault(stream, []).append((on, team))
    return moves


def _days(enquiry: Dated, moves: Moves, today: datetime.date) -> dict[int | None, int]:
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
        name, directorate = (team.name, team.directorate) if team else (nobody(), None)
        named.append(
            Held(name, directorate.name, count, directorate.pk) if directorate else Held(name, "", count)
        )
    return named


def nobody() -> str:
    """What stands in place of a team’s name for the days on which none had it."""
    return _("Not with a team")
