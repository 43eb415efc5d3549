"""Where disputes are listed: earlier determinations, the dashboard, the links above, the page of a case."""

import pytest
from django.test import Client
from django.urls import reverse

from casework.models import CaseEvent, Determination
from council.models import Person
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.browsers import signed_in
from tests.factories.disputes import (
    MUST_DO,
    a_dispute,
    an_enquiry_with_something_withheld,
    determined,
    enquiry_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def monitoring_officer(db: None) -> Person:
    """Who decides."""
    return make.a_holder_of(Post.MONITORING_OFFICER)


def page(browser: Client, name: str, *args: str) -> str:
    """The page's text; it has to be there."""
    answer = browser.get(reverse(name, args=args))
    assert answer.status_code == 200, answer.content.decode()
    return answer.content.decode()


def test_earlier_determinations_are_found_by_words_paragraph_and_outcome(monitoring_officer: Person) -> None:
    dispute = a_dispute()
    determined(dispute, by=monitoring_officer, reasons="Names can be left out.", cites=("WF-6.7", "WF-6.3"))
    other = a_dispute()
    against = Determination.Outcome.AGAINST
    determined(
        other, by=monitoring_officer, outcome=against, must_do="", reasons="It is advice.", cites=("WF-A3.3",)
    )
    browser = signed_in(monitoring_officer)
    path = reverse("precedents")
    both = {dispute.reference, other.reference}

    def found(query: str) -> set[str]:
        text = browser.get(path + query).content.decode()
        return {reference for reference in both if reference in text}

    assert found("") == both
    assert found("?q=names+left") == {dispute.reference}
    assert found("?paragraph=WF-6") == {dispute.reference}
    assert found("?outcome=against") == {other.reference}
    assert found("?q=nothing-like-it") == set()
    assert found("?outcome=sideways") == set()
    text = browser.get(path).content.decode()
    people = (dispute.opened_by, dispute.respondent, other.opened_by, other.respondent)
    assert not [person.name for person in people if person.name in text]


def test_the_dashboard_has_the_disputes_and_says_when_none_is_waiting(monitoring_officer: Person) -> None:
    browser = signed_in(monitoring_officer)
    assert "No disputes are waiting." in page(browser, "dashboard")
    dispute = a_dispute()
    text = page(browser, "dashboard")
    assert dispute.reference in text
    assert "(1 need you)" in text


def test_an_officer_whose_decision_is_disputed_is_led_to_it() -> None:
    dispute = a_dispute()
    assert reverse("disputes") in page(signed_in(dispute.respondent), "my-cases")
    assert reverse("disputes") not in page(signed_in(make.an_officer()), "my-cases")


def test_the_case_names_the_dispute_to_everybody_and_links_it_for_those_who_may_open_it(
    monitoring_officer: Person,
) -> None:
    dispute = a_dispute()
    link = reverse("dispute", args=[dispute.reference])
    routing = make.a_holder_of(Post.DEMOCRATIC_SERVICES)
    for person, linked in ((dispute.opened_by, True), (dispute.respondent, True)):
        assert (link in page(signed_in(person), "enquiry", dispute.case_reference)) == linked
    text = page(signed_in(routing), "enquiry", dispute.case_reference)
    assert dispute.reference in text
    assert link not in text


def test_opening_the_page_of_a_confidential_dispute_is_kept(monitoring_officer: Person) -> None:
    dispute = a_dispute(an_enquiry_with_something_withheld(is_confidential=True))
    kept = CaseEvent.objects.filter(kind="security.confidential-dispute-opened")
    page(signed_in(dispute.opened_by), "dispute", dispute.reference)
    assert not kept.exists()
    page(signed_in(monitoring_officer), "dispute", dispute.reference)
    assert [event.by for event in kept] == [monitoring_officer]


def test_each_side_reads_on_the_case_how_it_was_decided_and_what_must_happen() -> None:
    officer = make.a_holder_of(Post.MONITORING_OFFICER)
    dispute = a_dispute()
    determined(dispute, by=officer)
    enquiry = enquiry_of(dispute)
    assert enquiry.owner is not None
    heading = {enquiry.member: "You do not agree", enquiry.owner: "The member does not agree"}
    for person, words in heading.items():
        page = signed_in(person).get(reverse("enquiry", args=[enquiry.reference])).content.decode()
        assert words in page
        assert "The member is right" in page
        assert MUST_DO in page


def test_whoever_may_not_read_the_dispute_reads_on_the_case_that_there_is_one_and_no_more() -> None:
    dispute = a_dispute()
    determined(dispute, by=make.a_holder_of(Post.MONITORING_OFFICER))
    enquiry = enquiry_of(dispute)
    colleague = make.an_officer(team=enquiry.team)
    page = signed_in(colleague).get(reverse("enquiry", args=[enquiry.reference])).content.decode()
    assert dispute.reference in page
    assert MUST_DO not in page
