"""Counts of complaints by the quarter in which they began, for figures: numbers alone, each by one query."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import Case, CharField, Count, F, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce, Concat, TruncQuarter
from django.utils import timezone

from casework.rules.periods import Period
from complaints.models import Complaint, Remedy
from complaints.queries import Complaints
from complaints.states import ComplaintState

# By the first day of the quarter, what is counted and how many.
Counts = dict[datetime.date, dict[str, int]]
INFORMAL, IN_HAND, ELSEWHERE, WITHDRAWN = "informal", "in-hand", "elsewhere", "withdrawn"
DONE, LATE_OR_OPEN = "done", "open"


def by_pairing(first: datetime.date, last: datetime.date) -> Counts:
    """Who complained about whom: «member-officer»."""
    pairing = Concat(F("complainant_kind"), Value("-"), F("subject_kind"), output_field=CharField())
    return _counted(_begun(first, last).annotate(key=pairing))


def by_stage(first: datetime.date, last: datetime.date) -> Counts:
    """Where each stands, or how it ended: one of these for each, so that no two tables tell more than one."""
    return _counted(_begun(first, last).annotate(key=stage()))


def stage() -> Case:
    """Where a complaint stands, or how it ended, as figures and the lists behind them name it."""
    return Case(
        When(state=ComplaintState.WITHDRAWN, then=Value(WITHDRAWN)),
        When(~Q(outcome=""), then=F("outcome")),
        When(~Q(referred_to=""), then=Value(ELSEWHERE)),
        When(state=ComplaintState.INFORMAL, then=Value(INFORMAL)),
        default=Value(IN_HAND),
        output_field=CharField(),
    )


def begun_in(rows: Complaints, period: Period) -> Complaints:
    """Those that began in the period, with their `stage`; a concern that was only noted has not begun."""
    begun = Coalesce("informal_on", "received_on")
    found = rows.annotate(begun=begun).filter(begun__range=(period.first, period.last))
    return found.annotate(stage=stage())


def by_remedy(first: datetime.date, last: datetime.date) -> Counts:
    """What was to be put right, and whether it was, by the quarter in which the complaint began."""
    begun = Coalesce("complaint__informal_on", "complaint__received_on")
    done = Case(
        When(done_on__isnull=False, then=Value(DONE)), default=Value(LATE_OR_OPEN), output_field=CharField()
    )
    rows = Remedy.objects.annotate(begun=begun).filter(begun__range=(first, last))
    return _counted(rows.order_by().annotate(quarter=TruncQuarter("begun"), key=done))


def days_taken(
    first: datetime.date, last: datetime.date
) -> tuple[dict[datetime.date, list[int]], dict[datetime.date, list[int]]]:
    """The calendar days from receipt to acknowledgement, and to the decision, by quarter."""
    rows = _begun(first, last).filter(received_on__isnull=False)
    acknowledged: dict[datetime.date, list[int]] = defaultdict(list)
    decided: dict[datetime.date, list[int]] = defaultdict(list)
    for quarter, received, *moments in rows.values_list(
        "quarter", "received_on", "acknowledged_at", "decided_at"
    ):
        for found, moment in zip((acknowledged, decided), moments, strict=True):
            if moment is not None:
                found[quarter].append((timezone.localdate(moment) - received).days)
    return acknowledged, decided


def _begun(first: datetime.date, last: datetime.date) -> QuerySet[Any]:
    """Those that began between the days, erased ones too; a concern that was only noted has not begun."""
    begun = Coalesce("informal_on", "received_on")
    rows = Complaint.objects.annotate(begun=begun).filter(begun__range=(first, last))
    return rows.order_by().annotate(quarter=TruncQuarter("begun"))


def _counted(rows: QuerySet[Any]) -> Counts:
    found: Counts = defaultdict(dict)
    counted: Iterable[tuple[datetime.date, str, int]] = (
        rows.values("quarter", "key").annotate(number=Count("pk")).values_list("quarter", "key", "number")
    )
    for quarter, key, number in counted:
        found[quarter][key] = number
    return found
