"""Who has signed: the filters applied, the rows of the page and of the file."""

import csv
import datetime
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from casework.files.spreadsheets import harmless
from casework.screens.figures import Cell, Table
from casework.wording import plain_date
from council.models import Person
from council.queries.showing import is_shown_by_managers, shown_to
from council.queries.signing_letters import last_asked
from council.rules.signing import Owed
from protocol_portal.signing.forms import OWED
from protocol_portal.signing.people import DIRECTORATE, GROUP, NONE, OUTSIDE, Places, Signer
from protocol_portal.signing.screens import signers_in_words, state_of
from rulebook.signing import Signer as As


@dataclass(frozen=True, slots=True)
class Line:
    """One document beside a person: its title and its state."""

    title: str
    state: str
    is_owed: bool


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person: as what, where, what is signed and what is not, and what went to them."""

    name: str
    who: str
    place: str
    lines: tuple[Line, ...]
    notes: tuple[str, ...]
    paper_url: str


@dataclass(frozen=True, slots=True)
class Shown:
    """One number of the figures as the page shows it: its words, its column and the list behind it."""

    words: str
    label: str
    url: str


@dataclass(frozen=True, slots=True)
class FigureLine:
    """One line of the figures."""

    label: str
    cells: tuple[Shown, ...]


def figure_lines(table: Table) -> list[FigureLine]:
    """The rows of the figures, everybody last; a part of a whole is written as such."""
    every = (*table.rows, *((table.total,) if table.total else ()))
    return [
        FigureLine(
            row.label,
            tuple(
                Shown(_number(cell), column.label, cell.url)
                for column, cell in zip(table.columns, row.cells, strict=True)
            ),
        )
        for row in every
    ]


def _number(cell: Cell) -> str:
    number = cell.number or 0
    return f"{number} ({100 * number // cell.of}%)" if cell.of else str(number)


def matching(found: Iterable[Signer], chosen: Mapping[str, str]) -> list[Signer]:
    """Those whom every filter in use finds."""
    return [one for one in found if _matches(one, chosen)]


def _matches(one: Signer, chosen: Mapping[str, str]) -> bool:
    key = chosen.get("document", "")
    if key and one.owed(key) is None:
        return False
    state = chosen.get("state", "")
    if state and one.owes(key) is not (state == OWED):
        return False
    if "signer" in chosen and As(chosen["signer"]) not in one.signing.signers:
        return False
    return _is_in_group(one, chosen.get("group", "")) and _is_in(one, chosen.get("directorate", ""))


def _is_in_group(one: Signer, group: str) -> bool:
    return not group or (one.place.kind == GROUP and str(one.place.pk or NONE) == group)


def _is_in(one: Signer, directorate: str) -> bool:
    if directorate == NONE:
        return one.place.kind == OUTSIDE
    return not directorate or (one.place.kind == DIRECTORATE and str(one.place.pk) == directorate)


def rows(
    some: Sequence[tuple[Signer, Person]], places: Places, *, key: str, records: bool
) -> list[PersonRow]:
    """The people of one page. `records`: the reader may record what was signed on paper."""
    asked = last_asked()
    shown = shown_to([one.person_id for one, _person in some])
    return [
        PersonRow(
            name=person.name,
            who=signers_in_words(one.signing.signers),
            place=places.name(one.place),
            lines=tuple(_line(owed) for owed in _lines(one, key)),
            notes=_notes(one, person, asked, shown),
            paper_url=reverse("signed-on-paper", args=[person.pk]) if records and one.owes() else "",
        )
        for one, person in some
    ]


def _lines(one: Signer, key: str) -> list[Owed]:
    return [owed for owed in one.signing.owed if not key or owed.document.key == key]


def _line(owed: Owed) -> Line:
    return Line(owed.document.title, state_of(owed), owed.is_owed)


def _notes(
    one: Signer, person: Person, asked: Mapping[int, datetime.date], shown: Mapping[int, datetime.date]
) -> tuple[str, ...]:
    """When the last letter went; that none can go; whether a manager showed it."""
    notes = []
    if one.owes():
        if not person.email:
            notes.append(_("No email address: no letter can go."))
        elif person.pk in asked:
            notes.append(_("Last letter on %(day)s.") % {"day": plain_date(asked[person.pk])})
    if As.ENGAGED in one.signing.signers and is_shown_by_managers():
        day = shown.get(person.pk)
        notes.append(_("Shown on %(day)s.") % {"day": plain_date(day)} if day else _("Not shown yet."))
    return tuple(notes)


def as_csv(found: Sequence[tuple[Signer, Person]], places: Places, *, key: str) -> tuple[str, int]:
    """A row for each person and document; the file and its number of rows."""
    out = io.StringIO()
    writer = csv.writer(out)
    heads = (_("Name"), _("Who"), _("Group or directorate"), _("Document"), _("Version"))
    writer.writerow([*heads, _("Signed on"), _("Asked since"), _("Shown on")])
    shown = shown_to([one.person_id for one, _person in found])
    number = 0
    for one, person in found:
        for owed in _lines(one, key):
            writer.writerow([harmless(cell) for cell in _cells(one, person, owed, places, shown)])
            number += 1
    return out.getvalue(), number


def _cells(
    one: Signer, person: Person, owed: Owed, places: Places, shown: Mapping[int, datetime.date]
) -> tuple[str, ...]:
    day = shown.get(person.pk)
    return (
        person.name,
        signers_in_words(one.signing.signers),
        places.name(one.place),
        owed.document.title,
        owed.document.label,
        owed.signed.signed_on.isoformat() if owed.signed else "",
        owed.since.isoformat() if owed.is_owed else "",
        day.isoformat() if day else "",
    )
