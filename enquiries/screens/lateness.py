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
from enquiries.screens.holding import Stay, stays
from enquiries.screens.narrowing import (
    MOST_LATE,
    NOBODY,
    newest_late,
)


@dataclass(frozen=True)
class Reason:
    """One reason, and how many late replies it was given for; `key` as it stands in an address."""

    key: str
    label: str
    count: int


@dataclass(frozen=True)
class Lay:
    """The days of each directorate; `is_cut`: not all late enquiries were read for them."""

    days: tuple[Stay, ...]
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
    enquiries: Enquiries, period: Period, *, today: datetime.date, most: int = MOST_LATE
) -> Lay:
    """The days for which late enquiries lay with each directorate, most first; of the newest `most` alone."""
    received = enquiries.filter(received_on__range=(period.first, period.last))
    late = list(newest_late(received, most + 1, today=today))
    return Lay(tuple(stays(late[:most], today=today)), len(late) > most)


def acknowledged(rows: Sequence[Mapping[str, Any]]) -> Acknowledged:
    """Against the day by which each was to be acknowledged; without a term nothing is counted."""
    return Acknowledged(sum(one["to_acknowledge"] for one in rows), sum(one["acknowledged"] for one in rows))
