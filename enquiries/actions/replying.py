"""Officers answer: a question, a holding reply (why, what and when), the reply; notes among themselves."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction

from casework.rules import Fact
from council.models import Person
from council.queries import Standing
from enquiries import events, policies
from enquiries.actions.allocating import take_on_if_new
from enquiries.actions.locking import ask, finish, locked, say
from enquiries.clock import Clock
from enquiries.models import Enquiry, Message, PreparedReply
from enquiries.policies import preparing
from enquiries.rules import holding_reply
from rulebook.protocols import protocol


@dataclass(frozen=True)
class HoldingReply:
    """The three parts that a holding reply has (WF-6.10)."""

    reason: str
    action: str
    promised_on: datetime.date | None


class MissingParts(Exception):
    """A holding reply without its parts; `missing` names them as the question `holding-reply` does."""

    def __init__(self, missing: tuple[str, ...]) -> None:
        super().__init__(", ".join(missing))
        self.missing = missing


@transaction.atomic
def ask_member(
    *, who: Standing, enquiry: Enquiry, question: str, at: datetime.datetime, seen_version: int | None = None
) -> Message:
    """Puts a question to the member; the reply stays due when it was."""
    enquiry = locked(enquiry, seen_version=seen_version)
    ask(policies.may_ask_member, who, enquiry)
    take_on_if_new(enquiry, who=who, at=at)
    message = say(enquiry, kind=Message.Kind.QUESTION, by=who.person, at=at, text=question)
    enquiry.record_question()
    finish(enquiry, kind=events.QUESTION_ASKED, by=who.person, at=at, message=message)
    return message


@transaction.atomic
def send_holding_reply(
    *,
    who: Standing,
    enquiry: Enquiry,
    reply: HoldingReply,
    at: datetime.datetime,
    seen_version: int | None = None,
) -> Message:
    """Sends a holding reply; the first deadline stays on record, the promise is kept beside it.

    Raises MissingParts where the text's three parts are not all there, Refused, or Stale.
    """
    enquiry = locked(enquiry, seen_version=seen_version)
    ask(policies.may_send_holding_reply, who, enquiry)
    missing = missing_parts(enquiry, reply, on=who.on)
    if missing or reply.promised_on is None:
        raise MissingParts(missing or ("new_deadline",))
    take_on_if_new(enquiry, who=who, at=at)
    message = say(
        enquiry,
        kind=Message.Kind.HOLDING_REPLY,
        by=who.person,
        at=at,
        text=reply.reason,
        action=reply.action.strip(),
        promised_on=reply.promised_on,
    )
    enquiry.record_holding_reply(promised_on=reply.promised_on)
    facts: dict[str, Fact] = {"promised": str(reply.promised_on)}
    finish(enquiry, kind=events.HOLDING_REPLY_SENT, by=who.person, at=at, facts=facts, message=message)
    return message


def missing_parts(enquiry: Enquiry, reply: HoldingReply, *, on: datetime.date) -> tuple[str, ...]:
    """What the same pure function that answers the scenario question finds missing."""
    facts = {
        "received": str(enquiry.received_on),
        "sent": str(on),
        "in_writing": True,
        "reason": reply.reason,
        "action": reply.action,
        "new_deadline": str(reply.promised_on) if reply.promised_on else None,
    }
    missing = holding_reply(protocol(enquiry.protocol), facts)["missing"]
    return tuple(str(part) for part in missing) if isinstance(missing, list | tuple) else ()


@transaction.atomic
def send_reply(
    *,
    who: Standing,
    enquiry: Enquiry,
    text: str,
    forward_text: str,
    at: datetime.datetime,
    seen_version: int | None = None,
) -> Message:
    """Sends the reply, and beside it the version that the member may forward to a resident.

    Raises Stale, or Refused: among others while another team owes a part of it, and where a senior officer
    reads it first (enquiries.actions.approving).
    """
    enquiry = locked(enquiry, seen_version=seen_version)
    ask(preparing.may_send_reply, who, enquiry)
    take_on_if_new(enquiry, who=who, at=at)
    return deliver_reply(
        enquiry, by=who.person, text=text, forward_text=forward_text, at=at, on=who.on, facts={}
    )


def deliver_reply(
    enquiry: Enquiry,
    *,
    by: Person,
    text: str,
    forward_text: str,
    at: datetime.datetime,
    on: datetime.date,
    facts: Mapping[str, Fact],
) -> Message:
    """The reply goes to the member, in the name of who wrote it; its draft is done with.

    The row is locked and the policy was asked: of the writer (`send_reply`), or of who approved it.
    """
    message = say(
        enquiry, kind=Message.Kind.REPLY, by=by, at=at, text=text, forward_text=forward_text.strip()
    )
    enquiry.prepared.filter(by=by, stage__in=preparing.IN_HAND).update(stage=PreparedReply.Stage.SENT)
    enquiry.record_reply(on=on, closes_on=Clock.read().closes_by_itself(enquiry.protocol, on))
    finish(enquiry, kind=events.REPLY_SENT, by=by, at=at, facts=facts, message=message)
    return message


@transaction.atomic
def add_note(*, who: Standing, enquiry: Enquiry, text: str, at: datetime.datetime) -> Message:
    """A note that members do not see; information law may still reach it."""
    enquiry = locked(enquiry)
    ask(policies.may_add_note, who, enquiry)
    message = say(enquiry, kind=Message.Kind.NOTE, by=who.person, at=at, text=text)
    finish(enquiry, kind=events.NOTE_ADDED, by=who.person, at=at, message=message)
    return message
