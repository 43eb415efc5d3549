"""What the clock does: one reminder a case however long it slept, and one broken case stops nobody."""

import datetime

import pytest

from casework.actions.announcing import announce, open_stream
from casework.events import CALENDAR_CHANGED
from casework.models import CaseEvent, ClosureDay
from enquiries import tasks
from enquiries.models import Enquiry
from enquiries.states import State
from enquiries.subscribers import after_a_changed_calendar
from rulebook.duty import Duty
from tests.factories.casework import a_local_term
from tests.factories.enquiries import an_enquiry, moment

RECEIVED = datetime.date(2026, 11, 2)
DUE = datetime.date(2026, 11, 12)

pytestmark = pytest.mark.django_db


def reminders(enquiry: Enquiry) -> int:
    """How many reminders the case has had."""
    return CaseEvent.objects.filter(stream=enquiry.stream, kind="enquiry.reminder_due").count()


def wake(day: datetime.date) -> int:
    """The clock's work on a day."""
    return tasks.send_reminders(on=day, at=moment(day))


def test_every_day_of_the_ladder_reminds_once() -> None:
    enquiry = an_enquiry(state=State.ALLOCATED, received_on=RECEIVED)
    days = [RECEIVED + datetime.timedelta(days=n) for n in range(1, 29)]
    sent_on = [day for day in days for _twice in range(2) if wake(day)]
    assert enquiry.due_on == DUE
    # Three days before, the last day, the day after, three days after (a Sunday, so the Monday), then weekly.
    assert [day.day for day in sent_on] == [9, 12, 13, 16, 23, 30]


def test_a_fortnight_without_the_clock_loses_none_and_sends_one() -> None:
    enquiries = [an_enquiry(state=State.ALLOCATED, received_on=RECEIVED) for _ in range(3)]
    asleep_until = datetime.date(2026, 11, 24)
    assert wake(asleep_until) == 3
    assert [reminders(enquiry) for enquiry in enquiries] == [1, 1, 1]
    assert wake(asleep_until) == 0


def test_nobody_is_reminded_on_a_closed_day() -> None:
    an_enquiry(state=State.ALLOCATED, received_on=RECEIVED)
    assert wake(datetime.date(2026, 11, 15)) == 0
    assert wake(datetime.date(2026, 11, 16)) == 1


def test_one_broken_case_does_not_stop_the_rest(caplog: pytest.LogCaptureFixture) -> None:
    broken = an_enquiry(state=State.ALLOCATED, received_on=RECEIVED)
    whole = an_enquiry(state=State.ALLOCATED, received_on=RECEIVED)
    # Counting back from here leaves the calendar, which no clock can do.
    Enquiry.objects.filter(pk=broken.pk).update(owed_on=datetime.date(1, 1, 2))
    assert wake(DUE) == 1
    assert reminders(whole) == 1
    assert broken.reference in caplog.text


@pytest.mark.parametrize("state", [State.ANSWERED, State.CLOSED, State.WITHDRAWN])
def test_what_is_answered_or_ended_needs_no_reminder(state: State) -> None:
    an_enquiry(state=state, received_on=RECEIVED)
    assert wake(DUE) == 0


def test_a_promise_is_reminded_of_by_its_own_date() -> None:
    promised = datetime.date(2026, 11, 26)
    enquiry = an_enquiry(state=State.HOLDING, received_on=RECEIVED, promised_on=promised)
    assert wake(DUE) == 0
    assert wake(promised) == 1
    assert reminders(enquiry) == 1


def test_a_changed_calendar_moves_what_counts_in_working_days() -> None:
    """The subscriber of casework's event, as the sweep runs it."""
    a_local_term(Duty.REPLY, 5)
    enquiry = an_enquiry(state=State.ALLOCATED, received_on=RECEIVED)
    assert enquiry.due_on == datetime.date(2026, 11, 9)
    ClosureDay.objects.create(on=datetime.date(2026, 11, 5), name="Burst main")
    changed = announce(
        stream=open_stream("calendar"), kind=CALENDAR_CHANGED, by=None, at=moment(RECEIVED), facts={}
    )
    after_a_changed_calendar(changed)
    assert Enquiry.objects.get(pk=enquiry.pk).due_on == datetime.date(2026, 11, 10)
