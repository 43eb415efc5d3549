"""An enquiry that belongs elsewhere is handed on: it keeps its number, its thread and its first deadline."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction
from django.utils.timezone import localdate

from casework.models import CaseEvent
from casework.rules import Fact
from council.queries import Standing
from enquiries import events
from enquiries.actions.allocating import take_on_if_new
from enquiries.actions.locking import ask, finish, locked, say
from enquiries.clock import Clock
from enquiries.models import Enquiry, Message, Redirection
from enquiries.policies import redirecting as policies
from enquiries.policies.questions.parts import handles
from enquiries.queries import redirection_now
from enquiries.rules import answer_by
from enquiries.states import State
from rulebook.decision import Refused
from rulebook.protocols import protocol
from rulebook.triage import Handling


class NoDate(ValueError):
    """No statute gives a date for an answer there, and none was said."""


@dataclass(frozen=True)
class Move:
    """Where it goes: the process, who or what handles it there, why, its number there, and by when.

    `expected_on` is asked for where no statute gives the date.
    """

    process: Handling
    place: str
    text: str
    their_reference: str = ""
    expected_on: datetime.date | None = None


@transaction.atomic
def put_facts_right(
    *,
    who: Standing,
    enquiry: Enquiry,
    facts: Mapping[str, object],
    at: datetime.datetime,
    seen_version: int | None = None,
) -> Enquiry:
    """Puts right what is known of the request, by which the text says where it goes; Unknown facts are left
    out. What stands already is no change. Raises Refused, or Stale.
    """
    enquiry = locked(enquiry, seen_version=seen_version)
    ask(policies.may_redirect, who, enquiry)
    if enquiry.facts != facts:
        enquiry.facts = dict(facts)
        finish(enquiry, kind=events.FACTS_CORRECTED, by=who.person, at=at)
    return enquiry


@transaction.atomic
def refer_to_monitoring_officer(
    *, who: Standing, enquiry: Enquiry, note: str, at: datetime.datetime, seen_version: int | None = None
) -> Message:
    """Asks the monitoring officer where it belongs; the clock runs on. Raises Refused, or Stale."""
    enquiry = locked(enquiry, seen_version=seen_version)
    ask(policies.may_refer, who, enquiry)
    message = say(enquiry, kind=Message.Kind.NOTE, by=who.person, at=at, text=note)
    finish(enquiry, kind=events.REFERRED, by=who.person, at=at, message=message)
    return message


@transaction.atomic
def redirect_enquiry(
    *, who: Standing, enquiry: Enquiry, move: Move, at: datetime.datetime, seen_version: int | None = None
) -> Message:
    """Hands it on to another process, and tells the member where, under which rule and by when.

    Whoever deals with it and had not taken it on does so by this; where nobody is addressed, whoever hands it
    on follows it. Raises Refused, Stale, or NoDate.
    """
    enquiry = locked(enquiry, seen_version=seen_version)
    decision = policies.may_redirect_to(who, enquiry, move.process)
    if not decision.allowed:
        raise Refused(decision)
    expected_on = statutory_date(enquiry, move.process) or move.expected_on
    if expected_on is None:
        raise NoDate(move.process)
    cites = policies.grounds_of(enquiry, move.process)
    if handles(who, enquiry) or enquiry.addressee_id is None:
        take_on_if_new(enquiry, who=who, at=at)
    message = say(enquiry, kind=Message.Kind.REDIRECTION, by=who.person, at=at, text=move.text)
    redirection = Redirection.objects.create(
        enquiry=enquiry,
        process=move.process.value,
        place=move.place.strip(),
        their_reference=move.their_reference.strip(),
        cites="\n".join(cite.id for cite in cites),
        received_on=enquiry.received_on or who.on,
        expected_on=expected_on,
        by=who.person,
        at=at,
    )
    enquiry.record_redirection(on=who.on, expected_on=expected_on)
    facts: dict[str, Fact] = {
        "redirection": redirection.pk,
        "process": redirection.process,
        "expected": str(expected_on),
        "service": enquiry.service_id,
        "team": enquiry.team_id,
    }
    finish(enquiry, kind=events.REDIRECTED, by=who.person, at=at, facts=facts, message=message)
    return message


def statutory_date(enquiry: Enquiry, process: Handling) -> datetime.date | None:
    """The last day for an answer there by statute, from the day of receipt; None where no statute says."""
    if enquiry.received_on is None:
        return None
    return answer_by(protocol(enquiry.protocol), process, enquiry.received_on, Clock.read().calendars)


@transaction.atomic
def update_redirection(
    *,
    who: Standing,
    enquiry: Enquiry,
    their_reference: str,
    expected_on: datetime.date,
    reason: str,
    at: datetime.datetime,
    seen_version: int | None = None,
) -> Enquiry:
    """Its number there, or another date with the reason; the member is told, the event keeps the date before.

    What stands already is no change. Raises Refused, or Stale.
    """
    enquiry = locked(enquiry, seen_version=seen_version)
    ask(policies.may_update_redirection, who, enquiry)
    row = redirection_now(enquiry)
    number = their_reference.strip()
    if row is None or (row.their_reference, row.expected_on) == (number, expected_on):
        return enquiry
    facts: dict[str, Fact] = {}
    if row.expected_on != expected_on:
        facts = {"from": str(row.expected_on), "to": str(expected_on)}
    row.their_reference, row.expected_on = number, expected_on
    row.save(update_fields=["their_reference", "expected_on"])
    enquiry.owed_on = expected_on
    finish(
        enquiry,
        kind=events.REDIRECTION_UPDATED,
        by=who.person,
        at=at,
        facts=facts,
        content={"reason": reason.strip()} if reason.strip() else None,
    )
    return enquiry


@transaction.atomic
def record_outcome(
    *,
    enquiry: Enquiry,
    text: str,
    at: datetime.datetime,
    who: Standing | None = None,
    seen_version: int | None = None,
) -> Message | None:
    """Brings back to the member what came of it; the member says whether it answers, as with a reply.

    Another counter brings it without `who`: the words then stand under the name of whoever handed it on, and
    the event under nobody's. An outcome that came already, or for an enquiry that is not elsewhere any more,
    changes nothing then, and is None. Raises Refused, or Stale, for a person.
    """
    enquiry = locked(enquiry, seen_version=seen_version)
    if who is not None:
        ask(policies.may_record_outcome, who, enquiry)
    row = redirection_now(enquiry)
    if row is None or enquiry.state != State.REDIRECTED:
        return None
    on = who.on if who else localdate(at)
    message = say(enquiry, kind=Message.Kind.OUTCOME, by=who.person if who else row.by, at=at, text=text)
    _end(row, who=who, at=at)
    enquiry.record_outcome(on=on, closes_on=Clock.read().closes_by_itself(enquiry.protocol, on))
    by = who.person if who else None
    facts: dict[str, Fact] = {"redirection": row.pk}
    finish(enquiry, kind=events.OUTCOME_RECORDED, by=by, at=at, facts=facts, message=message)
    return message


@transaction.atomic
def bring_back(
    *,
    who: Standing,
    enquiry: Enquiry,
    reason: str,
    at: datetime.datetime,
    seen_version: int | None = None,
) -> Enquiry:
    """Takes it back, to be answered here; what was promised, or the first deadline, is owed again.

    No day is given for the time elsewhere. Raises Refused, or Stale.
    """
    enquiry = locked(enquiry, seen_version=seen_version)
    ask(policies.may_bring_back, who, enquiry)
    row = redirection_now(enquiry)
    if row is not None:
        _end(row, who=who, at=at)
    enquiry.bring_back(owed_on=_owed_here(enquiry))
    finish(enquiry, kind=events.BROUGHT_BACK, by=who.person, at=at, content={"reason": reason.strip()})
    return enquiry


def _owed_here(enquiry: Enquiry) -> datetime.date | None:
    """The date that was owed before it was handed on: the promise, the one after reopening, or the first."""
    if enquiry.promised_on is not None:
        return enquiry.promised_on
    if enquiry.reopened_on is not None:
        return Clock.read().reply_after_reopening(enquiry.protocol, enquiry.reopened_on)
    return enquiry.due_on


def _end(row: Redirection, *, who: Standing | None, at: datetime.datetime) -> None:
    row.ended_at, row.ended_by = at, who.person if who else None
    row.save(update_fields=["ended_at", "ended_by"])


def work_out_statute(enquiry: Enquiry) -> tuple[datetime.date, datetime.date] | None:
    """Works a statute's date out again after the calendar, or the day of receipt, changed; the caller holds
    the lock, saves and announces.

    The date before and the date now; None where none moved. A date that somebody entered stays.
    """
    row = redirection_now(enquiry)
    if row is None or enquiry.state != State.REDIRECTED or enquiry.received_on is None:
        return None
    day, was = statutory_date(enquiry, Handling(row.process)), row.expected_on
    if day is None or day == was or _was_entered(row):
        return None
    row.received_on, row.expected_on = enquiry.received_on, day
    row.save(update_fields=["received_on", "expected_on"])
    enquiry.owed_on = day
    return was, day


def _was_entered(row: Redirection) -> bool:
    """Did somebody enter another date than the statute's since it was handed on?"""
    changes = CaseEvent.objects.filter(stream=row.enquiry.stream_id, kind=events.REDIRECTION_UPDATED.name)
    return changes.filter(at__gte=row.at, facts__has_key="to").exists()
