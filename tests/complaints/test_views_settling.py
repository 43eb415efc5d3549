"""The pages of the informal stage in a browser: who presses what, and what the other side reads of it."""

import datetime
from typing import Any

import pytest
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone

from complaints.models import Attempt, Complaint, Handler
from complaints.states import ComplaintState
from council.models import Person
from rulebook.complaint import PartyKind
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.browsers import signed_in
from tests.factories.complaints import CONCERN, WANTED, a_complaint
from tests.factories.pages import read_of, send
from tests.factories.settling import AGREED, a_concern, a_helper, again, complainant, subject, told, tried

pytestmark = pytest.mark.django_db
PAGES = ("ask-helper", "help", "show-words", "spoke", "tried", "go-formal", "allege", "take-back")


def _see(person: Person, name: str, row: Complaint) -> HttpResponse:
    return signed_in(person).get(reverse(name, args=[row.reference]))


def _send(person: Person, name: str, row: Complaint, **boxes: Any) -> HttpResponse:
    return send(signed_in(person), name, again(row), **boxes)


@pytest.fixture
def manager() -> Person:
    return make.an_officer(name="Grace Lowe")


@pytest.fixture
def row(manager: Person) -> Complaint:
    make.a_holder_of(Post.CHIEF_EXECUTIVE)
    make.a_holder_of(Post.MONITORING_OFFICER)
    return a_concern(subject=make.an_officer(line_manager=manager))


def test_from_asking_for_help_to_settled_each_presses_their_own_buttons(
    row: Complaint, manager: Person
) -> None:
    by, about = complainant(row), subject(row)
    assert "Grace Lowe" in read_of(_see(by, "complaint-ask-helper", row))
    _send(by, "complaint-ask-helper", row, helper=manager.pk)
    # Whoever is asked reads nothing before they answer, and is led to the question.
    page = signed_in(manager).get(reverse("complaint", args=[row.reference]), follow=True)
    assert page.redirect_chain
    assert CONCERN not in read_of(page)
    assert CONCERN in read_of(_send(manager, "complaint-help", row, helps="yes"))
    first = again(row).writings.get(kind="concern")
    _send(by, "complaint-show-words", row, shown=[first.pk], words="", tell="later")
    assert _see(about, "complaint", row).status_code == 404
    assert CONCERN in read_of(_see(manager, "complaint-spoke", row))
    _send(manager, "complaint-spoke", row)
    shown = read_of(_see(about, "complaint", row))
    assert CONCERN in shown
    assert WANTED not in shown
    _send(manager, "complaint-tried", row, tried_on="today", helper=manager.pk, words=AGREED)
    assert not Attempt.objects.exists()
    today = timezone.localdate().strftime("%d/%m/%Y")
    _send(manager, "complaint-tried", row, tried_on=today, helper=manager.pk, words=AGREED)
    attempt = Attempt.objects.get()
    for person in (by, about):
        url = reverse("complaint-said", args=[row.reference, attempt.pk])
        assert url in _see(person, "complaint", row).content.decode()
        boxes = {"version": again(row).version, "token": f"said-{person.pk}", "settled": "yes"}
        signed_in(person).post(url, boxes)
    assert again(row).state == ComplaintState.CLOSED
    for person in (by, about, manager):
        page = read_of(_see(person, "complaint", row))
        assert "It is settled. This is what was agreed." in page
        assert AGREED in page


def test_whoever_does_not_help_goes_home_and_finds_nothing_there(row: Complaint) -> None:
    helper = a_helper(row, helps=False)
    assert _send(helper, "complaint-help", row, helps="no").status_code == 200
    assert _see(helper, "complaint", row).status_code == 404
    assert Handler.objects.get(person=helper).ended_because == "declined"


def test_the_page_shows_the_day_and_the_paragraph(row: Complaint) -> None:
    page = read_of(_see(complainant(row), "complaint", row))
    assert "If there is no answer to what was tried by" in page
    assert "8.1" in page or "section 8" in page.lower()


def test_without_a_reason_it_does_not_go_on_and_nothing_typed_is_lost(row: Complaint) -> None:
    by = complainant(row)
    page = read_of(_send(by, "complaint-go-formal", row, reason=""))
    assert "Say why you do not wait" in page
    _send(by, "complaint-go-formal", row, reason="I am afraid of him.")
    assert again(row).state == ComplaintState.RECEIVED


def test_where_it_was_tried_no_reason_is_asked_for(row: Complaint) -> None:
    row = told(row)
    tried(row, subject(row), settled=False)
    page = read_of(_see(complainant(row), "complaint-go-formal", row))
    assert "is not settled. Your complaint now goes" in page
    assert "Why you do not wait" not in page
    _send(complainant(row), "complaint-go-formal", row)
    assert again(row).informal_tried


