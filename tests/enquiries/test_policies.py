"""Who may do what with an enquiry, as a table of people and questions; the nearly allowed are in it."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from itertools import product

import pytest
from django.utils import timezone

from council.models import Person, Service
from council.queries import Standing, standing_of
from council.rules import Grade
from enquiries import policies
from enquiries.actions import logging
from enquiries.models import Enquiry
from enquiries.queries import visible_to
from enquiries.states import OPEN, State
from rulebook.decision import Decision, Outcome
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.enquiries import an_enquiry

TODAY = datetime.date(2026, 11, 23)
YESTERDAY = TODAY - datetime.timedelta(days=1)
NOW = timezone.make_aware(datetime.datetime(2026, 11, 23, 10, 0))
A, R, U = Outcome.ALLOWED, Outcome.REFUSED, Outcome.UNKNOWN

pytestmark = pytest.mark.django_db


@dataclass
class Town:
    """A small council, with everybody who is allowed and everybody who nearly is."""

    people: dict[str, Person]
    service: Service

    def who(self, name: str) -> Standing:
        """The person today."""
        return standing_of(self.people[name], on=TODAY)

    def enquiry(self, state: State, *, confidential: bool = False) -> Enquiry:
        """An enquiry of the member, brought to the state by the actions that bring one there."""
        return an_enquiry(
            state=state,
            member=self.people["the member"],
            service=self.service,
            officer=self.people["the owner"],
            received_on=TODAY,
            is_confidential=confidential,
        )


@pytest.fixture
def town() -> Town:
    housing, roads = make.a_directorate(name="Housing"), make.a_directorate(name="Highways")
    repairs = make.a_team(name="Repairs", directorate=housing)
    lettings = make.a_team(name="Lettings", directorate=housing)
    member = make.a_member()
    head = make.an_officer(grade=Grade.HEAD_OF_SERVICE, directorate=housing)
    people = {
        "the member": member,
        "another member": make.a_member(),
        "the assistant": make.an_assistant_to(member),
        "the assistant until yesterday": make.an_assistant_to(member, to_on=YESTERDAY),
        "another member's assistant": make.an_assistant_to(make.a_member()),
        "the addressee": head,
        "the owner": make.an_officer(team=repairs),
        "a colleague in the team": make.an_officer(team=repairs),
        "a colleague who left yesterday": make.an_officer(team=repairs, to_on=YESTERDAY),
        "an officer of another team": make.an_officer(team=lettings),
        "the director": make.a_holder_of(
            Post.EXECUTIVE_DIRECTOR,
            directorate=housing,
            person=make.an_officer(grade=Grade.EXECUTIVE_DIRECTOR, directorate=housing),
        ),
        "another director": make.a_holder_of(
            Post.EXECUTIVE_DIRECTOR,
            directorate=roads,
            person=make.an_officer(grade=Grade.EXECUTIVE_DIRECTOR, directorate=roads),
        ),
        "democratic services": make.a_holder_of(Post.DEMOCRATIC_SERVICES),
        "the monitoring officer": make.a_holder_of(Post.MONITORING_OFFICER),
        "a monitoring officer not confirmed": make.a_holder_of(
            Post.DEPUTY_MONITORING_OFFICER, confirmed=False
        ),
        "somebody with no post": make.a_person(),
    }
    return Town(people, make.a_service(team=repairs, addressee=head))


# See an ordinary one, see a confidential one, answer an ordinary one, answer a confidential one.
SEEING = {
    "the member": (A, A, R, R),
    "another member": (U, U, U, U),
    "the assistant": (A, U, R, U),
    "the assistant until yesterday": (U, U, U, U),
    "another member's assistant": (U, U, U, U),
    "the addressee": (A, A, A, A),
    "the owner": (A, A, A, A),
    "a colleague in the team": (A, U, A, U),
    "a colleague who left yesterday": (R, R, R, R),
    "an officer of another team": (U, U, U, U),
    "the director": (A, U, A, U),
    "another director": (U, U, U, U),
    "democratic services": (A, U, R, U),
    "the monitoring officer": (A, A, R, R),
    "a monitoring officer not confirmed": (U, U, U, U),
    "somebody with no post": (R, R, R, R),
}


def test_who_sees_and_who_answers(town: Town) -> None:
    ordinary, secret = town.enquiry(State.ALLOCATED), town.enquiry(State.ALLOCATED, confidential=True)
    found = {}
    for name in town.people:
        who = town.who(name)
        asked = (
            policies.may_see(who, ordinary),
            policies.may_see(who, secret),
            policies.may_reply(who, ordinary),
            policies.may_reply(who, secret),
        )
        found[name] = tuple(decision.outcome for decision in asked)
    assert found == SEEING


def test_the_list_and_the_policy_agree_for_everybody_in_every_state(town: Town) -> None:
    """A person whose post has ended is refused with a sentence, and their list is empty all the same."""
    for state, secret in product(State, (False, True)):
        town.enquiry(state, confidential=secret)
    # With those that others were merged into.
    cases = list(Enquiry.objects.all())
    for name in town.people:
        who = town.who(name)
        listed = set(visible_to(who).values_list("pk", flat=True))
        assert listed == {case.pk for case in cases if policies.may_see(who, case).allowed}, name


def test_a_draft_is_its_writers_alone(town: Town) -> None:
    draft = town.enquiry(State.DRAFT)
    seen_by = {name for name in town.people if policies.may_see(town.who(name), draft).allowed}
    assert seen_by == {"the member"}


def test_an_unrouted_confidential_enquiry_is_seen_by_those_who_route_it(town: Town) -> None:
    member = town.who("the member")
    draft = logging.Draft(None, "Where?", "Who deals with this?", is_confidential=True)
    enquiry = logging.save_draft(who=member, member=member.person, draft=draft, at=NOW)
    logging.send_enquiry(who=member, enquiry=enquiry, at=NOW)
    seen_by = {name for name in town.people if policies.may_see(town.who(name), enquiry).allowed}
    assert seen_by == {"the member", "democratic services", "the monitoring officer"}


def test_a_councillor_who_is_also_an_officer_does_not_answer_their_own_enquiry(town: Town) -> None:
    enquiry = town.enquiry(State.ALLOCATED)
    team = enquiry.team
    assert team is not None
    make.OfficerAppointment.objects.create(
        person=town.people["the member"],
        job_title="Officer",
        grade=Grade.OFFICER,
        directorate=team.directorate,
        team=team,
        from_on=make.LONG_AGO,
    )
    decision = policies.may_reply(town.who("the member"), enquiry)
    assert decision.outcome is R
    assert "officers who deal with" in decision.sentence


Policy = Callable[[Standing, Enquiry], Decision]
IN_STATES: list[tuple[str, Policy, str, set[State]]] = [
    ("the member", policies.may_send, "the draft is theirs", {State.DRAFT}),
    (
        "the owner",
        policies.may_reply,
        "an answer is owed",
        {State.SENT, State.ALLOCATED, State.WAITING, State.HOLDING, State.REOPENED},
    ),
    (
        "the owner",
        policies.may_send_holding_reply,
        "an answer is owed",
        {State.SENT, State.ALLOCATED, State.WAITING, State.HOLDING, State.REOPENED},
    ),
    (
        "the owner",
        policies.may_ask_member,
        "no question is open",
        {State.SENT, State.ALLOCATED, State.HOLDING, State.REOPENED},
    ),
    ("the member", policies.may_answer_question, "a question is open", {State.WAITING}),
    ("the member", policies.may_close, "a reply was sent", {State.ANSWERED}),
    ("the member", policies.may_reopen, "a reply was sent", {State.ANSWERED, State.CLOSED}),
    (
        "the member",
        policies.may_withdraw,
        "it is open",
        set(OPEN),
    ),
    (
        "the member",
        policies.may_chase,
        "it is open",
        set(OPEN),
    ),
    ("democratic services", policies.may_route, "nobody has it", {State.SENT}),
]


def test_a_question_is_allowed_in_its_states_alone(town: Town) -> None:
    cases = {state: town.enquiry(state) for state in State}
    for name, policy, why, states in IN_STATES:
        # The owner is named on a case that nobody has taken on yet, as its addressee.
        people = {"the owner": ["the owner", "the addressee"]}.get(name, [name])
        allowed = set()
        for state, enquiry in cases.items():
            decisions = [policy(town.who(one), enquiry) for one in people]
            if any(decision.allowed for decision in decisions):
                allowed.add(state)
            assert all(one.allowed or one.outcome is U or one.sentence for one in decisions)
        assert allowed == states, (policy.__name__, why)


def test_a_refusal_cites_the_paragraph_of_the_cases_own_text(town: Town) -> None:
    decision = policies.may_reply(town.who("the owner"), town.enquiry(State.CLOSED))
    assert [citation.id for citation in decision.citations] == ["WF-6.9", "WF-6.1"]


LOGGING = {
    "the member": A,
    "another member": R,
    "the assistant": A,
    "the assistant until yesterday": R,
    "another member's assistant": R,
    "the owner": R,
    "democratic services": A,
    "the monitoring officer": R,
    "somebody with no post": R,
}


def test_who_may_log_for_the_member(town: Town) -> None:
    member = town.people["the member"]
    assert {name: policies.may_log(town.who(name), member).outcome for name in LOGGING} == LOGGING


def test_nobody_logs_for_a_member_whose_term_ended_yesterday(town: Town) -> None:
    former = make.a_member(to_on=YESTERDAY)
    for name in ("democratic services", "the member"):
        decision = policies.may_log(town.who(name), former)
        assert decision.outcome is R
        assert former.name in decision.sentence
