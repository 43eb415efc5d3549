"""That the protocol was reviewed, and that it is time to."""

import datetime

from django.db import transaction

from casework.actions.announcing import announce, open_stream
from casework.actions.locking import demand
from casework.events import PROTOCOL_REVIEWED, REVIEW_DUE
from casework.models import ProtocolReview, Reminder
from casework.policies.amendments import may_review
from casework.queries.reviews import review_due
from council.queries import Standing, protocol_in_force

_RUNG = "review-due"
# Whoever was reminded is reminded again while nothing is on record.
_EVERY = datetime.timedelta(days=30)


@transaction.atomic
def record_review(
    *,
    who: Standing,
    kind: ProtocolReview.Kind,
    reviewed_on: datetime.date,
    committee: str,
    minute: str,
    outcome: str,
    at: datetime.datetime,
) -> ProtocolReview:
    """A review of the text in force, or its adoption. (WF-9.1, WO-E-9.3.3a, PA-INT.6) Raises Refused."""
    demand(may_review(who))
    key = protocol_in_force().key
    row = ProtocolReview.objects.create(
        protocol=key,
        kind=kind.value,
        reviewed_on=reviewed_on,
        committee=committee.strip(),
        minute=minute.strip(),
        outcome=outcome.strip(),
        by=who.person,
        at=at,
    )
    stream = open_stream(f"protocol:{key}")
    announce(stream=stream, kind=PROTOCOL_REVIEWED, by=who.person, at=at, facts={"protocolreview": row.pk})
    return row


@transaction.atomic
def remind_of_review(*, on: datetime.date, at: datetime.datetime) -> bool:
    """Tells the monitoring officer that a review is due, once in thirty days; whether it told anybody.

    Computed from stored dates: whatever the clock missed, one letter goes.
    """
    key = protocol_in_force().key
    due = review_due(key, on=on)
    if due is None or due > on:
        return False
    stream = open_stream(f"protocol:{key}")
    if Reminder.objects.filter(stream=stream, rung=_RUNG, due_on__gt=on - _EVERY).exists():
        return False
    Reminder.objects.create(stream=stream, rung=_RUNG, due_on=on, sent_at=at)
    announce(stream=stream, kind=REVIEW_DUE, by=None, at=at)
    return True
