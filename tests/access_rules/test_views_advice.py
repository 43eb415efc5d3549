"""The pages of questions on the protocol as a browser asks for them: asked, answered, withdrawn, counted."""

from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from access_rules.models import Advice
from access_rules.states import AdviceState
from council.models import Person
from rulebook.obligations import obligations
from rulebook.post import Post
from rulebook.protocols import PROTOCOLS, protocol
from rulebook.text import paragraph, paragraphs
from tests.factories.advice import ANSWER, QUESTION, a_question, an_answered, asked_by_post
from tests.factories.asking import a_referred_request
from tests.factories.browsers import signed_in
from tests.factories.council import a_holder_of, a_member, an_officer
from tests.factories.pages import read_of, send

pytestmark = pytest.mark.django_db

# Of each text: whom the page of asking offers, and the paragraphs that it names.
OFFERED = {
    "waltham-forest": ((), ("WF-1.2", "WF-A0.1")),
    "haringey": (("monitoring-officer", "chief-executive"), ("HA-1.2b",)),
    "wokingham-2014": ((), ("WO-P-AI.5",)),
    "wokingham-2007": (("monitoring-officer", "chief-executive"), ("WO-E-9.3.35b", "WO-E-9.3.32n")),
    "mwda": ((), ("MW-6.4b",)),
    "parish": ((), ("PA-INT.2", "PA-ATI.5")),
}


@pytest.fixture
def olive() -> Person:
    """The monitoring officer."""
    return a_holder_of(Post.MONITORING_OFFICER)


def ask(browser: Client, query: str = "", **boxes: Any) -> HttpResponse:
    """What came of sending the question, at the page where it leads."""
    given = {"token": "token-ask", "question": QUESTION, **boxes}
    return browser.post(f"{reverse('advice-ask')}{query}", given, follow=True)


@pytest.mark.parametrize("key", PROTOCOLS)
def test_the_page_offers_whom_the_text_in_force_lets_people_ask(settings: Settings, key: str) -> None:
    settings.PROTOCOL = key
    posts, cites = OFFERED[key]
    page = signed_in(a_member()).get(reverse("advice-ask"))
    choice = page.context["form"].fields.get("post")
    assert (tuple(value for value, _words in choice.choices) if choice else ()) == posts
    assert all(f"/protocol/paragraphs/{cite}/" in page.content.decode() for cite in cites)


def test_the_chief_executive_of_wokingham_is_asked_about_groups_alone(settings: Settings) -> None:
    settings.PROTOCOL = "wokingham-2007"
    page = read_of(signed_in(a_member()).get(reverse("advice-ask")))
    assert "Chief Executive, about political groups" in page


@pytest.mark.parametrize("named", ["1-purpose-p3", "WF-1.2"])
def test_a_link_names_the_paragraph_and_the_question_keeps_it(olive: Person, named: str) -> None:
    browser = signed_in(a_member())
    query = f"?paragraph={named}"
    words = paragraph("waltham-forest", "1-purpose-p3").shown
    assert words in read_of(browser.get(f"{reverse('advice-ask')}{query}"))
    page = read_of(ask(browser, query))
    assert Advice.objects.get().paragraph == "1-purpose-p3"
    assert words in page
    assert QUESTION in page
    assert f"{olive.name} answers (monitoring officer)." in page.replace(
        "Monitoring Officer", "monitoring officer"
    )
    assert "No date is set for the answer" in page


@pytest.mark.parametrize("named", ["int-2", "HA-1.2b", "atlantis", "x" * 300])
def test_a_paragraph_that_the_text_in_force_does_not_have_is_not_kept(named: str) -> None:
    browser = signed_in(a_member())
    assert "About this paragraph" not in read_of(browser.get(f"{reverse('advice-ask')}?paragraph={named}"))
    ask(browser, f"?paragraph={named}")
    assert Advice.objects.get().paragraph == ""


def test_the_number_of_a_rule_in_another_text_is_not_taken_for_a_paragraph_of_this_one(
    settings: Settings,
) -> None:
    settings.PROTOCOL = "haringey"
    anchors = {one.anchor for one in paragraphs("haringey")}
    others = [row.id for row in obligations() if row.protocol == "mwda" and row.anchor in anchors]
    assert others
    ask(signed_in(a_member()), f"?paragraph={others[0]}", post=Post.MONITORING_OFFICER.value)
    assert Advice.objects.get().paragraph == ""


def test_every_paragraph_of_the_text_in_force_has_a_link_for_whoever_is_in_post(client: Client) -> None:
    link = f'href="{reverse("advice-ask")}?paragraph='
    browser = signed_in(a_member())
    page = browser.get(reverse("protocol")).content.decode()
    assert f'{link}1-purpose-p3"' in page
    assert page.count(link) > 100
    other = browser.get(reverse("protocol-text", args=["mwda"])).content.decode()
    assert link not in other
    assert link not in client.get(reverse("protocol")).content.decode()


@pytest.mark.parametrize("name", ["protocol-expectations", "protocol-roles", "protocol-meetings"])
def test_the_other_pages_of_the_protocol_lead_there_too(client: Client, name: str) -> None:
    link = f'href="{reverse("advice-ask")}"'
    assert link in signed_in(an_officer()).get(reverse(name)).content.decode()
    assert link not in client.get(reverse(name)).content.decode()


def test_a_question_can_be_about_the_answer_to_ones_own_request_alone(olive: Person) -> None:
    mine, others = a_referred_request(), a_referred_request()
    browser = signed_in(mine.asked_by)
    link = f"{reverse('advice-ask')}?request={mine.reference}"
    assert f'href="{link}"' in browser.get(reverse("access-request", args=[mine.reference])).content.decode()
    page = read_of(ask(browser, f"?request={mine.reference}", token="one"))
    assert f"About the answer to {mine.reference}" in page
    assert Advice.objects.get().request == mine
    assert others.reference not in read_of(ask(browser, f"?request={others.reference}", token="two"))
    assert Advice.objects.latest("pk").request is None


