"""While it is elsewhere: its number and date there, statutes' clocks, its outcome, and the way back."""

import datetime
from typing import Any

import pytest
from django.utils import timezone

from casework.models import BankHoliday
from enquiries.actions import redirecting as actions
from enquiries.actions.allocating import allocate_enquiry
from enquiries.actions.following import close_enquiry, reopen_enquiry
from enquiries.actions.keeping_time import remind, work_out_all_again
from enquiries.actions.locking import Stale
from enquiries.actions.logging import correct_receipt
from enquiries.models import Enquiry, Message, Redirection
from enquiries.queries import redirection_now
from enquiries.states import State
from enquiries.subscribers.words import late_or_soon
from rulebook.decision import Refused
from rulebook.duty import Duty
from rulebook.post import Post
from rulebook.triage import Handling
from tests.enquiries.test_redirecting import AT, LATER, TODAY, a_complaint, last, move, told
from tests.factories.casework import a_local_term
from tests.factories.council import a_holder_of
from tests.factories.enquiries import MISSING, OWN_DATA, PLACE, WHY_THERE, moment, on_day
from tests.factories.repairs import Council, a_case, the_repairs_team

pytestmark = pytest.mark.django_db
NEW_YEAR = datetime.date(2027, 1, 8)


@pytest.fixture
def council() -> Council:
    return the_repairs_team()


def update(council: Council, enquiry: Enquiry, **given: Any) -> Enquiry:
    """The officer enters what is new there."""
    fields = {"their_reference": "CC-17", "expected_on": LATER, "reason": "", **given}
    return actions.update_redirection(who=on_day(council.officer, TODAY), enquiry=enquiry, at=AT, **fields)


def test_a_number_is_added_later_and_the_member_is_told(council: Council) -> None:
    enquiry = update(council, move(a_complaint(council), council.officer), their_reference="CC-2026-18")
    assert Redirection.objects.get().their_reference == "CC-2026-18"
    assert told(enquiry, "enquiry.redirection_updated") == {council.member}


def test_another_date_is_owed_then_and_the_one_before_stays_on_record(council: Council) -> None:
    enquiry = move(a_complaint(council), council.officer)
    after = update(council, enquiry, expected_on=NEW_YEAR, reason="The investigator is ill.")
    assert (after.owed_on, after.due_on) == (NEW_YEAR, enquiry.due_on)
    event = last(after, "enquiry.redirection_updated")
    assert (event.facts["from"], event.facts["to"]) == (str(LATER), str(NEW_YEAR))
    assert event.body["reason"] == "The investigator is ill."


def test_what_stands_already_is_no_change(council: Council) -> None:
    enquiry = move(a_complaint(council), council.officer)
    assert update(council, enquiry).version == enquiry.version
    with pytest.raises(Stale):
        update(council, enquiry, their_reference="X", seen_version=enquiry.version - 1)


def outcome(council: Council, enquiry: Enquiry) -> Enquiry:
    """The officer tells what came of it."""
    who = on_day(council.officer, LATER)
    actions.record_outcome(who=who, enquiry=enquiry, text="The complaint is upheld.", at=moment(LATER))
    return Enquiry.objects.get(pk=enquiry.pk)


def test_the_outcome_is_an_answer_that_the_member_closes_or_reopens(council: Council) -> None:
    a_local_term(Duty.CLOSE, 7, "calendar-days")
    moved = move(a_complaint(council), council.officer)
    enquiry = outcome(council, moved)
    assert (enquiry.state, enquiry.answered_on) == (State.ANSWERED, LATER)
    assert enquiry.closes_on == LATER + datetime.timedelta(days=7)
    assert told(enquiry, "enquiry.outcome_recorded") == {council.member}
    row = Redirection.objects.get()
    assert (row.ended_by, redirection_now(enquiry)) == (council.officer, None)
    member = on_day(council.member, LATER)
    again = reopen_enquiry(who=member, enquiry=enquiry, missing=MISSING, at=moment(LATER)).enquiry
    assert again.state == State.REOPENED
    other = outcome(council, move(a_complaint(council), council.officer))
    assert close_enquiry(who=member, enquiry=other, at=moment(LATER)).state == State.CLOSED


