"""Long questions that are put into words once for each process; what they ask about is put in each time.

To write such a query takes Django longer than the database takes to answer it. Its words depend on nothing
but how many days, numbers and names it is given. Only they are kept, and no answer is.
"""

import datetime
import functools
from collections.abc import Callable
from typing import Any

from django.db import connection
from django.db.models import QuerySet

One = int | str | datetime.date
Given = One | tuple[One, ...]
# What stands in the words where something goes: no row has a day or a number like these, and no post a name.
_A_DAY, _A_NUMBER, _A_NAME = datetime.date(1, 1, 1), -2_000_000_000, "\N{WHITE SQUARE}"
_Shape = tuple[tuple[type, int | None], ...]


class Written:
    """A query of plain columns, asked by what `make` is given: days, numbers, names, or several of a kind."""

    def __init__(self, make: Callable[..., QuerySet[Any, Any]]) -> None:
        """`make` says the query, and may ask nothing itself: it is called once for each number of things."""
        self._words = functools.lru_cache(maxsize=32)(functools.partial(_put_into_words, make))

    def __call__(self, *given: Given) -> list[tuple[Any, ...]]:
        """The rows, in one question; none is asked where nothing can be found, as about nobody."""
        if any(one == () for one in given):
            return []
        shape = tuple(_shape(one) for one in given)
        words, places = self._words(shape)
        meant = dict(zip(_places(shape), _flat(given), strict=True))
        with connection.cursor() as asking:
            asking.execute(words, [meant.get(place, place) for place in places])
            found: list[tuple[Any, ...]] = asking.fetchall()
        return found


def _put_into_words(make: Callable[..., QuerySet[Any, Any]], shape: _Shape) -> tuple[str, tuple[Any, ...]]:
    places = iter(_places(shape))
    given = [
        next(places) if number is None else tuple(next(places) for _one in range(number))
        for _kind, number in shape
    ]
    words, params = make(*given).query.sql_with_params()
    return words, tuple(params)


def _shape(given: Given) -> tuple[type, int | None]:
    """The kind of thing, and how many where several are given."""
    return (type(given[0]), len(given)) if isinstance(given, tuple) else (type(given), None)


def _flat(given: tuple[Given, ...]) -> list[One]:
    return [one for each in given for one in (each if isinstance(each, tuple) else (each,))]


def _places(shape: _Shape) -> list[One]:
    """A stand-in for each thing given, each another."""
    kinds = [kind for kind, number in shape for _one in range(1 if number is None else number)]
    return [_stand_in(kind, place) for place, kind in enumerate(kinds)]


def _stand_in(kind: type, place: int) -> One:
    if issubclass(kind, datetime.date):
        return _A_DAY + datetime.timedelta(days=place)
    return _A_NUMBER - place if issubclass(kind, int) else f"{_A_NAME}{place}"
