"""What each step of a complaint does: rows, events, letters owed, and who can read what afterwards."""

import datetime
from collections.abc import Callable

import pytest
from django.utils import timezone

from casework.actions.locking import Stale
from casework.models import CaseEvent, Delivery
from complaints import clock, events
from complaints.actions import investigating, steps
from complaints.models import Complaint, Handler, Side, Told, Writing
from complaints.policies.seeing import writings_for
from complaints.queries.awaited import still_to_come
from complaints.states import ComplaintState
from council.models import Person
from council.queries import Standing
from rulebook.complaint import PartyKind
from rulebook.decision import Refused
from tests.factories import council as make
from tests.factories.complaints import CONCERN, a_complaint, dealing
from tests.factories.enquiries import on_day
from tests.factories.portal import a_pdf

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate
WEEK = datetime.timedelta(days=7)


def standing(person: Person | None) -> Standing:
    assert person is not None
    return on_day(person)


def sent(who: Person | None, row: Complaint) -> dict[str, object]:
    """What every form sends: who, which complaint, when, and the version that they had read."""
    return {"who": standing(who), "row": row, "at": timezone.now(), "seen_version": row.version}


def in_stage(state: ComplaintState, *, told: bool = True, **more: object) -> tuple[Complaint, Person]:
    """A complaint, and the officer who receives and investigates it."""
    complaint, officer = a_complaint(state=state, subject_knows=told, **more), make.an_officer()
    dealing(complaint, officer)
    dealing(complaint, officer, Handler.Part.INVESTIGATOR)
    return complaint, officer


def letters(complaint: Complaint, kind: str) -> set[Person]:
    owed = Delivery.objects.filter(event__stream=complaint.stream, event__kind=kind)
    return {one.person for one in owed.select_related("person")}


def last_event(complaint: Complaint) -> CaseEvent:
    event = complaint.stream.events.order_by("place").last()
    assert event is not None
    return event


def reads(person: Person | None, complaint: Complaint) -> set[str]:
    return set(writings_for(standing(person), complaint).values_list("kind", flat=True))


def test_acknowledged_whoever_complains_hears_who_has_it_and_when_they_hear_again() -> None:
    complaint, officer = in_stage(ComplaintState.RECEIVED, told=False)
    day = clock.next_progress(TODAY())
    row = steps.acknowledge(**sent(officer, complaint), next_on=day, words="We have it.")
    row = Complaint.objects.get(pk=row.pk)
    assert (row.state, row.progress_on) == (ComplaintState.ACKNOWLEDGED, day)
    assert row.progress_days == (day - TODAY()).days
    event = last_event(row)
    assert (event.kind, event.audience) == (events.ACKNOWLEDGED.name, "party")
    assert event.facts["side"] == "complainant"
    assert letters(row, event.kind) == {row.complainant}
    assert "progress" in reads(row.complainant, row)
    assert "We have it." not in str(event.facts)
    assert Told.objects.get(complaint=row).what == Told.What.PROGRESS


def test_acknowledged_without_a_word_nothing_more_is_on_the_file() -> None:
    complaint, officer = in_stage(ComplaintState.RECEIVED, told=False)
    steps.acknowledge(**sent(officer, complaint), next_on=TODAY() + WEEK, words="")
    assert complaint.writings.count() == 2
    assert not Told.objects.exists()


def test_told_the_other_side_reads_what_is_chosen_and_no_more() -> None:
    complaint, officer = in_stage(ComplaintState.ACKNOWLEDGED, told=False)
    concern = complaint.writings.get(kind=Writing.Kind.CONCERN)
    row = steps.tell_subject(**sent(officer, complaint), writings=[concern])
    assert row.subject_told_at is not None
    assert reads(row.subject, row) == {"concern"}
    event = last_event(row)
    assert (event.kind, event.facts["writings"]) == (events.SUBJECT_TOLD.name, str(concern.pk))
    assert letters(row, event.kind) == {row.subject}
    with pytest.raises(Refused, match="knows of it already"):
        steps.tell_subject(**sent(officer, row), writings=[])


def test_of_another_complaint_nothing_is_shown() -> None:
    complaint, officer = in_stage(ComplaintState.ACKNOWLEDGED, told=False)
    other = a_complaint().writings.get(kind=Writing.Kind.CONCERN)
    row = steps.tell_subject(**sent(officer, complaint), writings=[other])
    assert reads(row.subject, row) == set()
    assert not other.disclosed.exists()


def test_where_it_waits_the_reason_is_kept_and_the_other_side_learns_nothing() -> None:
    complaint, officer = in_stage(ComplaintState.ACKNOWLEDGED, told=False)
    row = steps.wait_to_tell(**sent(officer, complaint), reason="Papers would be lost.")
    assert row.subject_told_at is None
    assert row.writings.get(kind=Writing.Kind.NOTE).text == "Papers would be lost."
    assert "note" not in reads(row.complainant, row)
    assert not letters(row, events.SUBJECT_TOLD.name)


