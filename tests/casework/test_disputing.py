"""A dispute's life: opened once for a decision, answered, determined by whom the text names, carried out."""

import datetime

import pytest
from django.db import transaction
from django.utils import timezone

from casework.actions import disputing
from casework.actions.delivering import deliver_event
from casework.actions.protecting import AlreadyUsed
from casework.models import CaseEvent, Delivery, Determination, Dispute
from casework.queries.disputes import deciders_of
from casework.states import DisputeState
from council.models import OfficerAppointment, Person
from enquiries.models import Enquiry
from enquiries.states import State
from rulebook.decision import Refused
from rulebook.duty import Duty
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.casework import a_local_term
from tests.factories.disputes import (
    REASONS,
    WORDS,
    a_dispute,
    an_enquiry_with_something_withheld,
    determined,
    enquiry_of,
    event_of,
    redirected,
)
from tests.factories.enquiries import an_enquiry, on_day

Outcome = Determination.Outcome
NOW = timezone.now
pytestmark = pytest.mark.django_db


@pytest.fixture
def monitoring_officer(db: None) -> Person:
    """Who decides under every text but one."""
    return make.a_holder_of(Post.MONITORING_OFFICER)


def told(dispute: Dispute, kind: str) -> set[Person]:
    """Who is owed a letter about the last event of the kind."""
    owed = Delivery.objects.filter(event=event_of(dispute, kind)).select_related("person")
    return {one.person for one in owed}


def follow(dispute: Dispute) -> None:
    """What follows the last determination, as the worker does it after the commit."""
    deliver_event(event_of(dispute, "dispute.determined").pk, at=NOW())


def names(dispute: Dispute) -> set[Person]:
    """Who decides it today."""
    return {seat.person for seat in deciders_of(dispute, on=timezone.localdate())[0]}


def test_a_dispute_begins_on_the_texts_first_rung_and_tells_who_decides_and_whose_decision_it_is(
    monitoring_officer: Person,
) -> None:
    dispute = a_dispute()
    enquiry = enquiry_of(dispute)
    assert (dispute.rung, dispute.state, dispute.decide_by) == ("monitoring-officer", "opened", None)
    assert (dispute.opened_by, dispute.respondent) == (enquiry.member, enquiry.owner)
    assert dispute.member_words == WORDS
    assert told(dispute, "dispute.opened") == {enquiry.owner, monitoring_officer}
    assert enquiry.stream.events.filter(kind="enquiry.disputed").count() == 1


def test_where_the_council_set_a_time_the_day_is_promised() -> None:
    a_local_term(Duty.DETERMINE, 10, "calendar-days")
    assert a_dispute().decide_by == timezone.localdate() + datetime.timedelta(days=10)


def test_a_decision_is_disputed_once_and_again_only_after_it_was_withdrawn() -> None:
    dispute = a_dispute()
    enquiry = enquiry_of(dispute)
    with pytest.raises(IndexError):
        a_dispute(enquiry)
    member = on_day(enquiry.member)
    disputing.withdraw_dispute(who=member, dispute=dispute, at=NOW())
    assert a_dispute(enquiry).reference != dispute.reference


def test_the_database_itself_refuses_a_second_dispute_of_a_decision(monitoring_officer: Person) -> None:
    dispute = a_dispute()
    contested = disputing.Contested(
        about=dispute.about,
        case_reference=dispute.case_reference,
        protocol=dispute.protocol,
        place=dispute.decision_place,
        cites=(),
        respondent=dispute.respondent,
        is_confidential=False,
    )
    with pytest.raises(Refused, match="disputed already"):
        disputing.open_dispute(
            who=on_day(dispute.opened_by), contested=contested, member=dispute.opened_by, words="x", at=NOW()
        )
    assert Dispute.objects.count() == 1


def test_the_officer_answers_once_and_the_member_and_the_decider_hear_of_it(
    monitoring_officer: Person,
) -> None:
    dispute = a_dispute()
    officer = on_day(dispute.respondent)
    answered = disputing.answer_dispute(who=officer, dispute=dispute, words=" They are named. ", at=NOW())
    assert answered.respondent_words == "They are named."
    assert told(dispute, "dispute.answered") == {dispute.opened_by, monitoring_officer}
    with pytest.raises(Refused, match="answered already"):
        disputing.answer_dispute(who=officer, dispute=dispute, words="Again.", at=NOW())


def test_a_determination_for_the_member_reopens_the_enquiry_by_the_day(monitoring_officer: Person) -> None:
    dispute = a_dispute()
    made = determined(dispute, by=monitoring_officer)
    assert told(dispute, "dispute.determined") == {dispute.opened_by, dispute.respondent}
    follow(dispute)
    enquiry = enquiry_of(dispute)
    assert (enquiry.state, enquiry.owed_on) == (State.REOPENED, made.must_by)
    assert enquiry.stream.events.latest("place").kind == "enquiry.dispute_determined"
    assert Dispute.objects.get(pk=dispute.pk).state == DisputeState.DETERMINED


def test_what_follows_a_determination_follows_once_however_often_it_is_run(
    monitoring_officer: Person,
) -> None:
    """As after a process that was killed between the work and its note that it is done."""
    dispute = a_dispute()
    determined(dispute, by=monitoring_officer)
    event = event_of(dispute, "dispute.determined")
    deliver_event(event.pk, at=NOW())
    event.effects.update(state="pending")
    deliver_event(event.pk, at=NOW())
    kinds = CaseEvent.objects.filter(stream=dispute.about, kind="enquiry.dispute_determined")
    assert kinds.count() == 1


