"""Before it is sent the page says what becomes of it, under each text; it bars party political work alone."""

import datetime
import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from council.models import MemberTerm, Person, Service
from council.rules import Grade
from enquiries.models import Enquiry
from enquiries.rules.stating import Kind
from enquiries.states import State
from tests.factories.casework import a_local_term
from tests.factories.council import a_member, a_service, an_officer
from tests.factories.portal import a_democratic_services_officer, page, post, signed_in

pytestmark = pytest.mark.django_db
WORDS = {"subject": "Larch Court", "details": "When will it be mended?", "token": "one-form"}
WF, HA, MW, PA = "waltham-forest", "haringey", "mwda", "parish"
OLD, NEW = "wokingham-2007", "wokingham-2014"
ENQUIRY, COMPLAINT, SERVICE = "An enquiry", "A complaint, not an enquiry", "A service request"
DECLINE, REFUSED, ASK = "Officers may decline this", "Officers cannot do this", "For the "
# By text, in the order of the choices: matter, complaint, service, research, own affairs, party.
HEADINGS = {
    WF: (ENQUIRY, COMPLAINT, ASK, DECLINE, ASK, REFUSED),
    HA: (ENQUIRY, COMPLAINT, SERVICE, DECLINE, SERVICE, REFUSED),
    OLD: (ENQUIRY, COMPLAINT, SERVICE, DECLINE, SERVICE, REFUSED),
    NEW: (ENQUIRY, ENQUIRY, ASK, ASK, ASK, REFUSED),
    MW: (ENQUIRY, ENQUIRY, ENQUIRY, DECLINE, ENQUIRY, REFUSED),
    PA: (ASK, ASK, ASK, DECLINE, ASK, REFUSED),
}


@pytest.fixture
def service(db: None) -> Service:
    """A service with its head."""
    return a_service(name="Housing repairs")


def send(browser: Client, service: Service, name: str = "enquiry-new", **more: object) -> object:
    """The form, sent."""
    return browser.post(reverse(name), {"service": service.pk, **WORDS, **more})


def shown(answer: object) -> str:
    """The page as text."""
    return answer.content.decode()


def heading(words: str) -> str:
    """The heading of the answer."""
    card = re.split(r'<div class="app-hint-card"(?: data-barred)?><h2 class="govuk-heading-s">', words)[1]
    return card.split("</h2>")[0]


@pytest.mark.parametrize("key", list(HEADINGS))
def test_the_page_says_what_becomes_of_each_choice_under_each_text(
    browser: Client, service: Service, settings: Settings, key: str
) -> None:
    settings.PROTOCOL = key
    for kind, expected in zip(Kind, HEADINGS[key], strict=True):
        by_script = shown(send(browser, service, "enquiry-becomes", kind=kind.value))
        without = shown(send(browser, service, kind=kind.value, preview="1", subject=""))
        assert heading(by_script) == heading(without), kind
        assert heading(by_script).startswith(expected), kind
        assert "/protocol/paragraphs/" in by_script, kind
        assert "There is a problem" not in without
    assert not Enquiry.objects.exists()


def test_a_time_for_replies_gives_a_silent_text_its_enquiries(
    browser: Client, service: Service, settings: Settings
) -> None:
    settings.PROTOCOL = PA
    a_local_term()
    assert heading(shown(send(browser, service, "enquiry-becomes"))) == ENQUIRY


@pytest.mark.parametrize("key", list(HEADINGS))
def test_every_choice_but_one_is_sent_and_kept_with_what_is_known(
    browser: Client, service: Service, settings: Settings, key: str
) -> None:
    settings.PROTOCOL = key
    for kind in Kind:
        answer = send(browser, service, kind=kind.value, token=f"form-{kind}")
        sent = Enquiry.objects.filter(facts__asked_by="member").count()
        assert (answer.status_code == 302) == (kind is not Kind.PARTY), kind
    assert sent == len(Kind) - 1
    assert {enquiry.facts["party_political"] for enquiry in Enquiry.objects.all()} == {False}


