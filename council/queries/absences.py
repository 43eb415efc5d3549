"""A person's own absences, as the account shows them."""

import datetime
from dataclasses import dataclass

from council.models import Absence, Person
from council.queries.letters import opens_confidential_matter


@dataclass(frozen=True)
class AwayLine:
    """One absence: the row, whether it has begun, and whether a post in it still waits to be confirmed."""

    row: Absence
    has_begun: bool
    waits: bool


def own_absences(person: Person, *, on: datetime.date) -> list[AwayLine]:
    """Those of today and later, the next first."""
    rows = Absence.objects.filter(person=person).exclude(to_on__lt=on).select_related("substitute", "person")
    return [
        AwayLine(row, row.from_on <= on, row.confirmed_at is None and opens_confidential_matter(row))
        for row in rows.order_by("from_on", "pk")
    ]


def standing_in_for(person: Person, *, on: datetime.date) -> list[Absence]:
    """Those for whom the person was named, today and later."""
    rows = Absence.objects.filter(substitute=person).exclude(to_on__lt=on).select_related("person")
    return list(rows.order_by("from_on", "pk"))
