"""Who may call, change, cancel and conclude meetings: every role, at every stage; and the nearly allowed."""

import datetime
from collections.abc import Callable

import pytest
from django.utils import timezone

from access_rules.models import Meeting
from access_rules.policies import meetings as policies
from council.models import Person, Seat
from council.queries import Standing
from council.rules import Grade
from rulebook.decision import Decision, Outcome
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.access import a_body, a_meeting
from tests.factories.enquiries import on_day

TODAY = timezone.localdate()
YESTERDAY, TOMORROW = TODAY - datetime.timedelta(days=1), TODAY + datetime.timedelta(days=1)

pytestmark = pytest.mark.django_db


def the_chair() -> Person:
    """Who chairs the very body."""
    return make.a_seat(a_body(), make.a_member(), office=Seat.Office.CHAIR).person


def an_unconfirmed_proper_officer() -> Person:
    """Named for the post, and nobody has confirmed it yet."""
    return make.a_holding(Post.PROPER_OFFICER, confirmed=False).person


def who_stands_in() -> Person:
    """In the place of democratic services who are away."""
    colleague = make.an_officer()
    make.an_absence(make.a_holder_of(Post.DEMOCRATIC_SERVICES), colleague)
    return colleague


KEEPERS: dict[str, Callable[[], Person]] = {
    "democratic services": lambda: make.a_holder_of(Post.DEMOCRATIC_SERVICES),
    "proper officer": lambda: make.a_holder_of(Post.PROPER_OFFICER),
    "who stands in for democratic services": who_stands_in,
}
OTHERS: dict[str, Callable[[], Person]] = {
    "member": make.a_member,
    "chair of the body": the_chair,
    "assistant": lambda: make.an_assistant_to(make.a_member()),
    "officer": make.an_officer,
    "director": lambda: make.an_officer(grade=Grade.EXECUTIVE_DIRECTOR),
    "monitoring officer": lambda: make.a_holder_of(Post.MONITORING_OFFICER),
    "section 151 officer": lambda: make.a_holder_of(Post.SECTION_151_OFFICER),
    "proper officer whom nobody confirmed": an_unconfirmed_proper_officer,
    "democratic services until yesterday": lambda: make.a_holder_of(
        Post.DEMOCRATIC_SERVICES, to_on=YESTERDAY
    ),
    "democratic services from tomorrow": lambda: make.a_holder_of(Post.DEMOCRATIC_SERVICES, from_on=TOMORROW),
}
Question = Callable[[Standing, Meeting], Decision]
KEEPING: tuple[Question, ...] = (
    policies.may_change_meeting,
    policies.may_cancel_meeting,
    policies.may_change_agenda,
    policies.may_publish_notice,
)
STAGES: dict[str, Callable[[], Meeting]] = {
    "ahead": lambda: a_meeting(on=TOMORROW),
    "today": lambda: a_meeting(on=TODAY),
    "past": lambda: a_meeting(on=YESTERDAY),
    "concluded": lambda: a_meeting(on=YESTERDAY, concluded_at=timezone.now()),
    "cancelled": lambda: a_meeting(on=TOMORROW, cancelled_at=timezone.now()),
    "cancelled on its day": lambda: a_meeting(on=TODAY, cancelled_at=timezone.now()),
}


@pytest.mark.parametrize("role", list(KEEPERS))
def test_keepers_keep_a_meeting_until_it_is_over(role: str) -> None:
    who = on_day(KEEPERS[role]())
    assert policies.may_call_meeting(who).allowed
    for stage, make_it in STAGES.items():
        meeting, is_open = make_it(), stage in {"ahead", "today", "past"}
        assert [may(who, meeting).allowed for may in KEEPING] == [is_open] * len(KEEPING), stage
        assert policies.may_conclude_meeting(who, meeting).allowed is (stage in {"today", "past"}), stage


@pytest.mark.parametrize("role", list(OTHERS))
def test_nobody_else_does_and_each_is_told_who(role: str) -> None:
    who = on_day(OTHERS[role]())
    assert "Democratic services" in policies.may_call_meeting(who).sentence
    for stage, make_it in STAGES.items():
        meeting = make_it()
        decisions = [may(who, meeting) for may in (*KEEPING, policies.may_conclude_meeting)]
        assert {decision.outcome for decision in decisions} == {Outcome.REFUSED}, stage
        assert all(decision.sentence for decision in decisions), stage


def test_a_refusal_rests_on_the_paragraph_of_the_text() -> None:
    decision = policies.may_call_meeting(on_day(make.a_member()))
    assert [str(cite) for cite in decision.citations] == ["WF-A2.2.3"]


def test_whoever_holds_no_post_today_is_told_that_first() -> None:
    gone = make.an_officer(to_on=YESTERDAY)
    assert "no post" in policies.may_call_meeting(on_day(gone)).sentence
