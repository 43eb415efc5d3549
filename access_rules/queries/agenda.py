"""What an agenda is compared with: the names of the officers in post, and of the political groups."""

import datetime

from council.models import OfficerAppointment, PoliticalGroup


def names_of_officers(on: datetime.date) -> list[tuple[str, str]]:
    """First and last names of everybody who is an officer on the day; one query."""
    rows = OfficerAppointment.objects.on(on).values_list("person__first_name", "person__last_name")
    return list(rows.distinct())


def names_of_groups(on: datetime.date) -> list[str]:
    """The names of the political groups of the day; one query."""
    return list(PoliticalGroup.objects.on(on).values_list("name", flat=True))
