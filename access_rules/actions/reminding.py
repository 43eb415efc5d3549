"""Reminders of requests that wait for a decision, by the ladder before and after the promised day."""

import datetime

from django.db import transaction

from access_rules import events
from access_rules.models import AccessRequest
from access_rules.states import RequestState
from casework.actions.announcing import announce
from casework.actions.locking import locked
from casework.models import Reminder
from casework.queries import calendar, reminders_sent
from casework.rules import Fact, rung_owed

WAITING = (RequestState.ASKED.value, RequestState.REFERRED.value)


@transaction.atomic
def remind_of_request(*, row: AccessRequest, on: datetime.date, at: datetime.datetime) -> bool:
    """Sends the reminder that is due and not yet sent; says whether it did.

    Computed from the stored date alone, so a fortnight without the clock loses none and sends one.
    """
    row = locked(row)
    if row.state not in WAITING or row.decide_by is None:
        return False
    owed = rung_owed(row.decide_by, on, calendar(), reminders_sent(row.stream))
    if owed is None:
        return False
    Reminder.objects.create(stream=row.stream, rung=owed.rung.name, due_on=row.decide_by, sent_at=at)
    facts: dict[str, Fact] = {
        "accessrequest": row.pk,
        "rung": owed.rung.name,
        "told": ",".join(sorted(owed.told)),
        "owed": str(row.decide_by),
    }
    announce(stream=row.stream, kind=events.DECISION_LATE, by=None, at=at, facts=facts)
    return True
