"""What the clock does by itself: reminders, closings, dates after a changed calendar."""

import datetime

from django.db import transaction

from casework.actions.announcing import announce
from casework.models import Reminder
from casework.queries import calendar, reminders_sent
from casework.rules import Fact, rung_owed
from enquiries import events
from enquiries.actions.locking import finish, locked
from enquiries.actions.redirecting import work_out_statute
from enquiries.clock import Clock, Dates, moved_dates
from enquiries.models import Enquiry, Message
from enquiries.states import OPEN, State
from rulebook.period import Calendar


@transaction.atomic
def remind(
    *, enquiry: Enquiry, on: datetime.date, at: datetime.datetime, days: Calendar | None = None
) -> bool:
    """Sends the reminder that is due and not yet sent; says whether it did.

    Computed from the stored date alone, so a fortnight without the clock loses none and sends one. `days` is
    the calendar where a sweep read it already.
    """
    enquiry = locked(enquiry)
    if enquiry.state not in OPEN or enquiry.owed_on is None:
        return False
    owed = rung_owed(enquiry.owed_on, on, days or calendar(), reminders_sent(enquiry.stream))
    if owed is None:
        return False
    Reminder.objects.create(stream=enquiry.stream, rung=owed.rung.name, due_on=enquiry.owed_on, sent_at=at)
    facts: dict[str, Fact] = {
        "enquiry": enquiry.pk,
        "rung": owed.rung.name,
        "told": ",".join(sorted(owed.told)),
        "owed": str(enquiry.owed_on),
    }
    announce(stream=enquiry.stream, kind=events.REMINDER_DUE, by=None, at=at, facts=facts)
    return True


@transaction.atomic
def close_by_itself(*, enquiry: Enquiry, on: datetime.date, at: datetime.datetime) -> bool:
    """Closes an answered enquiry once the last day for saying «not answered» is over; says whether it did."""
    enquiry = locked(enquiry)
    if enquiry.state != State.ANSWERED or enquiry.closes_on is None or enquiry.closes_on >= on:
        return False
    enquiry.record_closing(on=on)
    finish(enquiry, kind=events.CLOSED_BY_ITSELF, by=None, at=at)
    return True


def warned_on(closes_on: datetime.date, days: Calendar) -> datetime.date:
    """The day on which the member is told that it is about to close: the last working day before."""
    return days.last_working_day_on_or_before(closes_on - datetime.timedelta(days=1))


@transaction.atomic
def tell_closing_soon(*, enquiry: Enquiry, on: datetime.date, at: datetime.datetime) -> bool:
    """Tells the member once, on the last working day before, that the enquiry is about to close."""
    enquiry = locked(enquiry)
    if enquiry.state != State.ANSWERED or enquiry.closes_on is None:
        return False
    if warned_on(enquiry.closes_on, calendar()) > on:
        return False
    _row, new = Reminder.objects.get_or_create(
        stream=enquiry.stream, rung="closing-soon", due_on=enquiry.closes_on, defaults={"sent_at": at}
    )
    if new:
        announce(
            stream=enquiry.stream, kind=events.CLOSING_SOON, by=None, at=at, facts={"enquiry": enquiry.pk}
        )
    return new


@transaction.atomic
def tell_of_acknowledgement(*, enquiry: Enquiry, on: datetime.date, at: datetime.datetime) -> bool:
    """Says once, on the first working day after, that nobody has acknowledged it; says whether it did."""
    enquiry = locked(enquiry)
    by = enquiry.acknowledge_by
    if enquiry.state != State.SENT or enquiry.acknowledged_at or by is None or not _is_past(by, on):
        return False
    if not _once(enquiry, "acknowledgement", at=at, due_on=by):
        return False
    facts: dict[str, Fact] = {"enquiry": enquiry.pk, "owed": str(by)}
    announce(stream=enquiry.stream, kind=events.ACKNOWLEDGEMENT_LATE, by=None, at=at, facts=facts)
    return True


@transaction.atomic
def remind_member(*, enquiry: Enquiry, on: datetime.date, at: datetime.datetime) -> bool:
    """Reminds the member once of each question that is not answered in time; says whether it did."""
    enquiry = locked(enquiry)
    by = enquiry.member_owes_on
    if enquiry.state != State.WAITING or by is None or not _is_past(by, on):
        return False
    question = enquiry.messages.filter(kind=Message.Kind.QUESTION).order_by("-at", "-pk").first()
    number = question.pk if question else 0
    if not _once(enquiry, f"question-{number}", at=at, due_on=by):
        return False
    facts: dict[str, Fact] = {"enquiry": enquiry.pk, "question": number, "owed": str(by)}
    announce(stream=enquiry.stream, kind=events.MEMBER_REMINDED, by=None, at=at, facts=facts)
    return True


def _is_past(day: datetime.date, on: datetime.date) -> bool:
    """Over, and today somebody works: nobody is reminded on a closed day."""
    return day < on and calendar().is_working_day(on)


def _once(enquiry: Enquiry, rung: str, *, at: datetime.datetime, due_on: datetime.date) -> bool:
    """Keeps that it was told, whatever the date was; False where it was told before."""
    if Reminder.objects.filter(stream=enquiry.stream, rung=rung).exists():
        return False
    Reminder.objects.create(stream=enquiry.stream, rung=rung, due_on=due_on, sent_at=at)
    return True


@transaction.atomic
def work_out_again(*, enquiry: Enquiry, at: datetime.datetime) -> bool:
    """Works every running clock out again after the calendar changed; an event for each says how it moved.

    Of one that is handled elsewhere under a statute, that statute's date too.
    """
    enquiry = locked(enquiry)
    if enquiry.state not in OPEN or enquiry.received_on is None:
        return False
    there = work_out_statute(enquiry)
    if there is not None:
        moved_there: dict[str, Fact] = {"from": str(there[0]), "to": str(there[1]), "there": True}
        finish(enquiry, kind=events.DEADLINE_MOVED, by=None, at=at, facts=moved_there)
    was, now = Dates.kept(enquiry), Clock.read().dates_of(enquiry)
    if was == now:
        return there is not None
    enquiry.due_on, enquiry.owed_on = now.due_on, now.owed_on
    enquiry.acknowledge_by, enquiry.member_owes_on = now.acknowledge_by, now.member_owes_on
    for moved in moved_dates(was, now):
        kind = events.DEADLINE_MOVED if moved.is_reply else events.DATE_MOVED
        facts: dict[str, Fact] = {"clock": moved.clock, "from": str(moved.was), "to": str(moved.now)}
        finish(enquiry, kind=kind, by=None, at=at, facts=facts)
    return True


def work_out_all_again(*, at: datetime.datetime) -> int:
    """Works the dates of every open enquiry out again; says how many moved."""
    open_ones = Enquiry.objects.filter(state__in=OPEN).order_by("pk")
    return sum(work_out_again(enquiry=enquiry, at=at) for enquiry in open_ones)
