"""Every figure once more, in plain SQL that was written by hand: another way to the same number.

Nothing of the code under test is imported for the SQL: its conditions are the definitions of the page, read
by somebody who knows the tables. Replies and promises are counted from messages where the figures read the
case's own row. Here over a few cases, made so that no figure is nothing; over a generated year beside it.
"""

from collections.abc import Iterator

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from casework.rules.periods import Period
from tests.factories.enquiries import on_day
from tests.factories.figures import Year, a_year
from tests.protocol_portal.compared_figures import Asked, of_table, wrong_in
from tests.protocol_portal.sql_figures import QUERIES


@pytest.fixture(scope="module")
def few(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Year]:
    """Made once for this file: nothing here changes it."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield a_year()
        transaction.set_rollback(True)


@pytest.mark.parametrize("name", ["monitoring officer", "director", "leader"])
def test_each_figure_of_a_few_cases_of_every_kind_equals_what_plain_sql_counts(few: Year, name: str) -> None:
    assert wrong_in(Asked(on_day(few.people[name]), Period(few.first, few.last), few.last)) == []


def test_every_table_has_its_second_computation_and_says_something_of_the_few(few: Year) -> None:
    asked = Asked(on_day(few.people["monitoring officer"]), Period(few.first, few.last), few.last)
    found = asked.figures()
    assert found.keys() == QUERIES.keys()
    assert [key for key, figure in found.items() if not of_table(figure.table)] == []
