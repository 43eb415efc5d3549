"""Figures of a period, each with the list behind it: for pages, reports and files alike."""

import datetime
from collections.abc import Callable

from casework.rules.periods import Period
from casework.screens.figures import Table
from council.queries import Standing
from protocol_portal.figures import access, briefings, complaints, in_time, late, satisfaction, treatment
from protocol_portal.figures.scope import Figure, Reach, Scope, reach_of
from protocol_portal.figures.shielding import shielded

# In the order of the page. Those of now do not change with the period.
Subject = Callable[[Scope], list[Figure]]
NOW: tuple[Subject, ...] = (late.figures,)
OF_PERIOD: tuple[Subject, ...] = (
    in_time.figures,
    satisfaction.figures,
    treatment.figures,
    complaints.figures,
    briefings.figures,
    access.figures,
)
# A leader reads and opens every briefing of the group, so nothing of them is hidden.
OPEN = "briefings"


def tables(who: Standing, period: Period, *, today: datetime.date) -> tuple[Table, ...]:
    """Every table that the person may see, of what they may see: those of now, then those of the period.

    A few queries a table, however many cases there are. A group’s leader gets counts without lists, and small
    ones hidden; their own group’s briefings they open all the same.
    """
    scope = Scope(who, reach_of(who), period, today)
    return tuple(one.table for one in (*now(scope), *of_period(scope)))


def now(scope: Scope) -> tuple[Figure, ...]:
    """Those that say what stands today."""
    return _made(scope, NOW)


def of_period(scope: Scope) -> tuple[Figure, ...]:
    """Those that count what was received, asked or begun in the period, each beside the period before."""
    return _made(scope, OF_PERIOD)


def _made(scope: Scope, subjects: tuple[Subject, ...]) -> tuple[Figure, ...]:
    found = [figure for figures in subjects for figure in figures(scope)]
    if scope.reach is not Reach.GROUP:
        return tuple(found)
    # Two periods side by side would tell by their difference what one of them hides.
    small = shielded([one.table for one in found if one.table.key != OPEN], scope.period)
    covered = {table.key: Figure(table) for table in small}
    return tuple(covered.get(one.table.key, one) for one in found)
