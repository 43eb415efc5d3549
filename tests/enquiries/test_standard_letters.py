"""A reply begins with a template: put in with the case's words, never sent by that, and checked."""

import datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from casework.models import ReplyTemplate, StandingParagraph
from casework.wording import long_date
from enquiries.models import Enquiry, Message
from enquiries.states import State
from tests.factories import council as make
from tests.factories.enquiries import an_enquiry
from tests.factories.portal import a_pdf, page, signed_in

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
DAY = datetime.timedelta(days=1)


@pytest.fixture
def case() -> Enquiry:
    """With an officer."""
    return an_enquiry(state=State.ALLOCATED, service=make.a_service(name="Housing repairs"))


@pytest.fixture
def officer(case: Enquiry) -> Client:
    """At the keyboard."""
    assert case.owner
    return signed_in(case.owner)


def a_template(text: str = "Dear {member}, about {reference}.", **more: Any) -> ReplyTemplate:
    """One for every service."""
    return ReplyTemplate.objects.create(**{"name": "Work booked", "text": text, **more})


def a_paragraph(**more: Any) -> StandingParagraph:
    """One that holds today."""
    given = {"name": "Gritting", "text": "We grit main roads first.", "approved_by": "Director"}
    return StandingParagraph.objects.create(**{**given, "from_on": TODAY - 9 * DAY, **more})


def press(browser: Client, case: Enquiry, **typed: Any) -> str:
    """What the reply's form brings back."""
    given = {"answer": "full", "version": case.version, "token": "once", **typed}
    return browser.post(reverse("enquiry-check", args=[case.reference]), given).content.decode()


def test_the_page_offers_what_holds_for_the_case_today(case: Enquiry, officer: Client) -> None:
    a_template()
    a_template(name="Roads only", service=make.a_service(name="Roads"))
    a_template(name="Withdrawn", withdrawn_on=TODAY)
    a_paragraph()
    a_paragraph(name="Expired", to_on=TODAY - DAY)
    words = page(officer, "enquiry-reply", case)
    assert ">Work booked</option>" in words
    assert ">Gritting</option>" in words
    assert not [name for name in ("Roads only", "Withdrawn", "Expired") if f">{name}<" in words]


def test_with_no_text_to_offer_the_page_has_no_choice(case: Enquiry, officer: Client) -> None:
    assert "Start from a template" not in page(officer, "enquiry-reply", case)


def test_a_template_comes_with_the_cases_own_words(case: Enquiry, officer: Client) -> None:
    row = a_template("{member}|{reference}|{service}|{due}|{officer}|{received}")
    words = press(officer, case, put_in="1", standard=f"template-{row.pk}")
    due, received = case.owed_on, case.received_on
    assert due
    assert received
    filled = ("Councillor Nair", case.reference, "Housing repairs", long_date(due), "Dana Whitfield")
    assert "|".join((*filled, long_date(received))) in words
    assert not case.messages.filter(kind=Message.Kind.REPLY).exists()


def test_what_was_typed_stays_above_it_and_so_does_every_other_box(case: Enquiry, officer: Client) -> None:
    row = a_paragraph()
    words = press(
        officer,
        case,
        put_in="1",
        standard=f"paragraph-{row.pk}",
        text="Typed first.",
        forward_text="For the resident.",
        attachments=a_pdf("plan.pdf"),
    )
    assert "Typed first.\n\nWe grit main roads first.</textarea>" in words
    assert "For the resident.</textarea>" in words
    assert "plan.pdf" in words
    assert "There is a problem" not in words


@pytest.mark.parametrize("key", ["", "template-0", "paragraph-x", "template-expired", "note-1"])
def test_a_text_that_is_not_offered_puts_nothing_in(case: Enquiry, officer: Client, key: str) -> None:
    a_paragraph(name="Expired", to_on=TODAY - DAY, text="Old words.")
    words = press(officer, case, put_in="1", standard=key, text="Mine.")
    assert "Mine.</textarea>" in words
    assert "Old words." not in words


def test_a_paragraph_that_expired_cannot_be_put_in_by_its_number(case: Enquiry, officer: Client) -> None:
    row = a_paragraph(to_on=TODAY - DAY, text="Old words.")
    assert "Old words." not in press(officer, case, put_in="1", standard=f"paragraph-{row.pk}")


def test_put_in_and_send_in_one_press_sends_nothing(case: Enquiry, officer: Client) -> None:
    row = a_template("Ready.")
    press(officer, case, put_in="1", send="1", text="Mine.", standard=f"template-{row.pk}")
    assert not case.messages.filter(kind=Message.Kind.REPLY).exists()


@pytest.mark.parametrize("box", ["text", "forward_text"])
@pytest.mark.parametrize("button", [{}, {"send": "1"}])
def test_a_reply_with_a_field_that_is_not_filled_in_is_refused(
    case: Enquiry, officer: Client, box: str, button: dict[str, str]
) -> None:
    words = press(officer, case, **{"text": "Mended.", box: "In {street}.", **button})
    assert "{street} is not filled in" in words
    assert "In {street}.</textarea>" in words
    assert not case.messages.filter(kind=Message.Kind.REPLY).exists()


@pytest.mark.parametrize("box", ["reason", "action"])
def test_so_is_a_holding_reply(case: Enquiry, officer: Client, box: str) -> None:
    assert case.owed_on
    given = {"reason": "Late.", "action": "Chased.", "promised_on": f"{case.owed_on + 9 * DAY:%d/%m/%Y}"}
    words = press(officer, case, answer="holding", send="1", **{**given, box: "By {due}."})
    assert "{due} is not filled in" in words
    assert not case.messages.filter(kind=Message.Kind.HOLDING_REPLY).exists()


def test_a_reply_that_still_holds_an_expired_paragraph_is_refused(case: Enquiry, officer: Client) -> None:
    a_paragraph(to_on=TODAY - DAY)
    words = press(officer, case, send="1", text="Sorry. We grit main\nroads first. Yours")
    assert "The paragraph “Gritting” expired on" in words
    assert not case.messages.filter(kind=Message.Kind.REPLY).exists()


def test_a_note_to_democratic_services_may_hold_braces(case: Enquiry, officer: Client) -> None:
    press(officer, case, answer="hand-back", note="Ask {somebody} else.")
    assert case.messages.filter(kind=Message.Kind.HAND_BACK).exists()
