"""Who decides on a complaint, in each text: everybody, and the nearly allowed."""

import pytest
from django.utils import timezone

from casework.models import CaseEvent
from complaints import events
from complaints.actions.deciding import decide_complaint, name_decider
from complaints.models import Complaint, Handler, Told, Writing
from complaints.policies import deciding as policies
from complaints.queries.judging import proposed_decider
from complaints.states import ComplaintState
from council.models import OfficerAppointment, Person, PostHolding
from rulebook.decision import Outcome, Refused
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.complaints import dealing
from tests.factories.deciding import (
    FOR_ONE,
    REASONS,
    about_a_member,
    about_an_officer,
    at_merseyside,
    clerk_named,
    decided,
    told_before,
)
from tests.factories.enquiries import on_day

pytestmark = pytest.mark.django_db
UPHELD = Complaint.Outcome.UPHELD


def test_about_an_officer_management_decides_and_nobody_else() -> None:
    case = about_an_officer()
    allowed = [
        name
        for name, person in case.people.items()
        if policies.may_decide(on_day(person), case.complaint).allowed
    ]
    assert allowed == ["chief executive"]
    unknown = {
        name
        for name, person in case.people.items()
        if policies.may_decide(on_day(person), case.complaint).outcome is Outcome.UNKNOWN
    }
    assert unknown == {
        "manager of the subject",
        "who answers to the subject",
        "another member",
        "democratic services",
    }


@pytest.mark.parametrize("state", ComplaintState)
def test_it_is_decided_after_it_was_assessed_and_once(state: ComplaintState) -> None:
    case = about_an_officer(state=state)
    may = policies.may_decide(on_day(case["chief executive"]), case.complaint).allowed
    assert may is (state in (ComplaintState.ASSESSED, ComplaintState.INVESTIGATING))


@pytest.mark.parametrize("part", [Handler.Part.RECIPIENT, Handler.Part.INVESTIGATOR, Handler.Part.DECIDER])
def test_a_member_never_decides_on_an_officer_whatever_their_part(part: Handler.Part) -> None:
    case = about_an_officer()
    member = case["another member"]
    dealing(case.complaint, member, part, post=Post.LEADER)
    decision = policies.may_decide(on_day(member), case.complaint)
    assert decision.outcome is Outcome.REFUSED
    assert decision.sentence == "Members never decide on an officer. Management does."
    assert [one.id for one in decision.citations] == ["WF-5.6", "WF-8.5"]


def test_whoever_answers_to_the_subject_never_decides_though_they_deal_with_it() -> None:
    case = about_an_officer()
    below = case["who answers to the subject"]
    dealing(case.complaint, below, Handler.Part.INVESTIGATOR, post=Post.OFFICER)
    assert policies.may_decide(on_day(below), case.complaint).outcome is Outcome.REFUSED
    OfficerAppointment.objects.filter(person=below).update(line_manager=None)
    assert policies.may_decide(on_day(below), case.complaint).allowed


def test_nobody_decides_before_they_accept_to_keep_it_confidential() -> None:
    case = about_an_officer()
    Handler.objects.update(accepted_at=None)
    decision = policies.may_decide(on_day(case["chief executive"]), case.complaint)
    assert decision.outcome is Outcome.REFUSED
    assert "confidential" in decision.sentence


def test_about_the_chief_executive_the_monitoring_officer_decides() -> None:
    case = about_an_officer()
    PostHolding.objects.filter(post=Post.CHIEF_EXECUTIVE).update(person=case["subject"])
    case.complaint.handlers.filter(person=case["chief executive"]).delete()
    dealing(case.complaint, case["monitoring officer"], post=Post.MONITORING_OFFICER)
    assert policies.may_decide(on_day(case["monitoring officer"]), case.complaint).allowed


def test_a_parish_chairman_hears_of_an_officer_and_the_general_rule_says_who_decides() -> None:
    case = about_an_officer(protocol="parish")
    case.complaint.handlers.all().delete()
    chairman = make.a_member()
    dealing(case.complaint, chairman, post=Post.CHAIRMAN)
    proposed = proposed_decider(case.complaint, on=timezone.localdate())
    assert proposed is not None
    assert (proposed.post, proposed.by_rule) == (Post.MONITORING_OFFICER, True)
    assert proposed.person == case["monitoring officer"]
    assert policies.may_decide(on_day(chairman), case.complaint).outcome is Outcome.REFUSED
    assert policies.may_name_decider(on_day(chairman), case.complaint).allowed


