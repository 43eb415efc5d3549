"""Counts of enquiries for lists and dashboards, of what the viewer may see and nothing else."""

import datetime
from dataclasses import dataclass

from django.db.models import Case, Count, IntegerField, Min, Q, QuerySet, Value, When
from django.db.models.functions import TruncMonth
from django.utils.translation import gettext as _

from casework.rules.periods import Period
from council.queries import Standing
from council.rules import Role
from enquiries.models import Enquiry
from enquiries.policies.agreeing import to_agree
from enquiries.queries import Enquiries, still_open, to_approve, to_route, visible_to, with_officer
from enquiries.screens.narrowing import (
    Day,
    counted,
    in_first_time,
    promise_broken,
    promise_kept,
    with_outcomes,
)
from enquiries.states import OPEN, State

CAP = 1_000
MONTHS = 12
# The groups of «My cases», in their order.
TO_ACKNOWLEDGE, OVERDUE, DUE_SOON, WAITING, THE_REST, ELSEWHERE = range(6)
URGENT_FIRST = ("urgency", "owed_on", "pk")


def capped(enquiries: QuerySet[Enquiry], *, cap: int = CAP) -> str:
    """How many, as a page writes it; past the cap nobody counts on: «1,000+»."""
    number = enquiries.order_by()[: cap + 1].count()
    return f"{cap:,}+" if number > cap else f"{number:,}"


def by_urgency(enquiries: Enquiries, *, day: Day) -> Enquiries:
    """With the group of «My cases» that each belongs to."""
    return enquiries.annotate(
        urgency=Case(
            When(state=State.SENT, then=Value(TO_ACKNOWLEDGE)),
            When(owed_on__lt=day.today, then=Value(OVERDUE)),
            When(state=State.REDIRECTED, then=Value(ELSEWHERE)),
            When(state=State.WAITING, then=Value(WAITING)),
            When(owed_on__lte=day.soon, then=Value(DUE_SOON)),
            default=Value(THE_REST),
            output_field=IntegerField(),
        )
    )


def open_first(enquiries: Enquiries) -> Enquiries:
    """With `ended`: 0 for the open, 1 for what waits for the member's verdict, 2 for the rest."""
    return enquiries.annotate(
        ended=Case(
            When(state__in=OPEN, then=Value(0)),
            When(state=State.ANSWERED, then=Value(1)),
            default=Value(2),
            output_field=IntegerField(),
        )
    )


def needing_officer(who: Standing) -> int:
    """The number beside «My cases»: open, and the next word is this person's; so is a reply to approve or an
    offer to agree.
    """
    if not who.has(Role.OFFICER):
        return 0
    mine = needing_word(with_officer(who), today=who.on).order_by().values("pk")
    waiting = len(to_agree(who))
    return mine.union(to_approve(who).order_by().values("pk"))[: CAP + 1].count() + waiting


def needing_word(enquiries: Enquiries, *, today: datetime.date) -> Enquiries:
    """Open, and neither the member's turn nor, until its date there is past, another process's."""
    elsewhere = Q(state=State.REDIRECTED, owed_on__gte=today)
    return still_open(enquiries).exclude(state=State.WAITING).exclude(elsewhere)


def needing_route(who: Standing) -> int:
    """The number beside «To route»."""
    if not who.has(Role.DEMOCRATIC_SERVICES, Role.MONITORING_OFFICER):
        return 0
    return to_route(who).order_by()[: CAP + 1].count()


@dataclass(frozen=True)
class Tally:
    """One row of a table: what it counts, and how many."""

    key: str
    name: str
    open: int
    overdue: int
    unowned: int
    oldest_on: datetime.date | None


