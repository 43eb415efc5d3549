"""Settling it between the two: what the other side reads, what was tried, whether it is settled."""

import datetime
from collections.abc import Collection
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from casework.actions.locking import demand, finish, locked
from casework.events import Audience, EventKind
from casework.rules import Fact
from complaints import events
from complaints.models import Attempt, Complaint, Disclosed, Side, Writing
from complaints.policies import settling as policies
from complaints.queries.settling import attempts_of_both, shown_words, who_help, words_to_show
from council.models import Person
from council.queries import Standing

# Whose side of it an event tells of.
OF_THE_COMPLAINANT: dict[str, Fact] = {"side": Side.COMPLAINANT.value}


@dataclass(frozen=True)
class Tried:
    """One attempt as somebody writes it down: on which day, with whose help, what came of it.

    `settled` is what whoever writes it says for their own side; None where they say nothing yet.
    """

    on: datetime.date
    words: str
    helper: Person | None = None
    settled: bool | None = None


@transaction.atomic
def choose_words(
    *,
    who: Standing,
    row: Complaint,
    shown: Collection[int],
    words: str,
    tell_now: bool,
    seen_version: int | None,
    at: datetime.datetime,
) -> Complaint:
    """Whoever raised it says exactly which words the other side reads: numbers of `words_to_show`, or others.

    With `tell_now` the other side is told at once; else whoever helps tells it when they speak with them.
    Raises ValidationError where there is nothing to show, Refused and Stale.
    """
    row = locked(row, seen_version=seen_version)
    demand(policies.may_choose_words(who, row))
    chosen = list(words_to_show(row).filter(pk__in=shown))
    if words.strip():
        chosen.append(_write(row, Writing.Kind.STATEMENT, Side.COMPLAINANT, who, words, at))
    knows = row.subject_told_at is not None
    if not chosen and not (tell_now and _is_shown_some(row) and not knows):
        raise ValidationError(_("Choose or write what the other side may read"))
    for one in chosen:
        _show(one, Side.SUBJECT, who, at)
    if tell_now and not knows:
        row.subject_told_at = at
    kind = events.CONCERN_SHOWN if row.subject_told_at else events.WORDS_AGREED
    finish(row, kind=kind, by=who.person, at=at, facts={**OF_THE_COMPLAINANT, "writings": len(chosen)})
    return row


@transaction.atomic
def say_they_spoke(
    *, who: Standing, row: Complaint, seen_version: int | None, at: datetime.datetime
) -> Complaint:
    """Whoever helps spoke with the other side, which now reads the words agreed. Raises Refused and Stale."""
    row = locked(row, seen_version=seen_version)
    demand(policies.may_say_they_spoke(who, row))
    row.subject_told_at = at
    finish(row, kind=events.CONCERN_SHOWN, by=who.person, at=at)
    return row


@transaction.atomic
def record_attempt(
    *, who: Standing, row: Complaint, tried: Tried, seen_version: int | None, at: datetime.datetime
) -> Attempt:
    """Writes down what was tried; both sides read it, once the other side knows of the matter at all.

    Raises ValidationError for a helper who does not help, Refused and Stale.
    """
    row = locked(row, seen_version=seen_version)
    demand(policies.may_record_attempt(who, row))
    help_of = who_help(row).filter(person=tried.helper).first() if tried.helper else None
    if tried.helper is not None and help_of is None:
        raise ValidationError(_("Choose somebody who helps to settle it"))
    side = _side_of(who, row)
    written = _write(row, Writing.Kind.ATTEMPT, side, who, tried.words, at)
    for other in (Side.COMPLAINANT, Side.SUBJECT):
        if other != side and (other is Side.COMPLAINANT or row.subject_told_at):
            _show(written, other, who, at)
    made: Attempt = row.attempts.create(
        writing=written,
        tried_on=tried.on,
        helper=tried.helper,
        helper_post=help_of.post if help_of else "",
        recorded_by=who.person,
    )
    kind = events.TRIED if _is_of_both(made) else events.TRIED_ALONE
    finish(row, kind=kind, by=who.person, at=at, facts={**_of_side(kind), "attempt": made.pk})
    if tried.settled is not None and side:
        made.complaint = row
        say_settled(who=who, attempt=made, settled=tried.settled, seen_version=None, at=at)
    return made


@transaction.atomic
def say_settled(
    *, who: Standing, attempt: Attempt, settled: bool, seen_version: int | None, at: datetime.datetime
) -> Complaint:
    """A side says for itself whether an attempt settled it; where both say so, it ends as settled.

    Raises Refused for the other side’s word and for what the other side does not know of, and Stale.
    """
    row = locked(attempt.complaint, seen_version=seen_version)
    attempt = row.attempts.select_related("complaint").get(pk=attempt.pk)
    attempt.complaint = row
    may = policies.may_agree if settled else policies.may_say_settled
    demand(may(who, attempt))
    if _side_of(who, row) is Side.COMPLAINANT:
        attempt.complainant_agrees = settled
    else:
        attempt.subject_agrees = settled
    attempt.save()
    kind = events.AGREED if _is_of_both(attempt) else events.SAID_ALONE
    facts = {**_of_side(kind), "attempt": attempt.pk, "settled": settled}
    finish(row, kind=kind, by=who.person, at=at, facts=facts)
    if attempt.complainant_agrees and attempt.subject_agrees:
        row.record_settlement(on=who.on)
        finish(row, kind=events.SETTLED, by=who.person, at=at, facts={"attempt": attempt.pk})
    return row


def _side_of(who: Standing, row: Complaint) -> Side:
    if policies.speaks_as_complainant(who, row):
        return Side.COMPLAINANT
    return Side.SUBJECT if policies.speaks_as_subject(who, row) else Side.HANDLERS


def _write(
    row: Complaint, kind: Writing.Kind, side: Side, who: Standing, words: str, at: datetime.datetime
) -> Writing:
    written: Writing = row.writings.create(kind=kind, side=side, by=who.person, at=at, text=words.strip())
    return written


def _show(writing: Writing, side: Side, who: Standing, at: datetime.datetime) -> None:
    Disclosed.objects.create(writing=writing, side=side, by=who.person, at=at)


def _of_side(kind: EventKind) -> dict[str, Fact]:
    return OF_THE_COMPLAINANT if kind.audience is Audience.PARTY else {}


def _is_of_both(attempt: Attempt) -> bool:
    return attempts_of_both(attempt.complaint).filter(pk=attempt.pk).exists()


def _is_shown_some(row: Complaint) -> bool:
    return shown_words(row).exists()
