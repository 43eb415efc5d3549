"""Acknowledgement, the member's own answer, a reopened reply: counted, reminded once, worked out again."""

import datetime

import pytest
from pytest_django import Settings

from casework.models import CaseEvent, ClosureDay, Reminder
from casework.queries import broken_streams
from enquiries import tasks
from enquiries.actions import following, keeping_time, logging, replying
from enquiries.actions.replying import WhyLate
from enquiries.clock import ACKNOWLEDGEMENT, AGAIN, MEMBERS_ANSWER, Clock
from enquiries.models import Enquiry, Lateness
from enquiries.screens.moving import would_move
from enquiries.states import State
from rulebook.duty import Duty
from rulebook.post import Post
from rulebook.protocols import PROTOCOLS
from tests.factories import council as make
from tests.factories.casework import a_local_term
from tests.factories.enquiries import an_enquiry, moment, on_day

MONDAY = datetime.date(2026, 11, 23)
TUESDAY, WEDNESDAY, THURSDAY, FRIDAY = (MONDAY + datetime.timedelta(days=n) for n in range(1, 5))
NEXT_MONDAY = MONDAY + datetime.timedelta(days=7)

pytestmark = pytest.mark.django_db


def again(enquiry: Enquiry) -> Enquiry:
    """The row as it stands now."""
    return Enquiry.objects.get(pk=enquiry.pk)


def kinds(enquiry: Enquiry, kind: str) -> int:
    """How many events of the kind the case has."""
    return CaseEvent.objects.filter(stream=enquiry.stream, kind=kind).count()


def close(day: datetime.date) -> None:
    """One more closed day, and every clock worked out again."""
    ClosureDay.objects.create(on=day, name="Burst main")
    keeping_time.work_out_all_again(at=moment(day))


@pytest.mark.parametrize("text", PROTOCOLS)
def test_without_a_term_no_text_sets_a_clock_for_them_and_with_one_each_text_has_it(
    settings: Settings, text: str
) -> None:
    settings.PROTOCOL = text
    bare = an_enquiry(state=State.WAITING, received_on=MONDAY)
    assert (bare.acknowledge_by, bare.member_owes_on) == (None, None)
    a_local_term(Duty.ACKNOWLEDGE, 1)
    a_local_term(Duty.ASK_MEMBER, 3)
    found = an_enquiry(state=State.WAITING, received_on=MONDAY)
    assert (found.acknowledge_by, found.member_owes_on) == (TUESDAY, THURSDAY)


def test_a_term_that_is_set_later_gives_an_open_case_no_date() -> None:
    enquiry = an_enquiry(state=State.WAITING, received_on=MONDAY)
    a_local_term(Duty.ACKNOWLEDGE, 1, set_at=moment(TUESDAY))
    a_local_term(Duty.ASK_MEMBER, 3, set_at=moment(TUESDAY))
    keeping_time.work_out_all_again(at=moment(TUESDAY))
    assert (again(enquiry).acknowledge_by, again(enquiry).member_owes_on) == (None, None)


def test_the_reply_stays_due_while_the_member_has_a_date_of_their_own() -> None:
    a_local_term(Duty.ASK_MEMBER, 3)
    sent, asked = an_enquiry(received_on=MONDAY), an_enquiry(state=State.WAITING, received_on=MONDAY)
    assert (asked.due_on, asked.owed_on) == (sent.due_on, sent.owed_on)
    following.answer_question(
        who=on_day(asked.member, WEDNESDAY), enquiry=asked, text="Both.", at=moment(WEDNESDAY)
    )
    assert again(asked).member_owes_on == THURSDAY


def test_an_acknowledgement_that_is_overdue_is_told_once_to_addressee_and_routers() -> None:
    a_local_term(Duty.ACKNOWLEDGE, 1)
    router = make.a_holder_of(Post.DEMOCRATIC_SERVICES)
    enquiry = an_enquiry(received_on=MONDAY)
    told = [tasks.send_other_reminders(on=day, at=moment(day)) for day in (TUESDAY, WEDNESDAY, THURSDAY)]
    assert told == [0, 1, 0]
    event = CaseEvent.objects.get(stream=enquiry.stream, kind="enquiry.acknowledgement_late")
    assert {one.person for one in event.deliveries.all()} == {enquiry.addressee, router}
    assert again(enquiry).version == enquiry.version


def test_a_case_that_was_acknowledged_or_is_due_on_a_closed_day_is_not_told_of() -> None:
    a_local_term(Duty.ACKNOWLEDGE, 4)
    an_enquiry(state=State.ALLOCATED, received_on=MONDAY)
    waiting = an_enquiry(received_on=MONDAY)
    assert waiting.acknowledge_by == FRIDAY
    saturday, monday = FRIDAY + datetime.timedelta(days=1), NEXT_MONDAY
    assert [tasks.send_other_reminders(on=day, at=moment(day)) for day in (saturday, monday)] == [0, 1]


