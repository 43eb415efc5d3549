"""Registers written as files: the columns that are read, and nothing that a spreadsheet would run."""

import csv
import datetime
from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext as _

from council.files.cells import harmless
from council.files.columns import COLUMNS, Register
from council.files.plans import Plan
from council.models import (
    GroupMembership,
    MemberTerm,
    OfficerAppointment,
    Person,
    Seat,
    Service,
)
from council.rules import BodyType

CHUNK = 2_000


class _Echo:
    """A file for the csv writer that keeps nothing: a line goes on as it is written."""

    def write(self, line: str) -> str:
        """The line itself."""
        return line


def as_lines(rows: Iterable[Iterable[str]]) -> Iterator[bytes]:
    """Each row as a line of the file; the first begins with the mark by which spreadsheets know UTF-8."""
    writer: Any = csv.writer(_Echo())
    yield b"\xef\xbb\xbf"
    for row in rows:
        line: str = writer.writerow([harmless(cell) for cell in row])
        yield line.encode()


def heads_of(register: Register) -> list[str]:
    """The heads of the register's file. `Name` is left out where first and last name stand apart."""
    return [_(column.label) for column in COLUMNS[register] if column.name != "name"]


def example_of(register: Register) -> list[list[str]]:
    """An example file: the heads and one invented row."""
    return [heads_of(register), [column.example for column in COLUMNS[register] if column.name != "name"]]


def rows_of(register: Register, *, on: datetime.date | None) -> Iterator[list[str]]:
    """The heads, then every row that holds on the day; the whole history without one. Read in chunks."""
    yield heads_of(register)
    make = {
        Register.MEMBERS: _members,
        Register.OFFICERS: _officers,
        Register.SERVICES: _services,
        Register.SEATS: _seats,
    }[register]
    yield from make(on)


def count_of(register: Register, *, on: datetime.date | None) -> int:
    """How many terms, jobs, services or seats the file is about."""
    if register is Register.SERVICES:
        return Service.objects.count()
    model = {
        Register.MEMBERS: MemberTerm,
        Register.OFFICERS: OfficerAppointment,
        Register.SEATS: Seat,
    }[register]
    return int(_on(model.objects.all(), on).count())


def changes_of(plan: Plan) -> Iterator[list[str]]:
    """The whole preview as a file: a row for each change, and for each row that is refused or stays."""
    yield [_("Row"), _("Who or what"), _("What happens"), _("Column"), _("Before"), _("After"), _("Why")]
    words = {"new": _("New"), "changed": _("Changed"), "unchanged": _("Unchanged"), "refused": _("Refused")}
    for row in plan.rows:
        start = [str(row.number), row.about, words[row.outcome.value]]
        for line in row.lines:
            yield [*start, line.label, line.before, line.after, row.note]
        if not row.lines:
            yield [*start, "", "", "", row.reason or row.note]


def count_of_changes(plan: Plan) -> int:
    """How many rows that file has below its heads."""
    return sum(len(row.lines) or 1 for row in plan.rows)


def _on(rows: QuerySet[Any], on: datetime.date | None) -> QuerySet[Any]:
    return rows.on(on) if on else rows  # type: ignore[attr-defined]


def _day(day: datetime.date | None) -> str:
    return day.isoformat() if day else ""


def _yes(value: bool) -> str:
    return _("Yes") if value else _("No")


def _person(person: Person) -> list[str]:
    return [person.title, person.first_name, person.last_name, person.email, person.telephone]


def _address(person: Person | None) -> str:
    """By what the person is found again: the address, else the name."""
    return (person.email or f"{person.first_name} {person.last_name}") if person else ""


def _members(on: datetime.date | None) -> Iterator[list[str]]:
    memberships = _on(GroupMembership.objects.order_by("from_on", "pk").select_related("group"), on)
    terms = (
        _on(MemberTerm.objects.all(), on)
        .select_related("person", "ward")
        .prefetch_related(Prefetch("person__group_memberships", memberships, to_attr="memberships"))
        .order_by("person__last_name", "person__first_name", "person_id", "from_on")
    )
    for term in terms.iterator(chunk_size=CHUNK):
        start = [
            *_person(term.person),
            term.ward.name if term.ward else "",
            str(term.get_kind_display()),
            term.remit,
            term.nominated_by,
        ]
        days = [_day(term.from_on), _day(term.to_on)]
        during = [one for one in term.person.memberships if _meet(term, one)]
        for one in during:
            group = [one.group.name, str(one.get_office_display())]
            yield [*start, *group, *days, _day(one.from_on), _day(one.to_on)]
        if not during:
            yield [*start, "", "", *days, "", ""]


def _meet(term: MemberTerm, membership: GroupMembership) -> bool:
    return (term.to_on is None or membership.from_on <= term.to_on) and (
        membership.to_on is None or membership.to_on >= term.from_on
    )


def _officers(on: datetime.date | None) -> Iterator[list[str]]:
    jobs = (
        _on(OfficerAppointment.objects.all(), on)
        .select_related("person", "directorate", "team", "line_manager")
        .order_by("person__last_name", "person__first_name", "person_id", "from_on")
    )
    for job in jobs.iterator(chunk_size=CHUNK):
        yield [
            *_person(job.person),
            job.job_title,
            str(job.get_grade_display()),
            job.directorate.name,
            job.team.name if job.team else "",
            _address(job.line_manager),
            str(job.get_employer_display()),
            _yes(job.is_member_liaison),
            str(job.political_restriction or _("No")),
            _day(job.from_on),
            _day(job.to_on),
        ]


def _services(_on_day: datetime.date | None) -> Iterator[list[str]]:
    services = Service.objects.select_related("directorate", "team", "addressee").order_by("position", "name")
    for service in services.iterator(chunk_size=CHUNK):
        yield [
            service.name,
            service.directorate.name,
            service.team.name,
            _address(service.addressee),
            service.report_title,
            service.report_hint,
            service.report_label,
            service.report_url,
            str(service.position),
            _yes(service.is_open),
        ]


def _seats(on: datetime.date | None) -> Iterator[list[str]]:
    terms = MemberTerm.objects.select_related("ward").order_by("from_on")
    seats = (
        _on(Seat.objects.all(), on)
        .select_related("body", "person")
        .prefetch_related(Prefetch("person__member_terms", terms, to_attr="terms"))
        .order_by("body__name", "body_id", "from_on", "pk")
    )
    for seat in seats.iterator(chunk_size=CHUNK):
        wards = [term.ward.name for term in seat.person.terms if term.ward]
        yield [
            seat.body.name,
            _(BodyType(seat.body.kind).label),
            seat.person.first_name,
            seat.person.last_name,
            seat.person.email,
            wards[-1] if wards else "",
            str(seat.get_office_display()),
            _yes(seat.may_vote),
            _day(seat.from_on),
            _day(seat.to_on),
        ]
