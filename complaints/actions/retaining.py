"""Dates a complaint that ended or was never sent, keeps it longer for a reason, erases it when it is over."""

import datetime

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from casework.actions.erasing import erase_content
from casework.actions.locking import demand, finish, locked
from casework.models import CaseEvent, FormToken
from complaints import events
from complaints.clock import kept_from, kept_until
from complaints.models import Attempt, Complaint, Handler, Put, Remedy, Told, Writing
from complaints.models.following import Airing
from complaints.policies.retaining import may_hold, may_release
from complaints.rules.retention import Ending
from complaints.states import ENDED, ComplaintState
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
    """Sets the day until which an ended complaint is kept, by how it ended, or a note that was never sent;
    says whether it did.
    """
    row = locked(row)
    until = _until(row)
    if until is None or row.keep_until is not None:
        return False
    row.keep_until = until
    row.save(update_fields=["keep_until"])
    return True


def _until(row: Complaint) -> datetime.date | None:
    if row.state == ComplaintState.RAISED:
        return kept_from(Ending.NOT_SENT, timezone.localdate(row.raised_at))
    return kept_until(row) if row.state in ENDED else None


def date_after_ending(event: CaseEvent) -> None:
    """What follows the event that ends a complaint."""
    date_retention(row=Complaint.objects.get(stream=event.stream_id))


@transaction.atomic
def hold(
    *, who: Standing, row: Complaint, because: str, at: datetime.datetime, seen_version: int | None
) -> Complaint:
    """Keeps it beyond its day, for a reason, until it is let go. Raises Refused and Stale."""
    row = locked(row, seen_version=seen_version)
    demand(may_hold(who, row))
    return _set_held(row, True, who=who, because=because, at=at)


@transaction.atomic
def release(
    *, who: Standing, row: Complaint, because: str, at: datetime.datetime, seen_version: int | None
) -> Complaint:
    """Lets it be erased on its day after all, for a reason. Raises Refused and Stale."""
    row = locked(row, seen_version=seen_version)
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
    _forget_tokens(row)
    _forget_handlers(row)
    row.complainant = row.subject = row.logged_by = None
    row.route, row.erased_at = {}, at
    finish(row, kind=events.ERASED, by=None, at=at)
    return True


def _forget_tokens(row: Complaint) -> None:
    """Who pressed what on a page that has a number of its own, which does not say of which complaint."""
    remedies = [reverse("complaint-remedy", args=[pk]) for pk in row.remedies.values_list("pk", flat=True)]
    asked = row.handlers.filter(part=Handler.Part.INDEPENDENT).values_list("pk", flat=True)
    pages = [*remedies, *(reverse("complaint-asked", args=[pk]) for pk in asked)]
    FormToken.objects.filter(result__in=pages).delete()


def _forget_handlers(row: Complaint) -> None:
    """Who dealt with it goes whole: the line manager who did would name the subject."""
    Put.objects.filter(handler__complaint=row).delete()
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
