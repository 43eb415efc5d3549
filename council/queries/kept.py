"""Questions about a day whose words are kept: to write a long one takes longer than to answer it."""

import datetime
import functools
from collections.abc import Callable
from typing import Any

from django.db import connection
from django.db.models import QuerySet

# What stands in the question where the day goes; no row has it.
_A_DAY = datetime.date(1, 1, 1)


def of_a_day(
    make: Callable[[datetime.date], QuerySet[Any, tuple[Any, ...]]],
) -> Callable[[datetime.date], list[tuple[Any, ...]]]:
    """The rows of what `make` asks of a day, as `values_list` gives them. Its words are put together once for
    each process, and the day is put in each time: no answer is kept.
    """

    @functools.cache
    def statement() -> tuple[str, tuple[Any, ...]]:
        words, given = make(_A_DAY).query.sql_with_params()
        return words, tuple(given)

    def rows(on: datetime.date) -> list[tuple[Any, ...]]:
        words, given = statement()
        with connection.cursor() as asking:
            asking.execute(words, [on if one == _A_DAY else one for one in given])
            found: list[tuple[Any, ...]] = asking.fetchall()
            return found

    return rows