def test_assessed_the_severity_is_kept_where_the_text_asks() -> None:
    kinds = {"complainant_kind": PartyKind.OFFICER, "subject_kind": PartyKind.MEMBER}
    for text, kept in (("wokingham-2014", "serious"), ("haringey", "")):
        complaint, officer = in_stage(ComplaintState.ACKNOWLEDGED, protocol=text, **kinds)
        row = steps.assess(
            **sent(officer, complaint), severity="serious", follows="investigate", words="It is plain."
        )
        assert (row.severity, row.state) == (kept, ComplaintState.ASSESSED)
        assert last_event(row).facts["follows"] == "investigate"
        assert "assessment" not in reads(row.complainant, row) | reads(row.subject, row)


def test_begun_both_sides_and_whoever_investigates_hear_of_it() -> None:
    complaint, officer = in_stage(ComplaintState.ASSESSED)
    chief = make.an_officer()
    dealing(complaint, chief)
    row = steps.start_investigation(**sent(chief, complaint))
    assert row.state == ComplaintState.INVESTIGATING
    assert letters(row, events.INVESTIGATING.name) == {row.complainant, row.subject, officer}


def test_begun_before_the_other_side_knows_no_letter_goes_to_them() -> None:
    complaint, officer = in_stage(ComplaintState.ASSESSED, told=False)
    row = steps.start_investigation(**sent(officer, complaint))
    assert letters(row, events.INVESTIGATING.name) == {row.complainant}


def test_how_it_goes_is_told_to_whoever_complains_alone_and_the_next_day_is_set() -> None:
    complaint, officer = in_stage(ComplaintState.INVESTIGATING)
    row = steps.report_progress(
        **sent(officer, complaint), next_on=TODAY() + WEEK, words="Two people were heard."
    )
    assert row.progress_on == TODAY() + WEEK
    assert "progress" in reads(row.complainant, row)
    assert "progress" not in reads(row.subject, row)
    assert letters(row, events.PROGRESS.name) == {row.complainant}
    told = Told.objects.get(complaint=row)
    assert (told.told_as, told.by) == ("complainant", officer)


def test_what_a_side_adds_is_its_own_until_it_is_shown() -> None:
    complaint, officer = in_stage(ComplaintState.INVESTIGATING)
    made = investigating.add(
        who=standing(complaint.subject),
        row=complaint,
        at=timezone.now(),
        kind="reply",
        words="I did not shout.",
        uploads=[a_pdf()],
    )
    assert [one.side for one in made] == [Side.SUBJECT, Side.SUBJECT]
    assert "reply" in reads(complaint.subject, complaint)
    assert "reply" not in reads(complaint.complainant, complaint)
    assert letters(complaint, events.ADDED.name) == {officer}
    row = Complaint.objects.get(pk=complaint.pk)
    shown = {"writings": made, "side": Side.COMPLAINANT, "reason": "They must be able to answer."}
    investigating.disclose(**sent(officer, row), **shown)
    assert "reply" in reads(complaint.complainant, complaint)
    assert "note" not in reads(complaint.complainant, complaint) | reads(complaint.subject, complaint)
    assert letters(complaint, events.DISCLOSED.name) == {complaint.complainant}


def test_a_reply_is_the_other_sides_alone() -> None:
    complaint, _officer = in_stage(ComplaintState.INVESTIGATING)
    with pytest.raises(Refused, match="cannot be added now"):
        investigating.add(
            who=standing(complaint.complainant), row=complaint, at=timezone.now(), kind="reply", words="I."
        )
    assert complaint.writings.count() == 2


def test_the_note_of_an_interview_is_read_by_the_side_that_was_heard() -> None:
    complaint, officer = in_stage(ComplaintState.INVESTIGATING)
    heard = {"interviewed": "Owen Pell", "on": TODAY(), "words": "He was there."}
    investigating.note_interview(**sent(officer, complaint), **heard, side=Side.SUBJECT)
    assert "interview" in reads(complaint.subject, complaint)
    assert "interview" not in reads(complaint.complainant, complaint)
    row = Complaint.objects.get(pk=complaint.pk)
    note = investigating.note_interview(**sent(officer, row), **heard, side="")
    assert note.text.startswith("With Owen Pell, ")
    assert not note.disclosed.exists()


