"""No small number of real tables can be worked out: tried against a reader who solves every sum at once."""

import datetime
import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

import pytest

from casework.rules.periods import Period, months_of, year_of
from casework.rules.suppression import is_small
from casework.screens.figures import Cell, Row, Table, Unit
from casework.screens.protected import protect
from council.queries import Standing
from enquiries.screens.figures import Month, Tally
from enquiries.screens.narrowing import LATE
from enquiries.screens.outcomes import BROKEN, KEPT
from protocol_portal.figures import in_time, late, satisfaction, signing
from protocol_portal.figures.choosing import apart, offered
from protocol_portal.figures.scope import Reach, Scope
from protocol_portal.figures.shielding import shielded
from protocol_portal.signing.people import Places
from tests.factories import council as make
from tests.factories.enquiries import on_day

pytestmark = pytest.mark.django_db
YEAR = year_of(datetime.date(2025, 4, 1))
TODAY = datetime.date(2026, 5, 4)
# What a reader knows of every line: a column, which of its numbers, and of which columns it is the sum.
Told = tuple[tuple[str, str], tuple[tuple[str, str], ...]]
TIMES: tuple[Told, ...] = (
    (("counted", "number"), (("in-time", "of"),)),
    (("late", "number"), (("in-time", "left"),)),
)
KNOWN: Mapping[str, tuple[Told, ...]] = {
    "months": TIMES,
    "satisfaction": (
        (("judged", "number"), (("content", "of"),)),
        (("not-content", "number"), (("content", "left"),)),
    ),
    "promises": ((("promised", "number"), (("kept", "number"), ("missed", "number"))),),
}
ACROSS = (
    (("months", "kept", "number"), ("promises", "kept", "number")),
    (("months", "kept", "of"), ("promises", "promised", "number")),
    (("months", "kept", "left"), ("promises", "missed", "number")),
)
Name = tuple[str, str, str, str]
Line = dict[Name, int]


@pytest.fixture
def scope() -> Scope:
    """A leader’s: numbers, and no lists."""
    return a_scope(on_day(make.a_member()))


def a_scope(who: Standing) -> Scope:
    return Scope(who, Reach.GROUP, YEAR, TODAY)


def months(scope: Scope, *lines: tuple[int, int, int, int]) -> Table:
    """The real table: counted, late, with a promise, promise kept."""
    days = [datetime.date(2025, 4 + place, 1) for place in range(len(lines))]
    found = [
        Month(day, counted, counted - late, promised, kept)
        for day, (counted, late, promised, kept) in zip(days, lines, strict=True)
    ]
    return in_time._by_month(scope, found)


def judged(scope: Scope, *lines: tuple[int, int]) -> Table:
    """The real table: judged, and not content."""
    found = [
        {"key": place, "name": f"Service {place}", "judged": number, "content": number - bad}
        for place, (number, bad) in enumerate(lines)
    ]
    return satisfaction._table(scope, found)


def promises(scope: Scope, *lines: tuple[int, int]) -> Table:
    """The real table: promised, and missed."""
    found = [
        {"place": place, "name": f"Directorate {place}", "end": LATE, "promise": promise, "number": count}
        for place, (number, missed) in enumerate(lines)
        for promise, count in ((KEPT, number - missed), (BROKEN, missed))
        if count
    ]
    return in_time._promises(scope, found)


def numbers(cell: Cell) -> Mapping[str, int]:
    """A cell’s numbers, by which they are."""
    of = cell.of
    return {"number": cell.number or 0} | ({} if of is None else {"of": of, "left": of - (cell.number or 0)})


def lines_of(table: Table) -> Iterable[tuple[str, Row]]:
    yield from ((row.key, row) for row in table.rows)
    if table.total:
        yield "=", table.total


def sums(tables: Sequence[Table], values: Mapping[Name, int]) -> list[Line]:
    """Every sum that holds between them, each nought altogether."""
    found: list[Line] = []
    for table in tables:
        for key, _row in lines_of(table):
            found += in_line(table, key)
        totals = [name for name in values if name[:2] == (table.key, "=")]
        found += [{name: 1} | {(table.key, row.key, *name[2:]): -1 for row in table.rows} for name in totals]
    keys = {table.key for table in tables}
    for (one, *first), (other, *second) in ACROSS:
        if {one, other} <= keys:
            found.append({(one, "=", first[0], first[1]): 1, (other, "=", second[0], second[1]): -1})
    return found