def test_party_political_work_is_refused_with_the_paragraph_and_everything_is_kept(
    browser: Client, service: Service
) -> None:
    words = shown(send(browser, service, kind="party", street="Larch Road", resident_contact="01632 960001"))
    assert "There is a problem" in words
    assert "cannot be used for party political work" in words
    assert "/protocol/paragraphs/WF-4.12/" in words
    for typed in ("When will it be mended?", "Larch Road", "01632 960001"):
        assert typed in words
    assert not Enquiry.objects.exists()
    assert send(browser, service, kind="matter").status_code == 302


def test_party_political_work_is_kept_as_a_draft_and_refused_when_it_is_sent(
    browser: Client, service: Service
) -> None:
    assert send(browser, service, kind="party", draft="1").status_code == 302
    draft = Enquiry.objects.get()
    words = page(browser, "enquiry-draft", draft)
    assert 'value="party" checked' in words
    assert "Officers cannot do this" in words
    assert "There is a problem" in shown(
        post(browser, "enquiry-draft", draft, **WORDS, service=service.pk, kind="party")
    )
    assert Enquiry.objects.get().state == State.DRAFT


def test_a_choice_that_is_not_offered_is_refused_beside_its_box(browser: Client, service: Service) -> None:
    words = shown(send(browser, service, kind="bribe"))
    assert "Choose what it is" in words
    assert not Enquiry.objects.exists()


def test_a_form_without_the_choice_is_the_usual(browser: Client, service: Service) -> None:
    send(browser, service)
    assert Enquiry.objects.get().facts["asks_for"] == "information"


def test_the_usual_is_chosen_already_and_asks_for_no_press(browser: Client) -> None:
    words = page(browser, "enquiry-new")
    assert 'value="matter" checked' in words
    assert "Chasing an earlier report is this too." in words


def test_a_service_with_a_procedure_says_so_where_the_text_goes_by_it(
    browser: Client, settings: Settings
) -> None:
    settings.PROTOCOL = HA
    appeals = a_service(name="Parking fines", procedure="Appeal to the adjudicator")
    words = shown(send(browser, appeals, "enquiry-becomes"))
    assert heading(words) == "It has a procedure of its own"
    assert "Appeal to the adjudicator" in words
    send(browser, appeals)
    assert Enquiry.objects.get().facts["established_procedure"] == "Appeal to the adjudicator"


def a_co_opted_member(remit: str = "Church schools") -> Person:
    """Somebody who sits for a remit."""
    member = a_member(kind=MemberTerm.Kind.CO_OPTED)
    MemberTerm.objects.filter(person=member).update(remit=remit)
    return member


def test_a_co_opted_member_is_asked_about_the_remit_by_its_name(service: Service) -> None:
    browser = signed_in(a_co_opted_member())
    words = page(browser, "enquiry-new")
    assert "is it within the remit?" in words
    assert "Church schools" in words
    outside = shown(send(browser, service, "enquiry-becomes", remit="no"))
    assert heading(outside) == "A freedom of information request"
    assert heading(shown(send(browser, service, "enquiry-becomes", remit="yes"))) == ENQUIRY
    send(browser, service, remit="no")
    enquiry = Enquiry.objects.get()
    assert (enquiry.facts["asked_by"], enquiry.facts["within_remit"]) == ("co-opted-member", False)
    assert "outside the remit" in page(browser, "enquiry", enquiry)


@pytest.mark.parametrize("key", [HA, OLD, NEW, MW, PA])
def test_no_other_text_asks_about_the_remit(settings: Settings, key: str) -> None:
    settings.PROTOCOL = key
    assert "is it within the remit?" not in page(signed_in(a_co_opted_member()), "enquiry-new")


