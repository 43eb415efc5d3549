"""Who may know of a question on the protocol, and do what with it: every role, ordinary and private."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from itertools import product

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from access_rules.actions import advising
from access_rules.events import ADVICE_ANSWERED, ADVICE_ASKED, ADVICE_PUBLISHED
from access_rules.models import Advice
from access_rules.policies import advice as policies
from access_rules.queries import advice as queries
from access_rules.subscribers import PLANS
from casework.models import Delivery
from council.models import Person
from rulebook.decision import Outcome
from rulebook.post import Post
from tests.architecture.table import NO_ADVICE, OF_ADVICE
from tests.factories import council as make
from tests.factories.advice import ANSWER, QUESTION, a_question, a_reading, an_answered, asked_by_post
from tests.factories.browsers import signed_in
from tests.factories.enquiries import on_day

pytestmark = pytest.mark.django_db

ORDINARY = {"asker", "assistant", "monitoring officer", "deputy", "stands in"}
PRIVATE = ORDINARY - {"assistant"}
ANSWERING = {"monitoring officer", "deputy", "stands in"}
OTHERS = (
    "another member, member of the group, leader of the group, political assistant, chief executive,"
    " section 151 officer, democratic services, officer, left yesterday, was monitoring officer"
)
ROLES = sorted(ORDINARY | set(OTHERS.split(", ")))


@pytest.fixture
def people() -> dict[str, Person]:
    """One of each role; the monitoring officer is away and somebody stands in."""
    yesterday = timezone.localdate() - datetime.timedelta(days=1)
    group = make.a_group()
    asker = make.a_member(group=group)
    away = make.a_holder_of(Post.MONITORING_OFFICER)
    stands_in = make.an_officer()
    make.an_absence(away, stands_in, post=Post.MONITORING_OFFICER.value, confirmed=True)
    return {
        "asker": asker,
        "assistant": make.an_assistant_to(asker),
        "another member": make.a_member(),
        "member of the group": make.a_member(group=group),
        "leader of the group": make.a_member(group=group, office="leader"),
        "political assistant": make.a_political_assistant(group),
        "monitoring officer": away,
        "stands in": stands_in,
        "deputy": make.a_holder_of(Post.DEPUTY_MONITORING_OFFICER),
        "chief executive": make.a_holder_of(Post.CHIEF_EXECUTIVE),
        "section 151 officer": make.a_holder_of(Post.SECTION_151_OFFICER),
        "democratic services": make.a_holder_of(Post.DEMOCRATIC_SERVICES),
        "officer": make.an_officer(),
        "left yesterday": make.a_member(to_on=yesterday),
        "was monitoring officer": make.a_holder_of(
            Post.MONITORING_OFFICER,
            person=make.an_officer(),
            from_on=make.LONG_AGO - datetime.timedelta(days=365),
            to_on=make.LONG_AGO - datetime.timedelta(days=1),
        ),
    }


def seers(found: Callable[[Person], bool], people: dict[str, Person]) -> set[str]:
    """The roles for which it is so."""
    return {role for role, person in people.items() if found(person)}


@pytest.mark.parametrize("is_private", [False, True])
def test_the_same_people_see_it_by_list_search_policy_and_count(
    people: dict[str, Person], is_private: bool
) -> None:
    question = a_question(by=people["asker"], is_private=is_private)
    expected = PRIVATE if is_private else ORDINARY
    word = "marrowfat"
    ways: dict[str, Callable[[Person], bool]] = {
        "list": lambda one: queries.visible_to(on_day(one)).filter(pk=question.pk).exists(),
        "search": lambda one: queries.found(on_day(one), words=word).filter(pk=question.pk).exists(),
        "count": lambda one: queries.found(on_day(one)).count() == 1,
        "policy": lambda one: policies.may_see_advice(on_day(one), question).allowed,
    }
    assert {way: seers(found, people) for way, found in ways.items()} == dict.fromkeys(ways, expected)


@dataclass(frozen=True)
class Pages:
    """What somebody is shown at every address that could tell of the question."""

    lists: str
    own_page: int

    @classmethod
    def of(cls, person: Person, question: Advice) -> "Pages":
        """As a browser asks for them."""
        browser = signed_in(person)
        addresses = [
            reverse("advice"),
            f"{reverse('advice-found')}?q=marrowfat",
            f"{reverse('advice-found')}?paragraph=WF-1.2",
            reverse("advice-ask"),
            f"{reverse('protocol')}",
        ]
        shown = "".join(browser.get(one).content.decode() for one in addresses)
        page = browser.get(reverse("advice-question", args=[question.reference]))
        return cls(shown, page.status_code)


@pytest.mark.parametrize("role", ["another member", "leader of the group", "assistant", "officer"])
def test_a_private_question_is_on_no_page_of_anybody_else(people: dict[str, Person], role: str) -> None:
    question = an_answered(
        by=people["deputy"], asked_by=people["asker"], is_private=True, paragraph="1-purpose-p3"
    )
    pages = Pages.of(people[role], question)
    assert pages.own_page == 404
    assert question.reference not in pages.lists
    assert QUESTION not in pages.lists
    assert ANSWER not in pages.lists


@pytest.mark.parametrize("role", sorted(set(ROLES) - PRIVATE - {"left yesterday"}))
def test_every_address_of_a_question_that_is_not_theirs_is_the_page_that_never_was(
    people: dict[str, Person], role: str
) -> None:
    question = a_question(by=people["asker"], is_private=True)
    browser = signed_in(people[role])
    for address, verb in product(OF_ADVICE, ("get", "post")):
        real = getattr(browser, verb)(address.path(advice=question.reference))
        never = getattr(browser, verb)(address.path(advice=NO_ADVICE))
        assert real.status_code == never.status_code, address.route
        assert real.status_code in (404, 405), address.route
        assert real.content == never.content.replace(NO_ADVICE.encode(), question.reference.encode())


# Of an ordinary question that waits: the page, and what each role gets where something is done with it.
DOING = ("question", "answer", "withdraw", "lift", "reading", "publish", "take-back")
WAITING: dict[str, tuple[int, ...]] = {
    "asker": (200, 403, 200, 403, 403, 403, 403),
    "assistant": (200, 403, 200, 403, 403, 403, 403),
    **dict.fromkeys(sorted(ANSWERING), (200, 200, 403, 403, 403, 403, 403)),
}
ANSWERED: dict[str, tuple[int, ...]] = {
    **dict.fromkeys(("asker", "assistant"), (200, 403, 403, 403, 403, 403, 403)),
    **dict.fromkeys(sorted(ANSWERING), (200, 403, 403, 403, 200, 403, 403)),
}
HIDDEN = (404,) * len(DOING)


@pytest.mark.parametrize("role", sorted(set(ROLES) - {"left yesterday"}))
def test_what_each_role_gets_at_each_address_of_an_ordinary_question(
    people: dict[str, Person], role: str
) -> None:
    waiting = a_question(by=people["asker"])
    answered = an_answered(by=people["deputy"], asked_by=people["asker"])
    browser = signed_in(people[role])

    def got(question: Advice) -> tuple[int, ...]:
        addresses = [reverse(f"advice-{name}", args=[question.reference]) for name in DOING]
        return tuple(browser.get(address).status_code for address in addresses)

    assert got(waiting) == WAITING.get(role, HIDDEN)
    assert got(answered) == ANSWERED.get(role, HIDDEN)


@pytest.mark.parametrize("role", ROLES)
def test_whoever_is_in_post_asks_and_searches_and_nobody_else(people: dict[str, Person], role: str) -> None:
    browser = signed_in(people[role])
    answers = [browser.get(reverse(name)).status_code for name in ("advice", "advice-ask", "advice-found")]
    if role == "left yesterday":
        assert set(answers) <= {302, 403}
        return
    assert answers == [200, 200, 200]


def test_who_answers_is_who_holds_the_post_its_deputy_and_whoever_stands_in(
    people: dict[str, Person],
) -> None:
    question = a_question(by=people["asker"], is_private=True)
    assert seers(lambda one: policies.may_answer_advice(on_day(one), question).allowed, people) == ANSWERING


def test_nobody_answers_their_own_question_and_then_it_is_the_deputys_turn(people: dict[str, Person]) -> None:
    question = a_question(by=people["stands in"])
    assert not policies.may_answer_advice(on_day(people["stands in"]), question).allowed
    assert queries.advisers_of(question, on=timezone.localdate()) == [people["deputy"]]
    waits = seers(lambda one: queries.needing(on_day(one)) == 1, people)
    assert waits == {"deputy", "monitoring officer"}


def test_the_deputy_is_not_asked_while_somebody_acts_as_monitoring_officer(people: dict[str, Person]) -> None:
    a_question(by=people["asker"])
    waits = seers(lambda one: queries.needing(on_day(one)) == 1, people)
    assert waits == {"monitoring officer", "stands in"}


def test_where_nobody_is_left_the_page_says_who_can_put_it_right() -> None:
    lone = make.a_holder_of(Post.MONITORING_OFFICER)
    question = a_question(by=lone)
    page = signed_in(lone).get(reverse("advice-question", args=[question.reference])).content.decode()
    assert "Democratic services can enter who does." in page


def test_what_the_chief_executive_is_asked_in_private_is_not_the_monitoring_officers(
    people: dict[str, Person], settings: Settings
) -> None:
    settings.PROTOCOL = "haringey"
    private = asked_by_post(by=people["asker"], is_private=True)
    ordinary = asked_by_post(by=people["asker"])

    def sees(advice: Advice) -> set[str]:
        return seers(lambda one: policies.may_see_advice(on_day(one), advice).allowed, people)

    assert sees(private) == {"asker", "chief executive"}
    assert sees(ordinary) == {"asker", "assistant", "chief executive", *ANSWERING}
    answering = seers(lambda one: policies.may_answer_advice(on_day(one), ordinary).allowed, people)
    assert answering == {"chief executive"}


def test_a_post_that_the_text_does_not_name_is_not_asked(people: dict[str, Person]) -> None:
    assert asked_by_post(by=people["asker"]).addressed_to == Post.MONITORING_OFFICER


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        (policies.may_write_reading, ANSWERING),
        (policies.may_withdraw_advice, set()),
        (policies.may_take_back_reading, set()),
    ],
)
def test_what_each_may_do_with_an_answered_question(
    people: dict[str, Person], policy: Callable[..., object], expected: set[str]
) -> None:
    question = an_answered(by=people["deputy"], asked_by=people["asker"])
    assert seers(lambda one: policy(on_day(one), question).allowed, people) == expected  # type: ignore[attr-defined]


def test_private_advice_is_published_by_nobody_until_whoever_asked_gives_privacy_up(
    people: dict[str, Person],
) -> None:
    question = an_answered(by=people["deputy"], asked_by=people["asker"], is_private=True)
    publisher = on_day(people["deputy"])
    decision = policies.may_write_reading(publisher, question)
    assert decision.outcome is Outcome.REFUSED
    assert "kept from other members" in decision.sentence
    assert seers(lambda one: policies.may_lift_privacy(on_day(one), question).allowed, people) == {"asker"}
    lifted = advising.lift_privacy(who=on_day(people["asker"]), advice=question, at=timezone.now())
    assert policies.may_write_reading(publisher, lifted).allowed


def test_a_published_reading_is_found_by_everybody_in_post_and_nothing_else_of_it(
    people: dict[str, Person],
) -> None:
    reading = a_reading(by=people["deputy"], asked_by=people["asker"])

    def finds(words: str) -> set[str]:
        return seers(lambda one: reading in queries.found(on_day(one), words=words), people)

    assert finds("site meeting") == set(ROLES) - {"left yesterday"}
    assert finds("marrowfat") == ORDINARY
    assert finds("Thornbury") == ORDINARY


def test_letters_go_to_whoever_acts_and_to_whoever_asked_and_hold_no_word_of_it(
    people: dict[str, Person],
) -> None:
    reading = a_reading(by=people["deputy"], asked_by=people["asker"])
    owed = Delivery.objects.filter(event__stream=reading.stream).values_list("event__kind", "person")
    assert set(owed) == {
        (ADVICE_ASKED.name, people["stands in"].pk),
        (ADVICE_ANSWERED.name, people["asker"].pk),
        (ADVICE_PUBLISHED.name, people["asker"].pk),
    }
    for row in Delivery.objects.filter(event__stream=reading.stream).select_related("event", "person"):
        kind = next(kind for kind in PLANS if kind.name == row.event.kind)
        letter = PLANS[kind].words(row.person, row.event)
        said = " ".join((letter.subject, *letter.lines))
        assert reading.reference in said
        assert not [word for word in (QUESTION, ANSWER, reading.reading, "Thornbury") if word in said]


def test_a_letter_is_not_sent_to_whoever_may_not_know_of_it_that_day(people: dict[str, Person]) -> None:
    question = an_answered(by=people["deputy"], asked_by=people["asker"], is_private=True)
    event = question.stream.events.get(kind=ADVICE_ANSWERED.name)
    may = PLANS[ADVICE_ANSWERED].may
    assert may(people["asker"], event, timezone.localdate()).allowed
    assert not may(people["assistant"], event, timezone.localdate()).allowed
    asked = question.stream.events.get(kind=ADVICE_ASKED.name)
    assert not PLANS[ADVICE_ASKED].may(people["stands in"], asked, timezone.localdate()).allowed
