"""A complaint opened in an emergency: for a reason, for a short time, told at once to the next in line."""

import datetime

from django.db import transaction

from casework.actions.announcing import announce, record_security
from casework.actions.locking import demand, locked
from casework.rules import Fact
from complaints import events
from complaints.models import Complaint, Opening, Writing
from complaints.policies.emergency import may_open_in_emergency
from complaints.queries.in_line import in_line
from council.models import Person
from council.queries import Standing

OPEN_FOR = datetime.timedelta(hours=2)


@transaction.atomic
def open_in_emergency(*, who: Standing, complaint: Complaint, reason: str, at: datetime.datetime) -> Opening:
    """Opens it to the person for two hours. The monitoring officer is told, or whoever is next where that one
    opens it or is barred; so do its own events and the security stream tell it. Raises Refused.

    Nothing of the complaint changes, so that nobody who deals with it finds their form out of date.
    """
    row = locked(complaint)
    demand(may_open_in_emergency(who, row))
    words = row.writings.create(kind=Writing.Kind.OPENING, by=who.person, at=at, text=reason)
    opening = row.openings.create(person=who.person, writing=words, at=at, until=at + OPEN_FOR)
    told = ",".join(str(person.pk) for person in _next_to(who, row))
    facts: dict[str, Fact] = {"complaint": row.pk, "opening": opening.pk}
    # Who is told stands with the words, not with the facts: it names them, and goes when the case is erased.
    content = {"told": told} if told else {}
    kind = events.OPENED_IN_EMERGENCY
    announce(stream=row.stream, kind=kind, by=who.person, at=at, facts=facts, content=content)
    record_security(events.OPENING_ON_RECORD, who.person, at, {"complaint": row.pk, "opening": opening.pk})
    return opening


def _next_to(who: Standing, row: Complaint) -> list[Person]:
    """The first in line besides whoever opens it; nobody where nobody else is left."""
    for some in in_line(row, on=who.on):
        if others := [person for person in some if person != who.person]:
            return others
    return []