def test_the_member_is_reminded_once_of_each_question() -> None:
    a_local_term(Duty.ASK_MEMBER, 1)
    enquiry = an_enquiry(state=State.WAITING, received_on=MONDAY)
    days = (TUESDAY, WEDNESDAY, THURSDAY)
    assert [tasks.send_other_reminders(on=day, at=moment(day)) for day in days] == [0, 1, 0]
    event = CaseEvent.objects.get(stream=enquiry.stream, kind="enquiry.member_reminded")
    assert {one.person for one in event.deliveries.all()} == {enquiry.member}
    member, officer = on_day(enquiry.member, THURSDAY), on_day(enquiry.owner, THURSDAY)
    following.answer_question(who=member, enquiry=enquiry, text="Both.", at=moment(THURSDAY))
    replying.ask_member(who=officer, enquiry=enquiry, question="Since when?", at=moment(THURSDAY, 11))
    assert tasks.send_other_reminders(on=NEXT_MONDAY, at=moment(NEXT_MONDAY)) == 1
    assert kinds(enquiry, "enquiry.member_reminded") == 2
    assert Reminder.objects.filter(stream=enquiry.stream, rung__startswith="question-").count() == 2


def test_the_ladder_of_the_reply_goes_on_beside_these_reminders() -> None:
    a_local_term(Duty.ASK_MEMBER, 1)
    enquiry = an_enquiry(state=State.WAITING, received_on=MONDAY)
    due = enquiry.due_on
    assert due is not None
    tasks.send_other_reminders(on=WEDNESDAY, at=moment(WEDNESDAY))
    assert tasks.send_reminders(on=due + datetime.timedelta(days=1), at=moment(due)) == 1


RECOMPUTED = [
    # Terms, state, the date that moves, and from and to; closed is Wednesday 25 November.
    ((Duty.ACKNOWLEDGE,), State.SENT, "acknowledge_by", FRIDAY, NEXT_MONDAY, "enquiry.date_moved"),
    ((Duty.ASK_MEMBER,), State.WAITING, "member_owes_on", FRIDAY, NEXT_MONDAY, "enquiry.date_moved"),
    ((Duty.REOPEN,), State.REOPENED, "owed_on", FRIDAY, NEXT_MONDAY, "enquiry.deadline_moved"),
    ((Duty.REPLY,), State.SENT, "owed_on", FRIDAY, NEXT_MONDAY, "enquiry.deadline_moved"),
    ((Duty.REPLY,), State.HOLDING, "due_on", FRIDAY, NEXT_MONDAY, "enquiry.deadline_moved"),
    # What is over keeps its date: acknowledged, answered by the member.
    ((Duty.ACKNOWLEDGE,), State.ALLOCATED, "acknowledge_by", FRIDAY, FRIDAY, ""),
]


@pytest.mark.parametrize(("terms", "state", "date", "was", "now", "kind"), RECOMPUTED)
def test_a_closed_day_moves_every_running_clock_with_an_event_and_the_preview_says_so(
    terms: tuple[Duty, ...], state: State, date: str, was: datetime.date, now: datetime.date, kind: str
) -> None:
    for duty in terms:
        a_local_term(duty, 4)
    keeper = on_day(make.a_holder_of(Post.DEMOCRATIC_SERVICES), MONDAY)
    enquiry = an_enquiry(state=state, received_on=MONDAY)
    assert getattr(enquiry, date) == was
    row = ClosureDay.objects.create(on=WEDNESDAY, name="Burst main")
    foreseen = would_move(keeper, Clock.read())
    row.delete()
    assert bool(foreseen) == (was != now)
    close(WEDNESDAY)
    moved = again(enquiry)
    assert getattr(moved, date) == now
    assert would_move(keeper, Clock.read()) == []
    assert moved.version == enquiry.version + (was != now)
    if kind:
        event = CaseEvent.objects.get(stream=enquiry.stream, kind=kind)
        assert (event.facts["from"], event.facts["to"]) == (str(was), str(now))
    assert list(broken_streams()) == []


def test_a_promise_does_not_move_and_neither_does_what_was_reopened_before_a_term() -> None:
    a_local_term(Duty.REPLY, 4)
    held = an_enquiry(state=State.HOLDING, received_on=MONDAY, promised_on=NEXT_MONDAY)
    close(WEDNESDAY)
    assert (again(held).owed_on, again(held).promised_on) == (NEXT_MONDAY, NEXT_MONDAY)


def test_the_preview_names_the_other_clocks_beside_the_reply() -> None:
    a_local_term(Duty.ACKNOWLEDGE, 4)
    an_enquiry(received_on=MONDAY)
    keeper = on_day(make.a_holder_of(Post.DEMOCRATIC_SERVICES), MONDAY)
    ClosureDay.objects.create(on=WEDNESDAY, name="Burst main")
    (one,) = would_move(keeper, Clock.read())
    assert [words.replace("\xa0", " ") for words in one.others] == [
        "To be acknowledged by Monday 30 November 2026 instead of Friday 27 November 2026."
    ]
    assert one.was == one.now


