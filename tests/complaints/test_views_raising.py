"""The pages on which a concern is raised: found by name, written, shown where it goes, sent or kept."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from complaints.models import Complaint
from complaints.states import ComplaintState
from council.models import Person
from tests.complaints.a_council import Council
from tests.factories import council as make
from tests.factories.browsers import signed_in
from tests.factories.complaints import a_complaint
from tests.factories.pages import read_of, text_of

pytestmark = pytest.mark.django_db

WORDS: dict[str, Any] = {
    "about": ["conduct"],
    "what": "He shouted at me in the corridor after the meeting.",
    "wanted": "An apology.",
    "in_public": "no",
    "tried": "tried",
    "tried_words": "We met on 3 March.",
}


@pytest.fixture
def council() -> Council:
    return Council()


def about(person: Person) -> str:
    return reverse("complaint-raise-about", args=[person.pk])


def raised(browser: Client, person: Person, **changed: object) -> Complaint:
    answer = browser.post(about(person), {**WORDS, **changed})
    assert answer.status_code == 302, text_of(answer)
    row = Complaint.objects.get()
    assert answer["Location"] == reverse("complaint-send", args=[row.reference])
    return row


def where(row: Complaint) -> str:
    return reverse("complaint-send", args=[row.reference])


def test_a_person_is_found_by_part_of_the_name_and_never_oneself(council: Council) -> None:
    wanted = make.an_officer(name="Rosalind Quayle")
    make.an_officer(name="Rosamund Gone", to_on=make.LONG_AGO)
    browser = signed_in(make.a_member(name="Rosa Quayleson"))
    page = text_of(browser.get(reverse("complaint-raise"), {"q": "quayle"}))
    assert "Rosalind Quayle" in page
    assert about(wanted) in page
    assert "Rosa Quayleson</a>" not in page
    assert "Rosamund Gone" not in text_of(browser.get(reverse("complaint-raise"), {"q": "rosamund"}))
    assert "Find" in text_of(browser.get(reverse("complaint-raise")))


def test_a_concern_is_written_shown_and_sent_to_the_one_chosen(council: Council) -> None:
    browser = signed_in(council.member)
    row = raised(browser, council.officer)
    answer = browser.get(where(row))
    page = read_of(answer)
    for one in (council.director, council.chief, council.monitoring):
        assert one.name in page
    assert "WF-8.2" in text_of(answer)
    assert "We met on 3 March." in page
    assert "Keep it as a note" in page
    answer = browser.post(where(row), {"choice": council.chief.pk, "version": row.version})
    assert answer["Location"] == reverse("complaint", args=[row.reference])
    assert Complaint.objects.get().state == ComplaintState.RECEIVED


def test_nobody_else_sees_the_note_nor_its_pages(council: Council) -> None:
    row = raised(signed_in(council.member), council.officer)
    for person in (council.officer, council.chief, council.monitoring, council.leader):
        browser = signed_in(person)
        for name in ("complaint-send", "complaint-change"):
            assert browser.get(reverse(name, args=[row.reference])).status_code == 404
            assert browser.post(reverse(name, args=[row.reference]), WORDS).status_code == 404


def test_the_page_of_a_note_leads_on_to_where_it_goes(council: Council) -> None:
    browser = signed_in(council.member)
    row = raised(browser, council.officer)
    assert where(row) in text_of(browser.get(reverse("complaint", args=[row.reference])))


def test_a_note_is_changed_with_what_was_typed_before_in_its_boxes(council: Council) -> None:
    browser = signed_in(council.member)
    row = raised(browser, council.officer, tried="skip", tried_words="I am afraid of him.")
    change = reverse("complaint-change", args=[row.reference])
    page = text_of(browser.get(change))
    assert WORDS["what"] in page
    assert "I am afraid of him." in page
    browser.post(change, {**WORDS, "what": "He shouted twice.", "version": row.version})
    assert row.writings.get(kind="concern").text == "He shouted twice."


def test_whoever_was_quicker_costs_nobody_their_words(council: Council) -> None:
    browser = signed_in(council.member)
    row = raised(browser, council.officer)
    change = reverse("complaint-change", args=[row.reference])
    page = text_of(browser.post(change, {**WORDS, "what": "He shouted twice.", "version": row.version - 1}))
    assert "He shouted twice." in page
    assert row.writings.get(kind="concern").text == WORDS["what"]


MISSING = {
    "what": ("what", "Say what happened"),
    "what would put it right": ("wanted", "Say what would put it right"),
    "what it is about": ("about", "Choose what it is about"),
    "whether in public": ("in_public", "raised in public"),
    "whether it was tried": ("tried", "Say whether you tried to settle it informally"),
    "what was tried": ("tried_words", "Say what you have tried, or why you cannot"),
}


@pytest.mark.parametrize("case", MISSING)
def test_what_is_missing_is_asked_for(council: Council, case: str) -> None:
    box, sentence = MISSING[case]
    answer = signed_in(council.member).post(
        about(council.officer), {**WORDS, box: [] if box == "about" else ""}
    )
    assert sentence in read_of(answer)
    assert not Complaint.objects.exists()


def test_bullying_needs_no_reason_to_pass_over_the_informal_stage(council: Council) -> None:
    browser = signed_in(council.member)
    row = raised(browser, council.officer, about=["bullying"], tried="", tried_words="")
    assert "A formal complaint" in read_of(browser.get(where(row)))


def test_what_was_not_tried_shows_who_can_help_and_that_nobody_need(council: Council) -> None:
    browser = signed_in(council.member)
    row = raised(browser, council.officer, tried="first", tried_words="")
    page = read_of(browser.get(where(row)))
    assert "First: to be settled informally" in page
    assert council.manager.name in page
    assert "I first speak to the other person myself" in page
    browser.post(where(row), {"choice": "0", "version": row.version})
    assert Complaint.objects.get().state == ComplaintState.INFORMAL


def test_words_of_abuse_are_met_with_an_example_and_may_be_sent(council: Council) -> None:
    browser = signed_in(council.member)
    row = raised(browser, council.officer, what="He is a liar and useless.")
    page = read_of(browser.get(where(row)))
    assert "may read as an attack on the person: liar, useless" in page
    browser.post(where(row), {"choice": council.chief.pk, "version": row.version})
    assert Complaint.objects.get().state == ComplaintState.RECEIVED


def test_a_complaint_outside_the_protocol_shows_the_procedure_and_the_words_for_copying(
    council: Council,
) -> None:
    answer = signed_in(council.officer).post(about(council.head), WORDS)
    assert answer.status_code == 403
    page = read_of(answer)
    assert "the grievance procedure" in page
    assert WORDS["what"] in page
    assert not Complaint.objects.exists()


def test_fraud_names_the_procedure_made_for_it_first(council: Council) -> None:
    browser = signed_in(council.member)
    row = raised(browser, council.officer, about=["fraud"], tried="", tried_words="")
    page = read_of(browser.get(where(row)))
    assert "Fraud has a procedure made for it, which comes first: the whistleblowing procedure" in page


def test_a_member_reads_that_they_only_report_or_give_evidence(council: Council) -> None:
    browser = signed_in(council.member)
    row = raised(browser, council.officer)
    answer = browser.get(where(row))
    assert "only reports to the manager or gives evidence" in read_of(answer)
    assert "WF-5.6" in text_of(answer)


def test_whoever_is_left_out_is_named_with_the_reason(council: Council) -> None:
    council.director.appointments.update(line_manager=council.officer)
    browser = signed_in(council.member)
    row = raised(browser, council.officer)
    page = read_of(browser.get(where(row)))
    assert f"{council.director.name}" in page
    assert "because they answer to the person complained about" in page


def test_an_officer_reads_that_own_employment_is_no_matter_for_members(council: Council) -> None:
    answer = signed_in(council.officer).get(about(council.member))
    assert "This is not the place for your own employment" in read_of(answer)
    assert "WF-5.3" in text_of(answer)
    assert "This is not the place" not in read_of(signed_in(council.member).get(about(council.officer)))


def test_a_member_of_haringey_who_is_unsure_is_sent_to_their_own_whip(
    council: Council, settings: Settings
) -> None:
    settings.PROTOCOL = "haringey"
    answer = signed_in(council.member).get(about(council.officer))
    assert council.whip.name in read_of(answer)
    assert "HA-5.3" in text_of(answer)
    assert "Do not raise this in public" in read_of(answer)
    # A whip is not told to ask themselves.
    assert "of your group" not in read_of(signed_in(council.whip).get(about(council.officer)))


def test_what_was_raised_in_public_is_warned_of_where_the_text_forbids_it(
    council: Council, settings: Settings
) -> None:
    settings.PROTOCOL = "haringey"
    browser = signed_in(council.member)
    row = raised(browser, council.officer, in_public="yes")
    assert "The protocol does not allow that" in read_of(browser.get(where(row)))


def test_one_member_about_another_says_whether_it_is_about_officers(
    council: Council, settings: Settings
) -> None:
    settings.PROTOCOL = "haringey"
    browser = signed_in(council.member)
    answer = browser.post(about(council.chairman), WORDS)
    assert "Say whether it is about how the member deals with officers" in read_of(answer)
    row = raised(browser, council.chairman, toward_officers="yes")
    assert council.whip.name in read_of(browser.get(where(row)))


def test_what_was_sent_cannot_be_sent_again_and_says_so(council: Council) -> None:
    row = a_complaint(complainant=council.member, subject=council.officer)
    answer = signed_in(council.member).get(where(row))
    assert answer.status_code == 403
    assert "This concern was sent already" in read_of(answer)


def test_pressed_twice_it_is_noted_once(council: Council) -> None:
    browser = signed_in(council.member)
    for _time in range(2):
        browser.post(about(council.officer), {**WORDS, "token": "t" * 32})
    assert Complaint.objects.count() == 1


def test_one_of_the_public_raises_nothing_here(council: Council) -> None:
    stranger = make.a_member(kind="independent")
    answer = signed_in(stranger).get(reverse("complaint-raise"))
    assert answer.status_code == 403
    assert "Members and officers raise a concern here" in read_of(answer)
