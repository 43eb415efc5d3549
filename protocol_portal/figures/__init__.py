"""Figures of a period, each with the list behind it: for pages, reports and files alike."""

import datetime

from casework.rules.periods import Period
from casework.screens.figures import Table
from council.queries import Standing
from protocol_portal.figures import access, briefings, complaints, in_time, late, satisfaction, treatment
from protocol_portal.figures.scope import Reach, Scope, reach_of
from protocol_portal.figures.shielding import shielded

# In the order of the page. Those of now do not change with the period.
NOW = (late,)
# A leader reads and opens every briefing of the group, so nothing of them is hidden.
OPEN = "briefings"
OF_PERIOD = (in_time, satisfaction, treatment, complaints, briefings, access)


def tables(who: Standing, period: Period, *, today: datetime.date) -> tuple[Table, ...]:
    """Every table that the person may see, of what they may see: those of now, then those of the period.

    One or two queries a table, however many cases there are. A group’s leader gets counts without lists, and
    small ones hidden; their own group’s briefings they open all the same.
    """
    return (*now(who, period, today=today), *of_period(who, period, today=today))


def now(who: Standing, period: Period, *, today: datetime.date) -> tuple[Table, ...]:
    """Those that say what stands today."""
    scope = Scope(who, reach_of(who), period, today)
    return _made(scope, NOW)


def of_period(who: Standing, period: Period, *, today: datetime.date) -> tuple[Table, ...]:
    """Those that count what was received, asked or begun in the period."""
    scope = Scope(who, reach_of(who), period, today)
    return _made(scope, OF_PERIOD)


def _made(scope: Scope, subjects: tuple[object, ...]) -> tuple[Table, ...]:
    found = [table for subject in subjects for table in subject.tables(scope)]  # type: ignore[attr-defined]
    if scope.reach is not Reach.GROUP:
        return tuple(found)
    covered = {one.key: one for one in shielded([one for one in found if one.key != OPEN], scope.period)}
    return tuple(covered.get(table.key, table) for table in found)
