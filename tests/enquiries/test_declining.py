"""Declining: on a ground of the case's own text, with its exceptions, once, by its officers alone."""

import datetime

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from casework.models import CaseEvent
from council.models import Person
from council.queries import standing_of
from enquiries import policies
from enquiries.actions.declining import Refusal, decline_enquiry
from enquiries.actions.replying import add_note
from enquiries.models import Enquiry, Message, Withholding
from enquiries.states import UNANSWERED, State
from rulebook.decision import Outcome, Refused
from rulebook.post import Post
from rulebook.triage import Ground
from tests.factories import council as make
from tests.factories.enquiries import on_day
from tests.factories.portal import page, post, signed_in
from tests.factories.repairs import Council, a_case, the_repairs_team

pytestmark = pytest.mark.django_db
REASON, INSTEAD = "It would take a week of work.", "Ask for the figures that we hold."
OLD, MW, NEW = "wokingham-2007", "mwda", "wokingham-2014"
A, R, U = Outcome.ALLOWED, Outcome.REFUSED, Outcome.UNKNOWN


@pytest.fixture
def council(db: None) -> Council:
    """Exampleshire's repairs."""
    return the_repairs_team()


@pytest.fixture
def officer(council: Council) -> Client:
    """The browser of the officer who has the case."""
    return signed_in(council.officer)


def typed(case: Enquiry, **more: object) -> dict[str, object]:
    """What the form sends."""
    return {
        "version": case.version,
        "token": "one-form",
        "ground": "research",
        "reason": REASON,
        "instead": INSTEAD,
        **more,
    }


def decline(browser: Client, case: Enquiry, **more: object) -> str:
    """The form, as the page before or after the last look sends it."""
    return post(browser, "enquiry-decline", case, **typed(case, **more)).content.decode()


def test_an_officer_declines_with_the_paragraph_after_a_last_look(council: Council, officer: Client) -> None:
    case = a_case(council)
    words = decline(officer, case)
    for said in (REASON, INSTEAD, "/protocol/paragraphs/WF-5.2/", "It counts as the answer"):
        assert said in words
    assert not Withholding.objects.exists()
    decline(officer, case, send="1")
    case = Enquiry.objects.get()
    kept = Withholding.objects.get()
    assert (case.state, case.answered_on) == (State.ANSWERED, timezone.localdate())
    assert (kept.ground, kept.cites.splitlines(), kept.by) == ("research", ["WF-5.2"], council.officer)
    assert kept.message.kind == Message.Kind.REFUSAL
    assert REASON in kept.message.text
    assert INSTEAD in kept.message.text


def test_the_member_reads_why_and_may_say_that_it_is_no_answer(council: Council, officer: Client) -> None:
    case = a_case(council)
    decline(officer, case, send="1")
    member = signed_in(council.member)
    words = page(member, "enquiry", case)
    paragraph = "/protocol/paragraphs/WF-5.2/"
    for said in (REASON, INSTEAD, "Does this answer you?", "Why it cannot be done", paragraph):
        assert said in words
    assert paragraph in page(officer, "enquiry", case)
    assert REASON in page(member, "enquiry-verdict", case)
    post(member, "enquiry-verdict", case, text="I need the whole study.", token="no")
    assert Enquiry.objects.get().state == State.REOPENED


def test_pressing_twice_declines_once(council: Council, officer: Client) -> None:
    case = a_case(council)
    for _press in range(2):
        decline(officer, case, send="1")
    assert Withholding.objects.count() == 1
    assert Message.objects.filter(kind=Message.Kind.REFUSAL).count() == 1


def test_a_case_that_changed_in_between_is_shown_first_and_nothing_is_lost(
    council: Council, officer: Client
) -> None:
    case = a_case(council)
    seen = typed(case)
    add_note(who=on_day(council.colleague), enquiry=case, text="I am on it.", at=timezone.now())
    for last in ({}, {"send": "1"}):
        words = post(officer, "enquiry-decline", case, **seen, **last).content.decode()
        for said in ("This case changed while you were typing", "I am on it.", REASON, INSTEAD):
            assert said in words
    assert not Withholding.objects.exists()


def test_an_empty_form_says_what_each_box_needs(council: Council, officer: Client) -> None:
    case = a_case(council)
    words = decline(officer, case, ground="", reason=" ", instead="")
    for said in (
        "Choose why it cannot be done",
        "Say why it is declined",
        "Say what the member can do instead",
    ):
        assert words.count(said) >= 2, said


def test_changing_it_after_the_last_look_keeps_what_was_typed(council: Council, officer: Client) -> None:
    words = decline(officer, a_case(council), change="1")
    assert REASON in words
    assert "Decline this enquiry" in words


@pytest.mark.parametrize(
    ("text", "ground", "exceptions"),
    [(OLD, "instruction", 4), (MW, "research", 2), ("haringey", "instruction", 1)],
)
def test_a_ground_with_exceptions_holds_only_once_they_were_looked_at(
    council: Council, officer: Client, settings: Settings, text: str, ground: str, exceptions: int
) -> None:
    settings.PROTOCOL = text
    case = a_case(council)
    words = decline(officer, case, ground=ground)
    assert "Tick that none of the exceptions applies" in words
    listed = words.split('<ul class="govuk-list govuk-list--bullet">')[1].split("</ul>")[0]
    assert listed.count("<li>") == exceptions
    assert REASON in words
    decline(officer, case, ground=ground, no_exception="on", send="1")
    assert Withholding.objects.get().ground == ground


