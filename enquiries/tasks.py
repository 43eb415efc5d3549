"""What the clock starts: each enquiry by itself, so that one broken case does not stop the rest."""

import datetime
import logging
from collections.abc import Callable
from typing import TypeVar

from celery import shared_task
from django.db.models import CharField, Exists, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Cast, Coalesce, Concat
from django.utils import timezone

from casework.models import CaseShare, Reminder
from casework.queries import calendar, reminders_by_stream
from casework.rules import rung_owed
from enquiries.actions.checking import check_messages
from enquiries.actions.contributing import remind_of_part
from enquiries.actions.keeping_time import (
    close_by_itself,
    remind,
    remind_member,
    tell_closing_soon,
    tell_of_acknowledgement,
    warned_on,
    work_out_again,
)
from enquiries.actions.sharing import end_if_over
from enquiries.actions.succeeding import carry_out
from enquiries.models import Contribution, Enquiry, Message
from enquiries.states import OPEN, State

# The first rung of the ladder, with a weekend and a bank holiday to spare.
FIRST_RUNG_BEFORE = datetime.timedelta(days=10)
_log = logging.getLogger(__name__)
Row = TypeVar("Row", Enquiry, Contribution)


def _each(rows: "list[Row]", action: Callable[[Row], bool]) -> int:
    done = 0
    for row in rows:
        try:
            done += action(row)
        except Exception:
            _log.exception("The clock could not deal with %s; the others go on.", row)
    return done


@shared_task(name="enquiries.remind_of_replies")
def remind_of_replies() -> int:
    """Sends every reminder that is due and not yet sent; says how many."""
    at = timezone.now()
    return send_reminders(on=timezone.localdate(at), at=at)


def send_reminders(*, on: datetime.date, at: datetime.datetime) -> int:
    """The same for any day. Who is owed one is found in as many questions for a hundred thousand enquiries as
    for one; `remind` looks once more, under the lock.
    """
    near = Enquiry.objects.filter(state__in=OPEN, owed_on__lte=on + FIRST_RUNG_BEFORE)
    days, sent = calendar(), reminders_by_stream(near.values("stream"))
    rows = near.only("reference", "stream", "owed_on").order_by("owed_on", "pk")

    def owed(enquiry: Enquiry) -> bool:
        climbed = sent.get(enquiry.stream_id, set())
        return enquiry.owed_on is not None and rung_owed(enquiry.owed_on, on, days, climbed) is not None

    due = [enquiry for enquiry in rows if _unless_broken(enquiry, owed)]
    number = _each(due, lambda enquiry: remind(enquiry=enquiry, on=on, at=at, days=days))
    return number + send_other_reminders(on=on, at=at)


def send_other_reminders(*, on: datetime.date, at: datetime.datetime) -> int:
    """The same of the other clocks: what nobody has acknowledged, and questions without an answer."""
    late = Enquiry.objects.filter(state=State.SENT, acknowledged_at__isnull=True, acknowledge_by__lt=on)
    unseen = late.exclude(Exists(_told("acknowledgement"))).order_by("pk")
    question = Message.objects.filter(enquiry=OuterRef("pk"), kind=Message.Kind.QUESTION).order_by(
        "-at", "-pk"
    )
    waiting = Enquiry.objects.filter(state=State.WAITING, member_owes_on__lt=on)
    numbered = waiting.annotate(asked_in=Coalesce(Subquery(question.values("pk")[:1]), 0))
    rung = Concat(Value("question-"), Cast(OuterRef("asked_in"), CharField()))
    asked = numbered.exclude(Exists(_told(rung))).order_by("pk")
    return _each(
        list(unseen), lambda enquiry: tell_of_acknowledgement(enquiry=enquiry, on=on, at=at)
    ) + _each(list(asked), lambda enquiry: remind_member(enquiry=enquiry, on=on, at=at))


def _told(rung: "str | Concat") -> QuerySet[Reminder]:
    """That an enquiry was told of already, whatever the date was."""
    return Reminder.objects.filter(stream=OuterRef("stream"), rung=rung)


