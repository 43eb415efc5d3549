"""The member follows the case: answers, adds, chases, closes, reopens, withdraws."""

import datetime

from django.db import transaction

from council.queries import Standing
from enquiries import events, policies
from enquiries.actions.locking import ask, finish, locked, say
from enquiries.clock import Clock
from enquiries.models import Enquiry, Message, Verdict

# What a member says yes or no to.
REPLIES = (Message.Kind.REPLY, Message.Kind.OUTCOME)


@transaction.atomic
def answer_question(*, who: Standing, enquiry: Enquiry, text: str, at: datetime.datetime) -> Message:
    """The member answers the officer's question."""
    enquiry = locked(enquiry)
    ask(policies.may_answer_question, who, enquiry)
    message = say(enquiry, kind=Message.Kind.ANSWER, by=who.person, at=at, text=text)
    enquiry.record_member_answer()
    finish(enquiry, kind=events.QUESTION_ANSWERED, by=who.person, at=at, message=message)
    return message


@transaction.atomic
def add_information(*, who: Standing, enquiry: Enquiry, text: str, at: datetime.datetime) -> Message:
    """The member adds something that the officer should know."""
    enquiry = locked(enquiry)
    ask(policies.may_add_information, who, enquiry)
    message = say(enquiry, kind=Message.Kind.INFORMATION, by=who.person, at=at, text=text)
    finish(enquiry, kind=events.INFORMATION_ADDED, by=who.person, at=at, message=message)
    return message


@transaction.atomic
def chase(*, who: Standing, enquiry: Enquiry, at: datetime.datetime) -> Message:
    """The member asks where the reply is, in one press; it stands on the record."""
    enquiry = locked(enquiry)
    ask(policies.may_chase, who, enquiry)
    message = say(enquiry, kind=Message.Kind.CHASE, by=who.person, at=at, text="")
    finish(enquiry, kind=events.CHASED, by=who.person, at=at, message=message)
    return message


def _keep_verdict(enquiry: Enquiry, *, who: Standing, answers: bool, at: datetime.datetime) -> None:
    """What the member says of the last reply, for the figures; what closes by itself says nothing."""
    replies = enquiry.messages.filter(kind__in=REPLIES, retraction__isnull=True)
    reply = replies.order_by("at", "pk").last()
    if reply is not None:
        Verdict.objects.create(enquiry=enquiry, reply=reply, answers=answers, by=who.person, at=at)


@transaction.atomic
def close_enquiry(*, who: Standing, enquiry: Enquiry, at: datetime.datetime) -> Enquiry:
    """«Yes, this answers me.»"""
    enquiry = locked(enquiry)
    ask(policies.may_close, who, enquiry)
    _keep_verdict(enquiry, who=who, answers=True, at=at)
    enquiry.record_closing(on=who.on)
    finish(enquiry, kind=events.CLOSED, by=who.person, at=at)
    return enquiry


@transaction.atomic
def reopen_enquiry(*, who: Standing, enquiry: Enquiry, missing: str, at: datetime.datetime) -> Message:
    """«No, not yet»: the member says what is missing; a reply is owed again."""
    enquiry = locked(enquiry)
    ask(policies.may_reopen, who, enquiry)
    _keep_verdict(enquiry, who=who, answers=False, at=at)
    message = say(enquiry, kind=Message.Kind.REOPENING, by=who.person, at=at, text=missing)
    enquiry.record_reopening(on=who.on, owed_on=Clock.read().reply_after_reopening(enquiry.protocol, who.on))
    finish(enquiry, kind=events.REOPENED, by=who.person, at=at, message=message)
    return message


@transaction.atomic
def withdraw_enquiry(*, who: Standing, enquiry: Enquiry, at: datetime.datetime) -> Enquiry:
    """The member takes it back; nobody need answer it, here or elsewhere."""
    enquiry = locked(enquiry)
    ask(policies.may_withdraw, who, enquiry)
    enquiry.redirections.filter(ended_at__isnull=True).update(ended_at=at, ended_by=who.person)
    enquiry.record_withdrawal(on=who.on)
    finish(enquiry, kind=events.WITHDRAWN, by=who.person, at=at)
    return enquiry
