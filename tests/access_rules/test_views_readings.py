"""Readings as everybody meets them: written without names, looked at, published, beside their paragraph."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from access_rules.models import Advice
from council.models import Person
from rulebook.post import Post
from tests.factories.advice import ANSWER, QUESTION, READING, a_question, a_reading, an_answered
from tests.factories.browsers import signed_in
from tests.factories.council import a_holder_of, a_member, an_assistant_to, an_officer
from tests.factories.elections import an_election, words_of_care
from tests.factories.pages import read_of, send

pytestmark = pytest.mark.django_db
WHERE = "1-purpose-p3"


@pytest.fixture
def olive() -> Person:
    """The monitoring officer."""
    return a_holder_of(Post.MONITORING_OFFICER)


def beside(page: str, anchor: str) -> str:
    """What of the Protocol page stands in the row of that paragraph."""
    found = re.search(
        rf'<div class="govuk-grid-row" id="{re.escape(anchor)}">(.*?)(?=<div class="govuk-grid-row" id=|$)',
        page,
        re.S,
    )
    return found[1] if found else ""


def test_a_reading_that_names_somebody_comes_back_with_the_name_and_the_words(olive: Person) -> None:
    question = an_answered(by=olive, asked_by=a_member(name="Ivy Quernstone"), paragraph=WHERE)
    words = "What Quernstone asked is open to every member."
    page = read_of(send(signed_in(olive), "advice-reading", question, reading=words, reading_of=WHERE))
    assert "Write it in general words. It names Quernstone" in page
    assert words in page
    assert Advice.objects.get().reading == ""


def test_the_box_begins_with_the_answer_so_that_only_names_have_to_go(olive: Person) -> None:
    question = an_answered(by=olive, paragraph=WHERE)
    page = signed_in(olive).get(reverse("advice-reading", args=[question.reference]))
    assert page.context["form"].initial["reading"] == ANSWER
    assert page.context["form"].initial["reading_of"] == WHERE


def test_a_reading_is_read_as_it_will_stand_before_it_is_published(olive: Person) -> None:
    an_election()
    question = an_answered(by=olive, paragraph=WHERE)
    browser = signed_in(olive)
    preview = send(browser, "advice-reading", question, reading=READING, reading_of=WHERE)
    shown = read_of(preview)
    assert preview.redirect_chain[-1][0] == reverse("advice-publish", args=[question.reference])
    assert "All members and officers will read it like this" in shown
    assert READING in shown
    assert QUESTION not in shown
    assert question.asked_by.name not in shown
    assert not Advice.objects.filter(published_on__isnull=False).exists()
    assert words_of_care() in shown
    question = Advice.objects.get()
    assert "The reading is published" in read_of(send(browser, "advice-publish", question))


def test_nothing_is_published_that_was_not_written_first(olive: Person) -> None:
    question = an_answered(by=olive)
    page = send(signed_in(olive), "advice-publish", question)
    assert page.status_code == 403
    assert "No reading is written yet." in read_of(page)


def test_a_name_that_came_in_since_is_told_on_the_page_where_it_is_published(olive: Person) -> None:
    question = an_answered(by=olive, paragraph=WHERE)
    browser = signed_in(olive)
    words = "A member may speak to the Marrow Wharf office."
    send(browser, "advice-reading", question, reading=words, reading_of=WHERE)
    an_officer(name="Marrow Wharf")
    page = read_of(send(browser, "advice-publish", Advice.objects.get()))
    assert "It names Marrow Wharf" in page
    assert "Change the words" in page
    assert not Advice.objects.filter(published_on__isnull=False).exists()


def test_a_published_reading_stands_beside_its_paragraph_for_everybody_in_post(
    olive: Person, client: Client
) -> None:
    asker = a_member(name="Ivy Quernstone")
    reading = a_reading(by=olive, asked_by=asker, anchor=WHERE)
    for person in (asker, a_member(), an_officer(), olive):
        row = beside(signed_in(person).get(reverse("protocol")).content.decode(), WHERE)
        assert READING in row
        assert reading.reference in row
        assert "Guidance" in row
        assert "Quernstone" not in row
        assert reverse("advice-question", args=[reading.reference]) not in row
    assert READING not in client.get(reverse("protocol")).content.decode()
    other = signed_in(olive).get(reverse("protocol-text", args=["haringey"]))
    assert READING not in other.content.decode()


def test_a_reading_of_a_text_that_is_no_longer_in_force_stands_beside_that_text(
    olive: Person, settings: Settings
) -> None:
    a_reading(by=olive, anchor=WHERE)
    settings.PROTOCOL = "haringey"
    browser = signed_in(a_member())
    old = browser.get(reverse("protocol-text", args=["waltham-forest"])).content.decode()
    assert READING in beside(old, WHERE)
    assert READING not in browser.get(reverse("protocol")).content.decode()


def test_where_the_text_says_so_it_prevails_and_whoever_asks_next_reads_it_first(settings: Settings) -> None:
    settings.PROTOCOL = "parish"
    olive = a_holder_of(Post.MONITORING_OFFICER)
    a_reading(by=olive, anchor="int-2", cites=("PA-INT.2",))
    browser = signed_in(a_member())
    row = beside(browser.get(reverse("protocol")).content.decode(), "int-2")
    assert "This reading prevails" in row
    assert "/protocol/paragraphs/PA-INT.3/" in row
    page = read_of(browser.get(f"{reverse('advice-ask')}?paragraph=int-2"))
    assert "Already published on this paragraph" in page
    assert READING in page


ANSWERS = {"answer": "As published.", "paragraphs": ["PA-INT.2"]}


def test_where_readings_prevail_an_answer_says_which_one_it_follows_or_that_none_fits(
    settings: Settings,
) -> None:
    settings.PROTOCOL = "parish"
    olive = a_holder_of(Post.MONITORING_OFFICER)
    reading = a_reading(by=olive, anchor="int-2", cites=("PA-INT.2",))
    one, other = a_question(paragraph="int-2"), a_question(paragraph="int-2")
    browser = signed_in(olive)
    refused = read_of(send(browser, "advice-answer", one, **ANSWERS))
    assert "Choose the reading that your answer follows, or that none fits" in refused
    send(browser, "advice-answer", one, follows=reading.reference, **ANSWERS)
    page = read_of(signed_in(one.asked_by).get(reverse("advice-question", args=[one.reference])))
    assert "It follows this reading" in page
    assert READING in page
    send(browser, "advice-answer", other, follows="none", **ANSWERS, token="other")
    assert Advice.objects.get(pk=other.pk).follows is None


def test_where_they_do_not_an_answer_need_not_name_one(olive: Person) -> None:
    a_reading(by=olive, anchor=WHERE)
    question = a_question(paragraph=WHERE)
    boxes = {"answer": "Yes, it may.", "paragraphs": ["WF-1.2"]}
    assert "The answer is sent" in read_of(send(signed_in(olive), "advice-answer", question, **boxes))


def test_an_answer_follows_only_a_reading_that_was_offered(settings: Settings) -> None:
    settings.PROTOCOL = "parish"
    olive = a_holder_of(Post.MONITORING_OFFICER)
    a_reading(by=olive, anchor="int-2", cites=("PA-INT.2",))
    draft = an_answered(by=olive, cites=("PA-INT.2",))
    question = a_question(paragraph="int-2")
    page = read_of(send(signed_in(olive), "advice-answer", question, follows=draft.reference, **ANSWERS))
    assert "Choose one of the readings, or that none fits" in page


def test_a_reading_that_is_taken_back_is_gone_everywhere_and_no_answer_shows_it(settings: Settings) -> None:
    settings.PROTOCOL = "parish"
    olive = a_holder_of(Post.MONITORING_OFFICER)
    reading = a_reading(by=olive, anchor="int-2", cites=("PA-INT.2",))
    question = a_question(paragraph="int-2")
    browser = signed_in(olive)
    send(browser, "advice-answer", question, follows=reading.reference, **ANSWERS)
    page = read_of(send(browser, "advice-take-back", reading, reason="The law has moved on."))
    assert "The reading is taken back" in page
    reader = signed_in(question.asked_by)
    for address in (
        reverse("protocol"),
        f"{reverse('advice-found')}?q=site",
        f"{reverse('advice-ask')}?paragraph=int-2",
        reverse("advice-question", args=[question.reference]),
    ):
        assert READING not in read_of(reader.get(address)), address


@pytest.mark.parametrize("query", ["?q=site+meeting", "?paragraph=WF-1.2", "", "?q=&paragraph="])
def test_everybody_finds_the_reading_and_only_whose_it_is_gets_the_way_to_the_question(
    olive: Person, query: str
) -> None:
    reading = a_reading(by=olive, anchor=WHERE)
    way = reverse("advice-question", args=[reading.reference])
    for person, follows in ((a_member(), False), (reading.asked_by, True), (olive, True)):
        page = signed_in(person).get(f"{reverse('advice-found')}{query}")
        assert READING in read_of(page)
        assert QUESTION not in read_of(page)
        assert (way in page.content.decode()) is follows
    assert signed_in(a_member()).get(way).status_code == 404


@pytest.mark.parametrize("query", ["?q=marrowfat", "?q=Thornbury", "?paragraph=WF-6.7", "?q=Quernstone"])
def test_a_search_for_what_stands_in_the_question_or_answer_alone_tells_nobody_else(
    olive: Person, query: str
) -> None:
    asker = a_member(name="Ivy Quernstone")
    reading = a_reading(by=olive, asked_by=asker, anchor=WHERE, cites=("WF-6.7",))
    for person in (a_member(), an_officer(), a_holder_of(Post.SECTION_151_OFFICER)):
        page = read_of(signed_in(person).get(f"{reverse('advice-found')}{query}"))
        assert "Nothing matches. Search for less." in page
        assert reading.reference not in page


def test_private_questions_are_found_by_whoever_asked_and_whoever_answers(olive: Person) -> None:
    asker = a_member()
    question = an_answered(by=olive, asked_by=asker, is_private=True)
    address = f"{reverse('advice-found')}?q=marrowfat"
    for person, finds in ((asker, True), (olive, True), (an_assistant_to(asker), False), (a_member(), False)):
        assert (question.reference in read_of(signed_in(person).get(address))) is finds


def test_odd_words_in_the_search_are_no_error(olive: Person) -> None:
    a_reading(by=olive)
    browser = signed_in(a_member())
    for query in ("q=%25", "q=" + "x" * 300, "paragraph=%27%3B--", "q=" + "+".join(["a"] * 40)):
        assert browser.get(f"{reverse('advice-found')}?{query}").status_code == 200, query