def test_where_one_of_several_may_receive_it_whoever_complains_chooses(row: Complaint) -> None:
    directorate = make.a_directorate()
    director = make.a_holder_of(Post.EXECUTIVE_DIRECTOR, directorate=directorate)
    subject(row).appointments.update(directorate=directorate)
    by = complainant(row)
    page = read_of(_see(by, "complaint-go-formal", row))
    assert "Who receives it?" in page
    assert "It goes to:" not in page
    assert "A copy goes to:" in page
    reason = "I am afraid of him."
    assert "Choose who receives it" in read_of(_send(by, "complaint-go-formal", row, reason=reason))
    _send(by, "complaint-go-formal", row, reason=reason, choice=director.pk)
    assert again(row).handlers.get(part=Handler.Part.RECIPIENT).person == director


def test_each_side_reads_its_own_word_as_its_own(row: Complaint) -> None:
    row = told(row)
    tried(row, complainant(row), settled=False)
    mine, theirs = (
        read_of(_see(complainant(row), "complaint", row)),
        read_of(_see(subject(row), "complaint", row)),
    )
    assert "You You say that it is not settled" in mine
    assert "The other side Has not said yet" in mine
    assert "You You have not said yet" in theirs
    assert "Whoever raised it Says that it is not settled" in theirs
    assert "You can go on formally." in mine
    assert "You can go on formally." not in theirs


def test_something_graver_is_sent_formally_at_once(row: Complaint) -> None:
    by = complainant(row)
    assert "Nobody is asked to settle these things quietly" in read_of(_see(by, "complaint-allege", row))
    assert "Choose what else" in read_of(_send(by, "complaint-allege", row, words="He took money."))
    _send(by, "complaint-allege", row, alleges=["fraud"], words="He took money.")
    assert again(row).state == ComplaintState.RECEIVED


def test_what_is_added_is_not_told_to_the_other_side_which_knows_of_the_first_part(row: Complaint) -> None:
    row = told(row)
    assert "Conduct" in read_of(_see(subject(row), "complaint", row))
    _send(complainant(row), "complaint-allege", row, alleges=["fraud"], words="He took money.")
    page = read_of(_see(subject(row), "complaint", row))
    assert "Received" in page
    assert not [words for words in ("Fraud", "money", "Conduct") if words in page]


@pytest.mark.parametrize(("alleged", "warns"), [("bullying", True), ("conduct", False)])
def test_of_a_grave_one_the_page_says_that_the_council_may_have_to_go_on(alleged: str, warns: bool) -> None:
    row = a_complaint(alleges=[alleged])
    page = read_of(_see(complainant(row), "complaint-take-back", row))
    assert ("may still have to act" in page) is warns
    _send(complainant(row), "complaint-take-back", row, reason="")
    assert again(row).state == ComplaintState.WITHDRAWN


def test_a_member_may_be_asked_where_the_text_lets_members_help() -> None:
    member = make.a_member(name="Beth Marsh")
    kinds = {"complainant_kind": PartyKind.OFFICER, "subject_kind": PartyKind.MEMBER}
    row = a_concern(
        protocol="mwda",
        complainant=make.an_officer(line_manager=make.an_officer()),
        subject=make.a_member(),
        **kinds,
    )
    assert "Beth Marsh" in read_of(_see(complainant(row), "complaint-ask-helper", row))
    assert "Choose one person" in read_of(_send(complainant(row), "complaint-ask-helper", row))
    _send(complainant(row), "complaint-ask-helper", row, helper=member.pk)
    assert Handler.objects.get().person == member


def test_a_day_that_has_not_come_is_no_day_on_which_something_was_tried(row: Complaint) -> None:
    later = (timezone.localdate() + datetime.timedelta(days=1)).strftime("%d/%m/%Y")
    page = _send(complainant(row), "complaint-tried", row, tried_on=later, helper="0", words=AGREED)
    assert "cannot be after today" in read_of(page)
    assert AGREED in read_of(page)


@pytest.mark.parametrize("page", PAGES)
def test_whoever_may_not_know_of_it_finds_the_page_of_a_number_that_never_was(
    row: Complaint, page: str
) -> None:
    browser = signed_in(subject(row))
    name = f"complaint-{page}"
    real = browser.get(reverse(name, args=[row.reference]))
    never = browser.get(reverse(name, args=["CMP-2222-2"]))
    assert (real.status_code, never.status_code) == (404, 404)
    assert _without(real, row.reference) == _without(never, "CMP-2222-2")


def _without(page: HttpResponse, reference: str) -> str:
    return page.content.decode().replace(reference, "")


def test_the_attempt_of_another_concern_is_not_opened_through_this_one(row: Complaint) -> None:
    other = told(a_concern(complainant=complainant(row)))
    stranger = tried(other, subject(other))
    url = reverse("complaint-said", args=[row.reference, stranger.pk])
    assert signed_in(complainant(row)).get(url).status_code == 404
