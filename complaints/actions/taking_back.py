"""Taking a complaint back: whoever complained says that it goes no further."""

import datetime

from django.db import transaction

from casework.actions.locking import demand, finish, locked
from complaints import events
from complaints.models import Complaint, Side, Writing
from complaints.policies.taking_back import may_take_back
from council.queries import Standing


@transaction.atomic
def take_back(
    *, who: Standing, row: Complaint, reason: str, seen_version: int | None, at: datetime.datetime
) -> Complaint:
    """Whoever complained takes it back, with a reason where they give one; what it says is kept as it stands.

    Raises Refused and Stale.
    """
    row = locked(row, seen_version=seen_version)
    demand(may_take_back(who, row))
    if reason.strip():
        row.writings.create(
            kind=Writing.Kind.WITHDRAWAL, side=Side.COMPLAINANT, by=who.person, at=at, text=reason.strip()
        )
    row.record_withdrawal(on=who.on)
    finish(row, kind=events.WITHDRAWN, by=who.person, at=at)
    return row
