"""What belongs elsewhere is handed on and brought back: what is kept, who is told, what is owed."""

import datetime
from typing import Any

import pytest

from casework.models import CaseEvent
from council.models import MemberTerm, Person
from enquiries.actions import redirecting as actions
from enquiries.actions.following import (
    add_information,
    chase,
    withdraw_enquiry,
)
from enquiries.actions.locking import Stale
from enquiries.actions.replying import add_note
from enquiries.models import Enquiry, Message, Redirection
from enquiries.policies import redirecting as policies
from enquiries.queries import redirection_now
from enquiries.queries.referring import referred
from enquiries.states import State
from rulebook.decision import Outcome, Refused
from rulebook.post import Post
from rulebook.triage import Handling
from tests.factories import council as make
from tests.factories.enquiries import COMPLAINT, OWN_DATA, PLACE, WHY_THERE, moment, on_day
from tests.factories.repairs import Council, a_case, the_repairs_team

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 11, 25)
AT = moment(TODAY, 12)
LATER = datetime.date(2026, 12, 23)
A, R, U = Outcome.ALLOWED, Outcome.REFUSED, Outcome.UNKNOWN


@pytest.fixture
def council() -> Council:
    return the_repairs_team()


def a_complaint(council: Council, state: State = State.ALLOCATED, **more: Any) -> Enquiry:
    """A case that is on record as a resident's complaint."""
    enquiry = a_case(council, state, **{"received_on": TODAY, **more})
    Enquiry.objects.filter(pk=enquiry.pk).update(facts=COMPLAINT)
    return Enquiry.objects.get(pk=enquiry.pk)


def move(enquiry: Enquiry, by: Person, process: Handling = Handling.CORPORATE_COMPLAINT) -> Enquiry:
    """Handed on by that person, for an answer two days before Christmas."""
    given = actions.Move(process, PLACE, WHY_THERE, "CC-17", LATER)
    actions.redirect_enquiry(who=on_day(by, TODAY), enquiry=enquiry, move=given, at=AT)
    return Enquiry.objects.get(pk=enquiry.pk)


def last(enquiry: Enquiry, kind: str) -> CaseEvent:
    """The last event of that kind."""
    return enquiry.stream.events.filter(kind=kind).latest("place")


def told(enquiry: Enquiry, kind: str) -> set[Person]:
    """Who is owed a letter about it."""
    return {one.person for one in last(enquiry, kind).deliveries.select_related("person")}


@pytest.mark.parametrize("state", [State.SENT, State.ALLOCATED, State.WAITING, State.HOLDING, State.REOPENED])
def test_it_keeps_its_number_its_thread_and_its_first_deadline(council: Council, state: State) -> None:
    before = a_complaint(council, state)
    said = list(before.messages.values_list("pk", flat=True))
    enquiry = move(before, council.officer)
    assert (enquiry.reference, enquiry.due_on) == (before.reference, before.due_on)
    assert list(enquiry.messages.values_list("pk", flat=True))[: len(said)] == said
    assert (enquiry.state, enquiry.redirected_on, enquiry.owed_on) == (State.REDIRECTED, TODAY, LATER)
    row = redirection_now(enquiry)
    assert row
    assert (row.process, row.place, row.their_reference) == ("corporate-complaint", PLACE, "CC-17")
    assert (row.cites, row.received_on, row.expected_on) == ("WF-6.5", TODAY, LATER)
    facts = last(enquiry, "enquiry.redirected").facts
    assert (facts["process"], facts["expected"]) == ("corporate-complaint", str(LATER))
    assert (facts["team"], facts["service"]) == (council.team.pk, council.service.pk)


def test_the_member_is_told_and_nobody_outside(council: Council) -> None:
    enquiry = move(a_complaint(council), council.officer)
    assert told(enquiry, "enquiry.redirected") == {council.member}


def test_whoever_moves_what_nobody_has_takes_it_on(council: Council) -> None:
    enquiry = move(a_complaint(council, State.SENT), council.officer)
    assert enquiry.owner == council.officer
    assert enquiry.acknowledged_by == council.officer


def test_democratic_services_follow_what_they_move_where_nobody_is_addressed(council: Council) -> None:
    router = make.a_holder_of(Post.DEMOCRATIC_SERVICES)
    addressed = move(a_complaint(council, State.SENT), router)
    assert (addressed.owner, addressed.addressee) == (None, council.head)
    unsure = move(a_complaint(council, State.SENT, service=None, unsure=True), router)
    assert unsure.owner == router


