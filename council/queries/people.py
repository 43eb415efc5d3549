"""Who was a member, an officer or an assistant on which day."""

import datetime
from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from council.models import MemberAssistant, MemberTerm, OfficerAppointment, Person, Team
from council.queries.prepared import Named, Written


def appointment_of(person: Person, *, on: datetime.date) -> OfficerAppointment | None:
    """The officer's job on the day."""
    found: OfficerAppointment | None = (
        OfficerAppointment.objects.on(on)
        .filter(person=person)
        .select_related("team", "directorate", "line_manager", "person")
        .order_by("from_on", "pk")
        .last()
    )
    return found


_COLUMNS = [column.attname for column in Person._meta.concrete_fields]


def _people(numbers: tuple[int, ...]) -> QuerySet[Any, Any]:
    return Person.objects.filter(pk__in=numbers).order_by().values_list(*_COLUMNS)


_PEOPLE = Written(_people)


def people_by_number(numbers: Iterable[int]) -> dict[int, Person]:
    """The people of these numbers, by number; nothing is asked where there are none."""
    rows = _PEOPLE(tuple(numbers))
    return {one.pk: one for one in (Person.from_db(None, _COLUMNS, row) for row in rows)}


def _jobs(on: datetime.date, people: tuple[int, ...]) -> QuerySet[Any, Any]:
    jobs: QuerySet[Any, Any] = OfficerAppointment.objects.on(on).filter(person__in=people)
    return jobs.order_by("from_on", "pk").values_list("person_id", "job_title")


_JOBS = Written(_jobs)


def jobs_of(people: Iterable[int], *, on: datetime.date) -> dict[int, str]:
    """The title of each one's job on the day, as `appointment_of` finds it; of no officer, none."""
    return dict(_JOBS(on, tuple(people)))


def term_of(person: Person, *, on: datetime.date) -> MemberTerm | None:
    """The member's term on the day."""
    found: MemberTerm | None = (
        MemberTerm.objects.on(on)
        .filter(person=person)
        .select_related("ward")
        .order_by("from_on", "pk")
        .last()
    )
    return found


def members_on(day: datetime.date | Named) -> QuerySet[Person]:
    """Everybody who is a member on the day."""
    return Person.objects.filter(pk__in=MemberTerm.objects.on(day).values("person_id"))


def officers_on(day: datetime.date) -> QuerySet[Person]:
    """Everybody who is an officer on the day."""
    return Person.objects.filter(pk__in=OfficerAppointment.objects.on(day).values("person_id"))


def members_assisted_by(person: Person, *, on: datetime.date) -> QuerySet[Person]:
    """The members in post whose named assistant the person is on the day."""
    return members_on(on).filter(
        pk__in=MemberAssistant.objects.on(on).filter(assistant=person).values("member_id")
    )


def colleagues_in(team: Team, *, on: datetime.date) -> QuerySet[Person]:
    """The officers of a team on the day."""
    return Person.objects.filter(
        pk__in=OfficerAppointment.objects.on(on).filter(team=team).values("person_id")
    )
