"""A file that a spreadsheet saved, as rows: whatever its encoding, separator and heads; with limits."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from council.files.cells import Cells
from council.files.columns import Column
from council.files.names import plain

MOST_BYTES = 5 * 1024 * 1024
MOST_ROWS = 20_000
_SEPARATORS = (",", ";", "\t")
# How files begin that are no plain text, and what to do about each.
_ZIPPED, _OLD_OFFICE, _PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF"


class Unreadable(Exception):
    """The file as a whole cannot be read; `reason` says why and what to do."""

    def __init__(self, reason: str) -> None:
        """Keeps the sentence."""
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of a file, and which heads were understood and which were not."""

    rows: tuple[Cells, ...]
    heads: tuple[str, ...]
    unknown: tuple[str, ...]
    # Rows that have more cells than the file has columns, by number: a separator stands in one of them.
    too_wide: frozenset[int]


def read_sheet(content: bytes, columns: Sequence[Column], *, wanted: Sequence[tuple[str, ...]]) -> Sheet:
    """The rows under the columns; of each group in `wanted` one column must be there. Raises Unreadable.

    Rows are counted as a spreadsheet shows them: the heads are row 1, and empty rows count.
    """
    if len(content) > MOST_BYTES:
        raise Unreadable(_("The file is larger than 5 MB. Divide the list into two files."))
    records = _records(_text(content), columns)
    heads = _heads(columns)
    line = next((record for _number, record in records), [])
    places = [heads.get(plain(cell), "") for cell in line]
    _refuse_heads(line, places, columns, wanted)
    rows: list[Cells] = []
    too_wide: set[int] = set()
    for number, record in records:
        if not any(cell.strip() for cell in record):
            continue
        if len(rows) >= MOST_ROWS:
            sentence = _("The file has more than %(most)s rows. Divide the list into two files.")
            raise Unreadable(sentence % {"most": f"{MOST_ROWS:,}"})
        if any(cell.strip() for cell in record[len(places) :]):
            too_wide.add(number)
        given = {name: cell for name, cell in zip(places, record, strict=False) if name}
        rows.append(Cells(number, given, columns))
    if not rows:
        raise Unreadable(_("The file has heads and no rows under them. Add a row for each person or thing."))
    unknown = tuple(cell for cell, name in zip(line, places, strict=True) if cell.strip() and not name)
    return Sheet(tuple(rows), tuple(filter(None, places)), unknown, frozenset(too_wide))


def _text(content: bytes) -> str:
    """Decoded as UTF-8, UTF-16 with its mark, or the old Windows way. Raises Unreadable."""
    if not content.strip():
        raise Unreadable(_("The file is empty."))
    if content.startswith((_ZIPPED, _OLD_OFFICE)):
        raise Unreadable(
            _("This is a spreadsheet. Open it, choose “Save as” and the kind CSV, and send that file.")
        )
    if content.startswith(_PDF):
        raise Unreadable(_("This is a PDF. Send the list as a CSV file."))
    text = _decoded(content)
    if text is None or "\x00" in text:
        raise Unreadable(_("This is not a list in plain text. Save it from your spreadsheet as a CSV file."))
    return text


def _decoded(content: bytes) -> str | None:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _tried(content, "utf-16")
    return _tried(content, "utf-8-sig") or _tried(content, "cp1252")


def _tried(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None


def _records(text: str, columns: Sequence[Column]) -> Iterator[tuple[int, list[str]]]:
    """Each record with its number, from the heads on. Raises Unreadable where a quotation never ends."""
    separator = _separator(text, columns)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    started, number = False, 0
    while True:
        number += 1
        try:
            record = next(reader)
        except StopIteration:
            return
        except csv.Error:
            sentence = _(
                "Row %(row)s cannot be read: a cell is too long, or a quotation mark in it never ends."
            )
            raise Unreadable(sentence % {"row": number}) from None
        # Spreadsheets may write «sep=;» before the heads, and people leave empty rows there.
        if not started and (not any(record) or record[0].strip().lower().startswith("sep=")):
            continue
        started = True
        yield number, record


def _separator(text: str, columns: Sequence[Column]) -> str:
    """The separator under which most heads are understood."""
    heads = _heads(columns)
    lines = (line for line in io.StringIO(text) if line.strip() and not line.lower().startswith("sep="))
    first = next(lines, "")

    def understood(separator: str) -> int:
        try:
            record = next(csv.reader([first], delimiter=separator), [])
        except csv.Error:
            return 0
        return sum(plain(cell) in heads for cell in record)

    return max(_SEPARATORS, key=understood)


def _heads(columns: Sequence[Column]) -> dict[str, str]:
    """Every head that is understood, with the name of its column."""
    heads = {plain(also): column.name for column in columns for also in column.also}
    for column in columns:
        heads |= {plain(word): column.name for word in (column.name, column.label, _(column.label))}
    return heads


def _refuse_heads(
    line: Sequence[str], places: Sequence[str], columns: Sequence[Column], wanted: Sequence[tuple[str, ...]]
) -> None:
    """Raises Unreadable for a column that is missing and for one that stands there twice."""
    labels = {column.name: _(column.label) for column in columns}
    for place, name in enumerate(places):
        if name and name in places[:place]:
            raise Unreadable(
                _("Two columns of the file mean “%(column)s”: “%(one)s” and “%(other)s”. Remove one.")
                % {"column": labels[name], "one": line[places.index(name)], "other": line[place]}
            )
    missing = [names for names in wanted if not set(names) & set(places)]
    if missing:
        sentence = _(
            "The first row must hold the heads of the columns. Missing: %(missing)s. Found: %(found)s."
        )
        words = ", ".join(labels[names[0]] for names in missing)
        found = ", ".join(cell.strip()[:30] for cell in line[:12] if cell.strip()) or _("nothing")
        raise Unreadable(sentence % {"missing": words, "found": found})