def test_the_answer_to_a_request_is_a_link_for_whoever_may_read_it(settings: Settings) -> None:
    settings.PROTOCOL = "haringey"
    olive, chief = a_holder_of(Post.MONITORING_OFFICER), a_holder_of(Post.CHIEF_EXECUTIVE)
    request = a_referred_request()
    question = asked_by_post(by=request.asked_by, request=request)
    link = f'href="{reverse("access-request", args=[request.reference])}"'
    address = reverse("advice-question", args=[question.reference])
    for person, sees in ((request.asked_by, True), (olive, True), (chief, False)):
        page = signed_in(person).get(address)
        assert request.reference in read_of(page)
        assert (link in page.content.decode()) is sees


def test_an_answer_reaches_whoever_asked_with_its_paragraphs(olive: Person) -> None:
    question = a_question(paragraph="1-purpose-p3")
    adviser = signed_in(olive)
    assert (
        'value="WF-1.2"' in adviser.get(reverse("advice-answer", args=[question.reference])).content.decode()
    )
    boxes = {"answer": ANSWER, "paragraphs": ["WF-1.2"], "others": "FOIA 2000 s40\n\nWF-6.7"}
    assert "The answer is sent" in read_of(send(adviser, "advice-answer", question, **boxes))
    question = Advice.objects.get()
    assert question.cites.splitlines() == ["WF-1.2", "FOIA 2000 s40", "WF-6.7"]
    page = signed_in(question.asked_by).get(reverse("advice-question", args=[question.reference]))
    assert ANSWER in read_of(page)
    for cite in ("WF-1.2", "WF-6.7"):
        assert f"/protocol/paragraphs/{cite}/" in page.content.decode()


FAULTS: dict[str, tuple[dict[str, Any], str]] = {
    "no words": ({"paragraphs": ["WF-1.2"]}, "Write your answer"),
    "no paragraph": ({"answer": ANSWER}, "Choose a paragraph, or enter another one below"),
    "no such paragraph": ({"answer": ANSWER, "others": "WF-99"}, "No protocol here has a paragraph WF-99"),
    "a paragraph not offered": (
        {"answer": ANSWER, "paragraphs": ["MW-6.4b"]},
        "Choose paragraphs that it rests on",
    ),
}


@pytest.mark.parametrize(("boxes", "says"), FAULTS.values(), ids=FAULTS)
def test_an_answer_that_cannot_stand_says_why_and_keeps_the_words(
    olive: Person, boxes: dict[str, Any], says: str
) -> None:
    page = read_of(send(signed_in(olive), "advice-answer", a_question(paragraph="1-purpose-p3"), **boxes))
    assert says in page
    assert boxes.get("answer", "") in page
    assert Advice.objects.get().state == AdviceState.ASKED


def test_an_empty_question_is_not_sent() -> None:
    assert "Write your question" in read_of(ask(signed_in(a_member()), question=" "))
    assert not Advice.objects.exists()


MO_ALONE = "Only the monitoring officer can publish a reading of the protocol."
NOT_THEIRS = {
    "answer": "This question is answered or withdrawn.",
    "withdraw": "This question is answered or withdrawn, so there is nothing to withdraw.",
    "reading": MO_ALONE,
    "publish": MO_ALONE,
    "take-back": MO_ALONE,
    "lift": "This question is not private.",
}


@pytest.mark.parametrize("verb", ["get", "post"])
@pytest.mark.parametrize("name", NOT_THEIRS)
def test_whoever_asked_reads_why_they_cannot_do_it_themself(olive: Person, name: str, verb: str) -> None:
    question = an_answered(by=olive)
    browser = signed_in(question.asked_by)
    page = getattr(browser, verb)(reverse(f"advice-{name}", args=[question.reference]))
    assert page.status_code == 403
    assert NOT_THEIRS[name] in read_of(page)


def test_nobody_answers_their_own_question_on_the_page_either(olive: Person) -> None:
    page = signed_in(olive).get(reverse("advice-answer", args=[a_question(by=olive).reference]))
    assert page.status_code == 403
    assert "nobody answers their own question" in read_of(page)


def test_whoever_asked_takes_it_back_and_nobody_answers_then(olive: Person) -> None:
    question = a_question()
    page = read_of(send(signed_in(question.asked_by), "advice-withdraw", question))
    assert "The question is withdrawn" in page
    assert "Withdrawn" in page
    told = signed_in(olive).get(reverse("advice-answer", args=[question.reference]))
    assert told.status_code == 403
    assert "This question is answered or withdrawn." in read_of(told)


def test_a_private_question_says_so_until_privacy_is_given_up(olive: Person) -> None:
    question = an_answered(by=olive, is_private=True)
    address = reverse("advice-question", args=[question.reference])
    told = "Kept from other members."
    assert told in read_of(signed_in(olive).get(address))
    assert "no reading of it is published" in read_of(signed_in(olive).get(address))
    browser = signed_in(question.asked_by)
    assert told in read_of(browser.get(address))
    page = read_of(send(browser, "advice-lift", question))
    assert "The question is not private any more" in page
    assert told not in page


def test_the_sentence_who_answers_has_the_title_of_the_text(settings: Settings) -> None:
    settings.PROTOCOL = "mwda"
    olive = a_holder_of(Post.MONITORING_OFFICER)
    page = read_of(ask(signed_in(a_member())))
    title = protocol("mwda").title_of(Post.MONITORING_OFFICER)
    assert f"{olive.name} answers ({title})." in page
