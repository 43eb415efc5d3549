"""Answered in time, against the first date and against the promise; and where every enquiry was counted."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from casework.rules.periods import Period, month_of, months_of
from casework.screens.figures import Cell, Column, Row, Table, Unit
from enquiries.screens.figures import Month, share
from enquiries.screens.narrowing import (
    COUNTED,
    IN_TIME,
    LATE,
    MOVED,
    PROMISED,
    UNDATED,
)
from enquiries.screens.outcomes import by_end, months_in, promises_by_place
from enquiries.states import State
from protocol_portal.figures.scope import Figure, Scope, compared, total_of
from protocol_portal.figures.targets import Targets, held_against
from rulebook.wording import gettext_noop

# Where each enquiry stands once in figures of time: the words, and the filters of its list.
ENDS: Mapping[str, tuple[str, dict[str, str]]] = {
    IN_TIME: (gettext_noop("In time for the first date"), {"first": IN_TIME}),
    LATE: (gettext_noop("Late for the first date"), {"first": LATE}),
    MOVED: (gettext_noop("Moved to another process in time"), {"first": MOVED}),
    UNDATED: (gettext_noop("Without a due date"), {"first": UNDATED}),
    State.MERGED.value: (gettext_noop("Merged into another"), {"state": State.MERGED.value}),
    State.WITHDRAWN.value: (gettext_noop("Withdrawn"), {"state": State.WITHDRAWN.value}),
}


def figures(scope: Scope) -> list[Figure]:
    """Three tables of what was received in the period."""
    months = compared(scope, scope.outcomes, lambda which, rows: _by_month(which, months_in(rows)))
    return [
        held_against(months, scope, Targets.read()),
        compared(scope, scope.outcomes, _promises),
        compared(scope, scope.outcomes, _accounted),
    ]


def _by_month(scope: Scope, months: Iterable[Month]) -> Table:
    found = {month.first_day: month for month in months}
    shown = months_of(scope.period.until(scope.today)) if scope.period.first <= scope.today else ()
    rows = tuple(_month(scope, one, found.get(month_of(one.first).first)) for one in shown)
    urls = (
        scope.url_of_period(first=COUNTED),
        scope.url_of_period(first=IN_TIME),
        scope.url_of_period(first=LATE),
        scope.url_of_period(promise=IN_TIME),
    )
    columns = (
        Column("counted", _("Counted"), is_whole=True),
        Column("in-time", _("In time for the first date"), Unit.SHARE),
        Column("late", _("Late for the first date")),
        Column("kept", _("Promise kept"), Unit.SHARE),
    )
    total = total_of(_("All months"), columns, rows, urls)
    return Table(
        "months",
        _months_heading(total),
        _(
            "Enquiries by month of receipt, against the first due date and against the day that a holding "
            "reply promised"
        ),
        columns,
        rows,
        total,
        _means(),
    )


def _means() -> tuple[tuple[str, str], ...]:
    return (
        (
            _("In time for the first date"),
            _(
                "The full reply was sent on or before the first due date, or it is not sent and that date is "
                "not past. A holding reply does not move the first due date. What was declined was answered. "
                "If an enquiry was reopened, its first full reply counts."
            ),
        ),
        (
            _("Promise kept"),
            _(
                "Enquiries with a holding reply: the full reply was sent on or before the day it promised, "
                "or it is not sent and that day is not past. Of several holding replies the earliest day "
                "counts, so that a second one undoes no promise. Where two enquiries were merged, the one "
                "that goes on is held to the earlier promise of both. A date that the member agreed to is no "
                "promise and is not counted here."
            ),
        ),
        (
            _("Counted"),
            _(
                "Enquiries received in the month. Left out are withdrawn and merged ones, those without a "
                "due date, and those moved to another process by the first due date. What was moved after "
                "that date was late before, and stays so."
            ),
        ),
    )


def _month(scope: Scope, days: Period, month: Month | None) -> Row:
    due, in_time = (month.due, month.in_time) if month else (0, 0)
    promised, kept = (month.promised, month.kept) if month else (0, 0)
    key = days.key
    return Row(
        f"{days.first:%Y-%m}",
        date_format(days.first, "F Y"),
        (
            Cell(due, url=scope.url(received=key, first=COUNTED)),
            Cell(in_time, due, scope.url(received=key, first=IN_TIME)),
            Cell(due - in_time, url=scope.url(received=key, first=LATE)),
            Cell(kept, promised, scope.url(received=key, promise=IN_TIME)),
        ),
    )


def _months_heading(total: Row | None) -> str:
    """The message where there is no target: the share alone."""
    if total is None or not total.cells[1].of:
        return _("No enquiry of this period is counted yet")
    in_time = total.cells[1]
    return _("%(share)s in time for the first date") % {"share": share(in_time.number or 0, in_time.of or 0)}


def _promises(scope: Scope, found: Sequence[Mapping[str, Any]]) -> Table:
    key = "service" if scope.is_within else "directorate"
    without = _("Not sure which service") if scope.is_within else _("Not yet routed")
    rows = []
    for place, name, kept, missed in promises_by_place(found):
        at = {key: "none" if place is None else str(place)}
        cells = (
            Cell(kept + missed, url=scope.url_of_period(promise=PROMISED, **at)),
            Cell(kept, url=scope.url_of_period(promise=IN_TIME, **at)),
            Cell(missed, url=scope.url_of_period(promise=LATE, **at)),
        )
        rows.append(Row(at[key], name or without, cells))
    urls = tuple(scope.url_of_period(promise=one) for one in (PROMISED, IN_TIME, LATE))
    columns = (
        Column("promised", _("With a holding reply"), is_whole=True),
        Column("kept", _("Promise kept")),
        Column("missed", _("Promise not kept")),
    )
    total = total_of(_("All"), columns, rows, urls)
    missed_in_all = (total.cells[2].number or 0) if total else 0
    return Table(
        "promises",
        _promises_heading(missed_in_all, total),
        _("Enquiries with a holding reply, by the day that it promised"),
        columns,
        tuple(rows),
        total,
    )


def _promises_heading(missed: int, total: Row | None) -> str:
    if total is None:
        return _("No holding reply promised a date")
    if not missed:
        return _("Every date that a holding reply promised was kept so far")
    words = _("%(missed)s of %(made)s dates that holding replies promised were missed")
    return words % {"missed": f"{missed:,}", "made": f"{total.cells[0].number or 0:,}"}


def _accounted(scope: Scope, found: Sequence[Mapping[str, Any]]) -> Table:
    """Every enquiry that was received stands in one line, so that none can be moved out of sight."""
    counts = by_end(found)
    rows = tuple(
        Row(key, _(words), (Cell(counts[key], url=scope.url_of_period(**filters)),))
        for key, (words, filters) in ENDS.items()
    )
    columns = (Column("number", _("Enquiries")),)
    total = total_of(_("All received"), columns, rows, (scope.url_of_period(),))
    number = (total.cells[0].number or 0) if total else 0
    return Table(
        "accounted",
        _("Where each of the %(number)s enquiries received is counted") % {"number": f"{number:,}"},
        _("Enquiries received, by how figures of time count them"),
        columns,
        rows,
        total,
        (
            (
                _("Each in one line"),
                _(
                    "Every enquiry received stands in exactly one line. No date can be moved for many cases "
                    "at once: each has its own reason and its own entry in its timeline."
                ),
            ),
        ),
    )
