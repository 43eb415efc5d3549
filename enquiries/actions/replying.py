"""Officers answer: a question, a holding reply (why, what and when), the reply; notes among themselves."""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.db import transaction

from casework.actions.announcing import announce
from casework.rules import Fact
from council.models import Person
from council.queries import Standing
from enquiries import events, policies
from enquiries.actions.allocating import take_on_if_new
from enquiries.actions.locking import ask, finish, locked, say
from enquiries.clock import Clock
from enquiries.models import Enquiry, Lateness, Message, PreparedReply
from enquiries.policies import preparing
from enquiries.rules import holding_reply
from rulebook.decision import Decision
from rulebook.protocols import protocol


@dataclass(frozen=True)
class HoldingReply:
    """The three parts that a holding reply has (WF-6.10)."""

    reason: str
    action: str
    promised_on: datetime.date | None


@dataclass(frozen=True)
class WhyLate:
    """Why a reply comes after its deadline: a reason that figures count, and the officer's words."""

    reason: Lateness
    words: str = ""


@dataclass(frozen=True)
class Reply:
    """What an officer wrote to a member: the reply, the version to forward, and what goes with it."""

    text: str
    forward_text: str = ""
    do_not_circulate: bool = False
    late: WhyLate | None = None


class MissingParts(Exception):
    """A holding reply without its parts; `missing` names them as the question `holding-reply` does."""

    def __init__(self, missing: tuple[str, ...]) -> None:
        super().__init__(", ".join(missing))
        self.missing = missing


@transaction.atomic
def ask_member(
    *, who: Standing, enquiry: Enquiry, question: str, at: datetime.datetime, seen_version: int | None = None
) -> Message:
    """Puts a question to the member, who has as long as the term says; the reply stays due when it was."""
    enquiry = locked(enquiry, seen_version=seen_version)
    ask(policies.may_ask_member, who, enquiry)
    take_on_if_new(enquiry, who=who, at=at)
    message = say(enquiry, kind=Message.Kind.QUESTION, by=who.person, at=at, text=question)
    owed = Clock.read().answer_of_member(enquiry.protocol, who.on, at=at)
    enquiry.record_question(member_owes_on=owed)
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
    do_not_circulate: bool = False,
    late: WhyLate | None = None,
    policy: Callable[[Standing, Enquiry], Decision] = preparing.may_send_reply,
) -> Message:
    """Sends the reply, and beside it the version that the member may forward to a resident.

    `do_not_circulate` asks the member not to pass it on (MW-7.4). `late` is why it comes after its deadline;
    it is kept only where it does. Raises Stale, or Refused: among others while another team owes a part of
    it, and where a senior officer reads it first (enquiries.actions.approving). A reply of another kind has a
    `policy` of its own.
    """
    enquiry = locked(enquiry, seen_version=seen_version)
    ask(policy, who, enquiry)
    take_on_if_new(enquiry, who=who, at=at)
    said = Reply(text, forward_text, do_not_circulate=do_not_circulate, late=late)
    return deliver_reply(enquiry, said, by=who.person, at=at, on=who.on, facts={})


def deliver_reply(
    enquiry: Enquiry,
    reply: Reply,
    *,
    by: Person,
    at: datetime.datetime,
    on: datetime.date,
    facts: Mapping[str, Fact],
) -> Message:
    """The reply goes to the member, in the name of who wrote it; its draft is done with.

    The row is locked and the policy was asked: of the writer (`send_reply`), or of who approved it.
    """
    message = say(
        enquiry,
        kind=Message.Kind.REPLY,
        by=by,
        at=at,
        text=reply.text,
        forward_text=reply.forward_text.strip(),
        do_not_circulate=reply.do_not_circulate,
    )
    enquiry.prepared.filter(by=by, stage__in=preparing.IN_HAND).update(stage=PreparedReply.Stage.SENT)
    clock = Clock.read()
    because = reply.late if reply.late and clock.is_late(enquiry, on=on) else None
    if because and not enquiry.late_because:
        enquiry.late_because, enquiry.late_words = because.reason, because.words.strip()
    enquiry.record_reply(on=on, closes_on=clock.closes_by_itself(enquiry.protocol, on))
    finish(enquiry, kind=events.REPLY_SENT, by=by, at=at, facts=facts, message=message)
    if because:
        _explain(enquiry, because, by=by, at=at)
    return message


def _explain(enquiry: Enquiry, late: WhyLate, *, by: Person, at: datetime.datetime) -> None:
    """Says to staff why the reply was late; the reply itself has counted the change."""
    words = f"{late.reason.label}. {late.words}".strip()
    announce(
        stream=enquiry.stream,
        kind=events.LATENESS_EXPLAINED,
        by=by,
        at=at,
        facts={"enquiry": enquiry.pk, "because": late.reason.value},
        content={"reason": words},
    )


@transaction.atomic
def add_note(*, who: Standing, enquiry: Enquiry, text: str, at: datetime.datetime) -> Message:
    """A note that members do not see; information law may still reach it."""
    enquiry = locked(enquiry)
    ask(policies.may_add_note, who, enquiry)
    message = say(enquiry, kind=Message.Kind.NOTE, by=who.person, at=at, text=text)
    finish(enquiry, kind=events.NOTE_ADDED, by=who.person, at=at, message=message)
    return message
