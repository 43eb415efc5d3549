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


def asked(sql: str, *values: int | str) -> list[Cells]:
    """The rows of one statement, days as the portal's pages write them and nothing as an empty cell."""
    return asked_with(sql, values)


def asked_with(sql: str, values: Mapping[str, Any] | Sequence[int | str]) -> list[Cells]:
    """The same with values by name."""
    with connection.cursor() as ask:
        ask.execute(sql, values)
        return [tuple(_cell(value) for value in row) for row in ask.fetchall()]


def _cell(value: object) -> object:
    if isinstance(value, datetime.date):
        return long_date(value)
    return "" if value is None else value


def shown(request: HttpRequest, title: str, tables: Sequence[Table]) -> HttpResponse:
    """The page."""
    return render(request, "benchmark/bare.html", {"title": title, "tables": tables})


def number(request: HttpRequest, name: str) -> int:
    """A number from the address: whose list it is."""
    return int(request.GET.get(name, "0"))
