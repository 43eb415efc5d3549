"""Whom a manager has to show the protocol to, and to whom it was shown (WF-1.5)."""

import datetime
from collections.abc import Collection

from django.db.models import Q, QuerySet

from council.models import OfficerAppointment, Person, Showing
from council.queries.settings import protocol_in_force


def is_shown_by_managers() -> bool:
    """Does the text in force have managers show it?"""
    return not protocol_in_force().signing.shown.is_silent


def to_be_shown(*, on: datetime.date, manager: Person | None = None) -> QuerySet[OfficerAppointment]:
    """Jobs of the day of agency staff and contractors to whom nobody has shown the protocol yet.

    Of one manager, or of everybody; none where the text does not ask managers. Of a job with no line manager
    too: the director answers for it.
    """
    if not is_shown_by_managers():
        return OfficerAppointment.objects.none()
    shown = Showing.objects.values("person")
    merged = Showing.objects.filter(person__merged_into__isnull=False).values("person__merged_into")
    jobs: QuerySet[OfficerAppointment] = (
        OfficerAppointment.objects.on(on)
        .filter(employer=OfficerAppointment.Employer.AGENCY)
        .exclude(person__in=shown)
        .exclude(person__in=merged)
        .select_related("person", "directorate", "line_manager")
        .order_by("person__last_name", "person__first_name", "pk")
    )
    return jobs if manager is None else jobs.filter(line_manager=manager)


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