# Move an ordinary one that an officer has; one that nobody has; a confidential one; follow a moved one.
WHO: dict[str, tuple[Outcome, Outcome, Outcome, Outcome]] = {
    "the member": (R, R, R, R),
    "the member's assistant": (R, R, U, R),
    "another member": (U, U, U, U),
    "the officer": (A, A, A, A),
    "a colleague": (A, A, U, A),
    "the head": (A, A, A, A),
    "an officer of another team": (U, U, U, U),
    "democratic services": (R, A, U, A),
    "the monitoring officer": (A, A, A, A),
    "an officer until yesterday": (R, R, R, R),
}


def test_who_may_move_and_follow(council: Council) -> None:
    yesterday = TODAY - datetime.timedelta(days=1)
    people = {
        "the member": council.member,
        "the member's assistant": make.an_assistant_to(council.member),
        "another member": make.a_member(),
        "the officer": council.officer,
        "a colleague": council.colleague,
        "the head": council.head,
        "an officer of another team": make.an_officer(team=make.a_team(name="Parks")),
        "democratic services": make.a_holder_of(Post.DEMOCRATIC_SERVICES),
        "the monitoring officer": make.a_holder_of(Post.MONITORING_OFFICER),
        "an officer until yesterday": make.an_officer(team=council.team, to_on=yesterday),
    }
    had, new = a_complaint(council), a_complaint(council, State.SENT)
    secret = a_complaint(council, is_confidential=True)
    moved = move(a_complaint(council), council.officer)
    found = {}
    for name, person in people.items():
        who = on_day(person, TODAY)
        follows = {
            may(who, moved).outcome
            for may in (
                policies.may_update_redirection,
                policies.may_record_outcome,
                policies.may_bring_back,
            )
        }
        assert len(follows) == 1, name
        asked = [policies.may_redirect(who, one).outcome for one in (had, new, secret)]
        found[name] = (*asked, follows.pop())
    assert found == WHO


@pytest.mark.parametrize("state", [State.ANSWERED, State.CLOSED, State.WITHDRAWN, State.REDIRECTED])
def test_what_is_over_or_moved_already_is_not_moved(council: Council, state: State) -> None:
    enquiry = a_complaint(council, state)
    with pytest.raises(Refused) as refusal:
        move(enquiry, council.officer)
    assert "cannot be moved now" in refusal.value.decision.sentence
    assert Enquiry.objects.get(pk=enquiry.pk).version == enquiry.version


def test_an_officer_moves_it_only_where_the_text_sends_it(council: Council) -> None:
    enquiry = a_complaint(council)
    with pytest.raises(Refused) as refusal:
        move(enquiry, council.officer, Handling.SERVICE_REQUEST)
    assert [cite.id for cite in refusal.value.decision.citations] == ["WF-6.5"]
    assert not Redirection.objects.exists()


def test_the_monitoring_officer_decides_what_the_text_leaves_open(council: Council) -> None:
    enquiry = a_case(council, received_on=TODAY)
    officer = make.a_holder_of(Post.MONITORING_OFFICER)
    with pytest.raises(Refused):
        move(enquiry, council.officer, Handling.SERVICE_REQUEST)
    enquiry = move(enquiry, officer, Handling.SERVICE_REQUEST)
    assert Redirection.objects.get().cites == "WF-1.2"
    assert told(enquiry, "enquiry.redirected") == {council.member, council.officer}


def test_the_monitoring_officer_is_asked_and_the_clock_runs_on(council: Council) -> None:
    officer = make.a_holder_of(Post.MONITORING_OFFICER)
    enquiry = a_case(council, received_on=TODAY)
    actions.refer_to_monitoring_officer(
        who=on_day(council.officer, TODAY), enquiry=enquiry, note="Is this a repair?", at=AT
    )
    after = Enquiry.objects.get(pk=enquiry.pk)
    assert (after.state, after.owed_on) == (enquiry.state, enquiry.owed_on)
    assert told(after, "enquiry.referred") == {officer}
    assert after.messages.get().kind == Message.Kind.NOTE
    assert not policies.may_refer(on_day(officer, TODAY), after).allowed


