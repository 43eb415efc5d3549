"""Absences: entered, confirmed by a second person, ended sooner, taken back before they begin."""

import datetime

from django.db import transaction
from django.utils import timezone

from council.actions.telling import write_letters
from council.models import Absence, Person
from council.policies import (
    may_confirm_absence,
    may_end_absence,
    may_enter_absence,
    may_withdraw_absence,
)
from rulebook.decision import Decision, Refused

_ONE_DAY = datetime.timedelta(days=1)


def _go_on(decision: Decision) -> None:
    if not decision.allowed:
        raise Refused(decision)


@transaction.atomic
def enter_absence(*, absence: Absence, by: Person, at: datetime.datetime) -> Absence:
    """The row as it was typed, saved; what gives the substitute more must be confirmed anew. Raises Refused.

    Where the substitute would get a post that opens confidential matter, whoever is away gets a letter.
    """
    # In one order, so that two who name each other at once are asked one after the other.
    list(
        Person.objects.select_for_update(of=("self",))
        .filter(pk__in=[absence.person_id, absence.substitute_id])
        .order_by("pk")
    )
    _go_on(may_enter_absence(by, absence, on=timezone.localdate(at)))
    before = Absence.objects.select_for_update(of=("self",)).filter(pk=absence.pk).first()
    if before is None or _gives_more(before, absence):
        absence.entered_by, absence.confirmed_by, absence.confirmed_at = by, None, None
        absence.save()
        write_letters(row=absence, by=by, at=at, anew=True)
    else:
        absence.save()
    return absence


def _gives_more(before: Absence, after: Absence) -> bool:
    """Is it somebody else, another post, or a day that it did not hold before?"""
    same = (before.person_id, before.substitute_id, before.post) == (
        after.person_id,
        after.substitute_id,
        after.post,
    )
    longer = before.to_on is not None and (after.to_on is None or after.to_on > before.to_on)
    return not same or longer or after.from_on < before.from_on


@transaction.atomic
def confirm_absence(*, absence: Absence, by: Person, at: datetime.datetime) -> Absence:
    """The second person's word: the substitute may do what the post may do. Raises Refused."""
    locked: Absence = Absence.objects.select_for_update(of=("self",)).get(pk=absence.pk)
    _go_on(may_confirm_absence(by, locked, on=timezone.localdate(at)))
    locked.confirmed_by, locked.confirmed_at = by, at
    locked.save(update_fields=["confirmed_by", "confirmed_at"])
    return locked


@transaction.atomic
def end_absence(*, absence: Absence, by: Person, at: datetime.datetime) -> Absence:
    """Back today: yesterday was the last day, or today where it began today. Raises Refused."""
    locked: Absence = Absence.objects.select_for_update(of=("self",)).get(pk=absence.pk)
    today = timezone.localdate(at)
    _go_on(may_end_absence(by, locked, on=today))
    if locked.from_on == today:
        # Nobody stands in any more; that it was so until now, the history keeps.
        locked.substitute, locked.confirmed_by, locked.confirmed_at = None, None, None
    locked.to_on = max(today - _ONE_DAY, locked.from_on)
    locked.save(update_fields=["to_on", "substitute", "confirmed_by", "confirmed_at"])
    return locked


@transaction.atomic
def withdraw_absence(*, absence: Absence, by: Person, at: datetime.datetime) -> None:
    """Taken back before it began: the row goes, because it never held. Raises Refused."""
    locked: Absence = Absence.objects.select_for_update(of=("self",)).get(pk=absence.pk)
    _go_on(may_withdraw_absence(by, locked, on=timezone.localdate(at)))
    locked.delete()
