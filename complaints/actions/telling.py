"""Telling how it ended: both sides what was decided and why, the group leader in words of their own."""

import dataclasses
import datetime

from django.db import transaction

from casework.actions.locking import demand, finish, locked
from complaints import events
from complaints.actions.deciding import keep_told, write
from complaints.models import Complaint, Disclosed, Side, Told, Writing
from complaints.policies import telling as policies
from complaints.queries.hearing import Hearer, leader_who_may_hear, left_to_tell_outcome
from council.models import Person
from council.queries import Standing


@transaction.atomic
def tell_outcome(
    *, who: Standing, row: Complaint, seen_version: int | None, at: datetime.datetime
) -> Complaint:
    """Tell everybody who is still to hear: each side reads the decision and its reasons from now on.

    A subject who did not know of the complaint knows of it with the outcome. Raises Refused and Stale.
    """
    row = locked(row, seen_version=seen_version)
    demand(policies.may_tell_outcome(who, row))
    written = row.writings.filter(kind=Writing.Kind.DECISION).last()
    tell_all(row, written, on=who.on, by=who.person, at=at)
    return row


def tell_all(
    row: Complaint, written: Writing | None, *, on: datetime.date, by: Person, at: datetime.datetime
) -> None:
    """A notice and an event for each who is still to hear, and what was written shown to each side."""
    for hearer in left_to_tell_outcome(row, on=on):
        told = keep_told(row, hearer, Told.What.OUTCOME, writing=written, by=by, at=at)
        if hearer.told_as == Side.SUBJECT and row.subject_told_at is None:
            row.subject_told_at = at
        if hearer.told_as in (Side.COMPLAINANT, Side.SUBJECT) and written is not None:
            show(written, hearer.told_as, by=by, at=at)
        finish(row, kind=events.TOLD, by=by, at=at, facts={"told": told.pk})


def show(written: Writing, side: str, *, by: Person, at: datetime.datetime) -> None:
    """Show a writing to a side; once is enough."""
    Disclosed.objects.get_or_create(writing=written, side=side, defaults={"by": by, "at": at})


@transaction.atomic
def write_for_leader(
    *, who: Standing, row: Complaint, words: str, seen_version: int | None, at: datetime.datetime
) -> Complaint:
    """The monitoring officer finds it right that the group leader knows, and says what (WF-8.11).

    The leader reads those words and nothing else. Raises Refused and Stale.
    """
    row = locked(row, seen_version=seen_version)
    demand(policies.may_write_for_leader(who, row))
    leader = leader_who_may_hear(row, on=who.on)
    if leader is not None:
        tell_leader(row, leader, words, by=who.person, at=at)
    return row


@transaction.atomic
def leave_leader_untold(
    *, who: Standing, row: Complaint, reason: str, seen_version: int | None, at: datetime.datetime
) -> Complaint:
    """The monitoring officer does not find it right that the group leader knows (WF-8.11), and may say why.

    It is kept, and nobody is asked again; they may still tell the leader later. Raises Refused and Stale.
    """
    row = locked(row, seen_version=seen_version)
    demand(policies.may_leave_leader_untold(who, row))
    leader = leader_who_may_hear(row, on=who.on)
    if leader is not None:
        why = write(row, Writing.Kind.NOTE, reason, by=who.person, at=at) if reason.strip() else None
        nobody = dataclasses.replace(leader, person=None)
        told = keep_told(row, nobody, Told.What.NOT_TOLD, writing=why, by=who.person, at=at)
        finish(row, kind=events.NOT_TOLD, by=who.person, at=at, facts={"told": told.pk})
    return row


def tell_leader(row: Complaint, leader: Hearer, words: str, *, by: Person, at: datetime.datetime) -> None:
    """The words for a group leader, that they were told, and the event."""
    written = write(row, Writing.Kind.FOR_LEADER, words, by=by, at=at)
    told = keep_told(row, leader, Told.What.WORDS, writing=written, by=by, at=at)
    finish(row, kind=events.TOLD, by=by, at=at, facts={"told": told.pk})
