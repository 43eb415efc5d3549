"""Dates an ended complaint, keeps it beyond its day for a reason, and erases it when its time is over."""

import datetime

from django.db import transaction

from casework.actions.erasing import erase_content
from casework.actions.locking import demand, finish, locked
from casework.models import CaseEvent
from complaints import events
from complaints.clock import kept_until
from complaints.models import Attempt, Complaint, Handler, Remedy, Told, Writing
from complaints.models.following import Airing
from complaints.policies.retaining import may_hold, may_release
from complaints.states import ENDED
from council.queries import Standing

# Of each table that hangs on a complaint, the columns that name somebody and go with the words. What stays
# (who disclosed what, who opened it in an emergency) is a record of what officers did, and is never changed.
NAMING: dict[type[Attempt | Told | Remedy | Airing], tuple[str, ...]] = {
    Attempt: ("helper", "recorded_by"),
    Told: ("person", "by"),
    Remedy: ("owner",),
    Airing: ("reported_by",),
}


@transaction.atomic
def date_retention(*, row: Complaint) -> bool:
    """Sets the day until which an ended complaint is kept, by how it ended; says whether it did."""
    row = locked(row)
    until = kept_until(row)
    if row.state not in ENDED or until is None or row.keep_until is not None:
        return False
    row.keep_until = until
    row.save(update_fields=["keep_until"])
    return True


def date_after_ending(event: CaseEvent) -> None:
    """What follows the event that ends a complaint."""
    date_retention(row=Complaint.objects.get(stream=event.stream_id))


@transaction.atomic
def hold(
    *, who: Standing, complaint: Complaint, because: str, at: datetime.datetime, seen_version: int | None
) -> Complaint:
    """Keeps it beyond its day, for a reason, until it is let go. Raises Refused and Stale."""
    row = locked(complaint, seen_version=seen_version)
    demand(may_hold(who, row))
    return _set_held(row, True, who=who, because=because, at=at)


@transaction.atomic
def release(
    *, who: Standing, complaint: Complaint, because: str, at: datetime.datetime, seen_version: int | None
) -> Complaint:
    """Lets it be erased on its day after all, for a reason. Raises Refused and Stale."""
    row = locked(complaint, seen_version=seen_version)
    demand(may_release(who, row))
    return _set_held(row, False, who=who, because=because, at=at)


@transaction.atomic
def erase(*, row: Complaint, on: datetime.date, at: datetime.datetime) -> bool:
    """Erases the words, the files and who they were, once the last day is over; says whether it did.

    What stays is for figures (kinds, allegations, outcome, days) and for the chain of events. One that is
    held, or that nobody dated, stays whole.
    """
    row = locked(row)
    if row.erased_at or row.is_held or row.keep_until is None or row.keep_until >= on:
        return False
    erase_content(stream=row.stream, reference=row.reference, at=at)
    row.writings.filter(erased_at__isnull=True).update(text="", said_by="", file=None, by=None, erased_at=at)
    for model, columns in NAMING.items():
        model.objects.filter(complaint=row).update(**dict.fromkeys(columns))
    _forget_handlers(row)
    row.complainant = row.subject = row.logged_by = None
    row.route, row.erased_at = {}, at
    finish(row, kind=events.ERASED, by=None, at=at)
    return True


def _forget_handlers(row: Complaint) -> None:
    """Who dealt with it goes whole: the line manager who did would name the subject."""
    handlers = Handler.objects.filter(complaint=row)
    handlers.update(replaced_by=None)
    handlers.delete()


def _set_held(
    row: Complaint, is_held: bool, *, who: Standing, because: str, at: datetime.datetime
) -> Complaint:
    reason = row.writings.create(kind=Writing.Kind.NOTE, by=who.person, at=at, text=because)
    row.is_held = is_held
    facts = {"held": is_held, "writing": reason.pk}
    finish(row, kind=events.HELD, by=who.person, at=at, facts=facts)
    return row
