"""Every figure once more, in plain SQL that was written by hand: another way to the same number.

Nothing of the code under test is imported for the SQL: its conditions are the definitions of the page, read
by somebody who knows the tables. Replies and promises are counted from messages where the figures read the
case's own row. It is done twice: over a few cases that were made so that no figure is nothing, and over a
generated year, of the whole council, of a directorate, and of a group before small numbers are hidden.
"""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pytest
from django.db import connection, transaction
from pytest_django import DjangoDbBlocker

from casework.rules.periods import Period, quarter_of
from casework.screens.figures import Row, Table, Unit
from council.models import GroupMembership, Person, PostHolding
from council.queries import Standing, standing_of
from protocol_portal.figures import NOW, OF_PERIOD
from protocol_portal.figures.scope import Figure, Scope, reach_of
from rulebook.post import Post
from tests.factories.enquiries import on_day
from tests.factories.figures import Year, a_year
from tests.factories.generated import TODAY, a_generated_year
from tests.protocol_portal.sql_figures import KEYS, QUERIES, lines, sums

Numbers = dict[str, tuple[Any, ...]]
# Without the days of briefings, which tests/briefings/test_figures_counted_twice.py counts a second time.
UNCOUNTED = {("briefings", "days")}
HALF_A_YEAR = Period(TODAY - datetime.timedelta(days=181), TODAY)
GOES_ON = quarter_of(TODAY)


@dataclass(frozen=True)
class Asked:
    """Whose figures, of which days."""

    who: Standing
    period: Period
    today: datetime.date

    @property
    def scope(self) -> Scope:
        """As the page would make it, before anything is hidden."""
        return Scope(self.who, reach_of(self.who), self.period, self.today)

    def figures(self) -> dict[str, Figure]:
        """Every figure, by the key of its table."""
        return {one.table.key: one for make in (*NOW, *OF_PERIOD) for one in make(self.scope)}

    def in_sql(self, query: str, period: Period) -> Numbers:
        """The same from the database; a line that counts nothing is no line."""
        given = {
            "first": period.first,
            "last": period.last,
            "today": self.today,
            "person": self.who.person.pk,
            "team": self.who.team_id,
            "directorates": list(self.who.directorates),
            "group": self.who.group_id,
        }
        with connection.cursor() as cursor:
            cursor.execute(query, given)
            rows = cursor.fetchall()
        return {str(key): tuple(numbers) for key, *numbers in rows if any(numbers)}


def numbers_of(table: Table, row: Row | None) -> tuple[Any, ...]:
    """The numbers of a line in their order, of a share part and whole; nothing of a line of nothing."""
    found: list[Any] = []
    if row is None:
        return ()
    for column, cell in zip(table.columns, row.cells, strict=True):
        if (table.key, column.key) not in UNCOUNTED:
            found += [cell.number, cell.of] if column.unit is Unit.SHARE else [cell.number]
    return tuple(found) if any(found) else ()


def of_table(table: Table) -> Numbers:
    """The lines that count anything, by key."""
    found = {row.key: numbers_of(table, row) for row in table.rows}
    return {key: numbers for key, numbers in found.items() if numbers}


def wrong_in(asked: Asked) -> list[Any]:
    """Every table whose lines, sum or period before are not what plain SQL counts."""
    wrong = []
    reach = asked.scope.reach.value
    for key, figure in asked.figures().items():
        compared = [("lines", of_table(figure.table), asked.in_sql(lines(key, reach), asked.period))]
        if key in KEYS and figure.table.total is not None:
            counted = {"total": numbers_of(figure.table, figure.table.total)}
            compared.append(("sum", counted, asked.in_sql(sums(key, reach), asked.period)))
        if figure.before is not None:
            before = asked.in_sql(sums(key, reach), asked.scope.before.period)
            compared.append(("before", {"total": numbers_of(figure.table, figure.before)}, before))
        wrong += [
            (key, what, found, expected)
            for what, found, expected in compared
            if {name: numbers for name, numbers in found.items() if numbers} != expected
        ]
    return wrong


@pytest.fixture(scope="module")
def few(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Year]:
    """Made once for this file: nothing here changes it."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield a_year()
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def generated(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Mapping[str, Person]]:
    """The people of the generated year whose figures are compared."""
    with a_generated_year(django_db_blocker):
        held = PostHolding.objects.on(TODAY)
        leads = GroupMembership.objects.on(TODAY).filter(office=GroupMembership.Office.LEADER)
        yield {
            "monitoring officer": held.filter(post=Post.MONITORING_OFFICER)[0].person,
            "director": held.filter(directorate__isnull=False).order_by("pk")[0].person,
            "leader": leads.order_by("pk")[0].person,
        }


@pytest.mark.parametrize("name", ["monitoring officer", "director", "leader"])
def test_each_figure_of_a_few_cases_of_every_kind_equals_what_plain_sql_counts(few: Year, name: str) -> None:
    assert wrong_in(Asked(on_day(few.people[name]), Period(few.first, few.last), few.last)) == []


def test_every_table_has_its_second_computation_and_says_something_of_the_few(few: Year) -> None:
    asked = Asked(on_day(few.people["monitoring officer"]), Period(few.first, few.last), few.last)
    found = asked.figures()
    assert found.keys() == QUERIES.keys()
    assert [key for key, figure in found.items() if not of_table(figure.table)] == []


@pytest.mark.parametrize(
    ("name", "period", "least"),
    [
        ("monitoring officer", HALF_A_YEAR, 700),
        ("monitoring officer", GOES_ON, 200),
        ("director", HALF_A_YEAR, 50),
        ("leader", HALF_A_YEAR, 50),
    ],
)
def test_each_figure_of_a_generated_year_equals_what_plain_sql_counts(
    generated: Mapping[str, Person], name: str, period: Period, least: int
) -> None:
    asked = Asked(standing_of(generated[name], on=TODAY), period, TODAY)
    [received] = asked.in_sql(sums("accounted", asked.scope.reach.value), period).values()
    assert received[0] >= least
    assert wrong_in(asked) == []
