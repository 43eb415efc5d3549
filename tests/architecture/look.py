"""Who looks at which pages of complaints: the one form that every scene of the gate on words has."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils import timezone

from complaints.models import Complaint
from council.models import Person
from tests.architecture.table import OF_A_COMPLAINT
from tests.factories.enquiries import on_day
from tests.factories.settling import complainant, subject

# One line, of no word that a page says of its own.
WORDS = "Quietly rose larks above barley"
WEEK = datetime.timedelta(days=7)


@dataclass(frozen=True)
class Look:
    """Who reads, the complaint that they read at every address, and the other pages that they open."""

    people: tuple[Person, ...]
    row: Complaint | None = None
    besides: tuple[str, ...] = ()

    def paths(self) -> list[str]:
        """Every address of the complaint, then the pages besides, without what comes twice."""
        return list(dict.fromkeys([*self._of_the_complaint(), reverse("complaints"), *self.besides]))

    def _of_the_complaint(self) -> list[str]:
        if self.row is None:
            return []
        row = self.row
        numbers: dict[str, object] = {
            name: getattr(of.first(), "pk", 1)
            for name, of in {
                "attempt": row.attempts,
                "handler": row.handlers.filter(ended_at=None),
                "pk": row.writings.filter(file__isnull=False),
            }.items()
        }
        return [address.path(complaint=row.reference, **numbers) for address in OF_A_COMPLAINT]


def sent_by(who: Person, row: Complaint) -> dict[str, Any]:
    """What every form sends: who, which complaint, and when."""
    return {"who": on_day(who), "row": row, "at": timezone.now(), "seen_version": None}


def kept_by(who: Person, row: Complaint) -> dict[str, Any]:
    """The same for actions that take the complaint by its name."""
    return {"who": on_day(who), "complaint": row, "at": timezone.now(), "seen_version": None}


def sides_of(row: Complaint) -> tuple[Person, Person]:
    """Both, whoever complains first."""
    return complainant(row), subject(row)
