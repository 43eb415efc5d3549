"""What the protocol asks of members before they write: its paragraphs, and a sentence where one applies."""

import datetime

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from council.models import Person, Portfolio, Service
from council.rules import Grade
from enquiries.models import Enquiry
from enquiries.screens.prompts import before_writing, of_time
from rulebook.calendar import Calendar
from rulebook.protocols import PROTOCOLS, protocol
from tests.factories.council import a_body, a_seat, a_service, an_officer
from tests.factories.enquiries import an_enquiry
from tests.factories.portal import a_democratic_services_officer, page, signed_in

WF, HA, MW, PA = "waltham-forest", "haringey", "mwda", "parish"
OLD, NEW = "wokingham-2007", "wokingham-2014"

pytestmark = pytest.mark.django_db


@pytest.fixture
def service(db: None) -> Service:
    """A service with its head."""
    return a_service(name="Housing repairs")


def shown(answer: object) -> str:
    """The page as text."""
    return answer.content.decode()


@pytest.mark.parametrize(
    ("key", "words"),
    [
        (WF, "members cannot instruct officers to do any piece of work"),
        (HA, "make use of existing sources of information wherever possible"),
        (OLD, "Members should not seek to jump the queue"),
        (OLD, "should make appointments"),
        (NEW, "potential vulnerability of Officers"),
        (MW, "do not have a general right to require Officers to carry out research"),
        (PA, "guard against generating a perception"),
    ],
)
def test_the_page_holds_what_the_text_asks_of_members(
    browser: Client, settings: Settings, key: str, words: str
) -> None:
    settings.PROTOCOL = key
    assert words in page(browser, "enquiry-new")


def test_a_junior_officer_addressed_calls_the_paragraph_to_mind(member: Person, settings: Settings) -> None:
    settings.PROTOCOL = HA
    desk = signed_in(a_democratic_services_officer())
    junior, head = an_officer(), an_officer(grade=Grade.DIRECTOR)
    data = {"member": member.pk, "channel": "email", "preview": "1"}
    for officer, says in ((junior, True), (head, False)):
        words = shown(desk.post(reverse("enquiry-log"), {**data, "addressed_to": officer.pk}))
        assert ("below the grades" in words) == says


def test_an_order_is_noticed_and_never_barred(browser: Client, service: Service) -> None:
    order = {"details": "Instruct the contractor to come today."}
    data = {"service": service.pk, "subject": "Larch Court", "token": "one-form", **order}
    assert "reads like an instruction" in shown(browser.post(reverse("enquiry-becomes"), data))
    answer = browser.post(reverse("enquiry-new"), data)
    assert answer.status_code == 302
    assert "reads like an instruction" in shown(browser.get(answer.url))


@pytest.mark.parametrize(("key", "says"), [(OLD, True), (WF, False)])
def test_whoever_decides_elsewhere_is_told_that_an_enquiry_decides_nothing(
    member: Person, browser: Client, settings: Settings, key: str, says: bool
) -> None:
    settings.PROTOCOL = key
    assert "You hold a portfolio" not in page(browser, "enquiry-new")
    Portfolio.objects.create(person=member, title="Housing", from_on=datetime.date(2020, 5, 7))
    a_seat(a_body(), member)
    words = page(browser, "enquiry-new")
    assert ("You hold a portfolio" in words, "You sit on a committee" in words) == (says, says)


def test_no_list_knows_a_priority(browser: Client, member: Person, service: Service) -> None:
    """Nobody jumps the queue (WO-E-9.3.34.5a): what is asked in a hurry stands where its date puts it."""
    days = [timezone.localdate() - datetime.timedelta(days=number) for number in (1, 3, 2)]
    for day in days:
        subject = f"URGENT {day}" if day == days[0] else f"Plain {day}"
        an_enquiry(member=member, service=service, received_on=day, subject=subject)
    words = page(browser, "my-enquiries")
    assert [words.index(f"{day}") for day in sorted(days)] == sorted(words.index(f"{day}") for day in days)
    assert not [
        field.name for field in Enquiry._meta.get_fields() if "prior" in field.name or "urgen" in field.name
    ]


@pytest.mark.parametrize(("key", "says"), [(key, key == OLD) for key in PROTOCOLS])
def test_officers_free_time_is_named_where_the_text_asks_members_to_respect_it(key: str, says: bool) -> None:
    saturday = datetime.datetime(2026, 11, 28, 10, 0, tzinfo=datetime.UTC)
    found = of_time(protocol(key), at=saturday, calendar=Calendar({}))
    assert bool(found) == says
    for one in found:
        assert one.sentence.startswith("Nobody need read this before Monday")
        assert [cite.id for cite in one.citations] == ["WO-E-9.3.17m"]
    assert not of_time(protocol(key), at=saturday - datetime.timedelta(days=1), calendar=Calendar({}))


@pytest.mark.parametrize("key", list(PROTOCOLS))
def test_every_paragraph_has_its_words_and_a_place(key: str) -> None:
    found = before_writing(protocol(key))
    assert found
    assert len({one.words for one in found}) == len(found)
    assert all(cite.id for one in found for cite in one.citations)
