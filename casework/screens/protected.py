"""The tables of a report without the numbers that may not be shown, held against reports that were given."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import product

from casework.rules.periods import Period
from casework.rules.suppression import SMALLEST, Key, Numbers, Sum, hidden
from casework.screens.figures import Cell, Column, Row, Table, Unit

# A cell by its report, table, row and column; and which of its numbers: itself, or what a share leaves.
Place = tuple[Period, str, str, str]
TOTAL = "="
_NUMBER, _REST, _WHOLE = "number", "rest", "whole"
_NOTHING: Mapping[str, Sequence[str]] = {}


@dataclass(frozen=True)
class Earlier:
    """A report that was given, or a page: its days, its tables with whole numbers, and what it showed."""

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
        self._read_shares(period, table, lines)
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
        """Where a column is a whole, the columns up to the next whole are parts of it, or shares of it."""
        whole: Key | None = None
        parts: list[Key] = []
        for column in (*table.columns, None):
            if column is None or (column.is_whole and column.unit is Unit.COUNT):
                self._read_parts(whole, parts, public=not table.people)
                whole, parts = None, []
            if column is None:
                return
            place = period, table.key, row.key, column.key
            if column.is_whole:
                whole = place, _NUMBER
            elif column.unit is Unit.COUNT:
                parts.append((place, _NUMBER))
            elif column.unit is Unit.SHARE and whole is not None:
                self.add(whole, [(place, _WHOLE)])

    def _read_shares(self, period: Period, table: Table, lines: Sequence[Row]) -> None:
        """A column that says on every line what a share counts, or what it leaves, tells the share again."""
        counts = [one for one in table.columns if one.unit is Unit.COUNT]
        for share in table.columns:
            if share.unit is not Unit.SHARE:
                continue
            for column, kind in product(counts, (_NUMBER, _REST)):
                pairs: list[tuple[Key, Key]] = [
                    (
                        ((period, table.key, row.key, share.key), kind),
                        ((period, table.key, row.key, column.key), _NUMBER),
                    )
                    for row in lines
                ]
                if all(self.values.get(told) == self.values.get(again) for told, again in pairs):
                    for told, again in pairs:
                        self.add(told, [again])

    def _read_parts(self, whole: Key | None, parts: Sequence[Key], *, public: bool) -> None:
        """They add up to the whole; or each leaves something of it, which is as telling as itself."""
        if whole not in self.values or self.add(whole, parts):
            return
        for part in parts:
            left: Key = (part, _REST)
            if part in self.values and self.values[part] <= self.values[whole]:
                self.values[left] = self.values[whole] - self.values[part]
                self.add(whole, (part, left))
                if public:
                    self.public.add(left)

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


def protect(
    tables: Sequence[Table],
    *,
    period: Period,
    earlier: Iterable[Earlier] = (),
    rests_on: Mapping[str, Sequence[str]] = _NOTHING,
) -> tuple[Table, ...]:
    """The tables with every number hidden that is small, or would give a small one away.

    `rests_on` names, by the key of a table, the columns whose cases its days were measured on; where it says
    nothing no days are shown, because nobody knows of how few they are.
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
    return tuple(_covered(period, table, covered, rests_on.get(table.key, ())) for table in tables)


def _lines(table: Table) -> tuple[Row, ...]:
    if table.total is None:
        return table.rows
    return (*table.rows, replace(table.total, key=TOTAL))


def _cells(period: Period, table: Table, row: Row) -> Iterable[tuple[Place, Cell]]:
    """The cells that count; days are looked at when all counts are known, and a target tells of nobody."""
    for column, cell in zip(table.columns, row.cells, strict=True):
        if column.unit in (Unit.COUNT, Unit.SHARE):
            # Of a count, what it is out of is no share.
            out_of = cell.of if column.unit is Unit.SHARE else None
            yield (period, table.key, row.key, column.key), replace(cell, of=out_of)


