"""Whom a manager has to show the protocol to, and to whom it was shown (WF-1.5)."""

import datetime
from collections.abc import Collection

from django.db.models import Q, QuerySet

from council.models import Directorate, OfficerAppointment, Person, Showing
from council.queries.lines import line_managers_of
from council.queries.posts import who_act_in, who_covers
from council.queries.settings import protocol_in_force
from council.queries.standing import Standing
from rulebook.post import Post

# Who answers for a directorate, in the order in which they are looked for.
_ANSWERING = (Post.DIRECTOR, Post.ASSISTANT_DIRECTOR, Post.EXECUTIVE_DIRECTOR)


def is_shown_by_managers() -> bool:
    """Does the text in force have managers show it?"""
    return not protocol_in_force().signing.shown.is_silent


def to_be_shown(*, on: datetime.date) -> QuerySet[OfficerAppointment]:
    """Jobs of the day of agency staff and contractors to whom nobody has shown the protocol yet.

    None where the text does not ask managers.
    """
    if not is_shown_by_managers():
        return OfficerAppointment.objects.none()
    shown = Showing.objects.values("person")
    merged = Showing.objects.filter(person__merged_into__isnull=False).values("person__merged_into")
    return (
        OfficerAppointment.objects.on(on)
        .filter(employer=OfficerAppointment.Employer.AGENCY)
        .exclude(person__in=shown)
        .exclude(person__in=merged)
        .select_related("person", "directorate", "line_manager")
        .order_by("person__last_name", "person__first_name", "pk")
    )


def to_show(who: Standing) -> list[OfficerAppointment]:
    """Those whom this person shows it to: as manager, in one’s place, or as director where there is none."""
    jobs = [job for job in to_be_shown(on=who.on) if job.person_id != who.person.pk]
    managers = line_managers_of(jobs, on=who.on)
    theirs = {who.person.pk, *who.covers}
    return [
        job
        for job in jobs
        if (managers[job.pk] in theirs if job.pk in managers else job.directorate_id in who.directorates)
    ]


def who_shows(*, on: datetime.date) -> list[tuple[Person, OfficerAppointment]]:
    """To whom each job falls on the day: the line manager or whoever covers, else whoever directs there.

    Nobody for a job without either; two queries a directorate in which a manager is missing.
    """
    jobs = list(to_be_shown(on=on))
    managers = line_managers_of(jobs, on=on)
    act = who_covers(Person.objects.filter(pk__in=managers.values()), on=on) if managers else {}
    directors = {
        job.directorate_id: _directing(job.directorate, on=on) for job in jobs if job.pk not in managers
    }
    return [
        (person, job)
        for job in jobs
        for person in ([act[managers[job.pk]]] if job.pk in managers else directors[job.directorate_id])
        if person.pk != job.person_id
    ]


def _directing(directorate: Directorate, *, on: datetime.date) -> list[Person]:
    every = (who_act_in(post, on=on, directorate=directorate) for post in _ANSWERING)
    return next(filter(None, every), [])


def showings_to(person: Person) -> QuerySet[Showing]:
    """When the protocol was shown to this person, under an entry that was merged into theirs too."""
    return Showing.objects.filter(Q(person=person) | Q(person__merged_into=person)).select_related(
        "recorded_by"
    )


def shown_to(ids: Collection[int]) -> dict[int, datetime.date]:
    """The last day on which each of these people was shown the protocol; those who were not are left out."""
    rows = Showing.objects.filter(Q(person__in=ids) | Q(person__merged_into__in=ids)).order_by("shown_on")
    found = rows.values_list("person", "person__merged_into", "shown_on")
    return {kept or person: day for person, kept, day in found}
