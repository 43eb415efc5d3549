"""Which open enquiries get another date when the calendar changes: those that the viewer may see."""

from dataclasses import replace
from datetime import date

import pytest

from enquiries.clock import Clock
from enquiries.models import Enquiry
from enquiries.screens.moving import would_move
from enquiries.states import OPEN, State
from rulebook.calendar import Calendar
from rulebook.duty import Duty
from rulebook.post import Post
from tests.factories.casework import a_local_term
from tests.factories.council import a_holder_of, a_member
from tests.factories.enquiries import an_enquiry, on_day

RECEIVED = date(2026, 11, 23)

pytestmark = pytest.mark.django_db


def closed(clock: Clock, day: date) -> Clock:
    """The same clock with one more closed day."""
    own = clock.calendars.protocol
    shut = Calendar({**own.closed, day: "Burst main"}, own.known_from, own.known_until)
    return replace(clock, calendars=replace(clock.calendars, protocol=shut))


@pytest.mark.parametrize("state", [state for state in State if state != State.DRAFT])
def test_every_open_state_moves_and_none_that_is_over(state: State) -> None:
    a_local_term(Duty.REPLY, 5)
    enquiry = an_enquiry(state=state, received_on=RECEIVED)
    keeper = on_day(a_holder_of(Post.DEMOCRATIC_SERVICES))
    found = would_move(keeper, closed(Clock.read(), date(2026, 11, 25)))
    # Of two merged enquiries the one that goes on is open, and moves.
    goes_on = enquiry.merged_into if state == State.MERGED else enquiry
    assert [one.reference for one in found] == ([goes_on.reference] if goes_on.state in OPEN else [])
    for one in found:
        assert one.was.replace("\xa0", " ") == "Monday 30 November 2026"
        assert one.now.replace("\xa0", " ") == "Tuesday 1 December 2026"


def test_a_day_after_the_deadline_moves_nothing() -> None:
    a_local_term(Duty.REPLY, 5)
    an_enquiry(received_on=RECEIVED)
    keeper = on_day(a_holder_of(Post.DEMOCRATIC_SERVICES))
    assert would_move(keeper, closed(Clock.read(), date(2026, 12, 1))) == []


def test_each_viewer_is_shown_what_the_viewer_may_see() -> None:
    a_local_term(Duty.REPLY, 5)
    member = a_member()
    an_enquiry(received_on=RECEIVED, member=member)
    an_enquiry(received_on=RECEIVED, is_confidential=True)
    clock = closed(Clock.read(), date(2026, 11, 25))
    seen = {
        "democratic services": a_holder_of(Post.DEMOCRATIC_SERVICES),
        "monitoring officer": a_holder_of(Post.MONITORING_OFFICER),
        "member": member,
        "another member": a_member(),
    }
    counts = {role: len(would_move(on_day(person), clock)) for role, person in seen.items()}
    assert counts == {
        "democratic services": 1,
        "monitoring officer": 2,
        "member": 1,
        "another member": 0,
    }


def test_a_case_without_a_date_has_none_afterwards(settings: object) -> None:
    settings.PROTOCOL = "haringey"  # type: ignore[attr-defined]
    an_enquiry(received_on=RECEIVED)
    a_local_term(Duty.REPLY, 5, set_at=Enquiry.objects.get().sent_at.replace(hour=23))
    keeper = on_day(a_holder_of(Post.DEMOCRATIC_SERVICES))
    assert would_move(keeper, Clock.read()) == []


def test_a_thousand_cases_cost_one_question(django_assert_num_queries: object) -> None:
    a_local_term(Duty.REPLY, 5)
    for _number in range(3):
        an_enquiry(received_on=RECEIVED)
    keeper = on_day(a_holder_of(Post.DEMOCRATIC_SERVICES))
    clock = closed(Clock.read(), date(2026, 11, 25))
    with django_assert_num_queries(1):  # type: ignore[operator]
        assert len(would_move(keeper, clock)) == 3
