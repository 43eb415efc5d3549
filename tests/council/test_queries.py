"""Who was what on which day: the nearly allowed are in each table."""

import datetime

import pytest

from council.queries import needs_second_factor, roles_of, who_held
from council.rules import Grade, Role
from rulebook.post import Post
from tests.factories.council import (
    a_directorate,
    a_holder_of,
    a_holding,
    a_member,
    a_person,
    an_assistant_to,
    an_officer,
)

TODAY = datetime.date(2026, 11, 23)
YESTERDAY = TODAY - datetime.timedelta(days=1)
TOMORROW = TODAY + datetime.timedelta(days=1)

pytestmark = pytest.mark.django_db

PEOPLE = {
    "a member": (lambda: a_member(), {Role.MEMBER}),
    "a member on the last day of the term": (lambda: a_member(to_on=TODAY), {Role.MEMBER}),
    "a member on the first day of the term": (lambda: a_member(from_on=TODAY), {Role.MEMBER}),
    "a member whose term ended yesterday": (lambda: a_member(to_on=YESTERDAY), set()),
    "a member whose term begins tomorrow": (lambda: a_member(from_on=TOMORROW), set()),
    "somebody in the register who is nothing": (lambda: a_person(), set()),
    "an officer": (lambda: an_officer(), {Role.OFFICER}),
    "an officer who left yesterday": (lambda: an_officer(to_on=YESTERDAY), set()),
    "an officer who begins tomorrow": (lambda: an_officer(from_on=TOMORROW), set()),
    "a head of service": (lambda: an_officer(grade=Grade.HEAD_OF_SERVICE), {Role.OFFICER}),
    "a director by grade": (lambda: an_officer(grade=Grade.DIRECTOR), {Role.OFFICER, Role.DIRECTOR}),
    "a director by post": (
        lambda: a_holder_of(Post.DIRECTOR, directorate=a_directorate()),
        {Role.OFFICER, Role.DIRECTOR},
    ),
    "democratic services": (
        lambda: a_holder_of(Post.DEMOCRATIC_SERVICES),
        {Role.OFFICER, Role.DEMOCRATIC_SERVICES},
    ),
    "democratic services until yesterday": (
        lambda: a_holder_of(Post.DEMOCRATIC_SERVICES, to_on=YESTERDAY),
        {Role.OFFICER},
    ),
    "the monitoring officer": (
        lambda: a_holder_of(Post.MONITORING_OFFICER),
        {Role.OFFICER, Role.MONITORING_OFFICER},
    ),
    "a monitoring officer whom nobody confirmed": (
        lambda: a_holder_of(Post.MONITORING_OFFICER, confirmed=False),
        {Role.OFFICER},
    ),
    "a monitoring officer from tomorrow": (
        lambda: a_holder_of(Post.MONITORING_OFFICER, from_on=TOMORROW),
        {Role.OFFICER},
    ),
    "a member's assistant": (
        lambda: an_assistant_to(a_member(), assistant=a_person()),
        {Role.ASSISTANT},
    ),
    "an assistant to a member whose term ended yesterday": (
        lambda: an_assistant_to(a_member(to_on=YESTERDAY), assistant=a_person()),
        set(),
    ),
    "an assistant until yesterday": (
        lambda: an_assistant_to(a_member(), assistant=a_person(), to_on=YESTERDAY),
        set(),
    ),
}


@pytest.mark.parametrize("who", PEOPLE)
def test_roles_follow_from_what_holds_on_the_day(who: str) -> None:
    make, roles = PEOPLE[who]
    assert roles_of(make(), on=TODAY) == roles


def test_a_post_has_the_holder_of_the_day() -> None:
    before = a_holder_of(Post.CHIEF_EXECUTIVE, to_on=YESTERDAY)
    after = a_holder_of(Post.CHIEF_EXECUTIVE, from_on=TODAY)
    assert who_held(Post.CHIEF_EXECUTIVE, on=YESTERDAY) == before
    assert who_held(Post.CHIEF_EXECUTIVE, on=TODAY) == after


def test_an_unconfirmed_holder_holds_nothing_yet() -> None:
    a_holding(Post.SECTION_151_OFFICER, confirmed=False)
    assert who_held(Post.SECTION_151_OFFICER, on=TODAY) is None


@pytest.mark.parametrize(
    ("post", "holding", "needed"),
    [
        (Post.MONITORING_OFFICER, {}, True),
        (Post.MONITORING_OFFICER, {"confirmed": False}, False),
        (Post.PROPER_OFFICER, {}, True),
        (Post.SECTION_151_OFFICER, {}, True),
        (Post.DEMOCRATIC_SERVICES, {}, True),
        (Post.DEMOCRATIC_SERVICES, {"to_on": YESTERDAY}, False),
        (Post.LEADER, {}, False),
    ],
)
def test_a_second_factor_is_asked_by_post(post: Post, holding: dict[str, object], needed: bool) -> None:
    assert needs_second_factor(a_holder_of(post, **holding), on=TODAY) is needed
