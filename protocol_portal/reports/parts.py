"""The parts of a report in their order, each made by itself, so that a worker can go on anywhere."""

import datetime
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from casework.rules.periods import Period
from casework.screens.figures import Table
from casework.screens.protected import Earlier
from casework.screens.sections import Section
from council.queries import Standing
from protocol_portal.figures import access, briefings, in_time, satisfaction, treatment
from protocol_portal.figures.scope import Figure, Reach, Scope
from protocol_portal.figures.signing import signed
from protocol_portal.reports import counted
from rulebook.wording import gettext_noop

Made = tuple[Sequence[Table], Sequence[str]]


@dataclass(frozen=True)
class Part:
    """One part: its heading, and what it counts; `when_over`: only of days that are over.

    `beside`: what a page shows of the same, to whoever reads the report too.
    """

    key: str
    heading: str
    make: Callable[[Scope], Made]
    when_over: bool = False
    beside: Callable[[Scope], tuple[Earlier, ...]] = lambda _scope: ()


# Figures that name single officers are for the monitoring officer alone, and go into no report.
_NAMES_PEOPLE = frozenset({"patterns", "workload"})


def _tables(figures: Iterable[Figure]) -> list[Table]:
    return [one.table for one in figures]


def _in_time(scope: Scope) -> Made:
    by = [counted.in_time_by(scope, key) for key in ("directorate", "service")]
    return (*_tables(in_time.figures(scope)), *by), ()


def _complaints(scope: Scope) -> Made:
    return counted.complaint_tables(scope), counted.learned(scope.period)


def _signed(scope: Scope) -> Made:
    """On the last day that is counted."""
    found = signed(scope.who, min(scope.period.last, scope.today))
    return (found,) if found else (), ()


def _determinations(scope: Scope) -> Made:
    return (counted.determinations(scope.period),), counted.published_determinations(scope.period)


PARTS: tuple[Part, ...] = (
    Part("enquiries", gettext_noop("Enquiries"), _in_time),
    Part(
        "satisfaction",
        gettext_noop("Whether replies answered"),
        lambda scope: (_tables(satisfaction.figures(scope)), ()),
    ),
    Part("treatment", gettext_noop("Equal treatment"), lambda scope: (_tables(treatment.figures(scope)), ())),
    Part(
        "complaints",
        gettext_noop("Complaints"),
        _complaints,
        when_over=True,
        beside=counted.complaints_page,
    ),
    Part(
        "briefings",
        gettext_noop("Briefings of political groups"),
        lambda scope: (_tables(briefings.figures(scope)), ()),
    ),
    Part("access", gettext_noop("Access to documents"), lambda scope: (_tables(access.figures(scope)), ())),
    Part("determinations", gettext_noop("Disputes"), _determinations, when_over=True),
    Part("signed", gettext_noop("The protocol signed as read"), _signed),
)
NOT_YET = gettext_noop("These are counted when the days of the report are over. Make it anew then.")
# Beside the parts themselves: hiding what may not be shown, and the files.
STEPS = len(PARTS) + 1


def made(part: Part, who: Standing, period: Period, *, today: datetime.date) -> Section:
    """The part as that person may count it: of the whole council, on the day.

    Headings that say a number are left out, because the number may be one that is not shown; and no table is
    for everybody to see whole, whatever its own page shows. Whoever has the report made may be a side of a
    complaint: while its days go on, a number that grows would tell them so.
    """
    if part.when_over and today <= period.last:
        return Section(part.key, _(part.heading), (), (_(NOT_YET),))
    scope = Scope(who, Reach.COUNCIL, period.until(today), today)
    tables, lines = part.make(scope)
    return Section(part.key, _(part.heading), tuple(_plain(tables)), tuple(lines), part.beside(scope))


def _plain(tables: Iterable[Table]) -> Iterable[Table]:
    for table in tables:
        if table.key not in _NAMES_PEOPLE and table.rows:
            yield replace(table, heading=table.about, about="", people=True)
