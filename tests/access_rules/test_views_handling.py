"""The card before a closed paper and the page on handling: the same lines, read once and found again."""

import pytest
from django.urls import reverse
from pytest_django import Settings

from access_rules import events
from access_rules.models import Document
from access_rules.queries.handling import has_accepted
from access_rules.screens.handling import duties_of
from casework.models import CaseEvent
from casework.wording import date_time
from council.models import Person
from tests.factories import council as make
from tests.factories.browsers import signed_in
from tests.factories.enquiries import on_day
from tests.factories.onward import asks, reads
from tests.factories.papers import a_closed_report, a_named_member, accepts

pytestmark = pytest.mark.django_db
TEXTS = ("waltham-forest", "haringey", "wokingham-2014", "wokingham-2007", "mwda", "parish")


@pytest.fixture
def paper() -> Document:
    return a_closed_report()


def said(paper: Document) -> int:
    kind = events.HANDLING_ACCEPTED.name
    return CaseEvent.objects.filter(stream=paper.stream, kind=kind).count()


@pytest.mark.parametrize("text", TEXTS)
def test_card_and_page_say_the_same_lines_of_the_text(settings: Settings, text: str) -> None:
    settings.PROTOCOL = text
    paper = a_closed_report()
    person: Person = a_named_member(paper)
    care = duties_of(on_day(person), text=text)
    card = reads(person, "document-accept", paper.reference)
    page = reads(person, "document-handling", paper.reference)
    lines = [line.says for group in care.groups for line in group.lines] or [care.silence]
    for line in lines:
        assert line in card
        assert line in page
    # The card asks for a word; the page says with whom one may speak, and leads to the next step.
    assert "I will keep to this" in card
    assert "I will keep to this" not in page
    assert "Ask whether you may tell somebody" in page


def test_the_card_comes_once_before_the_first_page_and_leads_to_the_page_that_was_asked_for(
    paper: Document,
) -> None:
    person = a_named_member(paper)
    browser, second = signed_in(person), reverse("document-page", args=[paper.reference, 2])
    card = browser.get(second).url
    assert card == reverse("document-accept", args=[paper.reference]) + "?page=2"
    picture = reverse("document-picture", args=[paper.reference, 2])
    assert browser.get(picture).status_code == 404
    sent = browser.post(card, {"token": "one"})
    assert sent.url == second
    assert browser.get(second).status_code == 200
    assert browser.get(picture).status_code == 200
    # Opened again, or pressed again, it leads on.
    assert browser.get(card).url == second
    assert browser.post(card, {"token": "two"}).url == second
    assert said(paper) == 1


def test_the_page_on_handling_says_when_it_was_accepted_and_is_one_press_from_every_page(
    paper: Document,
) -> None:
    person = a_named_member(paper)
    assert "You said on" not in reads(person, "document-handling", paper.reference)
    accepts(person, paper)
    event = CaseEvent.objects.get(stream=paper.stream, kind=events.HANDLING_ACCEPTED.name)
    when = date_time(event.at).replace("\xa0", " ")
    page = reads(person, "document-handling", paper.reference)
    assert f"You said on {when} that you will keep to this." in page
    shown = reads(person, "document-page", paper.reference, 1)
    assert reverse("document-handling", args=[paper.reference]) in shown


def test_each_reader_says_so_themselves_and_again_once_it_is_marked_anew(paper: Document) -> None:
    one, other = a_named_member(paper), a_named_member(paper)
    accepts(one, paper)
    assert asks(other, "document-page", paper.reference, 1).status_code == 302
    assert asks(one, "document-page", paper.reference, 1).status_code == 200
    Document.objects.update(marking="confidential", confidential_source="court", sch12a=[])
    assert asks(one, "document-page", paper.reference, 1).status_code == 302


@pytest.mark.parametrize("who", ["another member", "officer"])
def test_whoever_may_not_read_it_is_not_asked_and_says_nothing(paper: Document, who: str) -> None:
    person = make.a_member() if who == "another member" else make.an_officer()
    address = reverse("document-accept", args=[paper.reference])
    for answer in (signed_in(person).get(address), signed_in(person).post(address, {"token": "x"})):
        assert answer.status_code == 403
    assert said(paper) == 0
    assert not has_accepted(person, paper, text="waltham-forest")


def test_an_open_paper_has_no_card() -> None:
    paper, member = a_closed_report(marking="public", sch12a=[]), make.a_member()
    assert asks(member, "document-page", paper.reference, 1).status_code == 200
    led = asks(member, "document-accept", paper.reference)
    assert led.url == reverse("document-page", args=[paper.reference, 1])
    assert "How you must handle it" not in reads(member, "document-page", paper.reference, 1)
    assert said(paper) == 0
