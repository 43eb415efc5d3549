"""What is put right and by whom, that it is done, and the end of a complaint."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from casework.actions.locking import demand, finish, locked
from complaints import events
from complaints.actions.deciding import write
from complaints.models import Complaint, Remedy, Writing
from complaints.policies import ending as policies
from council.models import Person
from council.queries import Standing


@transaction.atomic
def set_remedy(
    *,
    who: Standing,
    row: Complaint,
    words: str,
    owner: Person,
    due_on: datetime.date,
    seen_version: int | None,
    at: datetime.datetime,
) -> Remedy:
    """Say what is put right, by whom and by when; the owner reads that and nothing else.

    Raises Refused and Stale, and ValidationError for an owner who may not learn of it.
    """
    row = locked(row, seen_version=seen_version)
    demand(policies.may_set_remedy(who, row))
    _check_owner(row, owner)
    written = write(row, Writing.Kind.REMEDY, words, by=who.person, at=at)
    remedy: Remedy = row.remedies.create(writing=written, owner=owner, due_on=due_on)
    finish(row, kind=events.REMEDY_SET, by=who.person, at=at, facts={"remedy": remedy.pk})
    return remedy


def _check_owner(row: Complaint, owner: Person) -> None:
    """Whoever it is about learns of it when they are told, and not by what they are to put right."""
    if owner.pk == row.subject_id and row.subject_told_at is None:
        words = _("They do not know of this complaint yet. Tell them first, or name somebody else")
        raise ValidationError(words)


@transaction.atomic
def finish_remedy(*, who: Standing, remedy: Remedy, done_on: datetime.date, at: datetime.datetime) -> Remedy:
    """It is put right; also after the complaint is closed. Raises Refused.

    Raises ValidationError for a day that is still to come.
    """
    row, remedy = _again(remedy)
    demand(policies.may_finish_remedy(who, remedy))
    if done_on > who.on:
        raise ValidationError(_("This day is still to come. Enter the day on which it was done"))
    remedy.done_on = done_on
    remedy.save(update_fields=["done_on"])
    finish(row, kind=events.REMEDY_DONE, by=who.person, at=at, facts={"remedy": remedy.pk})
    return remedy


@transaction.atomic
def pass_on_remedy(
    *,
    who: Standing,
    remedy: Remedy,
    owner: Person,
    due_on: datetime.date,
    seen_version: int | None,
    at: datetime.datetime,
) -> Remedy:
    """Somebody else sees to it, so that nothing stays with whoever left. Raises as `set_remedy`."""
    row, remedy = _again(remedy, seen_version=seen_version)
    demand(policies.may_pass_on_remedy(who, remedy))
    _check_owner(row, owner)
    remedy.owner, remedy.due_on = owner, due_on
    remedy.save(update_fields=["owner", "due_on"])
    finish(row, kind=events.REMEDY_SET, by=who.person, at=at, facts={"remedy": remedy.pk})
    return remedy


def _again(remedy: Remedy, *, seen_version: int | None = None) -> tuple[Complaint, Remedy]:
    """The complaint, locked, and what is put right as it stands then."""
    row = locked(remedy.complaint, seen_version=seen_version)
    return row, Remedy.objects.select_related("complaint", "writing").get(pk=remedy.pk)


@transaction.atomic
def close(
    *, who: Standing, row: Complaint, learning: str, seen_version: int | None, at: datetime.datetime
) -> Complaint:
    """It ends here; `learning` is what the authority learned, in a sentence that names nobody.

    Raises Refused while somebody is to be told or a remedy has no owner, Stale, and ValidationError where the
    sentence names somebody.
    """
    row = locked(row, seen_version=seen_version)
    demand(policies.may_close(who, row))
    if _names_somebody(row, learning):
        raise ValidationError(_("This stays in the figures. Write it without the name of anybody"))
    row.learning = " ".join(learning.split())
    row.record_close(on=who.on)
    finish(row, kind=events.CLOSED, by=who.person, at=at)
    return row


def _names_somebody(row: Complaint, learning: str) -> bool:
    """Whether a name of somebody who has a part in it stands in the sentence."""
    people = [row.complainant, row.subject, row.logged_by, *(one.person for one in row.handlers.all())]
    names = {one.last_name.casefold() for one in people if one is not None}
    words = {word.strip(".,;:!?’'“”\"()").removesuffix("’s").casefold() for word in learning.split()}
    return bool(names & words) or row.reference.casefold() in words
