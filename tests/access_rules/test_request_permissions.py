"""Who may do what with a request, in each of its states: everybody, and the nearly allowed."""

from collections.abc import Callable

import pytest
from django.utils import timezone
from pytest_django import Settings

from access_rules.actions.deciding_requests import ask_for_promise
from access_rules.models import AccessRequest
from access_rules.policies import requests as policies
from access_rules.policies.challenges import may_dispute_answer
from council.models import Person
from council.queries import Standing
from rulebook.decision import Decision, Outcome
from rulebook.post import Post
from tests.access_rules.browsing import now_as
from tests.factories import council as make
from tests.factories.asking import a_referred_request, again, asked_for, decided

pytestmark = pytest.mark.django_db
LETTER = {Outcome.ALLOWED: "a", Outcome.REFUSED: "r", Outcome.UNKNOWN: "u"}
QUESTIONS: tuple[Callable[[Standing, AccessRequest], Decision], ...] = (
    policies.may_see_request,
    policies.may_withdraw_request,
    policies.may_find,
    policies.may_say_not_held,
    policies.may_decide_request,
    policies.may_give,
    policies.may_refuse,
    policies.may_ask_for_promise,
    policies.may_answer_promise,
    may_dispute_answer,
)
NOTHING = "u" * len(QUESTIONS)


def a_council() -> dict[str, Person]:
    """Everybody who could have to do with a request, and those who nearly have."""
    group = make.a_group()
    member = make.a_member(group=group)
    assistant = make.an_assistant_to(member)
    people = {
        "assistant who asked": assistant,
        "member": member,
        "other assistant": make.an_assistant_to(member),
        "assistant of before": make.an_assistant_to(member, to_on=make.LONG_AGO),
        "assistant of another": make.an_assistant_to(make.a_member()),
        "leader of the group": make.a_member(group=group),
        "other member": make.a_member(),
        "officer": make.an_officer(),
        "who left": make.a_member(to_on=make.LONG_AGO),
    }
    for name, post in {
        "democratic services": Post.DEMOCRATIC_SERVICES,
        "proper officer": Post.PROPER_OFFICER,
        "monitoring officer": Post.MONITORING_OFFICER,
        "deputy": Post.DEPUTY_MONITORING_OFFICER,
        "section 151 officer": Post.SECTION_151_OFFICER,
        "chief executive": Post.CHIEF_EXECUTIVE,
    }.items():
        people[name] = make.a_holder_of(post)
    return people


def answers(people: dict[str, Person], row: AccessRequest) -> dict[str, str]:
    """A letter for each person and question."""
    return {
        name: "".join(LETTER[question(now_as(person), row).outcome] for question in QUESTIONS)
        for name, person in people.items()
    }


def table(**changed: str) -> dict[str, str]:
    """The same row for everybody who has no part in it."""
    parties = ("assistant_who_asked", "member", "other_assistant")
    watch = ("democratic_services", "proper_officer", "monitoring_officer", "deputy")
    strangers = (
        "assistant_of_before",
        "assistant_of_another",
        "leader_of_the_group",
        "other_member",
        "officer",
        "section_151_officer",
        "chief_executive",
    )
    found = dict.fromkeys(strangers, NOTHING) | dict.fromkeys(watch, "a" + "r" * 9)
    found |= dict.fromkeys(parties, changed.pop("parties")) | {"who_left": "r" * 10} | changed
    return {name.replace("_", " "): letters for name, letters in found.items()}


def asked(people: dict[str, Person], *, found: bool) -> AccessRequest:
    """The assistant asks in the member’s place; a document of the register, or in words."""
    given = {"by": people["assistant who asked"], "capacity": "assistant", "on_behalf_of": people["member"]}
    return a_referred_request(**given) if found else asked_for(None, **given)


def test_described_in_words_it_is_for_those_who_keep_the_register() -> None:
    people = a_council()
    row = asked(people, found=False)
    keepers = "araa" + "r" * 6
    assert answers(people, row) == table(
        parties="aa" + "r" * 8, democratic_services=keepers, proper_officer=keepers
    )


def test_referred_it_is_for_the_post_that_was_named_and_no_other() -> None:
    people = a_council()
    row = asked(people, found=True)
    assert row.refer_to == "monitoring-officer"
    assert answers(people, row) == table(parties="aa" + "r" * 8, monitoring_officer="arrraaarrr")


def test_decided_nobody_decides_it_and_the_side_that_asked_may_dispute_it() -> None:
    people = a_council()
    row = decided(asked(people, found=True), "no", by=people["monitoring officer"])
    assert answers(people, again(row)) == table(parties="a" + "r" * 8 + "a")


def test_at_merseyside_a_promise_is_asked_for_by_whoever_decides_and_given_by_the_side_that_asked(
    settings: Settings,
) -> None:
    settings.PROTOCOL = "mwda"
    people = a_council()
    row = a_referred_request(by=people["member"])
    judge, member = people["monitoring officer"], people["member"]
    assert policies.may_ask_for_promise(now_as(judge), row).allowed
    row = ask_for_promise(who=now_as(judge), row=row, reasons="Prices.", seen_version=None, at=timezone.now())
    allowed = [name for name, one in people.items() if policies.may_answer_promise(now_as(one), row).allowed]
    assert allowed == ["member"]
    assert policies.may_ask_for_promise(now_as(judge), row).outcome is Outcome.REFUSED
    assert policies.may_answer_promise(now_as(member), row).allowed


def test_a_yes_needs_a_document() -> None:
    people = a_council()
    row = asked(people, found=False)
    AccessRequest.objects.filter(pk=row.pk).update(state="referred", refer_to="monitoring-officer")
    row, judge = again(row), now_as(people["monitoring officer"])
    assert policies.may_decide_request(judge, row).allowed
    assert policies.may_give(judge, row).outcome is Outcome.REFUSED
    assert "No document has been found" in policies.may_answer_with(judge, row, "partly").sentence
    assert policies.may_answer_with(judge, row, "no").allowed


@pytest.mark.parametrize(
    ("name", "may"),
    [
        ("democratic services", True),
        ("proper officer", True),
        ("monitoring officer", True),
        ("deputy", True),
        ("section 151 officer", True),
        ("chief executive", True),
        ("member", False),
        ("assistant who asked", False),
        ("officer", False),
        ("who left", False),
    ],
)
def test_the_list_is_for_those_who_decide_and_those_who_keep(name: str, may: bool) -> None:
    assert policies.may_see_list(now_as(a_council()[name])).allowed is may


def test_everybody_in_post_may_ask_and_in_no_role_but_their_own() -> None:
    people = a_council()
    roles = {
        "member": "member private customer",
        "assistant who asked": "assistant officer private customer",
        "officer": "officer private customer",
        "monitoring officer": "officer private customer",
    }
    for name, words in roles.items():
        for role in ("member", "assistant", "officer", "private", "customer"):
            decision = policies.may_ask_as(now_as(people[name]), role, people["member"])
            assert decision.allowed is (role in words.split()), (name, role)
    assert not policies.may_ask(now_as(people["who left"])).allowed
