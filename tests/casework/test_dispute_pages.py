"""The pages of disputes, as people see them: three pages to a determination, nothing typed is lost."""

import datetime
import secrets
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from casework.models import CaseEvent, Determination, Dispute
from casework.states import DisputeState
from casework.wording import short_date
from council.models import Person
from enquiries.models import Enquiry
from rulebook.duty import Duty
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.browsers import signed_in
from tests.factories.casework import a_local_term
from tests.factories.disputes import (
    REASON,
    REASONS,
    WORDS,
    a_dispute,
    an_enquiry_with_something_withheld,
    determined,
    withheld,
)

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
VERDICT = {
    "outcome": "for-member",
    "reasons": REASONS,
    "paragraphs": ["WF-6.7"],
    "must_do": "Send it without names.",
    "must_by": short_date(TODAY + datetime.timedelta(days=7)),
}


@pytest.fixture
def monitoring_officer(db: None) -> Person:
    """Who decides."""
    return make.a_holder_of(Post.MONITORING_OFFICER)


def page(browser: Client, name: str, *args: str, status: int = 200) -> str:
    """The page's text, with that status."""
    answer = browser.get(reverse(name, args=args))
    assert answer.status_code == status, answer.content.decode()
    return answer.content.decode()


def send(browser: Client, name: str, reference: str, **typed: Any) -> Any:
    """What came of sending the page's form."""
    return browser.post(
        reverse(name, args=[reference]), {"token": typed.pop("token", secrets.token_urlsafe(8)), **typed}
    )


def place_of(enquiry: Enquiry) -> int:
    """Where the event of what was withheld stands."""
    return CaseEvent.objects.get(stream=enquiry.stream, kind="enquiry.withheld").place


def test_before_sending_the_member_reads_who_decides_by_which_paragraph_and_that_no_date_is_promised(
    monitoring_officer: Person,
) -> None:
    enquiry = an_enquiry_with_something_withheld()
    browser = signed_in(enquiry.member)
    assert reverse("enquiry-dispute", args=[enquiry.reference]) in page(browser, "enquiry", enquiry.reference)
    text = page(browser, "enquiry-dispute", enquiry.reference)
    assert f"{monitoring_officer.name} (Monitoring Officer) decides." in text
    assert "/protocol/paragraphs/WF-6.7/" in text
    assert REASON in text
    assert "no date is promised" in text
    a_local_term(Duty.DETERMINE, 10, "calendar-days")
    assert "It is to be decided by" in page(browser, "enquiry-dispute", enquiry.reference)


@pytest.mark.parametrize("key", ["haringey", "wokingham-2014", "wokingham-2007", "mwda", "parish"])
def test_under_each_text_the_page_says_who_decides(settings: Settings, key: str) -> None:
    settings.PROTOCOL = key
    make.a_holder_of(Post.MONITORING_OFFICER, person=make.an_officer(name="Eleanor Quarshie"))
    director = make.an_officer(name="Ingrid Holm")
    make.a_holder_of(Post.DIRECTOR, person=director, directorate=make.a_directorate())
    enquiry = an_enquiry_with_something_withheld()
    text = page(signed_in(enquiry.member), "enquiry-dispute", enquiry.reference)
    assert ("Ingrid Holm" if key == "mwda" else "Eleanor Quarshie") in text
    assert ("does not say who decides" in text) == (key == "parish")


def test_an_empty_box_is_told_and_a_second_press_leads_to_the_first_ones_dispute() -> None:
    enquiry = an_enquiry_with_something_withheld()
    browser = signed_in(enquiry.member)
    place = place_of(enquiry)
    empty = send(browser, "enquiry-dispute", enquiry.reference, place=place, words=" ")
    assert "Say why you do not agree" in empty.content.decode()
    typed = {"place": place, "words": WORDS, "token": "once"}
    first = send(browser, "enquiry-dispute", enquiry.reference, **typed)
    second = send(browser, "enquiry-dispute", enquiry.reference, **typed)
    dispute = Dispute.objects.get()
    assert first["Location"] == second["Location"] == reverse("dispute", args=[dispute.reference])
    late = send(browser, "enquiry-dispute", enquiry.reference, place=place, words="Also this.")
    assert late.status_code == 403
    assert "Also this." in late.content.decode()


def test_of_two_decisions_the_member_chooses_one() -> None:
    enquiry = an_enquiry_with_something_withheld()
    assert enquiry.owner
    withheld(enquiry, by=enquiry.owner, ground="research")
    browser = signed_in(enquiry.member)
    text = page(browser, "enquiry-dispute", enquiry.reference)
    assert "Which decision do you not agree with?" in text
    answer = send(browser, "enquiry-dispute", enquiry.reference, words=WORDS)
    assert "Choose the decision you do not agree with" in answer.content.decode()
    assert WORDS in answer.content.decode()


@pytest.mark.parametrize("role", ["officer", "monitoring officer"])
def test_only_the_members_side_says_so(role: str, monitoring_officer: Person) -> None:
    enquiry = an_enquiry_with_something_withheld()
    assert enquiry.owner
    person = {"officer": enquiry.owner, "monitoring officer": monitoring_officer}[role]
    page(signed_in(person), "enquiry-dispute", enquiry.reference, status=403)


