"""The pages on which a complaint goes on: pressed by whose part it is, with what stands on the case then."""

import datetime

import pytest
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone

from casework.models import CaseEvent, Delivery
from casework.wording import short_date
from complaints.models import Complaint, Handler, Side, Writing
from complaints.states import ComplaintState
from complaints.subscribers import case as letters
from council.models import Person
from rulebook.complaint import PartyKind
from tests.complaints.test_case_page import open_page, text_of
from tests.factories import council as make
from tests.factories.browsers import signed_in
from tests.factories.complaints import CONCERN, a_complaint, dealing

pytestmark = pytest.mark.django_db
WEEK = short_date(timezone.localdate() + datetime.timedelta(days=7))
YESTERDAY = short_date(timezone.localdate() - datetime.timedelta(days=1))


def in_stage(state: ComplaintState, **more: object) -> tuple[Complaint, Person]:
    """A complaint, and the officer who receives and investigates it."""
    complaint, officer = a_complaint(state=state, **{"subject_knows": True, **more}), make.an_officer()
    dealing(complaint, officer)
    dealing(complaint, officer, Handler.Part.INVESTIGATOR)
    return complaint, officer


def send(person: Person | None, page: str, row: Complaint, /, **boxes: object) -> HttpResponse:
    """What came of sending a page, at the page where it leads."""
    assert person is not None
    now = Complaint.objects.get(pk=row.pk)
    given = {"version": now.version, "token": f"{page}-{now.version}", **boxes}
    return signed_in(person).post(reverse(page, args=[row.reference]), given, follow=True)


def again(row: Complaint) -> Complaint:
    return Complaint.objects.get(pk=row.pk)


def test_a_complaint_goes_from_the_acknowledgement_to_the_findings() -> None:
    complaint, officer = in_stage(ComplaintState.RECEIVED, subject_knows=False)
    concern = complaint.writings.get(kind=Writing.Kind.CONCERN)
    for name, boxes, stands in (
        ("complaint-acknowledge", {"next_on": WEEK, "words": "We have it."}, "The complaint is acknowledged"),
        ("complaint-tell-subject", {"when": "now", "writings": [concern.pk]}, "It is recorded"),
        ("complaint-assess", {"follows": "investigate", "words": "It must be seen."}, "assessment is saved"),
        ("complaint-begin", {}, "The investigation has begun"),
        ("complaint-ask-reply", {"words": "Were you there?", "reply_by": WEEK}, "They are asked to reply"),
        (
            "complaint-interview",
            {"side": "witness", "name": "Ines Duarte", "on": YESTERDAY, "words": "She saw it."},
            "note of the interview, or the statement, is on the file",
        ),
        (
            "complaint-disclose",
            {"writings": [concern.pk], "side": "subject", "reason": "It is needed."},
            "They can read it now",
        ),
        ("complaint-draft", {"words": "It seems so.", "comments_by": WEEK}, "Both sides have the draft"),
        ("complaint-progress", {"words": "A draft is out.", "next_on": WEEK}, "has been told how it goes"),
    ):
        answer = send(officer, name, complaint, **boxes)
        assert answer.status_code == 200, name
        assert stands in text_of(answer.content.decode()), (name, text_of(answer.content.decode()))
    for person in (complaint.complainant, complaint.subject):
        said = send(person, "complaint-add", complaint, kind="on-draft", words="It was not so.")
        assert "It is on the file" in said.content.decode()
    answer = send(officer, "complaint-findings", complaint, words="Partly so.")
    assert "The findings are with whoever decides" in answer.content.decode()
    page = text_of(answer.content.decode())
    assert "With Ines Duarte" in page
    assert "Only those who deal with it can read it." in page
    assert complaint.complainant is not None
    assert complaint.subject is not None
    for person in (complaint.complainant, complaint.subject):
        page = open_page(person, complaint)
        for hidden in ("Ines Duarte", "Partly so.", "It must be seen.", "It is needed."):
            assert hidden not in page, hidden
    assert "A draft is out." not in open_page(complaint.subject, complaint)


WRONG: tuple[tuple[ComplaintState, str, dict[str, object], str], ...] = (
    (
        ComplaintState.RECEIVED,
        "complaint-acknowledge",
        {"next_on": YESTERDAY},
        "The day must be in the future",
    ),
    (ComplaintState.RECEIVED, "complaint-acknowledge", {"next_on": "1/1/2190"}, "no later than the interval"),
    (ComplaintState.ACKNOWLEDGED, "complaint-assess", {}, "Choose what happens with it"),
    (ComplaintState.INVESTIGATING, "complaint-progress", {"next_on": WEEK}, "Say how it goes"),
    (
        ComplaintState.INVESTIGATING,
        "complaint-ask-reply",
        {"words": "So?", "reply_by": YESTERDAY},
        "The day must be in the future",
    ),
    (
        ComplaintState.INVESTIGATING,
        "complaint-interview",
        {"side": "witness", "on": WEEK, "words": "So."},
        "The day must be today or in the past",
    ),
    (
        ComplaintState.INVESTIGATING,
        "complaint-interview",
        {"side": "witness", "on": YESTERDAY, "words": "So."},
        "Enter the name of the witness",
    ),
    (ComplaintState.INVESTIGATING, "complaint-disclose", {"side": "subject"}, "Choose which papers"),
    (ComplaintState.INVESTIGATING, "complaint-draft", {"comments_by": WEEK}, "Write the draft"),
)


