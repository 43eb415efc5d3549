"""A reply is prepared: kept as a draft, read by a senior officer where a directorate wants it, then sent.

The clock runs all along; only the sending stops it.
"""

import datetime

from django.db import transaction

from council.queries import Standing
from enquiries import events, policies
from enquiries.actions.allocating import take_on_if_new
from enquiries.actions.enclosing import give_files
from enquiries.actions.locking import Stale, ask, finish, locked
from enquiries.actions.replying import deliver_reply
from enquiries.models import Enquiry, Message, PreparedReply
from enquiries.policies import preparing

Stage = PreparedReply.Stage


@transaction.atomic
def save_reply_draft(
    *, who: Standing, enquiry: Enquiry, text: str, forward_text: str, at: datetime.datetime
) -> PreparedReply:
    """Keeps what the officer wrote so far; the case does not change, so nobody's open form goes stale.

    Raises Refused for whoever may not reply. What waits for approval already stays as it is.
    """
    enquiry = locked(enquiry)
    ask(policies.may_reply, who, enquiry)
    draft = preparing.reply_in_hand(who.person, enquiry) or PreparedReply(enquiry=enquiry, by=who.person)
    if draft.stage != Stage.WAITING:
        draft.text, draft.forward_text, draft.saved_at = text, forward_text, at
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
    text: str,
    forward_text: str,
    at: datetime.datetime,
    seen_version: int | None = None,
) -> PreparedReply:
    """The reply waits for a senior officer; nothing goes to the member yet. Raises Refused, or Stale."""
    enquiry = locked(enquiry, seen_version=seen_version)
    ask(preparing.may_ask_approval, who, enquiry)
    take_on_if_new(enquiry, who=who, at=at)
    reply = preparing.reply_in_hand(who.person, enquiry) or PreparedReply(enquiry=enquiry, by=who.person)
    reply.text, reply.forward_text = text.strip(), forward_text.strip()
    reply.stage, reply.saved_at, reply.asked_at = Stage.WAITING, at, at
    reply.decided_by, reply.decided_at, reply.remark = None, None, ""
    reply.save()
    finish(enquiry, kind=events.APPROVAL_ASKED, by=who.person, at=at, facts={"prepared": reply.pk})
    return reply


def _waiting(who: Standing, enquiry: Enquiry, pk: int) -> PreparedReply:
    """The reply that waits, which is the one that was read. Raises Refused, or Stale for another one."""
    ask(preparing.may_approve, who, enquiry)
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
    prepared = _waiting(who, enquiry, reply)
    _decide(prepared, stage=Stage.SENT, who=who, at=at)
    finish(enquiry, kind=events.REPLY_APPROVED, by=who.person, at=at, facts={"prepared": prepared.pk})
    message = deliver_reply(
        enquiry,
        by=prepared.by,
        text=prepared.text,
        forward_text=prepared.forward_text,
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
    prepared = _waiting(who, enquiry, reply)
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
