"""Tables of a report: what is small goes, with its row, column, share, other tables and earlier reports."""

import datetime
from collections.abc import Sequence

import pytest

from casework.rules.periods import Period, quarter_of, year_of
from casework.screens.figures import Cell, Column, Row, Table, Unit
from casework.screens.protected import Earlier, protect
from casework.screens.sections import Section, kept, section_of

YEAR = year_of(datetime.date(2025, 4, 1))
QUARTERS = [quarter_of(datetime.date(2025, month, 1)) for month in (4, 7, 10)] + [
    quarter_of(datetime.date(2026, 1, 1))
]


def a_table(
    key: str, columns: Sequence[Column], *lines: tuple[str, Sequence[Cell]], total: bool = True
) -> Table:
    """Rows of cells; the total is their sum, days left out."""
    rows = tuple(Row(label, label, tuple(cells)) for label, cells in lines)
    summed = tuple(
        Cell(None)
        if column.unit is Unit.DAYS
        else Cell(
            sum(row.cells[place].number or 0 for row in rows),
            sum(row.cells[place].of or 0 for row in rows) if column.unit is Unit.SHARE else None,
        )
        for place, column in enumerate(columns)
    )
    return Table(key, key, "", tuple(columns), rows, Row("total", "All", summed) if total else None)


COUNT = (Column("number", "Number"),)
TIMES = (Column("counted", "Counted", is_whole=True), Column("in-time", "In time", Unit.SHARE))


def counts(key: str, **numbers: int) -> Table:
    """One column of counts."""
    return a_table(key, COUNT, *((name, [Cell(number)]) for name, number in numbers.items()))


def shown(table: Table) -> dict[str, list[int | None]]:
    """The numbers that stand there, by line; None for what is not shown."""
    lines = (*table.rows, *([table.total] if table.total else ()))
    return {row.label: [None if cell.is_hidden else cell.number for cell in row.cells] for row in lines}


def alone(table: Table, **options: object) -> dict[str, list[int | None]]:
    """The table in a report of its own."""
    (found,) = protect([table], period=YEAR, **options)  # type: ignore[arg-type]
    return shown(found)


def test_a_small_line_goes_with_the_next_larger_and_the_total_stays() -> None:
    found = alone(counts("stages", upheld=2, open=7, closed=30))
    assert found == {"upheld": [None], "open": [None], "closed": [30], "All": [39]}


def test_a_share_of_which_little_is_left_goes_and_so_does_another_of_its_column() -> None:
    table = a_table(
        "months",
        TIMES,
        ("April", [Cell(40), Cell(38, 40)]),
        ("May", [Cell(50), Cell(30, 50)]),
        ("June", [Cell(60), Cell(45, 60)]),
    )
    found = alone(table)
    assert found["April"] == [40, None]
    assert [found["May"][1], found["June"][1]].count(None) == 1
    assert found["All"] == [150, 113]


def test_all_in_time_and_none_in_time_tell_of_nobody_in_particular() -> None:
    table = a_table("months", TIMES, ("April", [Cell(9), Cell(9, 9)]), ("May", [Cell(8), Cell(0, 8)]))
    assert alone(table) == {"April": [9, 9], "May": [8, 0], "All": [17, 9]}


@pytest.mark.parametrize(("replied", "days"), [(5, 12), (4, None)])
def test_days_that_rest_on_few_are_not_shown(replied: int, days: int | None) -> None:
    columns = (Column("replied", "Replied"), Column("days", "Days", Unit.DAYS))
    table = a_table("groups", columns, ("One", [Cell(replied), Cell(12)]), ("Two", [Cell(70), Cell(9)]))
    found = alone(table, rests_on={"groups": ("replied",)})
    assert found["One"][1] == days
    # Days beside a number that is hidden for the sake of another would tell that it is not small.
    assert (found["Two"][0] is None) == (found["Two"][1] is None)


def test_a_number_that_stands_in_another_table_too_gives_nothing_away() -> None:
    accounted = a_table("accounted", COUNT, ("moved", [Cell(2)]), ("late", [Cell(12)]), ("open", [Cell(9)]))
    late = a_table(
        "months",
        (Column("counted", "Counted", is_whole=True), Column("late", "Late")),
        ("April", [Cell(40), Cell(6)]),
        ("May", [Cell(41), Cell(6)]),
    )
    first, second = (shown(table) for table in protect([accounted, late], period=YEAR))
    assert first["moved"] == [None]
    assert first["late"] == [12] or second["All"][1] is None


def test_a_table_for_everybody_is_shown_as_it_is() -> None:
    table = counts("signed", one=1, two=2)
    public = Table(table.key, "", "", table.columns, table.rows, table.total, people=False)
    assert alone(public) == {"one": [1], "two": [2], "All": [3]}


def given(period: Period, table: Table) -> Earlier:
    """A report that was given, with what it showed."""
    return Earlier(period, (table,), protect([table], period=period))


def test_a_year_less_three_quarters_does_not_tell_the_fourth() -> None:
    earlier = [given(one, counts("stages", upheld=10, open=20)) for one in QUARTERS[:3]]
    year = counts("stages", upheld=32, open=90)
    assert alone(year)["upheld"] == [32]
    found = alone(year, earlier=earlier)
    assert found["upheld"] == [None]
    # Where the fourth quarter is large enough, the year is shown whole.
    assert alone(counts("stages", upheld=37, open=90), earlier=earlier)["upheld"] == [37]


def test_a_quarter_that_was_not_shown_is_not_found_from_the_year() -> None:
    numbers = (10, 10, 10, 3)
    earlier = [
        given(one, counts("stages", upheld=number, open=20, closed=40))
        for one, number in zip(QUARTERS, numbers, strict=True)
    ]
    assert shown(earlier[-1].shown[0])["upheld"] == [None]
    found = alone(counts("stages", upheld=sum(numbers), open=80, closed=160), earlier=earlier)
    assert found["upheld"] == [None]


def test_a_quarter_beside_the_year_that_was_given_does_not_tell_the_others() -> None:
    year = given(YEAR, counts("stages", upheld=14, open=90))
    found = protect([counts("stages", upheld=12, open=20)], period=QUARTERS[0], earlier=[year])
    assert shown(found[0])["upheld"] == [None]


def test_a_part_is_kept_and_read_again_as_it_was_without_addresses() -> None:
    table = a_table("months", TIMES, ("April", [Cell(40, url="/list/"), Cell(38, 40)]))
    section = Section("enquiries", "Enquiries", (table,), ("Train in March.",))
    again = section_of(kept(section))
    assert again.tables[0].rows[0].cells[0] == Cell(40)
    assert again.tables[0].total == table.total
    assert (again.key, again.heading, again.lines) == (section.key, section.heading, section.lines)
