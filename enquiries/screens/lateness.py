"""Why replies were late, and with which directorate the late ones lay: figures of what the viewer may see."""

import datetime
from dataclasses import dataclass

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from casework.rules.periods import Period
from enquiries.models import Lateness
from enquiries.queries import Enquiries
from enquiries.screens.holding import Stay, stays
from enquiries.screens.narrowing import (
    MOST_LATE,
    NOBODY,
    acknowledged_in_time,
    acknowledgement_due,
    answered_late,
    counted,
    newest_late,
    with_acknowledgement,
    with_outcomes,
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


def _received(enquiries: Enquiries, period: Period) -> Enquiries:
    return enquiries.filter(received_on__range=(period.first, period.last))


def _late(enquiries: Enquiries, period: Period, today: datetime.date) -> Enquiries:
    """Received in the period, and answered after the first date."""
    return with_outcomes(_received(enquiries, period)).filter(counted(), answered_late(today))


def by_reason(enquiries: Enquiries, period: Period, *, today: datetime.date) -> list[Reason]:
    """Late replies by the reason given for them, most first; those without one stand last."""
    rows = _late(enquiries, period, today).order_by().values("late_because").annotate(number=Count("pk"))
    found = {row["late_because"]: row["number"] for row in rows}
    none = found.pop("", 0)
    ordered = sorted(found.items(), key=lambda one: (-one[1], one[0]))
    reasons = [Reason(reason, str(Lateness(reason).label), number) for reason, number in ordered]
    return [*reasons, Reason(NOBODY, _("No reason given"), none)] if none else reasons


def days_by_directorate(
    enquiries: Enquiries, period: Period, *, today: datetime.date, most: int = MOST_LATE
) -> Lay:
    """The days for which late enquiries lay with each directorate, most first; of the newest `most` alone."""
    late = list(newest_late(_received(enquiries, period), most + 1, today=today))
    return Lay(tuple(stays(late[:most], today=today)), len(late) > most)


def acknowledged(enquiries: Enquiries, period: Period, *, today: datetime.date) -> Acknowledged:
    """Against the day by which each was to be acknowledged; without a term nothing is counted."""
    rows = with_acknowledgement(_received(enquiries, period)).filter(acknowledgement_due())
    found = rows.order_by().aggregate(
        due=Count("pk"), kept=Count("pk", filter=Q(acknowledged_in_time(today)))
    )
    return Acknowledged(found["due"], found["kept"])