def _join_totals(book: _Book, period: Period, tables: Sequence[Table]) -> None:
    """Totals of one name and one number are taken for the same, in whichever tables they stand.

    So is a line that has the name of a column: «late» among where each enquiry is counted, and all late ones;
    and a whole in two parts, which says of either part what a share of its name says elsewhere.
    """
    first: dict[tuple[str, str, int], Key] = {}
    for table in tables:
        for name, kind, key in _named(book, period, table):
            number = book.values.get(key, 0)
            if number:
                same = first.setdefault((name, kind, number), key)
                if same != key:
                    book.add(same, [key])


def _named(book: _Book, period: Period, table: Table) -> Iterable[tuple[str, str, Key]]:
    """The totals of a table by the names that they have elsewhere: the name, which of its numbers, where."""
    places: list[tuple[str, Place]] = [
        (column.key, (period, table.key, TOTAL, column.key)) for column in table.columns
    ]
    if len(table.columns) == 1:
        places += [(row.key, (period, table.key, row.key, table.columns[0].key)) for row in table.rows]
    for name, place in places:
        for kind in (_NUMBER, _REST, _WHOLE):
            yield name, kind, (place, kind)
    total = {column.key: ((period, table.key, TOTAL, column.key), _NUMBER) for column in table.columns}
    for whole, *parts in _segments(table.columns):
        if len(parts) == 2 and Sum(total[whole], (total[parts[0]], total[parts[1]])) in book.sums:
            for part, left in (parts, parts[::-1]):
                yield part, _WHOLE, total[whole]
                yield part, _REST, total[left]


def _segments(columns: Sequence[Column]) -> list[list[str]]:
    """Each column of counts that is a whole, with those after it that are parts of it."""
    found: list[list[str]] = []
    for column in columns:
        if column.unit is Unit.COUNT and column.is_whole:
            found.append([column.key])
        elif column.unit is Unit.COUNT and found:
            found[-1].append(column.key)
    return found


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
    # A page may be of the same days as a report.
    every = list(dict.fromkeys((period, *others)))
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
            if not left and len(found) == len(inner) and _is_whole(outer, inner):
                # Nothing is left of four quarters, so nothing that might be larger.
                book.add((place, kind), found)
                continue
            rest: Key = (outer, place, kind, _REST)
            book.values[rest] = left
            if (place, kind) in book.public:
                book.public.add(rest)
            book.add((place, kind), [*found, rest])


def _is_whole(outer: Period, inner: Sequence[Period]) -> bool:
    """Whether the shorter ones have each day of the longer."""
    return sum((one.last - one.first).days + 1 for one in inner) == (outer.last - outer.first).days + 1


def _is_of(key: tuple[object, ...], period: Period) -> bool:
    place = key[0]
    return len(key) == 2 and isinstance(place, tuple) and len(place) == 4 and place[0] == period


def _covered(period: Period, table: Table, covered: set[Place], rests_on: Sequence[str]) -> Table:
    rows = tuple(_covered_row(period, table, row, covered, rests_on) for row in _lines(table))
    if table.total is None:
        return replace(table, rows=rows)
    return replace(table, rows=rows[:-1], total=rows[-1])


HIDDEN = Cell(None, is_hidden=True)


def _covered_row(period: Period, table: Table, row: Row, covered: set[Place], rests_on: Sequence[str]) -> Row:
    here = {one.key: (period, table.key, row.key, one.key) for one in table.columns}
    found = {column.key: cell for column, cell in zip(table.columns, row.cells, strict=True)}
    # Days of fewer than five, or days that would tell whether a hidden number is small, large or nought.
    of_few = table.people and sum(found[key].number or 0 for key in rests_on) < SMALLEST
    of_hidden = table.people and any(here[key] in covered for key in rests_on)
    cells = []
    for column in table.columns:
        cell = found[column.key]
        is_gone = here[column.key] in covered
        if column.unit is Unit.DAYS:
            is_gone = of_hidden or (of_few and cell.number is not None)
        cells.append(HIDDEN if is_gone else replace(cell, url=""))
    return replace(row, cells=tuple(cells))
