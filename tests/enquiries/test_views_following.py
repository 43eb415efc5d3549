"""Following a case: each press does what it says, once, and nothing that was typed is lost."""

import pytest
from django.test import Client
from django.urls import reverse

from council.models import Person
from enquiries.models import Enquiry, Message
from enquiries.states import State
from tests.factories.enquiries import QUESTION, REPLY, an_enquiry
from tests.factories.portal import page, post

pytestmark = pytest.mark.django_db


def test_the_member_answers_the_question_and_the_case_goes_back(browser: Client, member: Person) -> None:
    enquiry = an_enquiry(state=State.WAITING, member=member)
    assert QUESTION in page(browser, "enquiry-answer", enquiry)
    sent = post(browser, "enquiry-answer", enquiry, text="Flats 4 and 9", token="a")
    assert sent.url == reverse("enquiry", args=[enquiry.reference])
    assert Enquiry.objects.get(pk=enquiry.pk).state == State.ALLOCATED
    assert "Flats 4 and 9" in page(browser, "enquiry", enquiry)


def test_an_empty_answer_is_told_how_to_mend_it(browser: Client, member: Person) -> None:
    enquiry = an_enquiry(state=State.WAITING, member=member)
    words = post(browser, "enquiry-answer", enquiry, text="  ", token="a").content.decode()
    assert "Enter your answer" in words
    assert "<title>Error:" in words
    assert Enquiry.objects.get(pk=enquiry.pk).state == State.WAITING


def test_an_answer_that_comes_too_late_is_not_lost(browser: Client, member: Person) -> None:
    enquiry = an_enquiry(state=State.WAITING, member=member)
    post(browser, "enquiry-answer", enquiry, text="From the assistant", token="a")
    late = post(browser, "enquiry-answer", enquiry, text="Flats 4 and 9", token="b")
    assert late.status_code == 403
    assert "Flats 4 and 9" in late.content.decode()
    assert "The officer is not waiting for an answer" in late.content.decode()


def test_a_form_sent_twice_says_it_once(browser: Client, member: Person) -> None:
    enquiry = an_enquiry(member=member)
    for _press in range(2):
        assert post(browser, "enquiry-add", enquiry, text="It is colder now", token="once").status_code == 302
        assert post(browser, "enquiry-chase", enquiry, token="chase-once").status_code == 302
    assert enquiry.messages.filter(kind=Message.Kind.INFORMATION).count() == 1
    assert enquiry.messages.filter(kind=Message.Kind.CHASE).count() == 1


def test_yes_closes_in_one_press(browser: Client, member: Person) -> None:
    enquiry = an_enquiry(state=State.ANSWERED, member=member)
    assert REPLY in page(browser, "enquiry", enquiry)
    post(browser, "enquiry-verdict", enquiry, answer="yes")
    assert Enquiry.objects.get(pk=enquiry.pk).state == State.CLOSED


def test_no_asks_what_is_missing_and_reopens(browser: Client, member: Person) -> None:
    enquiry = an_enquiry(state=State.ANSWERED, member=member)
    assert "Say what is missing" in post(browser, "enquiry-verdict", enquiry, text="").content.decode()
    post(browser, "enquiry-verdict", enquiry, text="Why it took so long", token="a")
    assert Enquiry.objects.get(pk=enquiry.pk).state == State.REOPENED
    assert "Why it took so long" in page(browser, "enquiry", enquiry)


def test_before_it_is_acknowledged_one_press_withdraws(browser: Client, member: Person) -> None:
    enquiry = an_enquiry(member=member)
    post(browser, "enquiry-withdraw", enquiry)
    assert Enquiry.objects.get(pk=enquiry.pk).state == State.WITHDRAWN


def test_once_somebody_works_on_it_a_page_asks_first(browser: Client, member: Person) -> None:
    enquiry = an_enquiry(state=State.ALLOCATED, member=member)
    assert "is working on it" in post(browser, "enquiry-withdraw", enquiry).content.decode()
    assert Enquiry.objects.get(pk=enquiry.pk).state == State.ALLOCATED
    post(browser, "enquiry-withdraw", enquiry, sure="1")
    assert Enquiry.objects.get(pk=enquiry.pk).state == State.WITHDRAWN


def test_what_cannot_be_done_says_why_where_the_button_would_be(browser: Client, member: Person) -> None:
    words = page(browser, "enquiry", an_enquiry(state=State.CLOSED, member=member))
    assert "There is nothing to chase" in words
    assert "so there is nothing to withdraw" in words
    assert "This does not answer my question" in words