def test_the_decider_of_the_general_rule_is_never_a_side_nor_one_who_stands_in_and_is_one() -> None:
    case = about_an_officer(protocol="parish")
    case.complaint.handlers.all().delete()
    dealing(case.complaint, make.a_member(), post=Post.CHAIRMAN)
    # The monitoring officer is away, and whom it is about stands in.
    make.an_absence(case["monitoring officer"], case["subject"], confirmed=True)
    # The deputy answers to whoever acts as monitoring officer, which is the subject that day.
    make.a_holder_of(Post.DEPUTY_MONITORING_OFFICER)
    last = make.a_holder_of(Post.SECTION_151_OFFICER)
    proposed = proposed_decider(case.complaint, on=timezone.localdate())
    assert proposed is not None
    assert proposed.person == last


def test_whoever_received_it_decides_where_the_text_is_silent() -> None:
    case = about_a_member(protocol="haringey")
    assert policies.may_decide(on_day(case["receiver"]), case.complaint).allowed
    assert proposed_decider(case.complaint, on=timezone.localdate()) is None
    refused = policies.may_name_decider(on_day(case["receiver"]), case.complaint)
    assert "deals with it already" in refused.sentence


def test_at_merseyside_the_monitoring_officer_decides_all_but_what_is_upheld() -> None:
    case = at_merseyside()
    monitoring = on_day(case["receiver"])
    assert policies.may_decide_so(monitoring, case.complaint, "not-upheld").allowed
    decision = policies.may_decide_so(monitoring, case.complaint, UPHELD)
    assert decision.outcome is Outcome.REFUSED
    assert "the Clerk to the Authority decides. Name them first." in decision.sentence
    assert policies.may_decide(on_day(case["clerk"]), case.complaint).outcome is Outcome.UNKNOWN


def test_at_merseyside_the_clerk_is_named_and_decides_only_after_the_two_were_told() -> None:
    case = at_merseyside()
    clerk_named(case)
    clerk = on_day(case["clerk"])
    handler = Handler.objects.get(part=Handler.Part.DECIDER)
    assert (handler.person, handler.post, handler.confirmed_by) == (case["clerk"], "clerk", case["receiver"])
    first = policies.may_decide_so(clerk, case.again(), UPHELD)
    assert "Chair" in first.sentence
    assert "must be told before" in first.sentence
    assert [one.id for one in first.citations] == ["MW-13.2c"]
    told_before(case, "chair")
    assert not policies.may_decide_so(clerk, case.again(), UPHELD).allowed
    told_before(case, "group-leader")
    assert policies.may_decide_so(clerk, case.again(), UPHELD).allowed
    assert not policies.may_tell_before(clerk, case.complaint).allowed
    rows = Told.objects.order_by("pk")
    assert [(one.person, one.told_as, one.what) for one in rows] == [
        (case["chair"], "chair", "before-decision"),
        (case["leader"], "group-leader", "before-decision"),
    ]
    assert {one.cites for one in rows} == {"MW-13.2c"}
    assert all(one.writing and one.writing.text == FOR_ONE for one in rows)


def test_at_merseyside_a_leader_who_is_complained_about_is_not_told_and_it_goes_on() -> None:
    case = at_merseyside()
    case["leader"].group_memberships.update(office="member")
    case["subject"].group_memberships.update(office="leader")
    clerk_named(case)
    told_before(case, "chair")
    assert policies.may_decide_so(on_day(case["clerk"]), case.again(), UPHELD).allowed


def test_only_the_clerk_tells_the_two_and_never_before_being_named() -> None:
    case = at_merseyside()
    assert not policies.may_tell_before(on_day(case["clerk"]), case.complaint).allowed
    clerk_named(case)
    assert policies.may_tell_before(on_day(case["clerk"]), case.complaint).allowed
    for name in ("receiver", "complainant", "subject", "leader", "chair"):
        assert not policies.may_tell_before(on_day(case[name]), case.complaint).allowed, name


def test_a_decision_keeps_its_reasons_and_shows_them_to_no_side_yet() -> None:
    case = about_an_officer()
    row = decided(case, "chief executive", "partly")
    assert (row.state, row.outcome, row.progress_on) == (ComplaintState.DECIDED, "partly", None)
    written = row.writings.get(kind=Writing.Kind.DECISION)
    assert (written.text, written.by) == (REASONS, case["chief executive"])
    assert not written.disclosed.exists()
    event = CaseEvent.objects.get(kind=events.DECIDED.name)
    assert set(event.facts) == {"complaint", "writing"}


@pytest.mark.parametrize("name", ["complainant", "subject", "monitoring officer", "another member"])
def test_the_action_refuses_whoever_may_not(name: str) -> None:
    case = about_an_officer()
    with pytest.raises(Refused):
        _decide(case[name], case.complaint)
    with pytest.raises(Refused):
        name_decider(who=on_day(case[name]), row=case.complaint, seen_version=None, at=timezone.now())
    assert case.again().state == ComplaintState.ASSESSED


def _decide(person: Person, row: Complaint) -> None:
    now = timezone.now()
    decide_complaint(who=on_day(person), row=row, outcome=UPHELD, reasons=REASONS, seen_version=None, at=now)
