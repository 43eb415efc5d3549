"""A reply is prepared: kept as a draft, read by a senior officer where a directorate wants it, then sent.

The clock runs all along; only the sending stops it.
"""

import datetime
from dataclasses import replace

from django.db import transaction

from council.queries import Standing
from enquiries import events, policies
from enquiries.actions.allocating import take_on_if_new
from enquiries.actions.enclosing import give_files
from enquiries.actions.locking import Stale, ask, finish, locked
from enquiries.actions.replying import Reply, WhyLate, deliver_reply
from enquiries.models import Enquiry, Lateness, Message, PreparedReply
from enquiries.policies import preparing

Stage = PreparedReply.Stage


def _write(prepared: PreparedReply, reply: Reply) -> None:
    """Keeps all that goes out with it."""
    prepared.text, prepared.forward_text = reply.text, reply.forward_text
    prepared.do_not_circulate = reply.do_not_circulate
    prepared.late_because = reply.late.reason if reply.late else ""
    prepared.late_words = reply.late.words if reply.late else ""


def kept(prepared: PreparedReply) -> Reply:
    """The same as it was written."""
    late = WhyLate(Lateness(prepared.late_because), prepared.late_words) if prepared.late_because else None
    return Reply(prepared.text, prepared.forward_text, prepared.do_not_circulate, late)


@transaction.atomic
def save_reply_draft(
    *, who: Standing, enquiry: Enquiry, reply: Reply, at: datetime.datetime
) -> PreparedReply:
    """Keeps what the officer wrote so far; the case does not change, so nobody's open form goes stale.

    Raises Refused for whoever may not reply. What waits for approval already stays as it is.
    """
    enquiry = locked(enquiry)
    ask(policies.may_reply, who, enquiry)
    draft = preparing.reply_in_hand(who.person, enquiry) or PreparedReply(enquiry=enquiry, by=who.person)
    if draft.stage != Stage.WAITING:
        _write(draft, reply)
        draft.saved_at = at
        draft.save()
    return draft


@transaction.atomic
def drop_reply_draft(*, who: Standing, enquiry: Enquiry) -> bool:
    """Throws the officer's own draft away; says whether there was one."""
    enquiry = locked(enquiry)
    ask(policies.may_reply, who, enquiry)
    draft = preparing.reply_in_hand(who.person, enquiry)
    if draft is None or draft.stage == Stage.WAITING:
        return False
    draft.stage = Stage.DROPPED
    draft.save()
    return True


@transaction.atomic
def ask_approval(
    *,
    who: Standing,
    enquiry: Enquiry,
    reply: Reply,
    at: datetime.datetime,
    seen_version: int | None = None,
) -> PreparedReply:
    """The reply waits for a senior officer; nothing goes to the member yet. Raises Refused, or Stale."""
    enquiry = locked(enquiry, seen_version=seen_version)
    ask(preparing.may_ask_approval, who, enquiry)
    take_on_if_new(enquiry, who=who, at=at)
    waits = preparing.reply_in_hand(who.person, enquiry) or PreparedReply(enquiry=enquiry, by=who.person)
    _write(waits, replace(reply, text=reply.text.strip(), forward_text=reply.forward_text.strip()))
    waits.stage, waits.saved_at, waits.asked_at = Stage.WAITING, at, at
    waits.decided_by, waits.decided_at, waits.remark = None, None, ""
    waits.save()
    finish(enquiry, kind=events.APPROVAL_ASKED, by=who.person, at=at, facts={"prepared": waits.pk})
    return waits


def _waiting(enquiry: Enquiry, pk: int) -> PreparedReply:
    """The reply that waits, which is the one that was read. Raises Stale for another one."""
    reply = preparing.waiting_reply(enquiry)
    if reply is None or reply.pk != pk:
        raise Stale(enquiry)
    return reply


def _decide(reply: PreparedReply, *, stage: str, who: Standing, at: datetime.datetime) -> None:
    reply.stage, reply.decided_by, reply.decided_at = stage, who.person, at
    reply.save()


@transaction.atomic
def approve_reply(
    *, who: Standing, enquiry: Enquiry, reply: int, at: datetime.datetime, seen_version: int
) -> Message:
    """Approves the reply that was read, and sends it in the writer's name, who may be away.

    Raises Refused, or Stale where anything changed since it was read.
    """
    enquiry = locked(enquiry, seen_version=seen_version)
    ask(preparing.may_approve, who, enquiry)
    prepared = _waiting(enquiry, reply)
    _decide(prepared, stage=Stage.SENT, who=who, at=at)
    finish(enquiry, kind=events.REPLY_APPROVED, by=who.person, at=at, facts={"prepared": prepared.pk})
    message = deliver_reply(
        enquiry,
        kept(prepared),
        by=prepared.by,
        at=at,
        on=who.on,
        facts={"approved_by": who.person.pk},
    )
    give_files(enquiry, writer=prepared.by)
    return message


@transaction.atomic
def return_reply(
    *, who: Standing, enquiry: Enquiry, reply: int, remark: str, at: datetime.datetime, seen_version: int
) -> PreparedReply:
    """Sends it back to its writer with words that say what to change. Raises Refused, or Stale."""
    enquiry = locked(enquiry, seen_version=seen_version)
    ask(preparing.may_judge, who, enquiry)
    prepared = _waiting(enquiry, reply)
    prepared.remark = remark.strip()
    _decide(prepared, stage=Stage.RETURNED, who=who, at=at)
    finish(
        enquiry,
        kind=events.REPLY_RETURNED,
        by=who.person,
        at=at,
        facts={"prepared": prepared.pk},
        content={"reason": prepared.remark},
    )
    return prepared


@transaction.atomic
def take_reply_back(*, who: Standing, enquiry: Enquiry, at: datetime.datetime) -> bool:
    """The writer takes the request back, to change the reply; says whether it still waited."""
    enquiry = locked(enquiry)
    ask(policies.may_reply, who, enquiry)
    reply = preparing.reply_in_hand(who.person, enquiry)
    if reply is None or reply.stage != Stage.WAITING:
        return False
    reply.stage = Stage.DRAFT
    reply.save()
    finish(enquiry, kind=events.REPLY_RETURNED, by=who.person, at=at, facts={"prepared": reply.pk})
    return True
