"""What an agenda is compared with: the names of the officers in post."""

import datetime

from council.models import OfficerAppointment


def names_of_officers(on: datetime.date) -> list[tuple[str, str]]:
    """First and last names of everybody who is an officer on the day; one query."""
    rows = OfficerAppointment.objects.on(on).values_list("person__first_name", "person__last_name")
    return list(rows.distinct())