def _unless_broken(enquiry: Enquiry, question: Callable[[Enquiry], bool]) -> bool:
    """The answer; no for an enquiry whose dates are so broken that there is none, which is logged."""
    try:
        return question(enquiry)
    except Exception:
        _log.exception("The clock could not deal with %s; the others go on.", enquiry)
        return False


@shared_task(name="enquiries.remind_of_parts")
def remind_of_parts() -> int:
    """Tells every team whose part of a reply is late, once; says how many."""
    at = timezone.now()
    return send_reminders_of_parts(on=timezone.localdate(at), at=at)


def send_reminders_of_parts(*, on: datetime.date, at: datetime.datetime) -> int:
    """The same for any day."""
    late = Contribution.objects.filter(given_at__isnull=True, waived_at__isnull=True, due_on__lt=on)
    rows = list(late.select_related("enquiry").order_by("due_on", "pk"))
    return _each(rows, lambda part: remind_of_part(part=part, on=on, at=at))


@shared_task(name="enquiries.close_answered")
def close_answered() -> int:
    """Closes what nobody contradicted in time, and tells members what closes next; says how many closed."""
    at = timezone.now()
    return close_due(on=timezone.localdate(at), at=at)


def close_due(*, on: datetime.date, at: datetime.datetime) -> int:
    """The same for any day."""
    answered = Enquiry.objects.filter(state=State.ANSWERED).order_by("closes_on", "pk")
    closed = _each(
        list(answered.filter(closes_on__lt=on)),
        lambda enquiry: close_by_itself(enquiry=enquiry, on=on, at=at),
    )
    told = _told("closing-soon").filter(due_on=OuterRef("closes_on"))
    soon = answered.filter(closes_on__gte=on, closes_on__lte=on + FIRST_RUNG_BEFORE).exclude(Exists(told))
    days = calendar()
    due = [enquiry for enquiry in soon if enquiry.closes_on and warned_on(enquiry.closes_on, days) <= on]
    _each(due, lambda enquiry: tell_closing_soon(enquiry=enquiry, on=on, at=at))
    return closed


@shared_task(name="enquiries.pass_on_due")
def pass_on_due() -> int:
    """Passes on, or ends, what was decided for a day that has come; says how many."""
    at = timezone.now()
    return pass_on(on=timezone.localdate(at), at=at)


def pass_on(*, on: datetime.date, at: datetime.datetime) -> int:
    """The same for any day: a fortnight without the clock loses none."""
    waiting = Enquiry.objects.filter(successions__done_at__isnull=True, successions__on__lte=on)
    return _each(list(waiting.order_by("pk")), lambda enquiry: carry_out(enquiry=enquiry, on=on, at=at))


@shared_task(name="enquiries.end_sharing")
def end_sharing() -> int:
    """Clears away what is shared with nobody any more; says how many."""
    at = timezone.now()
    return end_shares(on=timezone.localdate(at), at=at)


def end_shares(*, on: datetime.date, at: datetime.datetime) -> int:
    """The same for any day. It opened nothing from its last midnight on; this deletes the row and says so."""
    ended = 0
    for share in CaseShare.objects.select_related("user__person", "content_object").order_by("pk"):
        try:
            ended += end_if_over(share=share, on=on, at=at)
        except Exception:
            _log.exception("What is shared of case %s could not be cleared away.", share.content_object_id)
    return ended


@shared_task(name="enquiries.check_messages")
def check_what_was_said() -> int:
    """Checks every message against the chain of events; says how many were rewritten."""
    return len(check_messages(at=timezone.now()))


@shared_task(name="enquiries.work_out_deadlines_again")
def work_out_deadlines_again() -> int:
    """Works every open deadline out again after the calendar changed; says how many moved."""
    at = timezone.now()
    return _each(
        list(Enquiry.objects.filter(state__in=OPEN).order_by("pk")),
        lambda enquiry: work_out_again(enquiry=enquiry, at=at),
    )
