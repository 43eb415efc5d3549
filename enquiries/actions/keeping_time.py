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
from enquiries.clock import Clock
from enquiries.models import Enquiry
from enquiries.states import OPEN, State


@transaction.atomic
def remind(*, enquiry: Enquiry, on: datetime.date, at: datetime.datetime) -> bool:
    """Sends the reminder that is due and not yet sent; says whether it did.

    Computed from the stored date alone, so a fortnight without the clock loses none and sends one.
    """
    enquiry = locked(enquiry)
    if enquiry.state not in OPEN or enquiry.owed_on is None:
        return False
    owed = rung_owed(enquiry.owed_on, on, calendar(), reminders_sent(enquiry.stream))
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


@transaction.atomic
def tell_closing_soon(*, enquiry: Enquiry, on: datetime.date, at: datetime.datetime) -> bool:
    """Tells the member once, on the last working day before, that the enquiry is about to close."""
    enquiry = locked(enquiry)
    if enquiry.state != State.ANSWERED or enquiry.closes_on is None:
        return False
    if calendar().last_working_day_on_or_before(enquiry.closes_on - datetime.timedelta(days=1)) > on:
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
def work_out_again(*, enquiry: Enquiry, at: datetime.datetime) -> bool:
    """Works the first deadline out again after the calendar changed; an event says how it moved.

    Of one that is handled elsewhere under a statute, that statute's date too, with an event of its own.
    """
    enquiry = locked(enquiry)
    if enquiry.state not in OPEN or enquiry.received_on is None:
        return False
    there = work_out_statute(enquiry)
    if there is not None:
        facts: dict[str, Fact] = {"from": str(there[0]), "to": str(there[1]), "there": True}
        finish(enquiry, kind=events.DEADLINE_MOVED, by=None, at=at, facts=facts)
    due_on, was = Clock.read().deadline_of(enquiry), enquiry.due_on
    if due_on == was:
        return there is not None
    enquiry.due_on = due_on
    if enquiry.owed_on == was and enquiry.state != State.REDIRECTED:
        enquiry.owed_on = due_on
    finish(enquiry, kind=events.DEADLINE_MOVED, by=None, at=at, facts={"from": str(was), "to": str(due_on)})
    return True


def work_out_all_again(*, at: datetime.datetime) -> int:
    """Works every open enquiry's first deadline out again; says how many moved."""
    open_ones = Enquiry.objects.filter(state__in=OPEN).order_by("pk")
    return sum(work_out_again(enquiry=enquiry, at=at) for enquiry in open_ones)
