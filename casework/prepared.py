"""Questions that are long to put together: written once by each process, asked each time with other values.

What a person may see is one query, however many rules it holds; Django takes a quarter of a second to write
the longest of them. It depends on what somebody is, and not on who or when: those are values with a name.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import BigAutoField, DateField, Expression, Field, QuerySet
from django.db.models.expressions import RawSQL


class Named(Expression):
    """A value of a prepared question, given when it is asked; stands wherever a value stands in a filter."""

    template = "%s"

    def __init__(self, name: str, output_field: "Field[Any, Any]") -> None:
        """By that name it is given."""
        super().__init__(output_field=output_field)
        self.name = name

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        """Its place among the parameters, which it keeps until it is given."""
        return self.template, (self,)


class NamedKeys(Named):
    """Several keys under one name, for `…__in`; none is given as an empty list."""

    template = "(SELECT unnest(%s::bigint[]))"


def named_key(name: str) -> Named:
    """The key of a row."""
    return Named(name, BigAutoField())


def named_keys(name: str) -> NamedKeys:
    """The keys of some rows."""
    return NamedKeys(name, BigAutoField())


def named_day(name: str) -> Named:
    """A day."""
    return Named(name, DateField())


@dataclass(frozen=True)
class Prepared:
    """A question as Django wrote it; `params` holds its values, and in place of some their names."""

    sql: str
    params: tuple[Any, ...]

    def keys(self, **given: object) -> RawSQL:
        """For `pk__in`: the one column that it selects. KeyError where a name is not given."""
        # The text is Django's own, and every value of it a parameter.
        return RawSQL(self.sql, self._with(given), output_field=BigAutoField())  # noqa: S611

    def rows(self, **given: object) -> list[tuple[Any, ...]]:
        """What it selects now: one query. KeyError where a name is not given."""
        with connection.cursor() as cursor:
            cursor.execute(self.sql, self._with(given))
            return list(cursor.fetchall())

    def _with(self, given: Mapping[str, object]) -> tuple[Any, ...]:
        return tuple(given[one.name] if isinstance(one, Named) else one for one in self.params)


def prepared(rows: "QuerySet[Any, Any]") -> Prepared:
    """The question that these rows ask, written but not asked; its order is dropped."""
    return Prepared(*rows.order_by().query.sql_with_params())
