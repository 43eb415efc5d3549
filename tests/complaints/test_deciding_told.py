"""Who hears how a complaint ended, in which words, and in which letter; and whoever never does."""

import pytest
from django.utils import timezone

from casework.models import CaseEvent, Delivery
from complaints import events
from complaints.actions.telling import tell_outcome, write_for_leader
from complaints.models import Complaint, Told, Writing
from complaints.policies import telling as policies
from complaints.policies.seeing import writings_for
from complaints.queries import visible_to
from complaints.states import ComplaintState
from complaints.subscribers.deciding import PLANS
from council.models import GroupMembership, MemberTerm, Person
from rulebook.decision import Outcome, Refused
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.complaints import dealing
from tests.factories.deciding import (
    FOR_ONE,
    REASONS,
    Case,
    about_a_member,
    about_an_officer,
    at_merseyside,
    clerk_named,
    decided,
    told_before,
)
from tests.factories.enquiries import on_day

pytestmark = pytest.mark.django_db


def reads_reasons(person: Person, row: Complaint) -> bool:
    return writings_for(on_day(person), row).filter(kind=Writing.Kind.DECISION).exists()


def letters(kind: str) -> list[tuple[Person, str, str]]:
    """Who gets which letter of the last event of that kind, and its words."""
    event = CaseEvent.objects.filter(kind=kind).latest("pk")
    plan = next(plan for of, plan in PLANS.items() if of.name == kind)
    found = []
    for row in Delivery.objects.filter(event=event).select_related("person"):
        if plan.may(row.person, event, timezone.localdate()).allowed:
            letter = plan.words(row.person, event)
            found.append((row.person, letter.subject, letter.link))
    return found


def test_both_sides_read_the_reasons_from_the_moment_at_which_they_are_told() -> None:
    case = about_an_officer()
    row = decided(case, "chief executive")
    for name in ("complainant", "subject"):
        assert not reads_reasons(case[name], row)
        waits = policies.may_read_outcome(on_day(case[name]), row)
        assert "It is not told yet" in waits.sentence
    tell_outcome(who=on_day(case["chief executive"]), row=row, seen_version=None, at=timezone.now())
    row = case.again()
    for name in ("complainant", "subject"):
        assert reads_reasons(case[name], row)
        assert policies.may_read_outcome(on_day(case[name]), row).allowed
    assert [(one.told_as, one.cites) for one in row.told.all()] == [
        ("complainant", "WF-8.3"),
        ("subject", ""),
    ]
    again = policies.may_tell_outcome(on_day(case["chief executive"]), row)
    assert again.sentence == "Everybody who is to hear the outcome was told."


def test_a_subject_who_never_knew_hears_only_where_the_text_says_so() -> None:
    case = about_an_officer()
    Complaint.objects.update(subject_told_at=None)
    case.again()
    row = decided(case, "chief executive", "no-action", told=True)
    assert [one.told_as for one in row.told.all()] == ["complainant"]
    assert not visible_to(on_day(case["subject"])).exists()
    assert policies.may_read_outcome(on_day(case["subject"]), row).outcome is Outcome.UNKNOWN


def test_where_the_text_tells_the_member_the_member_knows_with_the_outcome() -> None:
    case = about_a_member(subject_knows=False)
    row = decided(case, "receiver", told=True)
    assert [(one.told_as, one.cites) for one in row.told.all()] == [
        ("complainant", "WF-8.10"),
        ("subject", "WF-8.10"),
    ]
    assert row.subject_told_at is not None
    assert reads_reasons(case["subject"], row)


@pytest.mark.parametrize("name", ["complainant", "subject", "monitoring officer", "another member"])
def test_nobody_tells_the_outcome_who_does_not_deal_with_it(name: str) -> None:
    case = about_an_officer()
    row = decided(case, "chief executive")
    with pytest.raises(Refused):
        tell_outcome(who=on_day(case[name]), row=row, seen_version=None, at=timezone.now())
    assert not Told.objects.exists()


def _with_monitoring_officer() -> Case:
    case = about_a_member()
    case.people["monitoring officer"] = make.a_holder_of(Post.MONITORING_OFFICER)
    dealing(case.complaint, case["monitoring officer"], post=Post.MONITORING_OFFICER)
    case.complaint.handlers.filter(person=case["monitoring officer"]).update(part="copy_to")
    decided(case, "receiver")
    return case


