"""Why replies were late, and with which directorate the late ones lay: figures of what the viewer may see."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from casework.rules.periods import Period
from enquiries.models import Lateness
from enquiries.queries import Enquiries
from enquiries.screens import outcomes
from enquiries.screens.holding import held_by
from enquiries.screens.narrowing import (
    NOBODY,
    answered_late,
    counted,
    with_outcomes,
)

# The latest late ones whose events are read for the days of each directorate.
MOST = 2_000


@dataclass(frozen=True)
class Reason:
    """One reason, and how many late replies it was given for; `key` as it stands in an address."""

    key: str
    label: str
    count: int


@dataclass(frozen=True)
class Days:
    """One directorate, and the days that late enquiries lay with it."""

    directorate: str
    count: int


@dataclass(frozen=True)
class Lay:
    """The days of each directorate; `is_cut`: not all late enquiries were read for them."""

    days: tuple[Days, ...]
    is_cut: bool


@dataclass(frozen=True)
class Acknowledged:
    """Of those for which a term was set: how many, and how many were acknowledged by then or still may be."""

    due: int
    in_time: int


def by_reason(rows: Iterable[Mapping[str, Any]]) -> list[Reason]:
    """Late replies by the reason given for them, most first; those without one stand last."""
    found = outcomes.by_reason(rows)
    none = found.pop("", 0)
    ordered = sorted(found.items(), key=lambda one: (-one[1], one[0]))
    reasons = [Reason(reason, str(Lateness(reason).label), number) for reason, number in ordered]
    return [*reasons, Reason(NOBODY, _("No reason given"), none)] if none else reasons


def days_by_directorate(
    enquiries: Enquiries, period: Period, *, today: datetime.date, most: int = MOST
) -> Lay:
    """The days for which late enquiries lay with each directorate, most first; of the newest `most` alone."""
    received = with_outcomes(enquiries.filter(received_on__range=(period.first, period.last)))
    rows = received.filter(counted(), answered_late(today)).order_by("-received_on", "-pk")
    late = list(rows.only("stream", "received_on", "answered_on", "ended_on")[: most + 1])
    days: dict[str, int] = {}
    for held in held_by(late[:most], today=today).values():
        for one in held:
            name = one.directorate or one.team
            days[name] = days.get(name, 0) + one.count
    ordered = sorted(days.items(), key=lambda one: (-one[1], one[0]))
    return Lay(tuple(Days(name, count) for name, count in ordered if count), len(late) > most)


def acknowledged(rows: Sequence[Mapping[str, Any]]) -> Acknowledged:
    """Against the day by which each was to be acknowledged; without a term nothing is counted."""
    return Acknowledged(sum(one["to_acknowledge"] for one in rows), sum(one["acknowledged"] for one in rows))
