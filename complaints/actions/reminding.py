"""Reminders of what is due in a complaint, by the ladder before and after its day."""

import datetime

from django.db import transaction

from casework.actions.announcing import announce
from casework.actions.locking import locked
from casework.models import Reminder
from casework.queries import calendar, reminders_sent
from casework.rules import Fact, RungOwed, rung_owed
from complaints import events
from complaints.models import Complaint
from complaints.queries.due import Due, due_in


@transaction.atomic
def remind_of_complaint(*, row: Complaint, on: datetime.date, at: datetime.datetime) -> bool:
    """Sends one reminder of all that is near or late and not yet reminded of; says whether it did.

    Computed from the stored dates alone, so a fortnight without the clock loses none and sends one. The rungs
    of the ladder say when, and nothing of who: a complaint has no head of service who hears that it is late.
    """
    row = locked(row)
    owed = [] if row.erased_at else _owed(row, on)
    if not owed:
        return False
    for due, rung in owed:
        name = f"{due.mark}-{rung.rung.name}"
        Reminder.objects.create(stream=row.stream, rung=name, due_on=due.by, sent_at=at)
    facts: dict[str, Fact] = {"complaint": row.pk, "what": ",".join(due.mark for due, _rung in owed)}
    announce(stream=row.stream, kind=events.REMINDED, by=None, at=at, facts=facts)
    return True


def _owed(row: Complaint, on: datetime.date) -> list[tuple[Due, RungOwed]]:
    """Of each thing that is due the rung of today, if there is one that was not climbed."""
    sent, days = reminders_sent(row.stream), calendar()
    found = []
    for due in due_in(row):
        before = f"{due.mark}-"
        climbed = {(name.removeprefix(before), day) for name, day in sent if name.startswith(before)}
        rung = rung_owed(due.by, on, days, climbed)
        if rung is not None:
            found.append((due, rung))
    return found