def test_another_counter_brings_an_outcome_back_once(council: Council) -> None:
    enquiry = move(a_complaint(council), council.officer)
    text, at = "The complaint is upheld.", moment(LATER)
    message = actions.record_outcome(enquiry=enquiry, text=text, at=at)
    assert message
    assert (message.kind, message.by) == (Message.Kind.OUTCOME, council.officer)
    after = Enquiry.objects.get(pk=enquiry.pk)
    assert (after.state, after.answered_on) == (State.ANSWERED, LATER)
    assert last(after, "enquiry.outcome_recorded").by is None
    assert told(after, "enquiry.outcome_recorded") == {council.member, council.officer}
    assert actions.record_outcome(enquiry=enquiry, text=text, at=at) is None
    assert Enquiry.objects.get(pk=enquiry.pk).version == after.version


def test_a_person_who_records_an_outcome_twice_is_refused_the_second(council: Council) -> None:
    enquiry = outcome(council, move(a_complaint(council), council.officer))
    with pytest.raises(Refused):
        outcome(council, enquiry)


@pytest.mark.parametrize("state", [State.ALLOCATED, State.HOLDING, State.REOPENED])
def test_taken_back_it_owes_what_it_owed_and_loses_no_day(council: Council, state: State) -> None:
    before = a_complaint(council, state)
    enquiry = actions.bring_back(
        who=on_day(council.officer, LATER),
        enquiry=move(before, council.officer),
        reason="The complaints team says it is none.",
        at=moment(LATER),
    )
    assert (enquiry.state, enquiry.owner, enquiry.team) == (State.SENT, None, council.team)
    assert (enquiry.owed_on, enquiry.due_on) == (before.owed_on, before.due_on)
    assert enquiry.redirected_on is None
    assert redirection_now(enquiry) is None
    assert last(enquiry, "enquiry.brought_back").body["reason"] == "The complaints team says it is none."
    assert told(enquiry, "enquiry.brought_back") == {council.member, council.head}


def test_somebody_else_may_be_given_it_to_follow(council: Council) -> None:
    enquiry = move(a_complaint(council), council.officer)
    who = on_day(council.head, TODAY)
    after = allocate_enquiry(who=who, enquiry=enquiry, owner=council.colleague, at=AT)
    assert (after.owner, after.state, after.owed_on) == (council.colleague, State.REDIRECTED, LATER)
    assert told(after, "enquiry.reallocated") == {council.colleague}


def test_what_was_taken_back_may_be_moved_again(council: Council) -> None:
    enquiry = move(a_complaint(council), council.officer)
    enquiry = actions.bring_back(who=on_day(council.officer, TODAY), enquiry=enquiry, reason="A slip.", at=AT)
    enquiry = move(enquiry, council.officer)
    assert enquiry.state == State.REDIRECTED
    assert Redirection.objects.count() == 2


def own_data(council: Council, received_on: datetime.date) -> Enquiry:
    """A request for the member's own data, which the law answers within a month."""
    enquiry = a_case(council, received_on=received_on)
    Enquiry.objects.filter(pk=enquiry.pk).update(facts=OWN_DATA)
    given = actions.Move(Handling.SAR, PLACE, WHY_THERE, expected_on=LATER)
    actions.redirect_enquiry(who=on_day(council.officer, TODAY), enquiry=enquiry, move=given, at=AT)
    return Enquiry.objects.get(pk=enquiry.pk)


MONDAY = datetime.date(2026, 11, 23)


def test_a_statutes_date_is_worked_out_from_the_day_of_receipt_and_not_taken_from_anybody(
    council: Council,
) -> None:
    enquiry = own_data(council, MONDAY)
    assert enquiry.owed_on == datetime.date(2026, 12, 23)
    assert "UK GDPR art 12(3)" in Redirection.objects.get().cites