def test_an_elected_member_is_not_asked_about_a_remit(browser: Client) -> None:
    assert "is it within the remit?" not in page(browser, "enquiry-new")


# Addressed to somebody.


def logged(service: Service, member: Person, officer: Person | None, **more: object) -> object:
    """Democratic services write down what was addressed to an officer."""
    day = timezone.localdate() - datetime.timedelta(days=1)
    data = {"member": member.pk, "channel": "email", "received_on": f"{day:%d/%m/%Y}", **more}
    browser = signed_in(a_democratic_services_officer())
    return send(browser, service, "enquiry-log", addressed_to=officer.pk if officer else "", **data)


def test_an_officer_addressed_who_should_not_be_is_named_and_no_day_is_lost(
    browser: Client, member: Person, service: Service
) -> None:
    officer = an_officer(name="Jo Lowe")
    assert logged(service, member, officer).status_code == 302
    enquiry = Enquiry.objects.get()
    assert (enquiry.addressed_to, enquiry.addressee) == (officer, service.addressee)
    assert enquiry.facts["addressed_to"] == "officer"
    assert enquiry.received_on == timezone.localdate() - datetime.timedelta(days=1)
    for words in (page(browser, "enquiry", enquiry), page(signed_in(service.addressee), "enquiry", enquiry)):
        assert "Handed on, and no day is lost" in words
        assert "Jo Lowe" in words
        assert "handed on to the Head of Service" in words


def test_a_head_of_service_may_be_addressed_here(member: Person, service: Service) -> None:
    head = an_officer(grade=Grade.HEAD_OF_SERVICE)
    logged(service, member, head)
    assert Enquiry.objects.get().facts["addressed_to"] == "head-of-service"


def test_somebody_who_is_no_officer_today_cannot_be_named(member: Person, service: Service) -> None:
    gone = an_officer(to_on=timezone.localdate() - datetime.timedelta(days=1))
    assert "Choose an officer of today" in shown(logged(service, member, gone))
    assert not Enquiry.objects.exists()


def test_facts_alone_are_asked_about_in_one_text_and_may_go_to_any_officer(
    member: Person, service: Service, settings: Settings
) -> None:
    settings.PROTOCOL = OLD
    officer = an_officer()
    words = shown(logged(service, member, officer, factual="on", preview="1"))
    assert heading(words) == ENQUIRY
    assert heading(shown(logged(service, member, officer, preview="1"))) == "Handed on, and no day is lost"
    logged(service, member, officer, factual="on")
    assert Enquiry.objects.get().facts["factual_only"] is True


# After it is sent.


def test_officers_read_what_the_protocol_says_and_what_it_hangs_on(browser: Client, service: Service) -> None:
    send(browser, service, kind="research")
    enquiry = Enquiry.objects.get()
    words = page(signed_in(service.addressee), "enquiry", enquiry)
    assert "What the protocol says of this" in words
    assert "Officers may decline this" in words
    assert "It hangs on" in words
    assert reverse("enquiry-decline", args=[enquiry.reference]) in words


def test_the_member_reads_where_it_goes_on_the_page_that_confirms_it_and_on_the_case(
    browser: Client, service: Service
) -> None:
    answer = send(browser, service, kind="complaint")
    enquiry = Enquiry.objects.get()
    for words in (shown(browser.get(answer.url)), page(browser, "enquiry", enquiry)):
        assert "Corporate Complaints Procedure" in words


def test_an_ordinary_enquiry_says_nothing_more_to_the_member(browser: Client, service: Service) -> None:
    send(browser, service)
    assert "app-hint-card" not in page(browser, "enquiry", Enquiry.objects.get())


@pytest.mark.parametrize("verb", ["get", "post"])
def test_nobody_without_a_desk_is_answered(verb: str, service: Service) -> None:
    browser = signed_in(an_officer())
    answer = getattr(browser, verb)(reverse("enquiry-becomes"))
    assert answer.status_code == (403 if verb == "post" else 405)
