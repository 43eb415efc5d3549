"""Who may know of a complaint, and read what of it: each part, with the nearly allowed person."""

import datetime
from collections.abc import Callable

import pytest
from django.utils import timezone

from complaints.models import Complaint, Disclosed, Handler, Opening, Side, Writing
from complaints.policies import parts, seeing
from complaints.queries import dealt_with_by, visible_to
from complaints.states import ComplaintState
from council.models import Person
from rulebook.decision import Outcome
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.complaints import a_complaint, dealing
from tests.factories.enquiries import on_day

pytestmark = pytest.mark.django_db


@pytest.fixture
def complaint() -> Complaint:
    return a_complaint()


def _manager_of_subject(complaint: Complaint) -> Person:
    assert complaint.subject is not None
    manager = make.an_officer()
    complaint.subject.appointments.update(line_manager=manager)
    return manager


def _assistant(complaint: Complaint) -> Person:
    assert complaint.complainant is not None
    return make.an_assistant_to(complaint.complainant)


# Who must not learn of it, though they are near.
NEARLY: dict[str, Callable[[Complaint], Person]] = {
    "a monitoring officer who deals with none": lambda _: make.a_holder_of(Post.MONITORING_OFFICER),
    "democratic services": lambda _: make.a_holder_of(Post.DEMOCRATIC_SERVICES),
    "the chief executive": lambda _: make.a_holder_of(Post.CHIEF_EXECUTIVE),
    "the manager of whom it is about": _manager_of_subject,
    "the assistant of the member who complains": _assistant,
    "another member": lambda _: make.a_member(),
    "an officer who left yesterday": lambda _: make.an_officer(
        to_on=timezone.localdate() - datetime.timedelta(days=1)
    ),
}


@pytest.mark.parametrize("who", NEARLY)
def test_whoever_has_no_part_never_learns_of_it(complaint: Complaint, who: str) -> None:
    person = NEARLY[who](complaint)
    assert not visible_to(on_day(person)).exists()
    assert seeing.may_know(on_day(person), complaint).outcome is not Outcome.ALLOWED
    assert not seeing.writings_for(on_day(person), complaint).exists()


def test_whoever_complains_sees_it_from_the_first_note_on() -> None:
    for state in ComplaintState:
        complaint = a_complaint(state=state)
        assert complaint.complainant is not None
        assert visible_to(on_day(complaint.complainant)).get(pk=complaint.pk)


def test_whoever_it_is_about_learns_of_it_when_told_and_not_before(complaint: Complaint) -> None:
    assert complaint.subject is not None
    subject = on_day(complaint.subject)
    assert not visible_to(subject).exists()
    assert parts.parts_of(subject, complaint) == frozenset()
    Complaint.objects.update(subject_told_at=timezone.now())
    complaint = visible_to(subject).get()
    assert parts.parts_of(subject, complaint) == {parts.Part.SUBJECT}
    # They know of it, and read no word that was not disclosed to them.
    assert not seeing.writings_for(subject, complaint).exists()


def test_a_party_never_deals_with_their_own_whatever_post_they_come_to_hold(complaint: Complaint) -> None:
    assert complaint.subject is not None
    dealing(complaint, complaint.subject)
    assert not visible_to(on_day(complaint.subject)).exists()
    assert not dealt_with_by(on_day(complaint.subject)).exists()
    assert not seeing.writings_for(on_day(complaint.subject), complaint).exists()


def test_who_deals_with_it_reads_it_after_accepting_the_duty(complaint: Complaint) -> None:
    chief = make.a_holder_of(Post.CHIEF_EXECUTIVE)
    row = dealing(complaint, chief, accepted=False)
    who = on_day(chief)
    assert seeing.may_know(who, complaint).allowed
    assert seeing.may_read(who, complaint).outcome is Outcome.REFUSED
    assert not seeing.writings_for(who, complaint).exists()
    Handler.objects.filter(pk=row.pk).update(accepted_at=timezone.now())
    assert seeing.writings_for(who, complaint).count() == 2


def test_who_deals_with_it_no_longer_knows_of_it_no_longer(complaint: Complaint) -> None:
    chief = make.a_holder_of(Post.CHIEF_EXECUTIVE)
    row = dealing(complaint, chief)
    Handler.objects.filter(pk=row.pk).update(ended_at=timezone.now(), ended_because=Handler.Ended.STOOD_ASIDE)
    assert not visible_to(on_day(chief)).exists()


def test_a_note_that_was_not_sent_is_nobodys_but_its_authors() -> None:
    complaint = a_complaint(state=ComplaintState.RAISED)
    chief = make.a_holder_of(Post.CHIEF_EXECUTIVE)
    dealing(complaint, chief)
    assert not visible_to(on_day(chief)).exists()


def test_each_side_reads_its_own_and_what_was_disclosed_to_it() -> None:
    complaint = a_complaint(subject_knows=True)
    assert complaint.subject is not None
    assert complaint.complainant is not None
    chief, now = make.a_holder_of(Post.CHIEF_EXECUTIVE), timezone.now()
    dealing(complaint, chief)
    theirs = complaint.writings.create(
        kind=Writing.Kind.STATEMENT, side=Side.SUBJECT, by=complaint.subject, at=now, text="It was not so."
    )
    complaint.writings.create(kind=Writing.Kind.NOTE, by=chief, at=now, text="Hear the clerk too.")
    concern = complaint.writings.get(kind=Writing.Kind.CONCERN)
    Disclosed.objects.create(writing=concern, side=Side.SUBJECT, by=chief, at=now)
    assert set(seeing.writings_for(on_day(complaint.subject), complaint)) == {theirs, concern}
    assert theirs not in seeing.writings_for(on_day(complaint.complainant), complaint)
    assert seeing.writings_for(on_day(chief), complaint).count() == 4


@pytest.mark.parametrize(("hours", "sees"), [(1, True), (0, False)])
def test_an_opening_in_an_emergency_ends_at_its_moment(complaint: Complaint, hours: int, sees: bool) -> None:
    monitoring, now = make.a_holder_of(Post.MONITORING_OFFICER), timezone.now()
    words = {"kind": Writing.Kind.OPENING, "by": monitoring, "at": now, "text": "A child is at risk."}
    Opening.objects.create(
        complaint=complaint,
        person=monitoring,
        writing=complaint.writings.create(**words),
        at=now,
        until=now + datetime.timedelta(hours=hours),
    )
    assert visible_to(on_day(monitoring)).exists() is sees