def test_the_member_hears_that_the_own_date_moved_and_nobody_of_an_acknowledgement() -> None:
    a_local_term(Duty.ASK_MEMBER, 4)
    a_local_term(Duty.ACKNOWLEDGE, 4)
    asked, sent = an_enquiry(state=State.WAITING, received_on=MONDAY), an_enquiry(received_on=MONDAY)
    close(WEDNESDAY)
    told = {
        event.stream_id: {one.person for one in event.deliveries.all()}
        for event in CaseEvent.objects.filter(kind="enquiry.date_moved")
    }
    assert told == {asked.stream_id: {asked.member}, sent.stream_id: set()}


def test_a_corrected_day_of_receipt_moves_the_acknowledgement_and_keeps_the_promise() -> None:
    a_local_term(Duty.ACKNOWLEDGE, 2)
    router = on_day(make.a_holder_of(Post.DEMOCRATIC_SERVICES), TUESDAY)
    held = an_enquiry(state=State.HOLDING, received_on=TUESDAY, promised_on=NEXT_MONDAY)
    corrected = logging.correct_receipt(
        who=router, enquiry=held, received_on=MONDAY, reason="It is stamped.", at=moment(TUESDAY, 12)
    )
    assert held.acknowledge_by == THURSDAY
    assert corrected.acknowledge_by == WEDNESDAY
    assert (corrected.owed_on, corrected.promised_on) == (NEXT_MONDAY, NEXT_MONDAY)
    assert corrected.due_on == held.due_on - datetime.timedelta(days=1)


@pytest.mark.parametrize(
    ("state", "which", "start", "due"),
    [
        (State.SENT, ACKNOWLEDGEMENT, MONDAY, FRIDAY),
        (State.WAITING, MEMBERS_ANSWER, MONDAY, FRIDAY),
        (State.REOPENED, AGAIN, MONDAY, FRIDAY),
        (State.SENT, MEMBERS_ANSWER, None, None),
        (State.SENT, AGAIN, None, None),
    ],
)
def test_each_clock_shows_its_arithmetic(
    state: State, which: str, start: datetime.date | None, due: datetime.date | None
) -> None:
    for duty in (Duty.ACKNOWLEDGE, Duty.ASK_MEMBER, Duty.REOPEN):
        a_local_term(duty, 4)
    receipt = Clock.read().receipt(an_enquiry(state=state, received_on=MONDAY), which)
    assert (receipt and receipt.received_on, receipt and receipt.due_on) == (start, due)
    assert receipt is None or receipt.limit.is_local


LATE_BY = datetime.timedelta(days=1)
WHY = WhyLate(Lateness.CONTRACTOR, "The part came on Friday.")


def replied(enquiry: Enquiry, on: datetime.date, late: WhyLate | None) -> Enquiry:
    """Answered on the day by its owner."""
    assert enquiry.owner is not None
    who = on_day(enquiry.owner, on)
    replying.send_reply(who=who, enquiry=enquiry, text="Done.", forward_text="", at=moment(on), late=late)
    return again(enquiry)


def test_why_a_reply_was_late_is_kept_and_told_to_staff() -> None:
    enquiry = an_enquiry(state=State.ALLOCATED, received_on=MONDAY)
    assert enquiry.due_on is not None
    answered = replied(enquiry, enquiry.due_on + LATE_BY, WHY)
    assert (answered.late_because, answered.late_words) == ("contractor", "The part came on Friday.")
    event = CaseEvent.objects.get(stream=enquiry.stream, kind="enquiry.lateness_explained")
    assert (event.audience, event.facts["because"]) == ("staff", "contractor")
    assert "A contractor" in event.body["reason"]


def test_a_reply_in_time_keeps_no_reason_whatever_the_form_says() -> None:
    enquiry = an_enquiry(state=State.ALLOCATED, received_on=MONDAY)
    assert enquiry.due_on is not None
    answered = replied(enquiry, enquiry.due_on, WHY)
    assert (answered.late_because, answered.late_words) == ("", "")
    assert kinds(enquiry, "enquiry.lateness_explained") == 0


@pytest.mark.parametrize(
    ("state", "after", "late"),
    [
        (State.ALLOCATED, 0, False),
        (State.ALLOCATED, 1, True),
        # A promise does not make it timely.
        (State.HOLDING, 1, True),
        # A reopened one has a deadline of its own, ten days after it was reopened.
        (State.REOPENED, 0, False),
        (State.REOPENED, 1, True),
    ],
)
def test_what_counts_as_late_is_the_deadline_and_not_the_promise(
    state: State, after: int, late: bool
) -> None:
    enquiry = an_enquiry(state=state, received_on=MONDAY)
    day = MONDAY + datetime.timedelta(days=10 + after)
    assert Clock.read().is_late(enquiry, on=day) is late
