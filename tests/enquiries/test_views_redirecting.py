"""The pages of what belongs elsewhere: each in its states, each fault, pressed twice, two at once."""

import datetime
import secrets
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from council.models import MemberTerm, Person
from enquiries.models import Enquiry, Redirection
from enquiries.states import State
from rulebook.post import Post
from tests.factories.browsers import signed_in
from tests.factories.council import a_holder_of, a_member
from tests.factories.enquiries import COMPLAINT
from tests.factories.repairs import Council, a_case, the_repairs_team

WHY = "The complaints team writes to Mrs Larkin."
PAGES = ("enquiry-redirect", "enquiry-redirection", "enquiry-outcome", "enquiry-bring-back")


@pytest.fixture
def council(db: None) -> Council:
    """Exampleshire's repairs."""
    return the_repairs_team()


def text_of(response: HttpResponse) -> str:
    """The page as text."""
    return response.content.decode().replace("\xa0", " ")


def known_as(enquiry: Enquiry, facts: dict[str, Any]) -> Enquiry:
    """The case with those facts on record."""
    Enquiry.objects.filter(pk=enquiry.pk).update(facts=facts)
    return Enquiry.objects.get(pk=enquiry.pk)


def in_days(days: int) -> str:
    """A day as a person types it."""
    return (timezone.localdate() + datetime.timedelta(days=days)).isoformat()


def moving(case: Enquiry, **more: Any) -> dict[str, Any]:
    """The boxes of the page, filled in."""
    boxes = {
        "process": "corporate-complaint",
        "place": "Complaints team",
        "their_reference": "CC-17",
        "expected_on": in_days(28),
        "text": WHY,
        "version": case.version,
        "token": "once",
    }
    return {**boxes, **more}


def send(browser: Client, name: str, case: Enquiry, boxes: dict[str, Any], **more: Any) -> HttpResponse:
    """What came of sending a form."""
    return browser.post(reverse(name, args=[case.reference]), boxes, **more)


def opened(browser: Client, name: str, case: Enquiry) -> HttpResponse:
    """The page."""
    return browser.get(reverse(name, args=[case.reference]))


def test_the_page_tells_what_the_text_says_and_offers_its_process_alone(council: Council) -> None:
    case = known_as(a_case(council), COMPLAINT)
    page = text_of(opened(signed_in(council.officer), "enquiry-redirect", case))
    assert "Corporate Complaints Procedure" in page
    assert "protocol, section 6" in page
    assert 'value="corporate-complaint" checked' in page
    assert 'value="service-request"' not in page
    assert "Ask the monitoring officer</button>" not in page


def test_where_the_text_sends_it_nowhere_the_page_says_so_and_the_monitoring_officer_is_asked(
    council: Council,
) -> None:
    case, browser = a_case(council), signed_in(council.officer)
    page = text_of(opened(browser, "enquiry-redirect", case))
    assert "This is a members’ enquiry" in page
    assert "So it cannot be moved by what is on record." in page
    assert 'name="place"' not in page
    boxes = {"note": "Is this one?", "version": case.version, "token": "t"}
    asked = text_of(send(browser, "enquiry-refer", case, boxes, follow=True))
    assert "The monitoring officer is asked" in asked
    assert "Dana Whitfield asked the monitoring officer on" in asked
    chief = signed_in(a_holder_of(Post.MONITORING_OFFICER))
    assert "Say where it goes" in text_of(opened(chief, "enquiry", case))
    page = text_of(opened(chief, "enquiry-redirect", case))
    assert "You may decide that it goes to one." in page
    assert page.count('name="process"') == 6
    assert "Subject access request: the law gives until" in page


def test_facts_are_put_right_and_decide(council: Council) -> None:
    case, browser = a_case(council), signed_in(council.officer)
    boxes = {
        "asks_for": "constituent-complaint",
        "for_constituent": "yes",
        "personal_data": "",
        "right_arises_under": "none",
        "established_procedure": " ",
        "version": case.version,
        "token": "t",
    }
    page = text_of(send(browser, "enquiry-facts", case, boxes, follow=True))
    assert "What is known of it is put right" in page
    assert 'name="place"' in page
    assert Enquiry.objects.get(pk=case.pk).facts == {
        **case.facts,
        "asks_for": "constituent-complaint",
        "for_constituent": True,
        "right_arises_under": None,
        "established_procedure": None,
    }


def test_a_case_that_is_over_says_why_it_cannot_be_moved(council: Council) -> None:
    case = a_case(council, State.ANSWERED)
    answer = signed_in(council.officer).get(reverse("enquiry-redirect", args=[case.reference]))
    assert answer.status_code == 200
    assert "This enquiry is answered, ended or moved already, so it cannot be moved now." in text_of(answer)


def test_a_right_that_needs_personal_data_is_told_beside_its_box(council: Council) -> None:
    case = a_case(council)
    boxes = {
        "asks_for": "information",
        "personal_data": "no",
        "right_arises_under": "dpa",
        "version": case.version,
    }
    page = text_of(send(signed_in(council.officer), "enquiry-facts", case, boxes))
    assert "so the answer is yes" in page
    assert "<title>Error: " in page
    assert Enquiry.objects.get(pk=case.pk).version == case.version


def test_the_remit_is_asked_of_a_co_opted_members_enquiry_alone(council: Council) -> None:
    case, browser = a_case(council), signed_in(council.officer)
    assert "within the remit" not in text_of(opened(browser, "enquiry-redirect", case))
    MemberTerm.objects.filter(person=council.member).update(kind=MemberTerm.Kind.CO_OPTED)
    assert "Say so first." in text_of(opened(browser, "enquiry-redirect", case))
    boxes = {"asks_for": "information", "within_remit": "no", "right_arises_under": "none"}
    boxes |= {"version": case.version, "token": "t"}
    page = text_of(send(browser, "enquiry-facts", case, boxes, follow=True))
    assert "Freedom of information request: the law gives until" in page
    assert 'name="expected_on"' not in page