def test_the_monitoring_officer_alone_writes_for_the_group_leader() -> None:
    case = _with_monitoring_officer()
    allowed = [
        name
        for name, person in case.people.items()
        if policies.may_write_for_leader(on_day(person), case.complaint).allowed
    ]
    assert allowed == ["monitoring officer"]


def test_the_leader_reads_the_words_and_nothing_else() -> None:
    case = _with_monitoring_officer()
    told = _tell_leader(case)
    leader = on_day(case["leader"])
    assert (told.person, told.what, told.cites) == (case["leader"], "words", "WF-8.11")
    assert policies.may_read_words(leader, told).allowed
    assert not visible_to(leader).exists()
    assert not writings_for(leader, case.complaint).exists()
    for name in ("complainant", "subject", "receiver", "monitoring officer"):
        assert policies.may_read_words(on_day(case[name]), told).outcome is Outcome.UNKNOWN, name
    assert letters(events.TOLD.name) == [
        (case["leader"], "Something to read in confidence", f"/complaints/told/{told.pk}/")
    ]
    second = policies.may_write_for_leader(on_day(case["monitoring officer"]), case.again())
    assert second.sentence == "The group leader was told already."


def _tell_leader(case: Case) -> Told:
    write_for_leader(
        who=on_day(case["monitoring officer"]),
        row=case.complaint,
        words=FOR_ONE,
        seen_version=None,
        at=timezone.now(),
    )
    return Told.objects.get(what=Told.What.WORDS)


def test_a_subject_who_came_to_lead_the_group_is_never_told_as_its_leader() -> None:
    case = _with_monitoring_officer()
    GroupMembership.objects.filter(person=case["leader"]).update(office="member")
    GroupMembership.objects.filter(person=case["subject"]).update(office="leader")
    refused = policies.may_write_for_leader(on_day(case["monitoring officer"]), case.complaint)
    assert refused.sentence == "The group leader is a side of this complaint, so nobody is told."


def test_a_leader_who_is_away_with_the_subject_standing_in_is_not_told() -> None:
    case = _with_monitoring_officer()
    make.an_absence(case["leader"], case["subject"])
    decision = policies.may_write_for_leader(on_day(case["monitoring officer"]), case.complaint)
    assert decision.outcome is Outcome.REFUSED


def test_a_leader_whose_term_ended_reads_the_words_no_longer() -> None:
    case = _with_monitoring_officer()
    told = _tell_leader(case)
    MemberTerm.objects.filter(person=case["leader"]).update(to_on=make.LONG_AGO)
    GroupMembership.objects.filter(person=case["leader"]).update(to_on=make.LONG_AGO)
    assert policies.may_read_words(on_day(case["leader"]), told).outcome is Outcome.UNKNOWN


def test_the_protocol_that_names_no_leader_has_none_told() -> None:
    case = about_an_officer()
    row = decided(case, "chief executive")
    decision = policies.may_write_for_leader(on_day(case["monitoring officer"]), row)
    assert "does not have the group leader told" in decision.sentence


def test_letters_say_number_and_link_and_whose_words_they_are_says_nothing_of_the_case() -> None:
    case = about_an_officer()
    row = decided(case, "chief executive", told=True)
    told = letters(events.TOLD.name)
    assert told == [
        (case["subject"], f"Outcome of a complaint: {row.reference}", f"/complaints/{row.reference}/outcome/")
    ]
    owed = Delivery.objects.filter(event__kind=events.TOLD.name)
    assert {one.person for one in owed} == {case["complainant"], case["subject"]}


def test_the_two_at_merseyside_have_a_letter_without_a_number() -> None:
    case = at_merseyside()
    clerk_named(case)
    told_before(case, "chair")
    told = Told.objects.get()
    assert letters(events.TOLD_BEFORE.name) == [
        (case["chair"], "Something to read in confidence", f"/complaints/told/{told.pk}/")
    ]
    assert not visible_to(on_day(case["chair"])).exists()


def test_nobody_reads_an_outcome_that_is_not_there() -> None:
    case = about_an_officer(state=ComplaintState.INVESTIGATING)
    decision = policies.may_read_outcome(on_day(case["complainant"]), case.complaint)
    assert decision.sentence == "This complaint is not decided yet."
    strange = policies.may_read_outcome(on_day(case["another member"]), case.complaint)
    assert strange.outcome is Outcome.UNKNOWN
    assert REASONS not in decision.sentence
