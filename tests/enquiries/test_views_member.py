"""The member's pages: every page, every error, and everybody who is nearly allowed."""

import datetime

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from council.models import Person
from enquiries.models import Enquiry, Message
from enquiries.states import State
from tests.factories.council import a_member, a_service, an_assistant_to, an_officer
from tests.factories.enquiries import (
    ACTION,
    DETAILS,
    FORWARD,
    REASON,
    REPLY,
    SUBJECT,
    an_enquiry,
)
from tests.factories.portal import a_file, page, post, signed_in

pytestmark = pytest.mark.django_db
STATES = [state for state in State if state is not State.DRAFT]


def a_confidential_answer(member: Person) -> Enquiry:
    """Answered by the head of service to whom it was addressed, as confidential ones are."""
    service = a_service()
    return an_enquiry(
        state=State.ANSWERED,
        member=member,
        service=service,
        officer=service.addressee,
        street="Larch Court",
        is_confidential=True,
    )


@pytest.mark.parametrize("state", STATES)
def test_the_case_shows_what_was_asked_in_every_state(browser: Client, member: Person, state: State) -> None:
    words = page(browser, "enquiry", an_enquiry(state=state, member=member))
    assert SUBJECT in words
    assert DETAILS in words
    assert "Enquiry sent" in words


def test_a_case_shows_who_has_it_and_by_when(browser: Client, member: Person) -> None:
    enquiry = an_enquiry(member=member, received_on=datetime.date(2026, 11, 21))
    words = page(browser, "enquiry", enquiry)
    assert enquiry.addressee is not None
    assert enquiry.addressee.name in words
    assert "Tuesday 1\N{NO-BREAK SPACE}December\N{NO-BREAK SPACE}2026" in words


def test_a_holding_reply_shows_its_three_parts(browser: Client, member: Person) -> None:
    words = page(browser, "enquiry", an_enquiry(state=State.HOLDING, member=member))
    assert REASON in words
    assert ACTION in words
    assert "When you will have the full reply" in words


def test_the_title_of_a_confidential_case_is_its_number_alone(browser: Client, member: Person) -> None:
    enquiry = an_enquiry(member=member, is_confidential=True)
    words = page(browser, "enquiry", enquiry)
    title = words.split("<title>")[1].split("</title>")[0]
    assert title.startswith(enquiry.reference)
    assert SUBJECT not in title
    assert "app-marking" in words


def test_officers_notes_never_reach_the_member(browser: Client, member: Person) -> None:
    enquiry = an_enquiry(state=State.ALLOCATED, member=member)
    Message.objects.create(
        enquiry=enquiry, kind=Message.Kind.NOTE, by=enquiry.owner, at=timezone.now(), text="Between ourselves"
    )
    assert "Between ourselves" not in page(browser, "enquiry", enquiry)


# Everybody who is nearly allowed.


def _assistant_until_yesterday(member: Person) -> Person:
    return an_assistant_to(member, to_on=timezone.localdate() - datetime.timedelta(days=1))


# An assistant whose trust ended yesterday is still an officer somewhere, and sees nothing of the member's.
STRANGERS = {
    "another member": lambda member: a_member(),
    "an assistant of another member": lambda member: an_assistant_to(a_member()),
    "an assistant until yesterday": _assistant_until_yesterday,
    "an officer of another team": lambda member: an_officer(team=a_service().team),
    "the member's own assistant, of a confidential one": an_assistant_to,
}
ADDRESSES = (
    "enquiry",
    "enquiry-sent",
    "enquiry-answer",
    "enquiry-add",
    "enquiry-verdict",
    "enquiry-withdraw",
    "enquiry-receipt",
    "enquiry-forward",
)


@pytest.mark.parametrize("who", STRANGERS)
def test_a_case_of_somebody_else_is_a_page_that_never_was(member: Person, who: str) -> None:
    enquiry = a_confidential_answer(member)
    browser = signed_in(STRANGERS[who](member))
    attachment = a_file(enquiry)
    for address in ADDRESSES:
        there = browser.get(reverse(address, args=[enquiry.reference]))
        assert there.status_code == 404, address
        assert there.content == browser.get(reverse(address, args=["ENQ-0000-0"])).content
    for reference in (enquiry.reference, "ENQ-0000-0"):
        assert browser.get(reverse("enquiry-file", args=[reference, attachment.pk])).status_code == 404
    for address in ("enquiry-chase", "enquiry-withdraw", "enquiry-verdict", "enquiry-add", "enquiry-answer"):
        sent = post(browser, address, enquiry, answer="yes", text="Mine now", sure="1")
        assert sent.status_code == 404, address
    assert Enquiry.objects.get(pk=enquiry.pk).version == enquiry.version


