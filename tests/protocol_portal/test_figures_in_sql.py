"""Every figure once more, in plain SQL that was written by hand: another way to the same number.

Nothing of the code under test is imported for the SQL: its conditions are the definitions of the page, read
by somebody who knows the tables. Replies are counted from messages where the figures read the case's own row.
"""

import datetime
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from django.db import connection, transaction
from pytest_django import DjangoDbBlocker

from casework.rules.periods import Period
from casework.screens.figures import Table
from protocol_portal.figures import tables
from tests.factories.enquiries import on_day
from tests.factories.figures import Year, a_year
from tests.protocol_portal.sql_figures import QUERIES

Numbers = dict[str, tuple[Any, ...]]


@pytest.fixture(scope="module")
def year(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Year]:
    """Made once for this file: nothing here changes it."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield a_year()
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def figures(year: Year) -> Mapping[str, Table]:
    """All tables of the monitoring officer, who sees every enquiry."""
    who = on_day(year.people["monitoring officer"])
    return {one.key: one for one in tables(who, Period(year.first, year.last), today=year.last)}


def of_table(table: Table) -> Numbers:
    """The lines that count anything, by key; of a share, its part."""
    found = {row.key: tuple(cell.number for cell in row.cells) for row in table.rows}
    return {key: numbers for key, numbers in found.items() if any(numbers)}


def in_sql(query: str, *, first: datetime.date, last: datetime.date, person: int) -> Numbers:
    """The same from the database; a line that counts nothing is no line."""
    with connection.cursor() as cursor:
        cursor.execute(query, {"first": first, "last": last, "today": last, "person": person})
        rows = cursor.fetchall()
    return {str(key): tuple(numbers) for key, *numbers in rows if any(numbers)}


@pytest.mark.parametrize("key", sorted(QUERIES))
def test_each_figure_equals_what_plain_sql_counts(year: Year, figures: Mapping[str, Table], key: str) -> None:
    person = year.people["monitoring officer"].pk
    expected = in_sql(QUERIES[key], first=year.first, last=year.last, person=person)
    assert expected
    assert of_table(figures[key]) == expected


def test_no_table_is_without_its_second_computation(figures: Mapping[str, Table]) -> None:
    assert figures.keys() == QUERIES.keys()


def test_every_table_of_the_year_says_something(figures: Mapping[str, Table]) -> None:
    assert [key for key, table in figures.items() if not of_table(table)] == []