def in_line(table: Table, key: str) -> Iterable[Line]:
    """Those of one line: what a share leaves, and what the reader knows of the columns."""
    for column in table.columns:
        if column.unit is Unit.SHARE:
            at = (table.key, key, column.key)
            yield {(*at, "of"): 1, (*at, "number"): -1, (*at, "left"): -1}
    for (whole, kind), parts in KNOWN[table.key]:
        yield {(table.key, key, whole, kind): 1} | {(table.key, key, *part): -1 for part in parts}


def read(table: Table, shown: Table) -> tuple[dict[Name, int], set[Name]]:
    """The numbers of a table, and which of them stand there for everybody."""
    values: dict[Name, int] = {}
    open_: set[Name] = set()
    for (key, row), (_key, seen) in zip(lines_of(table), lines_of(shown), strict=True):
        for column, cell, told in zip(table.columns, row.cells, seen.cells, strict=True):
            found = {(table.key, key, column.key, kind): one for kind, one in numbers(cell).items()}
            values |= found
            open_ |= set() if told.is_hidden else found.keys()
    return values, open_


def worked_out(tables: Sequence[Table], shown: Sequence[Table]) -> list[tuple[Name, int]]:
    """The small numbers that stand there, or that follow from what stands there."""
    values: dict[Name, int] = {}
    open_: set[Name] = set()
    for table, other in zip(tables, shown, strict=True):
        found, seen = read(table, other)
        values |= found
        open_ |= seen
    return small(values, open_, sums(tables, values))


def small(values: Mapping[Name, int], open_: set[Name], every: Sequence[Line]) -> list[tuple[Name, int]]:
    """Those of the numbers that are small, and open or without a choice."""
    assert not [one for one in every if sum(sign * values[name] for name, sign in one.items())]
    alone = solved([name for name in values if name not in open_], every)
    return [(name, values[name]) for name in open_ | alone if is_small(values[name])]


def solved(names: Sequence[Name], every: Sequence[Line]) -> set[Name]:
    """The unknown numbers of which the sums leave no choice."""
    rows = [[Fraction(line.get(name, 0)) for name in names] for line in every]
    done = 0
    for place in range(len(names)):
        pivot = next((one for one in range(done, len(rows)) if rows[one][place]), None)
        if pivot is None:
            continue
        rows[done], rows[pivot] = rows[pivot], rows[done]
        first = [number / rows[done][place] for number in rows[done]]
        rows[done] = first
        for one, row in enumerate(rows):
            if one != done and row[place]:
                by = row[place]
                rows[one] = [a - by * b for a, b in zip(row, first, strict=True)]
        done += 1
    left = ([place for place, number in enumerate(row) if number] for row in rows[:done])
    return {names[places[0]] for places in left if len(places) == 1}


def told(*tables: Table) -> list[tuple[Name, int]]:
    """What a reader of these tables in one report works out."""
    return worked_out(tables, protect(tables, period=YEAR))


def test_what_is_late_is_not_worked_out_from_what_is_in_time(scope: Scope) -> None:
    table = months(scope, (20, 3, 0, 0), (20, 7, 0, 0), (15, 9, 0, 0))
    (shown,) = protect([table], period=YEAR)
    for row in shown.rows[:2]:
        assert row.cells[1].is_hidden == row.cells[2].is_hidden
    assert not told(table)
    assert not told(judged(scope, (20, 3), (20, 7), (15, 9)))