def test_asked_to_reply_the_other_side_has_a_day_until_it_replied() -> None:
    complaint, officer = in_stage(ComplaintState.INVESTIGATING)
    investigating.ask_reply(**sent(officer, complaint), reply_by=TODAY() + WEEK, words="Were you there?")
    row = Complaint.objects.get(pk=complaint.pk)
    assert [(one.side, one.kind, one.by) for one in still_to_come(row)] == [
        (Side.SUBJECT, Writing.Kind.REPLY, TODAY() + WEEK)
    ]
    assert letters(row, events.REPLY_ASKED.name) == {row.subject}
    _comment(row, row.subject, "reply")
    assert still_to_come(row) == []
    row = Complaint.objects.get(pk=complaint.pk)
    investigating.ask_reply(**sent(officer, row), reply_by=TODAY() + WEEK, words="And on Monday?")
    assert len(still_to_come(Complaint.objects.get(pk=complaint.pk))) == 1


def _comment(row: Complaint, person: Person | None, kind: str = "on-draft") -> None:
    investigating.add(who=standing(person), row=row, at=timezone.now(), kind=kind, words="It is not so.")


def test_the_draft_goes_to_both_at_once_and_findings_wait_for_their_comments() -> None:
    complaint, officer = in_stage(ComplaintState.INVESTIGATING)
    with pytest.raises(Refused, match="Send the draft"):
        investigating.record_findings(**sent(officer, complaint), words="Partly so.")
    investigating.send_draft(**sent(officer, complaint), comments_by=TODAY() + WEEK, words="It seems so.")
    row = Complaint.objects.get(pk=complaint.pk)
    for side in (row.complainant, row.subject):
        assert "draft" in reads(side, row)
    assert letters(row, events.DRAFTED.name) == {row.complainant, row.subject}
    _comment(row, row.complainant)
    row = Complaint.objects.get(pk=complaint.pk)
    with pytest.raises(Refused, match="Wait for their day"):
        investigating.record_findings(**sent(officer, row), words="Partly so.")
    _comment(row, row.subject)
    row = Complaint.objects.get(pk=complaint.pk)
    decider = make.an_officer()
    dealing(row, decider, Handler.Part.DECIDER)
    investigating.record_findings(**sent(officer, row), words="Partly so.")
    assert "findings" not in reads(row.complainant, row) | reads(row.subject, row)
    assert decider in letters(row, events.ADDED.name)


def test_a_side_that_says_nothing_holds_the_findings_up_until_its_day_and_no_longer() -> None:
    complaint, officer = in_stage(ComplaintState.INVESTIGATING)
    investigating.send_draft(**sent(officer, complaint), comments_by=TODAY() + WEEK, words="It seems so.")
    Complaint.objects.update(comments_by=TODAY() - datetime.timedelta(days=1))
    row = Complaint.objects.get(pk=complaint.pk)
    investigating.record_findings(**sent(officer, row), words="Partly so.")
    assert row.writings.filter(kind=Writing.Kind.FINDINGS).exists()


def test_whoever_complains_says_once_that_they_have_read_what_is_asked_of_them() -> None:
    complaint, _officer = in_stage(ComplaintState.INVESTIGATING)
    who = standing(complaint.complainant)
    investigating.read_bearing(who=who, row=complaint, at=timezone.now())
    assert Complaint.objects.get(pk=complaint.pk).bearing_read_at is not None
    assert last_event(complaint).audience == "audit"
    with pytest.raises(Refused, match="already"):
        investigating.read_bearing(who=who, row=complaint, at=timezone.now())


LATE: dict[str, tuple[ComplaintState, Callable[..., object], dict[str, object]]] = {
    "acknowledge": (ComplaintState.RECEIVED, steps.acknowledge, {"next_on": TODAY() + WEEK, "words": ""}),
    "assess": (
        ComplaintState.ACKNOWLEDGED,
        steps.assess,
        {"severity": "", "follows": "decide", "words": "So."},
    ),
    "begin": (ComplaintState.ASSESSED, steps.start_investigation, {}),
    "progress": (
        ComplaintState.INVESTIGATING,
        steps.report_progress,
        {"next_on": TODAY() + WEEK, "words": "So."},
    ),
    "draft": (
        ComplaintState.INVESTIGATING,
        investigating.send_draft,
        {"comments_by": TODAY() + WEEK, "words": "So."},
    ),
}


@pytest.mark.parametrize("step", LATE)
def test_on_a_version_that_has_changed_nothing_is_written(step: str) -> None:
    state, action, given = LATE[step]
    complaint, officer = in_stage(state)
    before = CaseEvent.objects.count()
    with pytest.raises(Stale):
        action(**{**sent(officer, complaint), "seen_version": complaint.version + 1}, **given)
    assert CaseEvent.objects.count() == before
    assert Complaint.objects.get(pk=complaint.pk).state == state


@pytest.mark.parametrize("step", LATE)
def test_whoever_only_has_a_copy_takes_no_step(step: str) -> None:
    state, action, given = LATE[step]
    complaint, _officer = in_stage(state)
    copied = make.an_officer()
    dealing(complaint, copied, Handler.Part.COPIED)
    with pytest.raises(Refused):
        action(**sent(copied, complaint), **given)
    assert CONCERN in complaint.writings.values_list("text", flat=True)
