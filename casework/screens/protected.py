"""The tables of a report without the numbers that may not be shown, held against reports that were given."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from casework.rules.periods import Period
from casework.rules.suppression import SMALLEST, Key, Numbers, Sum, hidden
from casework.screens.figures import Cell, Row, Table, Unit

# A cell by its report, table, row and column; and which of its numbers: itself, or what a share leaves.
Place = tuple[Period, str, str, str]
TOTAL = "="
_NUMBER, _REST, _WHOLE = "number", "rest", "whole"


@dataclass(frozen=True)
class Earlier:
    """A report that was given: its days, its tables with whole numbers, and the places that it showed."""

    period: Period
    tables: tuple[Table, ...]
    shown: tuple[Table, ...]


@dataclass
class _Book:
    """All numbers that hang together, as they are read from tables."""

    values: dict[Key, int] = field(default_factory=dict)
    sums: list[Sum] = field(default_factory=list)
    places: dict[Place, frozenset[Key]] = field(default_factory=dict)
    public: set[Key] = field(default_factory=set)

    def read(self, period: Period, table: Table) -> None:
        """The numbers of a table, and the sums that a reader can do with them."""
        lines = _lines(table)
        for row in lines:
            for place, cell in _cells(period, table, row):
                self._note(place, cell, public=not table.people)
            self._read_row(period, table, row)
        if table.total is not None:
            self._read_columns(period, table)

    def _note(self, place: Place, cell: Cell, *, public: bool) -> None:
        if cell.number is None:
            return
        keys: list[Key] = [(place, _NUMBER)]
        self.values[place, _NUMBER] = cell.number
        if cell.of is not None:
            self.values |= {(place, _WHOLE): cell.of, (place, _REST): max(0, cell.of - cell.number)}
            self.add((place, _WHOLE), ((place, _NUMBER), (place, _REST)))
            keys += [(place, _WHOLE), (place, _REST)]
        self.places[place] = frozenset(keys)
        if public:
            self.public.update(keys)

    def _read_row(self, period: Period, table: Table, row: Row) -> None:
        """Parts of a whole, where a column is one; a share whose whole stands in a column."""
        here = {one.key: (period, table.key, row.key, one.key) for one in table.columns}
        wholes = [here[one.key] for one in table.columns if one.is_whole and one.unit is Unit.COUNT]
        if not wholes or (wholes[0], _NUMBER) not in self.values:
            return
        whole: Key = (wholes[0], _NUMBER)
        counts = [one.key for one in table.columns if one.unit is Unit.COUNT and not one.is_whole]
        parts: list[Key] = [(here[key], _NUMBER) for key in counts if (here[key], _NUMBER) in self.values]
        if not self.add(whole, parts):
            for part in parts:
                left: Key = (part, _REST)
                self.values[left] = max(0, self.values[whole] - self.values[part])
                self.add(whole, (part, left))
                if not table.people:
                    self.public.add(left)
        for one in table.columns:
            if one.unit is Unit.SHARE:
                self.add(whole, [(here[one.key], _WHOLE)])

    def _read_columns(self, period: Period, table: Table) -> None:
        for column in table.columns:
            for kind in (_NUMBER, _REST, _WHOLE):
                parts: list[Key] = [((period, table.key, row.key, column.key), kind) for row in table.rows]
                total: Key = ((period, table.key, TOTAL, column.key), kind)
                self.add(total, [part for part in parts if part in self.values])

    def add(self, whole: Key, parts: Sequence[Key]) -> bool:
        """Notes a sum, where it is one."""
        if whole not in self.values or not parts or any(part not in self.values for part in parts):
            return False
        if self.values[whole] != sum(self.values[part] for part in parts):
            return False
        self.sums.append(Sum(whole, tuple(parts)))
        return True


def protect(tables: Sequence[Table], *, period: Period, earlier: Iterable[Earlier] = ()) -> tuple[Table, ...]:
    """The tables with every number hidden that is small, or would give a small one away.

    Reckoned with: rows, columns, shares and totals that stand in several tables; and reports that were given
    on days within these or around them, because a year less three quarters is the fourth.
    """
    book, earlier = _Book(), tuple(earlier)
    for table in tables:
        book.read(period, table)
    _join_totals(book, period, tables)
    places = dict(book.places)
    told = _read_earlier(book, earlier)
    _join_periods(book, period, [one.period for one in earlier])
    numbers = Numbers(
        book.values,
        tuple(book.sums),
        tuple(places.values()),
        told=frozenset(told),
        public=frozenset(book.public),
    )
    gone = hidden(numbers)
    covered = {place for place, keys in places.items() if not gone.isdisjoint(keys)}
    return tuple(_covered(period, table, covered) for table in tables)


def _lines(table: Table) -> tuple[Row, ...]:
    if table.total is None:
        return table.rows
    return (*table.rows, replace(table.total, key=TOTAL))


def _cells(period: Period, table: Table, row: Row) -> Iterable[tuple[Place, Cell]]:
    """The cells that count; days are looked at when all counts are known."""
    for column, cell in zip(table.columns, row.cells, strict=True):
        if column.unit is not Unit.DAYS:
            # Of a count, what it is out of is no share.
            out_of = cell.of if column.unit is Unit.SHARE else None
            yield (period, table.key, row.key, column.key), replace(cell, of=out_of)


def _join_totals(book: _Book, period: Period, tables: Sequence[Table]) -> None:
    """Totals of one name and one number are taken for the same, in whichever tables they stand."""
    first: dict[tuple[str, str, int], Key] = {}
    for table in tables:
        for column in table.columns:
            for kind in (_NUMBER, _REST, _WHOLE):
                total: Key = ((period, table.key, TOTAL, column.key), kind)
                number = book.values.get(total, 0)
                if number:
                    same = first.setdefault((column.key, kind, number), total)
                    if same != total:
                        book.add(same, [total])


def _read_earlier(book: _Book, earlier: Iterable[Earlier]) -> set[Key]:
    """Their numbers, and of those what everybody knows because it was shown."""
    told: set[Key] = set()
    for report in earlier:
        for table in report.tables:
            book.read(report.period, table)
        for table in report.shown:
            for row in _lines(table):
                for place, cell in _cells(report.period, table, row):
                    if not cell.is_hidden:
                        told |= book.places.get(place, frozenset())
    return told


def _join_periods(book: _Book, period: Period, others: Sequence[Period]) -> None:
    """A longer period is the sum of the shorter ones within it and of what is left."""
    every = [period, *others]
    for outer in every:
        inner = [one for one in every if one != outer and one.first in outer and one.last in outer]
        if outer != period and period not in inner:
            continue
        for place, kind in [key for key in book.values if isinstance(key, tuple) and _is_of(key, outer)]:
            parts: list[Key] = [((one, *place[1:]), kind) for one in inner]
            found = [part for part in parts if part in book.values]
            left = book.values[place, kind] - sum(book.values[part] for part in found)
            if not found or left < 0:
                continue
            rest: Key = (outer, place, kind, _REST)
            book.values[rest] = left
            if (place, kind) in book.public:
                book.public.add(rest)
            book.add((place, kind), [*found, rest])


def _is_of(key: tuple[object, ...], period: Period) -> bool:
    place = key[0]
    return len(key) == 2 and isinstance(place, tuple) and len(place) == 4 and place[0] == period


def _covered(period: Period, table: Table, covered: set[Place]) -> Table:
    rows = tuple(_covered_row(period, table, row, covered) for row in _lines(table))
    if table.total is None:
        return replace(table, rows=rows)
    return replace(table, rows=rows[:-1], total=rows[-1])


_HIDDEN = Cell(None, is_hidden=True)


def _covered_row(period: Period, table: Table, row: Row, covered: set[Place]) -> Row:
    here = {one.key: (period, table.key, row.key, one.key) for one in table.columns}
    whole = next(
        (place for place, one in zip(here.values(), table.columns, strict=True) if one.is_whole), None
    )
    cells = []
    for column, cell in zip(table.columns, row.cells, strict=True):
        if column.unit is Unit.DAYS:
            is_gone = table.people and _is_of_few(cell, whole in covered, _count_of(table, row))
        else:
            is_gone = here[column.key] in covered
        cells.append(_HIDDEN if is_gone else replace(cell, url=""))
    return replace(row, cells=tuple(cells))


def _is_of_few(cell: Cell, base_is_hidden: bool, base: int | None) -> bool:
    """Whether days rest on fewer than five cases, or would tell that a hidden number is not small."""
    if cell.number is None:
        return False
    rests_on = cell.of if cell.of is not None else base
    return base_is_hidden or rests_on is None or rests_on < SMALLEST


def _count_of(table: Table, row: Row) -> int | None:
    found = (cell.number for one, cell in zip(table.columns, row.cells, strict=True) if one.is_whole)
    return next(found, None)