def closed(day: datetime.date) -> None:
    """A new bank holiday in all parts of the country."""
    for region in ("england-and-wales", "scotland", "northern-ireland"):
        BankHoliday.objects.create(on=day, region=region, name="A day of mourning")


def test_a_new_bank_holiday_moves_a_statutes_date_with_an_event(council: Council) -> None:
    enquiry = own_data(council, MONDAY)
    closed(datetime.date(2026, 12, 23))
    assert work_out_all_again(at=AT) == 1
    enquiry = Enquiry.objects.get(pk=enquiry.pk)
    assert enquiry.owed_on == Redirection.objects.get().expected_on == datetime.date(2026, 12, 24)
    event = last(enquiry, "enquiry.deadline_moved")
    assert (event.facts["from"], event.facts["to"]) == ("2026-12-23", "2026-12-24")
    assert event.deliveries.filter(person=council.member).exists()
    assert work_out_all_again(at=AT) == 0


def test_a_date_that_somebody_entered_stays_whatever_the_calendar_does(council: Council) -> None:
    enquiry = own_data(council, MONDAY)
    update(council, enquiry, expected_on=NEW_YEAR, reason="The law allows two more months.")
    closed(datetime.date(2026, 12, 23))
    work_out_all_again(at=AT)
    assert Enquiry.objects.get(pk=enquiry.pk).owed_on == NEW_YEAR


def test_the_date_of_a_complaint_stays_when_the_first_deadline_moves(council: Council) -> None:
    a_local_term(Duty.REPLY, 20, "working-days")
    enquiry = move(a_complaint(council), council.officer)
    Enquiry.objects.filter(pk=enquiry.pk).update(owed_on=enquiry.due_on)
    closed(datetime.date(2026, 12, 2))
    assert work_out_all_again(at=AT) == 1
    after = Enquiry.objects.get(pk=enquiry.pk)
    assert enquiry.due_on
    assert after.due_on == enquiry.due_on + datetime.timedelta(days=1)
    assert after.owed_on == enquiry.due_on


def test_the_day_of_receipt_put_right_moves_a_statutes_date_and_no_other(council: Council) -> None:
    keeper = on_day(a_holder_of(Post.DEMOCRATIC_SERVICES), TODAY)
    by_law, complaint = own_data(council, MONDAY), move(a_complaint(council), council.officer)
    earlier = datetime.date(2026, 11, 20)
    for enquiry in (by_law, complaint):
        correct_receipt(who=keeper, enquiry=enquiry, received_on=earlier, reason="The letter.", at=AT)
    assert Enquiry.objects.get(pk=by_law.pk).owed_on == datetime.date(2026, 12, 21)
    assert Redirection.objects.get(enquiry=by_law).received_on == earlier
    assert Enquiry.objects.get(pk=complaint.pk).owed_on == LATER


@pytest.mark.parametrize(
    ("days", "subject"),
    [(-1, "Answer expected soon"), (0, "Answer expected today"), (1, "No outcome yet")],
)
def test_reminders_go_by_the_date_there_in_words_of_their_own(
    council: Council, days: int, subject: str
) -> None:
    enquiry = move(a_complaint(council), council.officer)
    day = LATER + datetime.timedelta(days=days)
    assert remind(enquiry=enquiry, on=day, at=moment(day)) or days == -1
    kind = "enquiry.reminder_due" if days >= 0 else "enquiry.redirected"
    event = last(enquiry, kind)
    event.at = moment(day)
    words = late_or_soon(enquiry, event)
    assert words[0] == subject
    assert "elsewhere" in words[1]
    assert "reply" not in words[1].lower()


def test_nothing_is_reminded_of_the_first_date_once_it_is_elsewhere(council: Council) -> None:
    enquiry = move(a_complaint(council), council.officer)
    assert enquiry.due_on
    assert not remind(enquiry=enquiry, on=enquiry.due_on, at=timezone.now())