def test_a_dispute_is_determined_in_three_pages(monitoring_officer: Person) -> None:
    dispute = a_dispute()
    officer, decider = signed_in(dispute.respondent), signed_in(monitoring_officer)
    send(officer, "dispute-answer", dispute.reference, words="Residents are named.")
    assert dispute.reference in page(decider, "disputes")
    text = page(decider, "dispute", dispute.reference)
    assert WORDS in text
    assert "Residents are named." in text
    assert REASON in text
    assert reverse("enquiry", args=[dispute.case_reference]) in text
    form = page(decider, "dispute-determine", dispute.reference)
    assert 'value="WF-6.7"' in form
    version = Dispute.objects.get().version
    answer = send(decider, "dispute-determine", dispute.reference, version=version, **VERDICT)
    assert answer["Location"] == reverse("dispute", args=[dispute.reference])
    after = page(decider, "dispute", dispute.reference)
    assert "The member is right" in after
    assert "Send it without names." in after


WRONG = {
    "outcome": ({"outcome": ""}, "Choose an outcome"),
    "reasons": ({"reasons": ""}, "Give your reasons"),
    "no paragraph": ({"paragraphs": []}, "Choose a paragraph, or enter another one below"),
    "a paragraph that is none": ({"others": "WF-99.9"}, "No protocol here has a paragraph WF-99.9"),
    "no day": ({"must_by": ""}, "Enter the day by which it must happen"),
    "a day without a thing": ({"must_do": ""}, "Say what must happen by that day"),
    "yesterday": ({"must_by": short_date(TODAY - datetime.timedelta(days=1))}, "today or later"),
    "in ten years": ({"must_by": short_date(TODAY + datetime.timedelta(days=3660))}, "within two years"),
    "no day at all": ({"must_by": "soon"}, "Enter a real date"),
}


@pytest.mark.parametrize("what", WRONG)
def test_what_is_wrong_is_told_and_what_was_typed_is_kept(what: str, monitoring_officer: Person) -> None:
    dispute = a_dispute()
    change, sentence = WRONG[what]
    typed = {**VERDICT, "reasons": "Kept as typed.", **change}
    version = dispute.version
    answer = send(
        signed_in(monitoring_officer), "dispute-determine", dispute.reference, version=version, **typed
    )
    text = answer.content.decode()
    assert sentence in text
    assert what == "reasons" or "Kept as typed." in text
    assert not Determination.objects.exists()


def test_two_determine_at_once_and_one_stands_while_the_other_loses_no_word() -> None:
    first, second = make.a_holder_of(Post.MONITORING_OFFICER), make.an_officer()
    make.an_absence(first, second, post=Post.MONITORING_OFFICER, confirmed=True)
    dispute = a_dispute()
    version = dispute.version
    send(signed_in(first), "dispute-determine", dispute.reference, version=version, **VERDICT)
    typed = {**VERDICT, "outcome": "against", "reasons": "The other way round."}
    answer = send(signed_in(second), "dispute-determine", dispute.reference, version=version, **typed)
    text = answer.content.decode()
    assert Determination.objects.get().by == first
    assert "The other way round." in text
    assert REASONS in text


def test_what_came_in_between_is_shown_and_the_next_press_records(monitoring_officer: Person) -> None:
    dispute = a_dispute()
    decider = signed_in(monitoring_officer)
    seen = dispute.version
    send(signed_in(dispute.respondent), "dispute-answer", dispute.reference, words="Residents are named.")
    answer = send(decider, "dispute-determine", dispute.reference, version=seen, **VERDICT)
    text = answer.content.decode()
    assert "changed while you were typing" in text
    assert "Residents are named." in text
    assert REASONS in text
    again = send(decider, "dispute-determine", dispute.reference, version=seen + 1, **VERDICT)
    assert again.status_code == 302


def test_pressed_twice_the_second_press_finds_what_the_first_did(monitoring_officer: Person) -> None:
    dispute = a_dispute()
    decider, typed = signed_in(monitoring_officer), {**VERDICT, "version": dispute.version, "token": "once"}
    answers = [send(decider, "dispute-determine", dispute.reference, **typed) for _press in range(2)]
    assert [answer.status_code for answer in answers] == [302, 302]
    assert Determination.objects.count() == 1


def test_a_party_reads_why_somebody_else_decides(monitoring_officer: Person) -> None:
    make.a_holder_of(Post.DEPUTY_MONITORING_OFFICER, person=make.an_officer(name="Simon Dellaway"))
    dispute = a_dispute(officer=monitoring_officer)
    browser = signed_in(monitoring_officer)
    text = page(browser, "dispute", dispute.reference)
    assert "You are a party to this dispute" in text
    assert "is a party to this dispute or answers to one" in text
    assert "Simon Dellaway" in text
    page(browser, "dispute-determine", dispute.reference, status=403)


def test_what_must_happen_stands_on_both_lists_until_it_is_done_and_shows_when_it_is_late(
    monitoring_officer: Person,
) -> None:
    dispute = a_dispute()
    determined(dispute, by=monitoring_officer, must_by=TODAY - datetime.timedelta(days=1))
    browsers = [signed_in(monitoring_officer), signed_in(dispute.respondent)]
    for browser in browsers:
        assert "To be done" in page(browser, "disputes")
    assert "Overdue" in page(browsers[1], "disputes")
    assert "Overdue" in page(browsers[0], "dispute", dispute.reference)
    done = send(browsers[1], "dispute-done", dispute.reference, words="Sent today.")
    assert done.status_code == 302
    assert Dispute.objects.get().state == DisputeState.ENDED
    assert "Sent today." in page(browsers[0], "dispute", dispute.reference)
    assert "To be done" not in page(browsers[1], "disputes")


def test_the_member_withdraws_in_two_presses(monitoring_officer: Person) -> None:
    dispute = a_dispute()
    member = signed_in(dispute.opened_by)
    assert "Do you want to withdraw it?" in page(member, "dispute-withdraw", dispute.reference)
    assert send(member, "dispute-withdraw", dispute.reference).status_code == 302
    page(member, "dispute-withdraw", dispute.reference, status=403)
