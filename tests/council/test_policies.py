"""Who may sign in, keep the registers, confirm a post: tables with the nearly allowed person in each."""

import datetime

import pytest

from council.models import Person
from council.policies import (
    may_be_addressed,
    may_confirm_post,
    may_invite,
    may_keep_registers,
    may_sign_in,
)
from council.rules import Grade
from rulebook.decision import Outcome
from rulebook.post import Post
from rulebook.protocols import protocol
from tests.factories.council import (
    a_holder_of,
    a_holding,
    a_login,
    a_member,
    a_person,
    an_assistant_to,
    an_officer,
)

TODAY = datetime.date(2026, 11, 23)
YESTERDAY = TODAY - datetime.timedelta(days=1)
TOMORROW = TODAY + datetime.timedelta(days=1)

pytestmark = pytest.mark.django_db

MAY_SIGN_IN = {
    "a member": (a_member, {}, True),
    "a member on the last day": (a_member, {"to_on": TODAY}, True),
    "a member whose term ended yesterday": (a_member, {"to_on": YESTERDAY}, False),
    "a member from tomorrow": (a_member, {"from_on": TOMORROW}, False),
    "an officer": (an_officer, {}, True),
    "an officer who left yesterday": (an_officer, {"to_on": YESTERDAY}, False),
    "somebody in the register": (a_person, {}, False),
}


@pytest.mark.parametrize("who", MAY_SIGN_IN)
def test_who_holds_something_today_may_sign_in(who: str) -> None:
    make, when, may = MAY_SIGN_IN[who]
    decision = may_sign_in(make(**when), on=TODAY)
    assert decision.allowed is may
    assert may or decision.sentence


def test_a_post_alone_lets_a_person_in_once_it_is_confirmed() -> None:
    confirmed = a_holding(Post.PROPER_OFFICER, person=a_person(), from_outside=True).person
    unconfirmed = a_holding(Post.PROPER_OFFICER, person=a_person(), confirmed=False).person
    assert may_sign_in(confirmed, on=TODAY).allowed
    assert not may_sign_in(unconfirmed, on=TODAY).allowed


def test_an_assistant_goes_with_the_member() -> None:
    member = a_member(to_on=TODAY)
    assistant = an_assistant_to(member, assistant=a_person())
    assert may_sign_in(assistant, on=TODAY).allowed
    assert not may_sign_in(assistant, on=TOMORROW).allowed


def test_a_login_of_nobody_is_refused_with_a_sentence() -> None:
    decision = may_sign_in(None, on=TODAY)
    assert decision.outcome is Outcome.REFUSED
    assert "registers" in decision.sentence


KEEPERS = {
    "democratic services": (lambda: a_holder_of(Post.DEMOCRATIC_SERVICES), True),
    "democratic services until yesterday": (
        lambda: a_holder_of(Post.DEMOCRATIC_SERVICES, to_on=YESTERDAY),
        False,
    ),
    "democratic services from tomorrow": (
        lambda: a_holder_of(Post.DEMOCRATIC_SERVICES, from_on=TOMORROW),
        False,
    ),
    "the monitoring officer": (lambda: a_holder_of(Post.MONITORING_OFFICER), False),
    "the chief executive": (lambda: a_holder_of(Post.CHIEF_EXECUTIVE), False),
    "an officer": (an_officer, False),
    "a member": (a_member, False),
}


@pytest.mark.parametrize("who", KEEPERS)
def test_democratic_services_alone_keep_the_registers(who: str) -> None:
    make, may = KEEPERS[who]
    assert may_keep_registers(make(), on=TODAY).allowed is may


def _keeper() -> Person:
    return a_holder_of(Post.DEMOCRATIC_SERVICES)


def test_a_second_keeper_confirms_a_post() -> None:
    first, second = _keeper(), _keeper()
    holding = a_holding(Post.MONITORING_OFFICER, confirmed=False, entered_by=first)
    assert may_confirm_post(second, holding, on=TODAY).allowed


def test_neither_its_holder_nor_who_entered_it_confirms_a_post() -> None:
    first, second = _keeper(), _keeper()
    own = a_holding(Post.PROPER_OFFICER, person=second, confirmed=False, entered_by=first)
    assert "You entered" in may_confirm_post(first, own, on=TODAY).sentence
    assert "You hold" in may_confirm_post(second, own, on=TODAY).sentence


def test_nobody_but_a_keeper_confirms_a_post_and_none_is_confirmed_twice() -> None:
    holding = a_holding(Post.MONITORING_OFFICER, confirmed=False)
    assert not may_confirm_post(a_holder_of(Post.CHIEF_EXECUTIVE), holding, on=TODAY).allowed
    done = a_holding(Post.SECTION_151_OFFICER)
    assert "already" in may_confirm_post(_keeper(), done, on=TODAY).sentence
    ordinary = a_holding(Post.LEADER)
    assert "without being confirmed" in may_confirm_post(_keeper(), ordinary, on=TODAY).sentence


def test_a_keeper_invites_whoever_is_in_post_and_has_no_login() -> None:
    keeper, member = _keeper(), a_member()
    assert may_invite(keeper, member, member.email, on=TODAY).allowed
    assert not may_invite(member, a_member(), "x@council.example", on=TODAY).allowed
    gone = a_member(to_on=YESTERDAY)
    assert "no term, job or post" in may_invite(keeper, gone, gone.email, on=TODAY).sentence
    assert "no email address" in may_invite(keeper, member, "", on=TODAY).sentence
    a_login(member)
    assert "has a login already" in may_invite(keeper, member, member.email, on=TODAY).sentence
    assert "Another login" in may_invite(keeper, a_member(), member.email.upper(), on=TODAY).sentence


@pytest.mark.parametrize(
    ("key", "grade", "liaison", "may"),
    [
        ("waltham-forest", Grade.OFFICER, False, False),
        ("waltham-forest", Grade.SENIOR_OFFICER, False, False),
        ("waltham-forest", Grade.SENIOR_OFFICER, True, True),
        ("waltham-forest", Grade.HEAD_OF_SERVICE, False, True),
        ("waltham-forest", Grade.CHIEF_EXECUTIVE, False, True),
        ("haringey", Grade.HEAD_OF_SERVICE, False, False),
        ("haringey", Grade.HEAD_OF_SERVICE, True, False),
        ("haringey", Grade.ASSISTANT_DIRECTOR, False, True),
        ("wokingham-2007", Grade.ASSISTANT_DIRECTOR, False, False),
        ("wokingham-2014", Grade.DIRECTOR, False, True),
        ("mwda", Grade.OFFICER, False, True),
        ("parish", Grade.OFFICER, False, True),
    ],
)
def test_members_address_officers_of_the_grade_that_the_text_names(
    key: str, grade: Grade, liaison: bool, may: bool
) -> None:
    person = an_officer(grade=grade, is_member_liaison=liaison)
    decision = may_be_addressed(person, protocol(key), on=TODAY)
    assert decision.allowed is may
    assert may or decision.citations


def test_nobody_addresses_an_officer_who_left_yesterday() -> None:
    gone = an_officer(grade=Grade.DIRECTOR, to_on=TODAY - datetime.timedelta(days=1))
    assert not may_be_addressed(gone, protocol("waltham-forest"), on=TODAY).allowed