@pytest.mark.parametrize(("state", "name", "boxes", "says"), WRONG)
def test_what_is_missing_is_said_and_nothing_is_done(
    state: ComplaintState, name: str, boxes: dict[str, object], says: str
) -> None:
    complaint, officer = in_stage(state)
    answer = send(officer, name, complaint, **boxes)
    assert says in answer.content.decode()
    assert again(complaint).version == complaint.version


def test_why_it_waits_is_asked_for() -> None:
    complaint, officer = in_stage(ComplaintState.ACKNOWLEDGED, subject_knows=False)
    answer = send(officer, "complaint-tell-subject", complaint, when="wait")
    assert "Say why it waits" in answer.content.decode()
    answer = send(officer, "complaint-tell-subject", complaint, when="wait", reason="Papers would go.")
    assert "It is recorded" in answer.content.decode()
    assert again(complaint).subject_told_at is None


def test_an_empty_addition_is_refused_and_a_side_is_offered_what_is_its_own() -> None:
    complaint, _officer = in_stage(ComplaintState.INVESTIGATING)
    answer = send(complaint.complainant, "complaint-add", complaint, kind="statement")
    assert "Write something or choose a file" in answer.content.decode()
    assert 'value="reply"' not in answer.content.decode()
    answer = send(complaint.subject, "complaint-add", complaint, words="So.")
    assert 'value="reply"' in answer.content.decode()
    assert 'value="on-draft"' not in answer.content.decode()


def test_how_grave_it_is_is_asked_at_wokingham() -> None:
    kinds = {"complainant_kind": PartyKind.OFFICER, "subject_kind": PartyKind.MEMBER}
    complaint, officer = in_stage(ComplaintState.ACKNOWLEDGED, protocol="wokingham-2014", **kinds)
    answer = send(officer, "complaint-assess", complaint, follows="decide", words="So.")
    assert "Choose how grave it is" in answer.content.decode()
    send(officer, "complaint-assess", complaint, follows="decide", words="So.", severity="minor")
    assert again(complaint).severity == "minor"


def test_what_is_asked_of_whoever_complains_stands_on_their_page_with_its_paragraphs() -> None:
    complaint, officer = in_stage(ComplaintState.INVESTIGATING)
    assert complaint.complainant is not None
    page = open_page(complaint.complainant, complaint)
    for says in (
        "Keep the investigation, and what follows it, confidential.",
        "Do not try improperly to influence what is done.",
        "Accept the decision of management.",
        "Say that you have read this",
    ):
        assert says in page
    assert complaint.subject is not None
    assert "asked of you meanwhile" not in open_page(complaint.subject, complaint)
    assert "asked of you meanwhile" not in open_page(officer, complaint)
    answer = send(complaint.complainant, "complaint-bearing", complaint)
    assert "It is recorded that you have read this" in answer.content.decode()
    assert "Say that you have read this" not in open_page(complaint.complainant, complaint)


def test_what_is_asked_for_stands_on_the_page_of_whom_it_is_asked() -> None:
    complaint, officer = in_stage(ComplaintState.INVESTIGATING)
    send(officer, "complaint-ask-reply", complaint, words="Were you there?", reply_by=WEEK)
    assert complaint.subject is not None
    assert complaint.complainant is not None
    assert "You are asked to reply." in open_page(complaint.subject, complaint)
    assert "asked to reply" not in open_page(complaint.complainant, complaint)
    copied = make.an_officer()
    dealing(complaint, copied, Handler.Part.COPIED)
    assert "The other side is asked to reply." in open_page(officer, complaint)
    assert "asked to reply." not in open_page(copied, complaint)


def test_whoever_receives_it_chooses_who_investigates_and_nobody_who_is_barred() -> None:
    complaint = a_complaint(state=ComplaintState.ASSESSED, subject_knows=True, protocol="haringey")
    officer, head = make.an_officer(), make.an_officer(grade="head-of-service")
    dealing(complaint, officer)
    below = make.an_officer(grade="head-of-service")
    below.appointments.update(line_manager=complaint.subject)
    assert complaint.subject is not None
    answer = send(officer, "complaint-investigator", complaint, person=complaint.subject.pk)
    assert answer.context["form"].errors["person"]
    answer = send(officer, "complaint-investigator", complaint, person=below.pk)
    assert answer.status_code == 403
    assert "answer to the person complained about" in text_of(answer.content.decode())
    assert not complaint.handlers.filter(part=Handler.Part.INVESTIGATOR).exists()
    answer = send(officer, "complaint-investigator", complaint, person=head.pk)
    assert "They are asked to look into it" in answer.content.decode()
    row = complaint.handlers.get(part=Handler.Part.INVESTIGATOR)
    assert (row.person, row.confirmed_by, row.accepted_at) == (head, officer, None)
    assert Delivery.objects.get(event__kind="complaint.handler_named").person == head


