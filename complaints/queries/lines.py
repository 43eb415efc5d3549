"""Lines of management on a day, for everybody at once: whose line leads up to whom."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from council.models import OfficerAppointment
from council.queries import Standing, asked_once


@dataclass(frozen=True)
class Lines:
    """Who manages whom, and whoever's place the subject has for the day beside their own."""

    managers: Mapping[int, frozenset[int]]
    subject: frozenset[int]

    def reach_subject(self, person: int) -> bool:
        """Whether the line above the person leads to the subject; it ends where it leads back."""
        met: set[int] = set()
        waiting = set(self.managers.get(person, frozenset()))
        while waiting:
            one = waiting.pop()
            if one in self.subject:
                return True
            if one not in met:
                met.add(one)
                waiting |= self.managers.get(one, frozenset())
        return False


@asked_once
def lines_on(on: datetime.date, subject: Standing | None) -> Lines:
    """The lines of the day in one query. Whoever the subject stands in for counts as the subject."""
    rows: dict[int, set[int]] = {}
    jobs = OfficerAppointment.objects.on(on).filter(line_manager__isnull=False)
    for person, manager in jobs.values_list("person_id", "line_manager_id"):
        rows.setdefault(person, set()).add(manager)
    places: set[int] = set()
    if subject is not None:
        places = {subject.person.pk, *subject.covers, *(holder for _held, holder in subject.stands_in_for)}
    return Lines({person: frozenset(above) for person, above in rows.items()}, frozenset(places))
