"""Why replies were late, and with which directorate the late ones lay: figures of what the viewer may see."""

import datetime
from dataclasses import dataclass

from django.db.models import Count, F, Q
from django.db.models.functions import TruncDate
from django.utils.translation import gettext as _

from enquiries.models import Lateness
from enquiries.queries import Enquiries
from enquiries.screens.figures import first_month
from enquiries.screens.holding import held_by
from enquiries.screens.narrowing import counted, late_at_first, with_outcomes

# The latest late ones whose events are read for the days of each directorate.
MOST = 2_000


@dataclass(frozen=True)
class Reason:
    """One reason, and how many late replies it was given for."""

    label: str
    count: int


@dataclass(frozen=True)
class Days:
    """One directorate, and the days that late enquiries lay with it."""

    directorate: str
    count: int


@dataclass(frozen=True)
class Acknowledged:
    """Of those for which a term was set: how many, and how many were acknowledged by then or still may be."""

    due: int
    in_time: int


def _late(enquiries: Enquiries, today: datetime.date) -> Enquiries:
    """Answered after the first date, received within the months of the table."""
    since = Q(received_on__gte=first_month(today), answered_on__isnull=False)
    return with_outcomes(enquiries).filter(counted(), since, late_at_first(today))


def by_reason(enquiries: Enquiries, *, today: datetime.date) -> list[Reason]:
    """Late replies by the reason given for them, most first; those without one stand last."""
    rows = _late(enquiries, today).order_by().values("late_because").annotate(number=Count("pk"))
    found = {row["late_because"]: row["number"] for row in rows}
    none = found.pop("", 0)
    ordered = sorted(found.items(), key=lambda one: (-one[1], one[0]))
    reasons = [Reason(str(Lateness(reason).label), number) for reason, number in ordered]
    return [*reasons, Reason(_("No reason given"), none)] if none else reasons


def days_by_directorate(enquiries: Enquiries, *, today: datetime.date) -> list[Days]:
    """The days for which late enquiries lay with each directorate, most first."""
    late = _late(enquiries, today).order_by("-received_on", "-pk")[:MOST]
    days: dict[str, int] = {}
    for held in held_by(list(late), today=today).values():
        for one in held:
            name = one.directorate or one.team
            days[name] = days.get(name, 0) + one.count
    ordered = sorted(days.items(), key=lambda one: (-one[1], one[0]))
    return [Days(name, count) for name, count in ordered if count]


def acknowledged(enquiries: Enquiries, *, today: datetime.date) -> Acknowledged:
    """Against the day by which each was to be acknowledged; without a term nothing is counted."""
    rows = enquiries.filter(counted(), acknowledge_by__isnull=False, received_on__gte=first_month(today))
    done = rows.order_by().annotate(done_on=TruncDate("acknowledged_at"))
    found = done.aggregate(
        due=Count("pk"),
        kept=Count("pk", filter=_kept(today)),
    )
    return Acknowledged(found["due"], found["kept"])


def _kept(today: datetime.date) -> Q:
    return Q(done_on__lte=F("acknowledge_by")) | Q(done_on__isnull=True, acknowledge_by__gte=today)
