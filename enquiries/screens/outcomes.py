"""What came of the enquiries that were received, counted in one pass for every table that tells of it."""

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Case, CharField, Count, F, Value, When
from django.db.models.functions import TruncMonth

from enquiries.queries import Enquiries
from enquiries.screens.figures import Month
from enquiries.screens.narrowing import (
    IN_TIME,
    LATE,
    MOVED,
    UNDATED,
    acknowledged_in_time,
    acknowledgement_due,
    answered_late,
    counted,
    in_first_time,
    moved_in_time,
    promise_broken,
    promise_kept,
    undated,
    with_acknowledgement,
    with_outcomes,
)
from enquiries.states import State

KEPT, BROKEN = "kept", "broken"
# One row for each month of receipt and each way in which enquiries came out.
Outcomes = list[Mapping[str, Any]]


def outcomes(received: Enquiries, *, today: datetime.date, place: str) -> Outcomes:
    """Of those that were received, by month and place: where figures of time count them, what became of the
    promise, why the reply was late; and how many of each were to be acknowledged by a day, and were.

    `place` is the path to what has a name, by which the rows are in order. Each enquiry comes with `earlier`,
    which the rows have under `was`.
    """
    rows = with_acknowledgement(with_outcomes(received)).order_by()
    dims = {"month": TruncMonth("received_on"), "end": _end(today), "promise": _promise(today)}
    late = Case(When(counted() & answered_late(today), then=F("late_because")), output_field=CharField())
    return list(
        rows.values(was=F("earlier"), place=F(place), name=F(f"{place}__name"), **dims, because=late)
        .annotate(
            number=Count("pk"),
            to_acknowledge=Count("pk", filter=acknowledgement_due()),
            acknowledged=Count("pk", filter=acknowledged_in_time(today)),
        )
        .order_by(F("name"))
    )


def _end(today: datetime.date) -> Case:
    """Where figures of time count each, in exactly one place."""
    return Case(
        When(state=State.WITHDRAWN, then=Value(State.WITHDRAWN.value)),
        When(state=State.MERGED, then=Value(State.MERGED.value)),
        When(undated(), then=Value(UNDATED)),
        When(moved_in_time(), then=Value(MOVED)),
        When(in_first_time(today), then=Value(IN_TIME)),
        default=Value(LATE),
        output_field=CharField(),
    )


def _promise(today: datetime.date) -> Case:
    """What became of the day that a holding reply promised; null where none did."""
    return Case(
        When(promise_kept(today), then=Value(KEPT)),
        When(promise_broken(today), then=Value(BROKEN)),
        output_field=CharField(),
    )


def by_end(rows: Iterable[Mapping[str, Any]]) -> Counter[str]:
    """How many came out in each way."""
    return _sums(rows, "end")


def by_reason(rows: Iterable[Mapping[str, Any]]) -> Counter[str]:
    """How many late replies each reason was given for; «» where none was."""
    return _sums((one for one in rows if one["because"] is not None), "because")


def months_in(rows: Iterable[Mapping[str, Any]]) -> list[Month]:
    """Each month in which anything is counted, the earliest first."""
    found: dict[datetime.date, Counter[str]] = {}
    for one in rows:
        if one["end"] in (IN_TIME, LATE):
            sums = found.setdefault(one["month"], Counter())
            sums.update({one["end"]: one["number"]})
            sums.update({str(one["promise"]): one["number"]})
    return [
        Month(
            first_day=month,
            due=sums[IN_TIME] + sums[LATE],
            in_time=sums[IN_TIME],
            promised=sums[KEPT] + sums[BROKEN],
            kept=sums[KEPT],
        )
        for month, sums in sorted(found.items())
    ]


def promises_by_place(rows: Iterable[Mapping[str, Any]]) -> list[tuple[int | None, str | None, int, int]]:
    """Of each place with a promise its number and name, and how many were kept and broken: most broken first.

    Only those that figures of time count.
    """
    found: dict[tuple[int | None, str | None], Counter[str]] = {}
    for one in rows:
        if one["promise"] and one["end"] in (IN_TIME, LATE):
            found.setdefault((one["place"], one["name"]), Counter())[one["promise"]] += one["number"]
    lines = [(place, name, sums[KEPT], sums[BROKEN]) for (place, name), sums in found.items()]
    return sorted(lines, key=lambda line: -line[3])


def _sums(rows: Iterable[Mapping[str, Any]], key: str) -> Counter[str]:
    found: Counter[str] = Counter()
    for one in rows:
        found[one[key]] += one["number"]
    return found