def test_no_year_made_by_chance_gives_a_small_number_away(scope: Scope) -> None:
    chance = random.Random(5)  # noqa: S311 - tables for a test, no secret
    for _year in range(60):
        lines = []
        for _month in range(6):
            counted = chance.randrange(8, 40)
            promised = chance.randrange(counted // 2)
            kept = chance.randint(0, promised)
            lines.append((counted, chance.randrange(min(counted, 12)), promised, kept))
        months_of_it = months(scope, *lines)
        made, kept = sum(line[2] for line in lines), sum(line[3] for line in lines)
        first, lost = chance.randint(0, kept), chance.randint(0, made - kept)
        by = ((first + lost, lost), (made - first - lost, made - kept - lost))
        services = [(number, chance.randrange(min(number, 9))) for number in chance.sample(range(6, 30), 5)]
        assert not told(months_of_it, promises(scope, *by))
        assert not told(judged(scope, *services))


def read_together(scope: Scope, year: Sequence[Month], periods: Iterable[Period]) -> list[tuple[Name, int]]:
    """What a leader works out who reads the page of each period: a month is the same on all of them."""
    values: dict[Name, int] = {}
    open_: set[Name] = set()
    every: list[Line] = []
    for period in periods:
        within = [one for one in year if one.first_day in period]
        table = in_time._by_month(replace(scope, period=period), within)
        (shown,) = shielded([table], period)
        found, seen = read(table, shown)
        names = {name: (name[0], name[1].replace("=", period.key), *name[2:]) for name in found}
        values |= {names[name]: number for name, number in found.items()}
        open_ |= {names[name] for name in seen}
        every += [{names[name]: sign for name, sign in line.items()} for line in sums([table], found)]
    return small(values, open_, every)


def a_spring(*lines: tuple[int, int]) -> list[Month]:
    """Months from April 2025: how many were counted, and how many of them late."""
    days = [datetime.date(2025, 4 + place, 1) for place in range(len(lines))]
    return [Month(day, of, of - late_ones, 0, 0) for day, (of, late_ones) in zip(days, lines, strict=True)]


def test_a_leader_does_not_find_april_by_the_pages_of_the_quarter_and_of_june(scope: Scope) -> None:
    spring, today = a_spring((22, 2), (20, 8), (14, 7)), datetime.date(2025, 8, 4)
    assert not read_together(scope, spring, [period for period, _words in apart(today)])
    everything = dict(read_together(scope, spring, [period for period, _words in offered(today)]))
    assert everything["months", "2025-04", "late", "number"] == 2


def test_no_months_by_chance_are_found_from_all_pages_that_a_leader_ever_reads(scope: Scope) -> None:
    chance = random.Random(8)  # noqa: S311 - months for a test, no secret
    days = [TODAY - datetime.timedelta(days=back) for back in range(0, 366, 5)]
    periods = list(dict.fromkeys(period for day in days for period, _words in apart(day)))
    first = min(period.first for period in periods)
    given_away = 0
    for _year in range(25):
        months_of_it = []
        for month in months_of(Period(first, TODAY)):
            counted = chance.randrange(5, 40)
            promised = chance.randrange(counted)
            in_time_ones, kept = counted - chance.randint(0, min(counted, 12)), chance.randint(0, promised)
            months_of_it.append(Month(month.first, counted, in_time_ones, promised, kept))
        assert not read_together(scope, months_of_it, periods)
        everything = [period for period, _words in offered(TODAY)]
        given_away += bool(read_together(scope, months_of_it, everything))
    assert given_away


def overdue(scope: Scope, *lines: tuple[int, int, int]) -> Table:
    """The real table: open, overdue, days of the oldest; as a leader reads it."""
    tallies = [
        Tally(
            key=str(place),
            name=f"Directorate {place}",
            open=number,
            overdue=late_ones,
            unowned=0,
            oldest_on=TODAY - datetime.timedelta(days=days) if late_ones else None,
        )
        for place, (number, late_ones, days) in enumerate(lines)
    ]
    table = late._overdue(scope, tallies, key="directorate", without="", about="Overdue, now")
    (found,) = shielded([table], Period(TODAY, TODAY))
    return found


def test_the_days_of_the_oldest_are_hidden_where_few_are_overdue(scope: Scope) -> None:
    found = overdue(scope, (20, 2, 37), (60, 9, 12), (70, 30, 20))
    days = [row.cells[3] for row in (*found.rows, found.total or found.rows[0])]
    assert days[0].is_hidden
    # The longest of all would be that of the line that is not shown.
    assert days[3].is_hidden
    assert 37 not in [cell.number for cell in days]
    kept = overdue(scope, (60, 9, 12), (70, 30, 20))
    assert [row.cells[3].number for row in (*kept.rows, kept.total or kept.rows[0])] == [12, 20, 20]


def test_a_report_does_not_say_who_has_not_signed() -> None:
    empty = signing.table([], Places({}, {}), None, key="protocol")
    lines = {"group": (30, 25), "none": (1, 0)}
    rows = tuple(
        Row(key, key, (Cell(asked), Cell(signed, asked), Cell(asked - signed)))
        for key, (asked, signed) in lines.items()
    )
    full = replace(empty, rows=rows, total=Row("total", "", (Cell(31), Cell(25, 31), Cell(6))))
    (shown,) = protect([full], period=YEAR)
    assert all(cell.is_hidden for cell in shown.rows[1].cells)
