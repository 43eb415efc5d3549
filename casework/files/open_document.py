"""Spreadsheets in the OpenDocument format: numbers as numbers, words as words, never a formula."""

import io
from collections.abc import Sequence
from dataclasses import dataclass

from odfdo import Cell, Document, Row, Table

from casework.files.spreadsheets import in_xml

CONTENT_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
# What the format and spreadsheet programs take as the name of a sheet.
_LONGEST_NAME, _NOT_IN_NAMES = 31, str.maketrans(dict.fromkeys("[]*?:/\\'", " "))


@dataclass(frozen=True)
class SheetOf:
    """One sheet: its name and its rows."""

    name: str
    rows: Sequence[Sequence[str | int | None]]


def as_ods(sheets: Sequence[SheetOf], *, title: str) -> bytes:
    """The file. Words stay words whatever they begin with: a cell of words is never calculated."""
    document = Document("spreadsheet")
    document.meta.title = in_xml(title)
    document.meta.language = "en-GB"
    document.body.clear()
    taken: set[str] = set()
    for sheet in sheets:
        table = Table(_name(sheet.name, taken))
        for cells in sheet.rows:
            row = Row()
            for value in cells:
                row.append_cell(_cell(value))
            table.append_row(row)
        document.body.append(table)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _cell(value: str | int | None) -> Cell:
    if value is None:
        return Cell()
    if isinstance(value, int):
        return Cell(value, cell_type="float")
    return Cell(in_xml(value), cell_type="string")


def _name(given: str, taken: set[str]) -> str:
    """A name that no other sheet of the file has."""
    plain = " ".join(in_xml(given).translate(_NOT_IN_NAMES).split())[:_LONGEST_NAME].strip()
    name, number = plain, 1
    while name.casefold() in taken:
        number += 1
        name = f"{plain[: _LONGEST_NAME - 3].strip()} {number}"
    taken.add(name.casefold())
    return name
