"""What every bare view does: one plain statement for each table, days written once, one template."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from casework.wording import long_date

Cells = tuple[object, ...]


@dataclass(frozen=True)
class Table:
    """One table of a bare page."""

    caption: str
    rows: list[Cells]


Values = Mapping[str, Any] | Sequence[int | str | list[str]]


def fetched(sql: str, *values: int | str | list[str]) -> list[Cells]:
    """The rows of one statement as they are, for a file."""
    return _rows(sql, values)


def asked(sql: str, *values: int | str | list[str]) -> list[Cells]:
    """The rows of one statement, days as the portal's pages write them and nothing as an empty cell."""
    return asked_with(sql, values)


def asked_with(sql: str, values: Values) -> list[Cells]:
    """The same with values by name."""
    return [tuple(_cell(value) for value in row) for row in _rows(sql, values)]


def _rows(sql: str, values: Values) -> list[Cells]:
    with connection.cursor() as ask:
        ask.execute(sql, values)
        found: list[Cells] = ask.fetchall()
    return found


def _cell(value: object) -> object:
    if isinstance(value, datetime.date):
        return long_date(value)
    return "" if value is None else value


# What every date on a page of cases is counted by.
_COUNTED_BY = (
    'SELECT region, "on", name FROM casework_bankholiday',
    'SELECT "on", name FROM casework_closureday',
    "SELECT duty, value, unit, paragraph, from_on, to_on, set_at FROM casework_localterm",
)


def read_calendar() -> None:
    """Closed days and local terms: a page of cases reads them to count its days, and prints none of them."""
    for sql in _COUNTED_BY:
        fetched(sql)


# What a first page says beside its own lists: how much waits to be signed and to be read.
_TO_SIGN = """
    SELECT code_id, version, signed_on FROM council_signoff WHERE person_id = %s ORDER BY signed_on, id
"""
_VERSIONS = "SELECT text, label, from_on FROM council_adopted ORDER BY from_on, id"
_CODES = "SELECT id, title, version, from_on FROM council_codetosign WHERE to_on IS NULL ORDER BY title, id"
_UNREAD = """
    SELECT count(*) FROM casework_guidance g WHERE g.withdrawn_on IS NULL AND NOT EXISTS (
        SELECT 1 FROM casework_guidancereading r WHERE r.guidance_id = g.id AND r.read_by_id = %s
    )
"""


def waiting_for(person: int) -> Table:
    """What waits for the person’s signature and eyes, as their first page counts it."""
    for sql in (_VERSIONS, _CODES):
        fetched(sql)
    return Table("Waiting", [*fetched(_TO_SIGN, person), *fetched(_UNREAD, person)])


def shown(request: HttpRequest, title: str, tables: Sequence[Table]) -> HttpResponse:
    """The page."""
    return render(request, "benchmark/bare.html", {"title": title, "tables": tables})


def number(request: HttpRequest, name: str) -> int:
    """A number from the address: whose list it is."""
    return int(request.GET.get(name, "0"))
