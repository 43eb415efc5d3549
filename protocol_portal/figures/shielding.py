"""Small numbers: a leader counts the group and must not know one member’s case by a number."""

from collections.abc import Sequence
from dataclasses import replace

from casework.rules.periods import Period
from casework.screens.figures import Table
from casework.screens.protected import protect


def shielded(tables: Sequence[Table], period: Period) -> tuple[Table, ...]:
    """The tables with numbers below five hidden, and what would give them away; no list opens.

    A heading is the message of whole numbers, so it says what is counted instead.
    """
    found = protect(tables, period=period)
    return tuple(replace(table, heading=table.about, about="") for table in found)
