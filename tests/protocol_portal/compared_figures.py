"""Every table of a viewer beside what plain SQL counts: its lines, their sum, and the period before."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.db import connection

from casework.rules.periods import Period
from casework.screens.figures import Row, Table, Unit
from council.queries import Standing
from protocol_portal.figures import NOW, OF_PERIOD
from protocol_portal.figures.scope import Figure, Scope, reach_of
from tests.protocol_portal.sql_figures import KEYS, lines, sums

Numbers = dict[str, tuple[Any, ...]]
# Counted a second time elsewhere: the days of briefings in tests/briefings/test_figures_counted_twice.py,
# targets in test_figures_targets.py.
UNCOUNTED = {("briefings", "days"), ("months", "target")}


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