@pytest.mark.parametrize(
    ("outcome", "must_do", "state", "of_dispute"),
    [
        (Outcome.FOR_MEMBER, "Send it.", State.REOPENED, DisputeState.DETERMINED),
        (Outcome.PARTLY, "Send it.", State.REOPENED, DisputeState.DETERMINED),
        (Outcome.PARTLY, "", State.ANSWERED, DisputeState.ENDED),
        (Outcome.AGAINST, "", State.ANSWERED, DisputeState.ENDED),
        (Outcome.AGAINST, "Explain it better.", State.ANSWERED, DisputeState.DETERMINED),
        (Outcome.FOR_MEMBER, "", State.ANSWERED, DisputeState.ENDED),
    ],
)
def test_an_enquiry_is_opened_again_where_the_member_is_right_and_something_must_be_done(
    monitoring_officer: Person,
    outcome: Determination.Outcome,
    must_do: str,
    state: State,
    of_dispute: DisputeState,
) -> None:
    dispute = a_dispute()
    determined(dispute, by=monitoring_officer, outcome=outcome, must_do=must_do)
    follow(dispute)
    assert enquiry_of(dispute).state == state
    assert Dispute.objects.get(pk=dispute.pk).state == of_dispute


def test_an_enquiry_that_is_in_hand_goes_on_as_it_is(monitoring_officer: Person) -> None:
    enquiry = an_enquiry_with_something_withheld(state=State.ALLOCATED)
    dispute = a_dispute(enquiry)
    determined(dispute, by=monitoring_officer)
    follow(dispute)
    after = enquiry_of(dispute)
    assert (after.state, after.owed_on) == (State.ALLOCATED, enquiry.owed_on)


def test_an_enquiry_that_was_wrongly_moved_comes_back(monitoring_officer: Person) -> None:
    enquiry = an_enquiry(state=State.ALLOCATED)
    assert enquiry.owner
    redirected(enquiry, by=enquiry.owner, expected_on=timezone.localdate() + datetime.timedelta(days=28))
    dispute = a_dispute(Enquiry.objects.get(pk=enquiry.pk))
    assert dispute.subject == "other"
    made = determined(dispute, by=monitoring_officer, must_do="Answer it as an enquiry.")
    follow(dispute)
    after = enquiry_of(dispute)
    assert (after.state, after.owed_on) == (State.SENT, made.must_by)
    assert not after.redirections.filter(ended_at__isnull=True).exists()


def test_recorded_as_done_it_is_ended_and_both_sides_hear(monitoring_officer: Person) -> None:
    dispute = a_dispute()
    determined(dispute, by=monitoring_officer)
    officer = on_day(dispute.respondent)
    ended = disputing.record_done(who=officer, dispute=dispute, words="Sent today.", at=NOW())
    assert (ended.state, ended.ended_on) == (DisputeState.ENDED, timezone.localdate())
    assert told(dispute, "dispute.ended") == {dispute.opened_by, monitoring_officer}


def test_a_form_counts_once(monitoring_officer: Person) -> None:
    dispute = a_dispute()
    given = {"who": on_day(dispute.respondent), "dispute": dispute, "words": "No.", "at": NOW()}
    disputing.answer_dispute(**given, token="once")  # type: ignore[arg-type]
    with pytest.raises(AlreadyUsed) as used, transaction.atomic():
        disputing.answer_dispute(**given, token="once")  # type: ignore[arg-type]
    assert used.value.result == dispute.reference


def test_a_determination_made_on_an_older_reading_is_told_so(monitoring_officer: Person) -> None:
    dispute = a_dispute()
    seen = dispute.version
    disputing.answer_dispute(who=on_day(dispute.respondent), dispute=dispute, words="No.", at=NOW())
    verdict = disputing.Verdict(Outcome.AGAINST, REASONS, ("WF-6.7",))
    with pytest.raises(disputing.DisputeChanged):
        disputing.determine_dispute(
            who=on_day(monitoring_officer), dispute=dispute, verdict=verdict, at=NOW(), seen_version=seen
        )
    assert not Determination.objects.exists()


def test_a_monitoring_officer_who_is_a_party_is_barred_and_the_deputy_then_the_section_151_officer_decide(
    monitoring_officer: Person,
) -> None:
    deputy = make.a_holder_of(Post.DEPUTY_MONITORING_OFFICER)
    finance = make.a_holder_of(Post.SECTION_151_OFFICER)
    ordinary = a_dispute()
    assert names(ordinary) == {monitoring_officer}
    dispute = a_dispute(officer=monitoring_officer)
    assert dispute.respondent == monitoring_officer
    assert names(dispute) == {deputy}
    with pytest.raises(Refused, match="You are a party"):
        determined(dispute, by=monitoring_officer)
    with pytest.raises(Refused, match="Only whoever decides"):
        determined(ordinary, by=deputy)
    # The deputy answers to the monitoring officer, so it comes to the section 151 officer.
    OfficerAppointment.objects.filter(person=deputy).update(line_manager=monitoring_officer)
    assert names(dispute) == {finance}
    with pytest.raises(Refused, match="answer to one"):
        determined(dispute, by=deputy)
    determined(dispute, by=finance)


def test_while_nobody_is_left_to_decide_nobody_may() -> None:
    dispute = a_dispute(officer=make.a_holder_of(Post.MONITORING_OFFICER))
    assert names(dispute) == set()
