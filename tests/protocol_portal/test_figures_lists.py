"""Behind every number of every table stands a list of as many rows, for whoever may open it."""

import html
import re
from collections.abc import Iterator, Sequence
from urllib.parse import urljoin

import pytest
from django.db import transaction
from django.test import Client
from pytest_django import DjangoDbBlocker

from casework.rules.periods import Period
from casework.screens.figures import Cell, Column, Unit
from council.models import Person
from protocol_portal.figures import now, of_period, tables
from protocol_portal.figures.scope import Figure, Scope, reach_of
from protocol_portal.figures.shielding import RESTS_ON
from tests.factories.browsers import signed_in
from tests.factories.enquiries import on_day
from tests.factories.figures import Year, a_year

COUNT = re.compile(r"([\d,]+) cases?\. <a")
# A row of each list: of a table of cases, of complaints and requests, of briefings.
ROW = re.compile(r'<li class="app-row"|<tr class="govuk-table__row">\s*<td')
OLDER = re.compile(r'href="([^"]+)" rel="next"')


@pytest.fixture(scope="module")
def year(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Year]:
    """Made once for this file: nothing here changes it."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield a_year()
        transaction.set_rollback(True)


def rows_of(client: Client, address: str) -> int:
    """How many rows the list has, over all its pages; where it says how many, it says the same."""
    number, said, page_of = 0, None, address
    while page_of:
        response = client.get(page_of)
        assert response.status_code == 200, address
        page = response.content.decode()
        number += len(ROW.findall(page))
        found, older = COUNT.search(page), OLDER.search(page)
        said = int(found[1].replace(",", "")) if found else said
        page_of = urljoin(page_of, html.unescape(older[1])) if older else ""
    assert said in (None, number), address
    return number


def figures_of(person: Person, year: Year) -> tuple[Figure, ...]:
    """Every figure of the person, each with the period before."""
    who, period = on_day(person), Period(year.first, year.last)
    scope = Scope(who, reach_of(who), period, year.last)
    return (*now(scope), *of_period(scope))


def cells(found: tuple[Figure, ...]) -> Iterator[tuple[str, Cell, int]]:
    """Every number with a list behind it, of the period before too: what it is, and how many rows it has."""
    for table, before in found:
        for row in filter(None, (*table.rows, table.total, before)):
            numbers = {one.key: cell.number for one, cell in zip(table.columns, row.cells, strict=True)}
            for column, cell in zip(table.columns, row.cells, strict=True):
                if cell.url:
                    counts = rests_on(table.key, column) if column.unit is Unit.DAYS else (column.key,)
                    rows = sum(numbers[key] or 0 for key in counts)
                    yield f"{table.key}, {row.label}, {column.label}", cell, rows


def rests_on(table: str, column: Column) -> Sequence[str]:
    """The columns that count what the days were measured on."""
    return (f"{column.key}-replies",) if table == "patterns" else RESTS_ON[table]


@pytest.mark.parametrize(
    ("name", "fewest"),
    [
        ("monitoring officer", 61),
        ("democratic services", 41),
        ("director", 31),
        ("officer", 31),
        ("leader", 4),
    ],
)
def test_every_list_has_as_many_rows_as_its_number_says(year: Year, name: str, fewest: int) -> None:
    person = year.people[name]
    client = signed_in(person)
    seen, wrong = {}, []
    for what, cell, number in cells(figures_of(person, year)):
        if cell.url not in seen:
            seen[cell.url] = rows_of(client, cell.url)
        if seen[cell.url] != number:
            wrong.append((what, cell, seen[cell.url]))
    assert wrong == []
    assert sum(number > 0 for number in seen.values()) >= fewest


def test_every_typical_and_longest_time_opens_the_list_that_it_was_measured_on(year: Year) -> None:
    found = figures_of(year.people["monitoring officer"], year)
    closed = [
        (table.key, row.label)
        for table, _before in found
        for row in table.rows
        for column, cell in zip(table.columns, row.cells, strict=True)
        if column.unit is Unit.DAYS and cell.number is not None and not cell.url
    ]
    assert closed == []


def test_a_leader_opens_no_case_from_the_counts_of_the_group(year: Year) -> None:
    found = figures_of(year.people["leader"], year)
    opening = {one.table.key for one in found if any(cells((one,)))}
    assert opening == {"briefings"}


def test_a_figure_of_one_directorate_counts_nothing_of_another(year: Year) -> None:
    period = Period(year.first, year.last)
    everything, theirs = (
        {one.key: one for one in tables(on_day(year.people[name]), period, today=year.last)}
        for name in ("monitoring officer", "director")
    )
    assert [row.label for row in theirs["overdue-directorate"].rows] == ["Housing"]
    assert len(everything["overdue-directorate"].rows) == 3
    whole, part = (one["accounted"].total for one in (everything, theirs))
    assert whole
    assert part
    assert (whole.cells[0].number or 0) > (part.cells[0].number or 0) > 0
