"""Rows on their way into a table: gathered as text, numbered from the table's own sequence, written by COPY.

The guards of the database stand as they are: they refuse that rows are changed, and these are only added.
"""

import datetime
import io
import json
from collections.abc import Iterable, Iterator

from django.contrib.postgres.fields import ArrayField
from django.db import connection
from django.db.models import Field, JSONField, Model

# How many numbers are taken from a sequence at once.
NUMBERS = 5_000
NOTHING = "\\N"
_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def written(value: object) -> str:
    """A value as COPY reads it. A list is an array, a dictionary JSON."""
    if value is None:
        return NOTHING
    if isinstance(value, bool):
        return "t" if value else "f"
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False).translate(_ESCAPES)
    if isinstance(value, list):
        inner = ",".join(json.dumps(str(one), ensure_ascii=False) for one in value)
        return f"{{{inner}}}".translate(_ESCAPES)
    return str(value).translate(_ESCAPES)


class Sheet:
    """The rows of one model that are not in its table yet."""

    def __init__(self, model: type[Model]) -> None:
        """An empty one; a column that a row does not name has the model's default."""
        fields = model._meta.concrete_fields
        self.model = model
        self._table = connection.ops.quote_name(model._meta.db_table)
        self._columns = ", ".join(connection.ops.quote_name(str(field.column)) for field in fields)
        self._places = {field.attname: place for place, field in enumerate(fields)}
        self._usual = [_usual(field) for field in fields]
        self._lines: list[str] = []
        self._free: Iterator[int] = iter(())

    def number(self) -> int:
        """The next number of the table, for a row that others name before it is complete."""
        found = next(self._free, None)
        if found is None:
            self._free = iter(self._block())
            found = next(self._free)
        return found

    def add(self, **values: object) -> int:
        """One row; says its number. KeyError for a column that the model does not have."""
        number = values.setdefault("id", None) or self.number()
        values["id"] = number
        line = list(self._usual)
        for name, value in values.items():
            line[self._places[name]] = written(value)
        self._lines.append("\t".join(line))
        return int(str(number))

    def write(self) -> None:
        """Into the table, in the order in which they were added; the sheet is empty then."""
        if not self._lines:
            return
        text = io.StringIO("\n".join(self._lines) + "\n")
        with connection.cursor() as ask:
            ask.copy_expert(f"COPY {self._table} ({self._columns}) FROM STDIN", text)
        self._lines.clear()

    def _block(self) -> list[int]:
        with connection.cursor() as ask:
            ask.execute(
                "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
                [self._table, NUMBERS],
            )
            return [number for (number,) in ask.fetchall()]


def _usual(field: "Field[object, object]") -> str:
    """The default of a column as COPY reads it; of a list or dictionary the empty one of its kind."""
    default = field.get_default()
    if isinstance(field, JSONField | ArrayField) and default is None:
        return NOTHING
    return written(default)


def write_all(sheets: Iterable[Sheet]) -> None:
    """Every one of them. The order is free: references are checked when the transaction ends."""
    for sheet in sheets:
        sheet.write()