def _tallies(enquiries: Enquiries, *, key: str, name: str, today: datetime.date) -> list[Tally]:
    late = Q(owed_on__lt=today)
    rows = (
        still_open(enquiries)
        .order_by()
        .values(key, name)
        .annotate(
            count=Count("pk"),
            overdue=Count("pk", filter=late),
            unowned=Count("pk", filter=Q(owner__isnull=True)),
            oldest=Min("owed_on", filter=late),
        )
        .order_by("-overdue", "-count", name)
    )
    return [
        Tally(
            key="none" if row[key] is None else str(row[key]),
            name=row[name] or "",
            open=row["count"],
            overdue=row["overdue"],
            unowned=row["unowned"],
            oldest_on=row["oldest"],
        )
        for row in rows
    ]


def by_directorate(enquiries: Enquiries, *, today: datetime.date) -> list[Tally]:
    """Open and overdue in each directorate, most overdue first; without a name what is still to be routed."""
    return _tallies(enquiries, key="team__directorate", name="team__directorate__name", today=today)


def by_service(enquiries: Enquiries, *, today: datetime.date) -> list[Tally]:
    """Open and overdue in each service, most overdue first."""
    return _tallies(enquiries, key="service", name="service__name", today=today)


@dataclass(frozen=True)
class Load:
    """One officer, and how much is with them."""

    key: str
    name: str
    open: int
    overdue: int


def by_owner(enquiries: Enquiries, *, today: datetime.date) -> list[Load]:
    """How many open enquiries each officer has, most first."""
    rows = (
        still_open(enquiries)
        .filter(owner__isnull=False)
        .order_by()
        .values("owner", "owner__first_name", "owner__last_name")
        .annotate(count=Count("pk"), overdue=Count("pk", filter=Q(owed_on__lt=today)))
        .order_by("-count", "owner__last_name", "owner")
    )
    return [
        Load(
            key=str(row["owner"]),
            name=f"{row['owner__first_name']} {row['owner__last_name']}",
            open=row["count"],
            overdue=row["overdue"],
        )
        for row in rows
    ]


@dataclass(frozen=True)
class Month:
    """The enquiries received in a month, against the first deadline and against what was promised."""

    first_day: datetime.date
    due: int
    in_time: int
    promised: int
    kept: int

    @property
    def key(self) -> str:
        """As it stands in an address."""
        return f"{self.first_day:%Y-%m}"


def by_month(enquiries: Enquiries, *, today: datetime.date, period: Period | None = None) -> list[Month]:
    """In time by month of receipt, in the period or in this month and the eleven before; a month without
    enquiries has no row.

    Answered in time: the full reply was sent on or before the first due date. Open and not yet due counts as
    in time. Withdrawn ones are left out, and those handed on in time (`moved_in_time`). For a holding reply
    the same against the day that it promised.
    """
    days = (period.first, period.last) if period else (first_month(today), today)
    rows = (
        with_outcomes(enquiries)
        .filter(counted(), received_on__range=days)
        .order_by()
        .values(month=TruncMonth("received_on"))
        .annotate(
            due=Count("pk"),
            in_time=Count("pk", filter=in_first_time(today)),
            kept=Count("pk", filter=promise_kept(today)),
            broken=Count("pk", filter=promise_broken(today)),
        )
        .order_by("month")
    )
    return [
        Month(
            first_day=row["month"],
            due=row["due"],
            in_time=row["in_time"],
            promised=row["kept"] + row["broken"],
            kept=row["kept"],
        )
        for row in rows
    ]


def first_month(today: datetime.date) -> datetime.date:
    """The first day that the table of months covers."""
    months = today.year * 12 + today.month - MONTHS
    return datetime.date(months // 12, months % 12 + 1, 1)


def share(part: int, whole: int) -> str:
    """«87% (20 of 23)»; of fewer than five no percentage is worth anything: «2 of 3»."""
    numbers = {"part": f"{part:,}", "whole": f"{whole:,}"}
    if whole < 5:
        return _("%(part)s of %(whole)s") % numbers
    per_cent = f"{round(100 * part / whole)}%"
    return _("%(per_cent)s (%(part)s of %(whole)s)") % {**numbers, "per_cent": per_cent}


def all_visible(who: Standing) -> Enquiries:
    """Every sent enquiry that the viewer may see: what figures count and «All cases» lists."""
    return visible_to(who).exclude(state=State.DRAFT)