def test_the_action_asks_for_the_exceptions_too(council: Council, settings: Settings) -> None:
    settings.PROTOCOL = OLD
    case, who = a_case(council), on_day(council.officer)
    for ground, cites in ((Ground.INSTRUCTION, "WO-E-9.3.10"), (Ground.RESEARCH, None)):
        refusal = Refusal(ground, REASON, INSTEAD)
        if cites is None:
            decline_enquiry(who=who, enquiry=case, refusal=refusal, at=timezone.now())
            continue
        with pytest.raises(Refused) as refused:
            decline_enquiry(who=who, enquiry=case, refusal=refusal, at=timezone.now())
        assert refused.value.decision.citations[0].id == cites


def test_a_ground_that_the_text_has_not_is_not_offered_and_not_taken(
    council: Council, officer: Client, settings: Settings
) -> None:
    settings.PROTOCOL = NEW
    case = a_case(council)
    words = page(officer, "enquiry-decline", case)
    assert 'value="party-political"' in words
    assert 'value="research"' not in words
    assert 'value="instruction"' not in words
    assert "Choose why it cannot be done" in decline(officer, case, send="1")
    refusal = Refusal(Ground.RESEARCH, REASON, INSTEAD)
    with pytest.raises(Refused):
        decline_enquiry(who=on_day(council.officer), enquiry=case, refusal=refusal, at=timezone.now())
    assert not Withholding.objects.exists()


def test_a_case_is_declined_by_its_own_text_after_another_came_into_force(
    council: Council, officer: Client, settings: Settings
) -> None:
    case = a_case(council)
    settings.PROTOCOL = NEW
    decline(officer, case, send="1")
    assert Withholding.objects.get().cites == "WF-5.2"


def test_declining_what_nobody_took_on_takes_it_on(council: Council) -> None:
    case = a_case(council, State.SENT)
    decline(signed_in(council.head), case, send="1")
    case = Enquiry.objects.get()
    assert (case.owner, case.state) == (council.head, State.ANSWERED)
    assert case.acknowledged_at


def people(council: Council) -> dict[str, Person]:
    """Everybody who may, and everybody who nearly may."""
    yesterday = timezone.localdate() - datetime.timedelta(days=1)
    return {
        "the member": council.member,
        "another member": make.a_member(),
        "the member's assistant": make.an_assistant_to(council.member),
        "the owner": council.officer,
        "a colleague in the team": council.colleague,
        "a colleague until yesterday": make.an_officer(team=council.team, to_on=yesterday),
        "an officer of another team": make.an_officer(team=make.a_team()),
        "the head of service": council.head,
        "the director": council.director,
        "democratic services": make.a_holder_of(Post.DEMOCRATIC_SERVICES),
        "the monitoring officer": make.a_holder_of(Post.MONITORING_OFFICER),
    }


# An ordinary one, a confidential one.
DECLINING = {
    "the member": (R, R),
    "another member": (U, U),
    "the member's assistant": (R, U),
    "the owner": (A, A),
    "a colleague in the team": (A, U),
    "a colleague until yesterday": (R, R),
    "an officer of another team": (U, U),
    "the head of service": (A, A),
    "the director": (A, U),
    "democratic services": (R, U),
    "the monitoring officer": (R, R),
}


def test_who_declines(council: Council) -> None:
    cases = (a_case(council), a_case(council, is_confidential=True))
    found = {
        name: tuple(
            policies.may_decline(standing_of(one, on=timezone.localdate()), case).outcome for case in cases
        )
        for name, one in people(council).items()
    }
    assert found == DECLINING


@pytest.mark.parametrize("who", [name for name, outcomes in DECLINING.items() if outcomes[0] is not A])
def test_the_page_is_shut_for_whoever_may_not(council: Council, who: str) -> None:
    case = a_case(council)
    browser = signed_in(people(council)[who])
    for verb in ("get", "post"):
        data = typed(case, send="1") if verb == "post" else {}
        answer = getattr(browser, verb)(reverse("enquiry-decline", args=[case.reference]), data)
        assert answer.status_code in (302, 403, 404), (who, verb)
    assert not Withholding.objects.exists()


@pytest.mark.parametrize(
    "state", [State.SENT, State.ALLOCATED, State.WAITING, State.HOLDING, State.REOPENED, State.ANSWERED]
)
def test_it_is_declined_while_a_reply_is_owed(council: Council, state: State) -> None:
    case = a_case(council, state)
    head = standing_of(council.head, on=timezone.localdate())
    decision = policies.may_decline(head, case)
    assert decision.allowed == (state in UNANSWERED)
    assert decision.allowed or "nothing to decline" in decision.sentence


def test_the_member_is_told_by_number_alone(council: Council, officer: Client) -> None:
    case = a_case(council)
    decline(officer, case, send="1")
    event = CaseEvent.objects.get(kind="enquiry.declined")
    assert event.facts["ground"] == "research"
    assert {one.person for one in event.deliveries.all()} == {council.member}
    assert REASON not in str(event.facts)
