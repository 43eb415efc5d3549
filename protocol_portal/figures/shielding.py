"""Small numbers: a leader counts the group and must not know one member’s case by a number."""

from dataclasses import replace

from casework.screens.figures import Cell, Row, Table
from complaints.rules.figures import protected

_HIDDEN = Cell(None, is_hidden=True)


def shielded(table: Table) -> Table:
    """The table with numbers below five hidden, and what would give them away; no list opens."""
    columns = [tuple(row.cells[place] for row in table.rows) for place in range(len(table.columns))]
    hidden = [_hidden_in(column) for column in columns]
    rows = tuple(
        replace(row, cells=tuple(_shown(cell, place in hidden[at]) for at, cell in enumerate(row.cells)))
        for place, row in enumerate(table.rows)
    )
    total = table.total and _total(table.total, hidden, len(table.rows))
    return replace(table, heading=table.about, about="", rows=rows, total=total)


def _shown(cell: Cell, is_hidden: bool) -> Cell:
    return _HIDDEN if is_hidden else replace(cell, url="")


def _total(total: Row, hidden: list[frozenset[int]], rows: int) -> Row:
    """Of a column of which nothing is shown no total stands, if it is itself small."""
    cells = tuple(_shown(cell, -1 in hidden[at]) for at, cell in enumerate(total.cells))
    return replace(total, cells=cells)


def _hidden_in(column: tuple[Cell, ...]) -> frozenset[int]:
    """The places of the rows that are hidden; -1 stands for the total."""
    found: set[int] = set()
    for numbers in _numbers(column):
        shown = protected({str(place): number for place, number in enumerate(numbers)})
        found |= {int(place) for place, number in shown.cells.items() if number is None}
        if shown.total is None:
            found.add(-1)
    return frozenset(found)


def _numbers(column: tuple[Cell, ...]) -> list[list[int]]:
    """What must not be known where it is small: counts; of shares the part, the rest and the whole."""
    parts = [cell.number or 0 for cell in column]
    if not any(cell.of is not None for cell in column):
        return [parts]
    wholes = [cell.of or 0 for cell in column]
    return [parts, wholes, [whole - part for part, whole in zip(parts, wholes, strict=True)]]
