"""Questions that are long to put together: written once by each process, asked each time with other values.

What a person may see, or what every register says of somebody, is one query; Django takes longer to write it
than the database to answer it. What it is written for are values with a name or a place, and only the words
are kept: no answer is.
"""

import datetime
from collections.abc import Callable, Collection, Hashable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Protocol

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import (
    BigAutoField,
    BooleanField,
    DateField,
    DateTimeField,
    Expression,
    F,
    Field,
    Func,
    QuerySet,
    TextField,
)
from django.db.models.expressions import RawSQL

# So many ways of one question are kept in words, the newest: each is some kilobytes.
WAYS = 64

One = int | str | datetime.date
Given = One | tuple[One, ...]


class Shaped(Protocol):
    """What decides also how a question is written: who asks, or how many words are looked for."""

    def shaped(self, name: str) -> tuple[Hashable, Mapping[str, object]]:
        """The same with stand-ins in place of its values, equal to every other that asks alike; and the
        values, by names that begin with this one.
        """


class Named(Expression):
    """A value of a prepared question, given when it is asked; stands wherever a value stands in a filter."""

    template = "%s"

    def __init__(self, name: str, output_field: "Field[Any, Any]") -> None:
        """By that name it is given."""
        super().__init__(output_field=output_field)
        self.given_as = name

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        """Its place among the parameters, which it keeps until it is given."""
        return self.template, (self,)


class NamedKeys(Named):
    """Several keys under one name, for `…__in`; none is given as an empty list."""

    template = "(SELECT unnest(%s::bigint[]))"


class NamedTexts(Named):
    """Several texts under one name, for `…__in`."""

    template = "(SELECT unnest(%s::text[]))"


@cache
def named_key(name: str) -> Named:
    """The key of a row."""
    return Named(name, BigAutoField())


@cache
def named_keys(name: str) -> NamedKeys:
    """The keys of some rows."""
    return NamedKeys(name, BigAutoField())


@cache
def named_day(name: str) -> Named:
    """A day."""
    return Named(name, DateField())


@cache
def named_text(name: str) -> Named:
    """A text."""
    return Named(name, TextField())


@dataclass(frozen=True)
class Prepared:
    """A question as Django wrote it; `params` holds its values, and in place of some their names."""

    sql: str
    params: tuple[Any, ...]

    def keys(self, **given: object) -> RawSQL:
        """For `pk__in`: the one column that it selects. KeyError where a name is not given."""
        # The text is Django's own, and every value of it a parameter.
        return RawSQL(self.sql, self._with(given), output_field=BigAutoField())  # noqa: S611

    def has(self, key: str, **given: object) -> Func:
        """For a filter: true where the column of that name is among the keys.

        They are found first and planned for as few; `pk__in` beside another condition is planned for as every
        second row. KeyError where a name is not given.
        """
        # An array is made of the question, which comes in brackets.
        template, joined = "%(expressions)s)", " = ANY(ARRAY"
        return Func(
            F(key), self.keys(**given), template=template, arg_joiner=joined, output_field=BooleanField()
        )

    def rows(self, **given: object) -> list[tuple[Any, ...]]:
        """What it selects now: one query. KeyError where a name is not given."""
        with connection.cursor() as cursor:
            cursor.execute(self.sql, self._with(given))
            return list(cursor.fetchall())

    def _with(self, given: Mapping[str, object]) -> tuple[Any, ...]:
        return tuple(given[one.given_as] if isinstance(one, Named) else one for one in self.params)


def prepared(rows: "QuerySet[Any, Any]") -> Prepared:
    """The question that these rows ask, written but not asked."""
    return Prepared(*rows.query.sql_with_params())


@dataclass(frozen=True)
class Each:
    """Texts of which each stands for itself: a question is written for so many of them."""

    texts: tuple[str, ...]

    def shaped(self, name: str) -> tuple[Hashable, Mapping[str, object]]:
        """A tuple of so many stand-ins."""
        values = {f"{name}_{at}": text for at, text in enumerate(self.texts)}
        return tuple(map(named_text, values)), values


@dataclass(frozen=True)
class Keys:
    """Keys of rows, or of none: about none a question with other parts is asked all the same."""

    keys: Collection[int]

    def shaped(self, name: str) -> tuple[Hashable, Mapping[str, object]]:
        """One stand-in for all of them."""
        return named_keys(name), {name: sorted(self.keys)}


class Written:
    """A query of plain columns, asked by what `make` is given: days, keys, texts, or several of a kind; and
    by what shapes it (`Shaped`), so that it is written once for each shape.
    """

    def __init__(self, make: "Callable[..., QuerySet[Any, Any]]") -> None:
        """`make` says the query, and may ask nothing itself: it is called with values still to come."""
        self._make = make
        self._in_words = lru_cache(maxsize=WAYS)(self._put_into_words)

    def __call__(self, *given: Given | Shaped) -> list[tuple[Any, ...]]:
        """The rows, in one question; none is asked where nothing can be found, as about nobody."""
        if any(one == () for one in given):
            return []
        stand_ins: list[Hashable] = []
        values: dict[str, object] = {}
        for at, one in enumerate(given):
            stand_in, named = _shaped(f"of_{at}", one)
            stand_ins.append(stand_in)
            values.update(named)
        written = self._in_words(*stand_ins)
        return written.rows(**values) if written else []

    def _put_into_words(self, *stand_ins: Any) -> Prepared | None:
        try:
            return prepared(self._make(*stand_ins))
        except EmptyResultSet:
            return None


def _shaped(name: str, given: Given | Shaped) -> tuple[Hashable, Mapping[str, object]]:
    """The stand-in for a thing of that kind, and its value."""
    if isinstance(given, tuple):
        several = named_keys(name) if isinstance(given[0], int) else _named_texts(name)
        return several, {name: list(given)}
    if isinstance(given, datetime.datetime):
        return _named_moment(name), {name: given}
    if isinstance(given, datetime.date):
        return named_day(name), {name: given}
    if isinstance(given, int | str):
        return named_key(name) if isinstance(given, int) else named_text(name), {name: given}
    return given.shaped(name)


@cache
def _named_moment(name: str) -> Named:
    return Named(name, DateTimeField())


@cache
def _named_texts(name: str) -> NamedTexts:
    return NamedTexts(name, TextField())
