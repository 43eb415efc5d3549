"""Keeps a matter that was handed on beyond its day for a reason, and erases it when its time is over."""

import datetime

from django.db import transaction

from casework.actions.erasing import erase_content
from casework.actions.locking import demand, finish, locked
from complaints import events
from complaints.models import HandedOn
from complaints.policies.retaining import may_hold_handed_on, may_release_handed_on
from council.queries import Standing


@transaction.atomic
def hold_handed_on(
    *, who: Standing, row: HandedOn, because: str, at: datetime.datetime, seen_version: int | None
) -> HandedOn:
    """Keeps it beyond its day, for a reason, until it is let go. Raises Refused and Stale."""
    row = locked(row, seen_version=seen_version)
    demand(may_hold_handed_on(who, row))
    return _set_held(row, True, who=who, because=because, at=at)


@transaction.atomic
def release_handed_on(
    *, who: Standing, row: HandedOn, because: str, at: datetime.datetime, seen_version: int | None
) -> HandedOn:
    """Lets it be erased on its day after all, for a reason. Raises Refused and Stale."""
    row = locked(row, seen_version=seen_version)
    demand(may_release_handed_on(who, row))
    return _set_held(row, False, who=who, because=because, at=at)


@transaction.atomic
def erase_handed_on(*, row: HandedOn, on: datetime.date, at: datetime.datetime) -> bool:
    """Erases the words, whoever handed it on and those to whom it went; says whether it did.

    What stays is its number, what kind of matter it was and its days, and the chain of events.
    """
    row = locked(row)
    if row.erased_at or row.is_held or row.keep_until >= on:
        return False
    erase_content(stream=row.stream, reference=row.reference, at=at)
    row.handed_to.all().delete()
    row.words, row.by, row.erased_at = "", None, at
    finish(row, kind=events.HANDED_ON_ERASED, by=None, at=at)
    return True


def _set_held(
    row: HandedOn, is_held: bool, *, who: Standing, because: str, at: datetime.datetime
) -> HandedOn:
    row.is_held = is_held
    content = {"because": because}
    finish(row, kind=events.HANDED_ON_HELD, by=who.person, at=at, facts={"held": is_held}, content=content)
    return row
