"""A list as a file for a spreadsheet: plain values, nothing that the spreadsheet would run.

Of each enquiry the file's own columns are read and no more, and names once.
"""

import csv
import datetime
import io
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from django.db.models.functions import TruncDate
from django.utils.translation import gettext as _

from casework.files.spreadsheets import harmless
from council.models import Person, Service, Team
from enquiries.models import Lateness, marking_of
from enquiries.queries import Enquiries, batched
from enquiries.screens.holding import days_by_team, nobody
from enquiries.screens.rows import is_overdue, status_of
from enquiries.states import FACES, Face, State

# Rows whose events are read in one question.
_AT_ONCE = 2_000
# The writer writes a day as 2026-12-01 and none as nothing.
Cell = str | datetime.date | None


class Line(NamedTuple):
    """The columns of one enquiry that a file is made of."""

    pk: int
    stream_id: int
    reference: str
    subject: str
    is_confidential: bool
    privacy: str
    state: str
    member_id: int
    owner_id: int | None
    service_id: int | None
    received_on: datetime.date | None
    due_on: datetime.date | None
    promised_on: datetime.date | None
    owed_on: datetime.date | None
    answered_on: datetime.date | None
    redirected_on: datetime.date | None
    ended_on: datetime.date | None
    acknowledge_by: datetime.date | None
    late_because: str
    acknowledged_on: datetime.date | None

    @property
    def marking(self) -> str:
        """As `Enquiry.marking`."""
        return marking_of(is_confidential=self.is_confidential, privacy=self.privacy)

    @property
    def face(self) -> Face:
        """As `Enquiry.face`."""
        return FACES[State(self.state)]


# Its columns in this order, and the last one worked out.
_READ = (*Line._fields[:-1], TruncDate("acknowledged_at"))


class _Words:
    """Names and statuses by what they stand for, each looked up once and harmless to a spreadsheet."""

    def __init__(self, today: datetime.date) -> None:
        """For a file of this day."""
        self._today = today
        self._people: dict[int | None, str] = {None: ""}
        self._statuses: dict[tuple[str, bool, str, bool], str] = {}
        self._markings: dict[tuple[bool, str], str] = {}
        self.services = {None: "", **_named(Service.objects.values_list("pk", "name"))}
        self.reasons = {"": "", **{reason.value: str(reason.label) for reason in Lateness}}
        self._teams: dict[int | None, str] = {None: nobody()}

    def people(self, lines: Iterable[Line]) -> dict[int | None, str]:
        """The names of those whom these lines name, and of those before."""
        named = {pk for line in lines for pk in (line.member_id, line.owner_id) if pk} - self._people.keys()
        if named:
            found = Person.objects.filter(pk__in=named).select_related("merged_into")
            self._people.update(_named((one.pk, one.name) for one in found))
        return self._people

    def teams(self, held: Iterable[Mapping[int | None, int]]) -> dict[int | None, str]:
        """The names of those that held these, and of those before: one may be new since the last batch."""
        named = {team for teams in held for team in teams if team is not None} - self._teams.keys()
        if named:
            self._teams.update(_named(Team.objects.filter(pk__in=named).values_list("pk", "name")))
        return self._teams

    def subject(self, line: Line) -> str:
        """The subject; of a confidential or private one the marking in its place."""
        kind = (line.is_confidential, line.privacy)
        if kind not in self._markings:
            self._markings[kind] = line.marking.removesuffix(".")
        return self._markings[kind] or harmless(line.subject)

    def status(self, line: Line) -> str:
        """Where it stands, as staff read it."""
        key = (line.state, line.is_confidential, line.privacy, is_overdue(line, today=self._today))
        if key not in self._statuses:
            self._statuses[key] = status_of(line, today=self._today, for_staff=True)[0]
        return self._statuses[key]


def _named(found: Iterable[tuple[int, str]]) -> dict[int | None, str]:
    return {pk: harmless(name) for pk, name in found}


def as_csv(enquiries: Enquiries, *, today: datetime.date, for_staff: bool = True) -> tuple[str, int]:
    """The file and its number of rows. A confidential or private one has no subject there.

    Why a reply was late and which team held it is told to staff alone.
    """
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([*_heads(), *(_staff_heads() if for_staff else ())])
    words = _Words(today)
    count = 0
    lines = map(Line._make, enquiries.values_list(*_READ).iterator(chunk_size=_AT_ONCE))
    for some in batched(lines, _AT_ONCE):
        count += len(some)
        writer.writerows(_rows(some, words, today=today, for_staff=for_staff))
    return out.getvalue(), count


def _rows(lines: list[Line], words: _Words, *, today: datetime.date, for_staff: bool) -> Iterator[list[Cell]]:
    people = words.people(lines)
    held = days_by_team(lines, today=today) if for_staff else {}
    teams = words.teams(held.values())
    for line in lines:
        cells = _cells(line, words, people)
        if for_staff:
            cells += [
                line.acknowledge_by,
                line.acknowledged_on,
                words.reasons[line.late_because],
                _in_words(held[line.pk], teams),
            ]
        yield cells


def _in_words(held: Mapping[int | None, int], teams: Mapping[int | None, str]) -> str:
    """«Repairs: 3; Lettings: 9»."""
    return "; ".join(f"{teams[team]}: {days}" for team, days in held.items() if days or team is not None)


def _heads() -> list[str]:
    return [
        _("Number"),
        _("Subject"),
        _("Service"),
        _("Member"),
        _("Owner"),
        _("Status"),
        _("Received"),
        _("First due"),
        _("Promised"),
        _("Owed"),
        _("Answered"),
        _("Moved to another process"),
    ]


def _staff_heads() -> list[str]:
    return [_("Acknowledge by"), _("Acknowledged"), _("Why late"), _("Days with each team")]


def _cells(line: Line, words: _Words, people: dict[int | None, str]) -> list[Cell]:
    return [
        line.reference,
        words.subject(line),
        words.services.get(line.service_id, ""),
        people[line.member_id],
        people[line.owner_id],
        words.status(line),
        line.received_on,
        line.due_on,
        line.promised_on,
        line.owed_on,
        line.answered_on,
        line.redirected_on,
    ]
