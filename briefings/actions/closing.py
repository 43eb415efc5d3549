"""Nothing more is offered of a matter."""

import datetime

from django.db import transaction

from briefings import events
from briefings.actions.sharing import share
from briefings.models import Matter
from briefings.policies.parity import may_close
from casework.actions.locking import demand, finish, locked
from council.queries import Standing


@transaction.atomic
def close_matter(*, who: Standing, row: Matter, seen_version: int | None, at: datetime.datetime) -> Matter:
    """Closes it, once every group of the day has its offer or telling; a group that asks is answered still.

    Raises Refused, Stale.
    """
    row = locked(row, seen_version=seen_version)
    demand(may_close(who, row))
    share(row, by=who.person, on=who.on, at=at)
    row.closed_on = who.on
    finish(row, kind=events.CLOSED, by=who.person, at=at)
    return row
