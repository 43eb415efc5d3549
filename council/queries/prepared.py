"""Questions that are long to put together: written once by each process, asked each time with other values.

What a person may see, or what every register says of somebody, is one query; Django takes longer to write it
than the database to answer it. What it is written for are values with a name or a place, and only the words
are kept: no answer is.
"""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import BigAutoField, DateField, Expression, Field, QuerySet, TextField
from django.db.models.expressions import RawSQL

One = int | str | datetime.date
Given = One | tuple[One, ...]


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


class NamedTexts(Named):
    """Several texts under one name, for `…__in`."""

    template = "(SELECT unnest(%s::text[]))"


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
    """The question that these rows ask, written but not asked."""
    return Prepared(*rows.query.sql_with_params())


class Written:
    """A query of plain columns, asked by what `make` is given: days, keys, texts, or several of a kind."""

    def __init__(self, make: "Callable[..., QuerySet[Any, Any]]") -> None:
        """`make` says the query, and may ask nothing itself: it is called once, with values still to come."""
        self._make = make
        self._prepared: Prepared | None = None

    def __call__(self, *given: Given) -> list[tuple[Any, ...]]:
        """The rows, in one question; none is asked where nothing can be found, as about nobody."""
        if any(one == () for one in given):
            return []
        if self._prepared is None:
            self._prepared = prepared(self._make(*(_named(f"of_{at}", one) for at, one in enumerate(given))))
        meant = (list(one) if isinstance(one, tuple) else one for one in given)
        return self._prepared.rows(**{f"of_{at}": one for at, one in enumerate(meant)})


def _named(name: str, given: Given) -> Named:
    """The stand-in for a thing of that kind."""
    if isinstance(given, tuple):
        return named_keys(name) if isinstance(given[0], int) else NamedTexts(name, TextField())
    if isinstance(given, datetime.date):
        return named_day(name)
    return named_key(name) if isinstance(given, int) else Named(name, TextField())
