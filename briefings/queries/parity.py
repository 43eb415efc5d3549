"""What figures on parity count, group by group, and the rows behind each number: one condition for both."""

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, Count, IntegerField, Q, QuerySet, Value, When
from django.db.models.functions import TruncDate
from django.utils import timezone

from briefings.models import Briefing
from briefings.rules.parity import began_together
from briefings.states import SERVED, UNDECIDED, BriefingState
from casework.queries import calendar
from casework.queries.elections import last_poll
from casework.rules.periods import Period
from council.models import GroupMembership, MemberTerm, PoliticalGroup
from council.queries.holdings import terms_of_members
from council.queries.prepared import Written

_ASKED = Q(origin=Briefing.Origin.ASKED)
_OTHERS = ~_ASKED
# By the key under which an address names it: what is counted, on the day of counting.
FIGURES: Mapping[str, Callable[[datetime.date], Q]] = {
    "asked": lambda on: _ASKED,
    "given": lambda on: _ASKED & Q(state=BriefingState.GIVEN),
    "agreed": lambda on: _ASKED & Q(state=BriefingState.AGREED),
    "declined": lambda on: _ASKED & Q(state=BriefingState.DECLINED),
    "waiting": lambda on: _ASKED & Q(state__in=[state.value for state in UNDECIDED]),
    "taken-back": lambda on: _ASKED & Q(state=BriefingState.WITHDRAWN),
    "answered": lambda on: _ASKED & Q(decided_by__isnull=False, decided_at__isnull=False),
    "offered": lambda on: _OTHERS,
    "taken-up": lambda on: _OTHERS & Q(state__in=[state.value for state in SERVED]),
    "not-taken": lambda on: _OTHERS & Q(state=BriefingState.NOT_TAKEN),
    "silent": lambda on: _OTHERS & Q(state=BriefingState.OFFERED, answer_by__lt=on),
    "to-answer": lambda on: _OTHERS & Q(state=BriefingState.OFFERED) & ~Q(answer_by__lt=on),
    "told": lambda on: _OTHERS & Q(state=BriefingState.TOLD),
    "ended": lambda on: _OTHERS & Q(state=BriefingState.WITHDRAWN),
}

# Each figure of one group.
Counts = Mapping[str, int]


@dataclass(frozen=True)
class GroupCounts:
    """One group in the period: members in office on its last day, each figure, the days of each answer."""

    group: PoliticalGroup
    seats: int
    counts: Counts
    days: tuple[int, ...]


def begun_in(rows: QuerySet[Briefing], period: Period) -> QuerySet[Briefing]:
    """Those that the group asked for, was offered or was told of in the period."""
    return rows.filter(asked_at__date__range=(period.first, period.last))


def rows_behind(
    rows: QuerySet[Briefing], what: str, group: int, period: Period, *, on: datetime.date
) -> QuerySet[Briefing]:
    """The rows that a figure of a group counts; `rows` are those that the viewer may see."""
    return begun_in(rows, period).filter(FIGURES[what](on), group=group)


def counts_of(*periods: Period, on: datetime.date, only: int | None = None) -> list[dict[int, Counts]]:
    """Each figure of each group in each of these periods, which share no day; one query for all of them."""
    asked_on = TruncDate("asked_at")
    whens = [
        When(asked_on__range=(one.first, one.last), then=Value(place)) for place, one in enumerate(periods)
    ]
    rows = Briefing.objects.alias(asked_on=asked_on).annotate(which=Case(*whens, output_field=IntegerField()))
    rows = rows.filter(Q(which__isnull=False)).order_by()
    if only is not None:
        rows = rows.filter(group=only)
    numbers = {key: Count("pk", filter=where(on)) for key, where in FIGURES.items()}
    found: list[dict[int, Counts]] = [{} for _one in periods]
    counted: Iterable[Any] = (
        rows.values("which", "group").annotate(**numbers).values_list("which", "group", *FIGURES)
    )
    for place, group, *each in counted:
        found[place][group] = dict(zip(FIGURES, each, strict=True))
    return found


def by_group(
    period: Period,
    *,
    on: datetime.date,
    only: int | None = None,
    counts: Mapping[int, Counts] | None = None,
    seats: Mapping[int, int] | None = None,
) -> list[GroupCounts]:
    """Every group that has seats at the end of the period or rows in it, by name; `only` that one group.

    `counts` and `seats` where they were asked for already.
    """
    if counts is None:
        [counts] = counts_of(period, on=on, only=only)
    if seats is None:
        seats = seats_on(period.last)
    rows = begun_in(Briefing.objects.all(), period).order_by()
    if only is not None:
        rows = rows.filter(group=only)
    days = _days(rows.filter(FIGURES["answered"](on)))
    wanted = counts.keys() | seats.keys() if only is None else {only}
    return [
        GroupCounts(
            group,
            seats.get(group.pk, 0),
            counts.get(group.pk, dict.fromkeys(FIGURES, 0)),
            tuple(days.get(group.pk, ())),
        )
        for group in PoliticalGroup.objects.filter(pk__in=wanted).order_by("name", "from_on", "pk")
    ]


_seats = Written(
    lambda on: (
        GroupMembership.objects.on(on)
        .filter(person__in=terms_of_members(on=on).values("person"), group__in=PoliticalGroup.objects.on(on))
        .order_by()
        .values("group")
        .annotate(seats=Count("pk"))
        .values_list("group", "seats")
    )
)


def seats_on(on: datetime.date) -> dict[int, int]:
    """How many members in office each group of the day has."""
    return dict(_seats(on))


def last_election(*, on: datetime.date) -> datetime.date | None:
    """The day from which the council is the one that was elected last, in whole or by thirds.

    It is the day on which most elected members of the day began, or the last poll of the whole area in the
    register of elections, whichever is later: the members of one poll begin some days after it. None where
    members began on different days and no such poll was entered.
    """
    terms = MemberTerm.objects.on(on).filter(kind=MemberTerm.Kind.ELECTED)
    began = began_together(terms.values_list("from_on", flat=True))
    return max((day for day in (began, last_poll(before=on)) if day), default=None)


def waiting_or_answered(group: int | None, *, first: datetime.date) -> QuerySet[Briefing]:
    """The cases by which an alarm is raised: requests since the day, and those that still wait from before.

    Not those that the text itself bars, which are answered at once, nor those taken back unanswered.
    """
    rows = Briefing.objects.filter(_ASKED).filter(
        Q(asked_at__date__gte=first) | Q(state__in=[state.value for state in UNDECIDED])
    )
    answered = Q(decided_by__isnull=False, decided_at__isnull=False)
    rows = rows.filter(answered | Q(state__in=[state.value for state in UNDECIDED]))
    return rows if group is None else rows.filter(group=group)


def days_waited(*, first: datetime.date, on: datetime.date) -> dict[int, list[int]]:
    """Of each group the working days of those cases: to the answer, or until the day."""
    return _days(waiting_or_answered(None, first=first).order_by(), until=on)


def _days(rows: QuerySet[Briefing], *, until: datetime.date | None = None) -> dict[int, list[int]]:
    days = calendar()
    found: dict[int, list[int]] = defaultdict(list)
    for group, asked, decided in rows.values_list("group", "asked_at", "decided_at"):
        last = timezone.localdate(decided) if decided else until
        if last is not None:
            found[group].append(days.working_days_between(timezone.localdate(asked), last))
    return found