@pytest.mark.parametrize("who", STRANGERS)
def test_nothing_of_it_leaks_into_a_list_a_filter_a_count_or_a_file(member: Person, who: str) -> None:
    enquiry = a_confidential_answer(member)
    stranger = STRANGERS[who](member)
    browser = signed_in(stranger)
    query = f"?street=Larch&state=answered&service={enquiry.service_id}&tab=answered&member={member.pk}"
    for name in ("my-enquiries", "enquiry-download"):
        for asked_for in ("", query, "?show=waiting", "?tab=answered"):
            answer = browser.get(reverse(name) + asked_for)
            assert answer.status_code in (200, 403)
            words = answer.content.decode()
            assert enquiry.reference not in words
            assert SUBJECT not in words
            assert "(1)" not in words


def test_a_member_whose_term_ended_yesterday_is_let_nowhere(member: Person) -> None:
    yesterday = timezone.localdate() - datetime.timedelta(days=1)
    former = a_member(to_on=yesterday)
    enquiry = an_enquiry(state=State.ANSWERED, member=former, received_on=yesterday)
    for name, args in (("my-enquiries", []), ("enquiry-new", []), ("enquiry", [enquiry.reference])):
        answer = signed_in(former).get(reverse(name, args=args))
        assert answer.status_code == 403
        assert SUBJECT not in answer.content.decode()


def test_an_assistant_sees_the_members_cases_and_not_what_is_confidential(member: Person) -> None:
    plain = an_enquiry(member=member, subject="Bins in Mill Lane")
    hidden = an_enquiry(member=member, subject="A matter of health", is_confidential=True)
    browser = signed_in(an_assistant_to(member))
    words = page(browser, "my-enquiries")
    assert plain.subject in words
    assert hidden.subject not in words
    assert page(browser, "enquiry", plain)
    assert browser.get(reverse("enquiry", args=[hidden.reference])).status_code == 404


def test_a_draft_is_its_writers_alone(member: Person) -> None:
    draft = an_enquiry(state=State.DRAFT, member=member)
    for browser in (signed_in(an_assistant_to(member)), signed_in(a_member())):
        assert browser.get(reverse("enquiry-draft", args=[draft.reference])).status_code == 404
        assert browser.get(reverse("enquiry-delete", args=[draft.reference])).status_code == 404
        assert post(browser, "enquiry-draft", draft, subject="Mine now").status_code == 404


def test_the_version_to_forward_holds_that_text_and_nothing_of_the_case(
    browser: Client, member: Person
) -> None:
    enquiry = an_enquiry(state=State.ANSWERED, member=member, resident_name="Mrs Larkin")
    words = page(browser, "enquiry-forward", enquiry)
    assert FORWARD in words
    for secret in (REPLY, SUBJECT, DETAILS, "Mrs Larkin", member.name):
        assert secret not in words


def test_without_such_a_version_there_is_no_page(browser: Client, member: Person) -> None:
    enquiry = an_enquiry(state=State.ANSWERED, member=member, forward="")
    assert browser.get(reverse("enquiry-forward", args=[enquiry.reference])).status_code == 404


def test_the_receipt_counts_the_days_and_names_the_paragraph(browser: Client, member: Person) -> None:
    words = page(
        browser, "enquiry-receipt", an_enquiry(member=member, received_on=datetime.date(2026, 11, 21))
    )
    assert "day of receipt" in words
    assert words.count("<tr") == 12
    assert "The protocol gives 10 days" in words
    assert "protocol, " in words


def test_where_no_figure_is_set_the_receipt_says_what_is_missing(
    browser: Client, member: Person, settings: Settings
) -> None:
    settings.PROTOCOL = "parish"
    words = page(browser, "enquiry-receipt", an_enquiry(member=member))
    assert "What is missing is a local term" in words