def test_whoever_stood_aside_is_not_chosen_again_and_whoever_accepted_need_not_again() -> None:
    complaint = a_complaint(state=ComplaintState.ASSESSED, subject_knows=True, protocol="haringey")
    officer, head = make.an_officer(), make.an_officer(grade="head-of-service")
    dealing(complaint, officer)
    row = dealing(complaint, head)
    row.ended_at, row.ended_because = timezone.now(), Handler.Ended.STOOD_ASIDE
    row.save()
    answer = send(officer, "complaint-investigator", complaint, person=head.pk)
    assert "They stood aside from this complaint." in answer.content.decode()
    send(officer, "complaint-investigator", complaint, person=officer.pk)
    assert complaint.handlers.get(part=Handler.Part.INVESTIGATOR).accepted_at is not None


PAGES = (
    "complaint-investigator",
    "complaint-acknowledge",
    "complaint-tell-subject",
    "complaint-assess",
    "complaint-begin",
    "complaint-progress",
    "complaint-add",
    "complaint-bearing",
    "complaint-interview",
    "complaint-ask-reply",
    "complaint-disclose",
    "complaint-draft",
    "complaint-findings",
)


@pytest.mark.parametrize("name", PAGES)
def test_no_page_is_there_for_whoever_may_not_know_of_it(name: str) -> None:
    complaint = a_complaint(state=ComplaintState.INVESTIGATING)
    assert complaint.subject is not None
    browser = signed_in(complaint.subject)
    for answer in (
        browser.get(reverse(name, args=[complaint.reference])),
        browser.post(reverse(name, args=[complaint.reference]), {"token": "x", "words": "So."}),
    ):
        assert answer.status_code == 404


@pytest.mark.parametrize("name", PAGES)
def test_whoever_only_has_a_copy_reads_on_each_page_why_it_is_not_theirs(name: str) -> None:
    complaint, _officer = in_stage(ComplaintState.INVESTIGATING)
    copied = make.an_officer()
    dealing(complaint, copied, Handler.Part.COPIED)
    answer = signed_in(copied).get(reverse(name, args=[complaint.reference]))
    assert answer.status_code == 403
    assert "<form method" not in answer.content.decode().split('id="main-content"')[1]


def test_letters_say_a_number_and_a_link_and_no_name_nor_word_of_it() -> None:
    complaint, officer = in_stage(ComplaintState.RECEIVED, subject_knows=False)
    send(officer, "complaint-acknowledge", complaint, next_on=WEEK, words="We have it.")
    send(officer, "complaint-tell-subject", complaint, when="now")
    send(officer, "complaint-assess", complaint, follows="investigate", words="It must be seen.")
    send(officer, "complaint-begin", complaint)
    send(officer, "complaint-ask-reply", complaint, words="Were you there?", reply_by=WEEK)
    send(officer, "complaint-draft", complaint, words="It seems so.", comments_by=WEEK)
    send(complaint.subject, "complaint-add", complaint, kind="reply", words="I did not.")
    owed = Delivery.objects.filter(event__stream=complaint.stream).select_related("event", "person")
    assert {one.event.kind for one in owed} == {
        "complaint.acknowledged",
        "complaint.subject_told",
        "complaint.investigating",
        "complaint.reply_asked",
        "complaint.drafted",
        "complaint.added",
    }
    names = [one.last_name for one in Person.objects.all()]
    for one in owed:
        letter = letters.render(one.person, one.event)
        words = " ".join((letter.subject, *letter.lines))
        assert complaint.reference in letter.subject
        assert letter.link == f"/complaints/{complaint.reference}/"
        for secret in (CONCERN, "We have it", "Were you there", "It seems so", "I did not", *names):
            assert secret not in words
        assert letters.may_receive(one.person, one.event, timezone.localdate()).allowed


def test_a_letter_to_somebody_who_deals_with_it_no_longer_is_not_given_out() -> None:
    complaint, officer = in_stage(ComplaintState.INVESTIGATING)
    send(complaint.subject, "complaint-add", complaint, kind="reply", words="I did not.")
    Handler.objects.update(ended_at=timezone.now(), ended_because=Handler.Ended.STOOD_ASIDE)
    event = CaseEvent.objects.get(kind="complaint.added")
    assert not letters.may_receive(officer, event, timezone.localdate()).allowed
    assert Side.SUBJECT in complaint.writings.values_list("side", flat=True)
