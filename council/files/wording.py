"""What a change of a register says in a preview: a label, what stood there, what will."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from council.files.dated import written
from council.files.entries import TABLES, Entry
from council.files.matching import shown


@dataclass(frozen=True, slots=True)
class Line:
    """One change; nothing stands before what is new."""

    label: str
    before: str
    after: str


def name_of(entry: Entry) -> str:
    """What a row of a register is called."""
    if entry.kind == "person":
        return shown(entry)
    if entry.kind == "post":
        return _value("post", "post", entry.now["post"])
    if entry.kind == "assistant" and entry.now["assistant"]:
        return shown(entry.now["assistant"])
    for column in ("name", "job_title", "title"):
        if entry.now.get(column):
            return str(entry.now[column])
    for column in ("group", "body", "ward"):
        if entry.now.get(column):
            return name_of(entry.now[column])
    return label_of(entry)


def label_of(entry: Entry) -> str:
    """What kind of row it is: «Member's term»."""
    words = str(TABLES[entry.kind].model._meta.verbose_name)
    return f"{words[:1].upper()}{words[1:]}"


def lines_of(entry: Entry) -> list[Line]:
    """A line for what is new, or a line for each column that changes."""
    if entry.is_new:
        return [Line(label_of(entry), "", _all_of(entry))]
    what = "" if entry.kind in ("person", "service") else f"{_named(entry)}: "
    return [
        Line(
            f"{what}{_column(entry.kind, name)}",
            _value(entry.kind, name, was),
            _value(entry.kind, name, will),
        )
        for name, (was, will) in entry.changes().items()
    ]


def _named(entry: Entry) -> str:
    """«Group membership, Labour»."""
    name = name_of(entry)
    return f"{label_of(entry)}, {name}" if name != label_of(entry) else name


def _all_of(entry: Entry) -> str:
    """Every column that says something, but the person whom the row of the file is about."""
    if entry.kind == "person":
        return ", ".join(filter(None, (shown(entry), entry.now["email"], entry.now["telephone"])))
    parts = []
    for name, value in entry.now.items():
        if value in (None, "", False) or name in ("person", "position"):
            continue
        column, words = _column(entry.kind, name), _value(entry.kind, name, value)
        if value is True:
            words = column
        elif name in ("from_on", "to_on"):
            words = f"{column.lower()} {words}"
        parts.append(words)
    return ", ".join(parts)


def _column(kind: str, name: str) -> str:
    words = str(TABLES[kind].model._meta.get_field(name).verbose_name)
    return f"{words[:1].upper()}{words[1:]}"


def _value(kind: str, name: str, value: Any) -> str:
    if value is None or value == "":
        return _("nothing")
    if isinstance(value, Entry):
        return name_of(value)
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, datetime.date):
        return written(value)
    choices = dict(TABLES[kind].model._meta.get_field(name).flatchoices)
    return str(choices.get(value, value))