def test_it_waits_for_the_monitoring_officer_until_something_came_of_the_last_time(council: Council) -> None:
    officer, enquiry = make.a_holder_of(Post.MONITORING_OFFICER), a_complaint(council)
    who = on_day(council.officer, TODAY)

    def waits() -> bool:
        return Enquiry.objects.filter(referred()).exists()

    def refer() -> None:
        actions.refer_to_monitoring_officer(who=who, enquiry=enquiry, note="Is this a repair?", at=AT)

    refer()
    add_note(who=who, enquiry=enquiry, text="No answer yet.", at=AT)
    assert waits()
    add_note(who=on_day(officer, TODAY), enquiry=enquiry, text="It stays here.", at=AT)
    assert not waits()
    refer()
    assert waits()
    move(enquiry, officer)
    actions.bring_back(who=on_day(officer, TODAY), enquiry=enquiry, reason="It is none.", at=AT)
    assert not waits()
    refer()
    assert waits()


def test_facts_put_right_decide_where_it_goes(council: Council) -> None:
    enquiry, who = a_case(council, received_on=TODAY), on_day(council.officer, TODAY)
    assert policies.open_processes(who, enquiry) == ()
    enquiry = actions.put_facts_right(who=who, enquiry=enquiry, facts=COMPLAINT, at=AT)
    assert policies.open_processes(who, enquiry) == (Handling.CORPORATE_COMPLAINT,)
    version = enquiry.version
    assert actions.put_facts_right(who=who, enquiry=enquiry, facts=COMPLAINT, at=AT).version == version
    with pytest.raises(Stale):
        actions.put_facts_right(who=who, enquiry=enquiry, facts=OWN_DATA, at=AT, seen_version=version - 1)


@pytest.mark.parametrize("kind", [MemberTerm.Kind.CO_OPTED, MemberTerm.Kind.INDEPENDENT])
def test_who_asks_is_read_from_the_registers(council: Council, kind: str) -> None:
    enquiry = a_case(council, received_on=TODAY)
    assert policies.facts_of(enquiry)["asked_by"] == "member"
    MemberTerm.objects.filter(person=council.member).update(kind=kind)
    assert policies.facts_of(enquiry)["asked_by"] == "co-opted-member"
    assert "within the remit" in policies.sentence_of(policies.way_of(enquiry))


def test_a_services_procedure_is_taken_to_be_its_own(council: Council, settings: Any) -> None:
    settings.PROTOCOL = "haringey"
    council.service.procedure = "Homelessness application"
    council.service.save()
    enquiry = a_case(council, received_on=TODAY)
    who = on_day(council.officer, TODAY)
    assert policies.open_processes(who, enquiry) == (Handling.ESTABLISHED_PROCEDURE,)
    Enquiry.objects.filter(pk=enquiry.pk).update(facts={"established_procedure": None})
    assert policies.open_processes(who, Enquiry.objects.get(pk=enquiry.pk)) == ()


def test_without_a_date_by_statute_or_by_word_nothing_is_moved(council: Council) -> None:
    enquiry = a_complaint(council)
    given = actions.Move(Handling.CORPORATE_COMPLAINT, PLACE, WHY_THERE)
    with pytest.raises(actions.NoDate):
        actions.redirect_enquiry(who=on_day(council.officer, TODAY), enquiry=enquiry, move=given, at=AT)
    assert Enquiry.objects.get(pk=enquiry.pk).version == enquiry.version


def test_the_member_chases_adds_and_withdraws_while_it_is_elsewhere(council: Council) -> None:
    enquiry, member = move(a_complaint(council), council.officer), on_day(council.member, TODAY)
    chase(who=member, enquiry=enquiry, at=AT)
    add_information(who=member, enquiry=enquiry, text="The lift too.", at=AT)
    assert told(enquiry, "enquiry.chased") == told(enquiry, "enquiry.information_added") == {council.officer}
    assert withdraw_enquiry(who=member, enquiry=enquiry, at=AT).state == State.WITHDRAWN


def test_what_the_member_takes_back_is_handled_nowhere_any_more(council: Council) -> None:
    enquiry = move(a_complaint(council), council.officer)
    withdraw_enquiry(who=on_day(council.member, TODAY), enquiry=enquiry, at=AT)
    assert redirection_now(enquiry) is None
    row = Redirection.objects.get(enquiry=enquiry)
    assert (row.ended_at, row.ended_by) == (AT, council.member)