def test_the_check_page_shows_what_the_member_reads_and_writes_nothing(council: Council) -> None:
    case, browser = known_as(a_case(council), COMPLAINT), signed_in(council.officer)
    page = text_of(send(browser, "enquiry-redirect-check", case, moving(case)))
    assert not Redirection.objects.exists()
    sent = send(browser, "enquiry-redirect-check", case, moving(case, send="1"), follow=True)
    assert f"{case.reference} is moved." in text_of(sent)
    member = text_of(opened(signed_in(council.member), "enquiry", case))
    for words in (WHY, "CC-17", "Complaints team", "protocol, section 6", "Corporate complaints procedure"):
        assert words in page
        assert words in member
    assert "Your enquiry is handled elsewhere" in member
    assert 'govuk-tag--purple">Moved' in member
    assert "days to the date there" in member
    assert 'govuk-tag--purple">Redirected' in text_of(opened(browser, "enquiry", case))


@pytest.mark.parametrize(
    ("box", "given", "sentence"),
    [
        ("place", " ", "Enter who handles it there"),
        ("place", "x" * 121, "This must be 120 characters or fewer"),
        ("expected_on", "", "Enter the date by which the member can expect an answer"),
        ("expected_on", "soon", "Enter a real date"),
        ("expected_on", in_days(0), "The date must be after"),
        ("expected_on", in_days(400), "The date must be before"),
        ("text", "", "Say why it goes there"),
        ("process", "service-request", "Choose a process"),
    ],
)
def test_each_fault_is_told_and_everything_typed_stays(
    council: Council, box: str, given: str, sentence: str
) -> None:
    case = known_as(a_case(council), COMPLAINT)
    page = text_of(
        send(signed_in(council.officer), "enquiry-redirect-check", case, moving(case, **{box: given}))
    )
    assert sentence in page
    assert "<title>Error: " in page
    for name, value in (("place", "Complaints team"), ("text", WHY), ("their_reference", "CC-17")):
        assert name == box or value in page
    assert not Redirection.objects.exists()


def test_a_forged_process_is_refused_with_the_texts_sentence(council: Council) -> None:
    case = known_as(a_case(council), COMPLAINT)
    boxes = moving(case, process="service-request", send="1")
    response = send(signed_in(council.officer), "enquiry-redirect-check", case, boxes)
    assert response.status_code == 403
    assert "Corporate Complaints Procedure" in text_of(response)
    assert not Redirection.objects.exists()


def test_a_form_sent_twice_moves_it_once(council: Council) -> None:
    case, browser = known_as(a_case(council), COMPLAINT), signed_in(council.officer)
    for _time in range(2):
        response = send(browser, "enquiry-redirect-check", case, moving(case, send="1"), follow=True)
        assert "is moved." in text_of(response)
    assert Redirection.objects.count() == 1


def test_the_second_of_two_officers_reads_what_came_and_loses_nothing(council: Council) -> None:
    case = known_as(a_case(council), COMPLAINT)
    signed_in(council.colleague).post(reverse("enquiry-notes", args=[case.reference]), {"text": "Rang."})
    for more in ({}, {"send": "1"}):
        page = text_of(send(signed_in(council.officer), "enquiry-redirect-check", case, moving(case, **more)))
        assert "Amir Hussain added a note at" in page
        assert WHY in page
    send(signed_in(council.colleague), "enquiry-redirect-check", case, moving(case, version="99"))
    assert not Redirection.objects.exists()
    version = Enquiry.objects.get(pk=case.pk).version
    done = moving(case, send="1", version=version, token="other")
    send(signed_in(council.colleague), "enquiry-redirect-check", case, done)
    page = text_of(send(signed_in(council.officer), "enquiry-redirect-check", case, moving(case, send="1")))
    assert "Moved to another process, by Amir Hussain at" in page
    assert "so it cannot be moved now" in page
    assert WHY in page


def moved(
    council: Council, facts: dict[str, Any] = COMPLAINT, process: str = "corporate-complaint"
) -> Enquiry:
    """A case that the officer moved through the pages."""
    case = known_as(a_case(council), facts)
    boxes = moving(case, process=process, send="1", token=secrets.token_urlsafe(8))
    send(signed_in(council.officer), "enquiry-redirect-check", case, boxes)
    return Enquiry.objects.get(pk=case.pk)


@pytest.mark.parametrize("name", PAGES)
def test_the_member_is_refused_and_a_stranger_finds_no_page(council: Council, name: str) -> None:
    case = moved(council)
    people: list[tuple[Person, int]] = [(council.member, 403), (a_member(), 404)]
    for person, status in people:
        assert opened(signed_in(person), name, case).status_code == status
        assert send(signed_in(person), name, case, {"text": "Mine now"}).status_code in (status, 405)
    assert Enquiry.objects.get(pk=case.pk).version == case.version


def test_nothing_of_a_move_is_shown_where_there_was_none(council: Council) -> None:
    case = a_case(council)
    for person in (council.member, council.officer):
        page = text_of(opened(signed_in(person), "enquiry", case))
        assert "elsewhere" not in page
    officer = signed_in(council.officer)
    for name in PAGES[1:]:
        response = opened(officer, name, case)
        assert response.status_code == 403
        assert "not handled elsewhere now" in text_of(response)
