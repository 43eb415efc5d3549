"""Small numbers: a leader counts the group and must not know one member’s case by a number."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from casework.rules.periods import Period
from casework.screens.figures import Table, Unit
from casework.screens.protected import HIDDEN, protect

# On which columns the days of a table rest: of few cases they are not shown, nor in a table that is not here.
RESTS_ON: Mapping[str, Sequence[str]] = {
    "overdue-directorate": ("overdue",),
    "overdue-service": ("overdue",),
    "groups": ("replied",),
    "offices": ("replied",),
    "briefings": ("given", "agreed", "declined"),
}
# Tables whose total says the longest of its lines: beside those that are shown it tells of one that is not.
_LONGEST = frozenset({"overdue-directorate", "overdue-service"})


def shielded(tables: Sequence[Table], period: Period) -> tuple[Table, ...]:
    """The tables with numbers below five hidden, and what would give them away; no list opens.

    A heading is the message of whole numbers, so it says what is counted instead.
    """
    found = protect(tables, period=period, rests_on=RESTS_ON)
    return tuple(replace(_without_longest(table), heading=table.about, about="") for table in found)


def _without_longest(table: Table) -> Table:
    if table.key not in _LONGEST or table.total is None:
        return table
    cells = list(table.total.cells)
    for place, column in enumerate(table.columns):
        if column.unit is Unit.DAYS and any(row.cells[place].is_hidden for row in table.rows):
            cells[place] = HIDDEN
    return replace(table, total=replace(table.total, cells=tuple(cells)))
