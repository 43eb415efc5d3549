"""The pages on which another date or reply is offered and agreed; and all of them to whoever may not."""

import datetime
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from council.models import Person
from enquiries.models import Enquiry, Message, Proposal
from enquiries.queries import offer_waiting
from enquiries.states import State
from tests.factories import council as make
from tests.factories.browsers import signed_in
from tests.factories.pages import get, post, text_of
from tests.factories.repairs import Council, a_case, the_repairs_team

pytestmark = pytest.mark.django_db
WHY = "They are still being negotiated."
LATER = "11/1/2099"


def offer(council: Council, case: Enquiry) -> None:
    """The officer offers another date."""
    boxes = {"burden": "Ten years of files.", "other_date": LATER, "other_reply": "One year now."}
    assert post(signed_in(council.officer), "enquiry-burden", case, **boxes).status_code == 200
    day = f"{council_day(case):%d/%m/%Y}"
    answer = post(signed_in(council.officer), "enquiry-burden", case, **{**boxes, "other_date": day})
    assert answer.status_code == 302


def council_day(case: Enquiry) -> Any:
    """Two weeks after the first due date."""
    assert case.due_on is not None
    return case.due_on + datetime.timedelta(days=14)


@pytest.fixture
def council(db: None) -> Council:
    """Exampleshire's repairs, under a text that speaks of burdens."""
    return the_repairs_team()


def test_an_offer_is_agreed_on_two_pages_by_two_people(council: Council) -> None:
    case = a_case(council)
    page = text_of(get(signed_in(council.officer), "enquiry-burden", case))
    assert "For senior management one of these agrees: " in page
    assert council.head.name in page
    offer(council, case)
    about = Proposal.objects.get().pk
    for person, name in ((council.member, "enquiry-agree"), (council.head, "enquiry-agree-manager")):
        browser = signed_in(person)
        assert reverse(name, args=[case.reference]) in text_of(get(browser, "enquiry", case))
        assert "Ten years of files." in text_of(get(browser, name, case))
        wrong = text_of(post(browser, name, case, about=about, words="Fine."))
        assert "Say whether you agree" in wrong
        assert "Fine." in wrong
        assert post(browser, name, case, about=about, answer="yes", words="Fine.").status_code == 302
    case = Enquiry.objects.get(pk=case.pk)
    assert case.agreed_on == case.owed_on == council_day(case)
    for person in (council.member, council.officer):
        shown = text_of(get(signed_in(person), "enquiry", case))
        assert "Another date was agreed" in shown
        assert "One year now." in shown
        assert "It was first due" in shown


@pytest.mark.parametrize("twice", ["enquiry-agree", "enquiry-agree-manager"])
def test_pressing_twice_agrees_once(council: Council, twice: str) -> None:
    case = a_case(council)
    offer(council, case)
    person = council.member if twice == "enquiry-agree" else council.director
    about = Proposal.objects.get().pk
    for _press in range(2):
        answer = post(signed_in(person), twice, case, about=about, answer="yes", words="")
        assert answer.status_code == 302
    assert case.messages.filter(kind=Message.Kind.CONSENT).count() == 1


def test_a_second_senior_manager_reads_that_one_has_agreed(council: Council) -> None:
    case = a_case(council)
    offer(council, case)
    about = Proposal.objects.get().pk
    boxes = {"about": about, "answer": "yes", "words": "I agree too."}
    assert post(signed_in(council.head), "enquiry-agree-manager", case, **boxes).status_code == 302
    second = post(signed_in(council.director), "enquiry-agree-manager", case, **{**boxes, "token": "another"})
    assert second.status_code == 403
    assert "agreed already" in text_of(second)
    assert "I agree too." in text_of(second)


def test_where_the_text_is_silent_the_page_says_so(settings: Settings) -> None:
    settings.PROTOCOL = "haringey"
    council = the_repairs_team()
    page = text_of(get(signed_in(council.officer), "enquiry-burden", a_case(council)))
    assert "The protocol does not say how another date or reply is agreed" in page


def test_whoever_leads_the_team_agrees_by_offering_and_the_page_says_so(council: Council) -> None:
    page = text_of(get(signed_in(council.head), "enquiry-burden", a_case(council)))
    assert "You are senior management for this enquiry" in page


def test_an_offer_is_taken_back_from_its_page(council: Council) -> None:
    case = a_case(council)
    offer(council, case)
    case.refresh_from_db(fields=["version"])
    assert "Take the offer back" in text_of(get(signed_in(council.officer), "enquiry-take-back-offer", case))
    assert post(signed_in(council.officer), "enquiry-take-back-offer", case).status_code == 302
    assert offer_waiting(case) is None


PAGES = (
    "enquiry-withhold",
    "enquiry-undertaking",
    "enquiry-promise",
    "enquiry-authority",
    "enquiry-show-authority",
    "enquiry-judge-authority",
    "enquiry-end-condition",
    "enquiry-burden",
    "enquiry-agree",
    "enquiry-agree-manager",
    "enquiry-take-back-offer",
)


@pytest.mark.parametrize("name", PAGES)
def test_to_somebody_who_may_not_know_of_it_each_page_is_one_that_never_was(
    council: Council, name: str
) -> None:
    case = a_case(council)
    offer(council, case)
    strangers: list[Person] = [make.a_member(), make.an_officer(team=make.a_team())]
    for person in strangers:
        assert get(signed_in(person), name, case).status_code == 404
        assert post(signed_in(person), name, case, about=1, answer="yes").status_code == 404


@pytest.mark.parametrize("state", [State.ANSWERED, State.CLOSED, State.WITHDRAWN])
@pytest.mark.parametrize("name", PAGES)
def test_once_it_is_answered_or_ended_each_page_says_why_not(
    council: Council, name: str, state: State
) -> None:
    case = a_case(council, state=state)
    person = council.member if name in PAGES[2:5:2] or name == "enquiry-agree" else council.officer
    answer = get(signed_in(person), name, case)
    assert answer.status_code == 403
    assert "app-why" in text_of(answer)


def test_what_was_typed_before_the_session_ended_is_kept(council: Council) -> None:
    case, browser = a_case(council), Client()
    offer(council, case)
    make.a_login(council.member)
    sign_in = {"login": council.member.email, "password": make.PASSWORD}
    browser.post(reverse("account_login"), sign_in)
    assert get(browser, "enquiry-agree", case).status_code == 200
    Session.objects.all().delete()
    about = Proposal.objects.get().pk
    ended = post(browser, "enquiry-agree", case, about=about, answer="no", words="Too late for the meeting.")
    assert "login" in ended.headers["Location"]
    browser.post(reverse("account_login"), sign_in)
    page = text_of(get(browser, "enquiry-agree", case))
    assert "We kept what you typed" in page
    assert "Too late for the meeting." in page
    assert not case.messages.filter(kind=Message.Kind.CONSENT).exists()
