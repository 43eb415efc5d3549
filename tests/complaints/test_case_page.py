"""The page of a complaint: who gets it, what each reads on it, and the duty that stands before it."""

import re
from html import unescape
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from casework.actions.announcing import announce
from casework.actions.attaching import attach
from casework.models import CaseEvent
from complaints import events
from complaints.models import Complaint, Disclosed, Handler, Side, Writing
from complaints.states import ComplaintState
from council.models import Person
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.browsers import signed_in
from tests.factories.complaints import CONCERN, a_complaint, dealing
from tests.factories.pages import body_of
from tests.factories.portal import a_pdf

pytestmark = pytest.mark.django_db


def open_page(person: Person, complaint: Complaint) -> str:
    """The page as somebody reads it; it has to be there."""
    answer = signed_in(person).get(reverse("complaint", args=[complaint.reference]))
    assert answer.status_code == 200, answer.content.decode()
    return text_of(answer.content.decode())


def text_of(page: str) -> str:
    """Its words, without marks."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).replace("\xa0", " ").split())


def complains(complaint: Complaint) -> Person:
    assert complaint.complainant is not None
    return complaint.complainant


def is_about(complaint: Complaint) -> Person:
    assert complaint.subject is not None
    return complaint.subject


def openings(complaint: Complaint) -> int:
    return CaseEvent.objects.filter(stream=complaint.stream, kind=events.OPENED.name).count()


@pytest.mark.parametrize("state", ComplaintState)
def test_whoever_complains_reads_their_own_in_every_stage(state: ComplaintState) -> None:
    complaint = a_complaint(state=state, subject=make.an_officer(name="Owen Pell"))
    page = open_page(complains(complaint), complaint)
    assert CONCERN in page
    assert "about Owen Pell" in page
    assert openings(complaint) == 0


def test_a_number_that_somebody_may_not_know_is_the_page_of_one_that_never_was() -> None:
    complaint = a_complaint()
    for person in (is_about(complaint), make.a_holder_of(Post.MONITORING_OFFICER), make.a_member()):
        browser = signed_in(person)
        secret = browser.get(reverse("complaint", args=[complaint.reference]))
        never = browser.get(reverse("complaint", args=["CMP-0000-0"]))
        assert secret.status_code == never.status_code == 404
        assert _without_csrf(secret.content) == _without_csrf(never.content)
        assert browser.post(reverse("complaint", args=[complaint.reference])).status_code == 404
        assert browser.get(reverse("complaint-file", args=[complaint.reference, 1])).status_code == 404


def _without_csrf(page: bytes) -> str:
    return re.sub(r"csrfmiddlewaretoken[^>]+", "", page.decode())


def test_whoever_is_not_signed_in_is_asked_to_sign_in() -> None:
    complaint = a_complaint()
    answer = Client().get(reverse("complaint", args=[complaint.reference]))
    assert answer.status_code == 302
    assert "login" in answer["Location"]


def test_who_deals_with_it_reads_nothing_before_the_duty_is_accepted() -> None:
    complaint = a_complaint(subject=make.an_officer(name="Rosa Quillfeather"))
    chief = make.a_holder_of(Post.CHIEF_EXECUTIVE)
    row = dealing(complaint, chief, accepted=False)
    page = open_page(chief, complaint)
    assert "Keep this complaint confidential" in page
    assert CONCERN not in page
    assert "Rosa Quillfeather" not in page
    assert openings(complaint) == 0
    browser = signed_in(chief)
    refused = browser.get(reverse("complaint-file", args=[complaint.reference, 1]))
    assert refused.status_code == 403
    answer = browser.post(reverse("complaint", args=[complaint.reference]), {"token": "once"}, follow=True)
    assert CONCERN in answer.content.decode()
    assert Handler.objects.get(pk=row.pk).accepted_at is not None
    accepted = CaseEvent.objects.get(stream=complaint.stream, kind=events.DUTY_ACCEPTED.name)
    assert accepted.by == chief
    assert accepted.facts == {"complaint": complaint.pk, "handlers": str(row.pk)}


def test_the_duty_is_accepted_once_and_pressing_twice_does_nothing_more() -> None:
    complaint, chief = a_complaint(), make.a_holder_of(Post.CHIEF_EXECUTIVE)
    dealing(complaint, chief, accepted=False)
    browser, address = signed_in(chief), reverse("complaint", args=[complaint.reference])
    for _press in range(2):
        assert browser.post(address, {"token": "once"}).status_code == 302
    assert browser.post(address, {"token": "other"}).status_code == 403
    assert CaseEvent.objects.filter(kind=events.DUTY_ACCEPTED.name).count() == 1


def test_each_opening_by_somebody_who_deals_with_it_is_recorded() -> None:
    complaint, chief = a_complaint(), make.a_holder_of(Post.CHIEF_EXECUTIVE)
    dealing(complaint, chief)
    for time in (1, 2):
        assert CONCERN in open_page(chief, complaint)
        assert openings(complaint) == time
    opened = CaseEvent.objects.filter(kind=events.OPENED.name).first()
    assert opened is not None
    assert (opened.by, opened.audience, opened.facts["part"]) == (chief, "audit", "case")
    assert "Opened" not in open_page(chief, complaint)


def test_whoever_it_is_about_reads_nothing_that_was_not_disclosed() -> None:
    complaint = a_complaint(subject_knows=True, alleges=["fraud"])
    chief = make.a_holder_of(Post.CHIEF_EXECUTIVE)
    dealing(complaint, chief)
    copied = make.a_holder_of(Post.MONITORING_OFFICER)
    dealing(complaint, copied, Handler.Part.COPIED, post=Post.MONITORING_OFFICER)
    page = open_page(is_about(complaint), complaint)
    assert CONCERN not in page
    assert "Fraud" not in page
    assert "about you" in page
    assert chief.name in page
    assert copied.name not in page
    concern = complaint.writings.get(kind=Writing.Kind.CONCERN)
    Disclosed.objects.create(writing=concern, side=Side.SUBJECT, by=chief, at=timezone.now())
    page = open_page(is_about(complaint), complaint)
    assert CONCERN in page
    assert "Fraud" in page
    assert "can read it" not in page


def test_who_has_a_copy_stands_on_the_page_of_whoever_complains() -> None:
    complaint = a_complaint()
    copied = make.a_holder_of(Post.MONITORING_OFFICER)
    dealing(complaint, copied, Handler.Part.COPIED, post=Post.MONITORING_OFFICER)
    page = open_page(complains(complaint), complaint)
    assert f"{copied.name}, Monitoring Officer" in page


def test_the_timeline_shows_each_side_its_own() -> None:
    complaint, now = a_complaint(subject_knows=True), timezone.now()
    chief = make.a_holder_of(Post.CHIEF_EXECUTIVE)
    dealing(complaint, chief)
    for kind, side in (
        (events.PROGRESS, "complainant"),
        (events.REPLY_ASKED, "subject"),
        (events.ASSESSED, ""),
        (events.INVESTIGATING, ""),
        (events.OPENED, ""),
    ):
        facts = {"side": side} if side else {}
        announce(stream=complaint.stream, kind=kind, by=chief, at=now, facts=facts)
    labels = {kind: kind.label for kind in events.ALL}
    ours, theirs, all_ = (
        open_page(person, complaint) for person in (complains(complaint), is_about(complaint), chief)
    )
    assert labels[events.PROGRESS] in ours
    assert labels[events.REPLY_ASKED] not in ours
    assert labels[events.REPLY_ASKED] in theirs
    assert labels[events.PROGRESS] not in theirs
    for page in (ours, theirs):
        assert labels[events.INVESTIGATING] in page
        assert f"{labels[events.ASSESSED]} by {chief.name}" not in page
    for kind in (events.PROGRESS, events.REPLY_ASKED, events.ASSESSED, events.INVESTIGATING):
        assert f"{labels[kind]} by {chief.name}" in all_


def test_what_happens_next_stands_there_with_its_day_and_paragraph() -> None:
    complaint = a_complaint()
    page = open_page(complains(complaint), complaint)
    assert "You hear who has it, and when you hear again." in page
    Complaint.objects.update(acknowledge_by=make.LONG_AGO)
    page = open_page(complains(complaint), complaint)
    assert "Late" in page
    complaint = a_complaint(state=ComplaintState.INVESTIGATING)
    page = open_page(complains(complaint), complaint)
    assert "section 8" in page


def test_a_file_is_given_to_whoever_may_read_it_and_no_other(settings: Settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path
    complaint = a_complaint(subject_knows=True)
    chief = make.a_holder_of(Post.CHIEF_EXECUTIVE)
    dealing(complaint, chief)
    from_side = _with_file(complaint)
    address = reverse("complaint-file", args=[complaint.reference, from_side.pk])
    assert _taken(complains(complaint), address) == 200
    assert _taken(is_about(complaint), address) == 404
    assert _taken(chief, address) == 200
    opened = CaseEvent.objects.get(kind=events.OPENED.name)
    assert (opened.facts["part"], opened.facts["writing"]) == ("file", from_side.pk)
    assert signed_in(chief).get(reverse("complaint-file", args=[complaint.reference, 0])).status_code == 404


def _taken(person: Person, address: str) -> int:
    answer = signed_in(person).get(address)
    body_of(answer)
    return answer.status_code


def _with_file(complaint: Complaint) -> Writing:
    by, now = complains(complaint), timezone.now()
    kept = attach(stream=complaint.stream, upload=a_pdf(), by=by, at=now)
    return complaint.writings.create(
        kind=Writing.Kind.EVIDENCE, side=Side.COMPLAINANT, by=by, at=now, file=kept
    )
