"""What is due in complaints: each rung once, whenever the clock comes by, to those who deal with it alone."""

import datetime
from typing import Any

import pytest
from django.utils import timezone

from casework.models import CaseEvent, Reminder
from complaints import tasks
from complaints.models import Complaint, Handler, Remedy, Side, Writing
from complaints.states import ComplaintState
from complaints.subscribers import reminding
from council.models import Person
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.complaints import CONCERN, a_complaint, dealing
from tests.factories.enquiries import moment

pytestmark = pytest.mark.django_db

WEDNESDAY = datetime.date(2026, 11, 25)
ONE = datetime.timedelta(days=1)


def due(state: ComplaintState = ComplaintState.RECEIVED, **columns: Any) -> Complaint:
    """One with its dates set as they are given."""
    complaint = a_complaint(state=state)
    Complaint.objects.filter(pk=complaint.pk).update(**columns)
    return Complaint.objects.get(pk=complaint.pk)


def reminded(on: datetime.date = WEDNESDAY) -> int:
    """The clock comes by on the day."""
    return tasks.send_reminders(on=on, at=moment(on))


def last_event(complaint: Complaint) -> CaseEvent:
    """The last reminder."""
    return CaseEvent.objects.filter(stream=complaint.stream, kind="complaint.reminder_due").latest("place")


def a_remedy(complaint: Complaint, due_on: datetime.date, owner: Person | None = None) -> Remedy:
    """Something that is to be put right by the day."""
    words = complaint.writings.create(kind=Writing.Kind.REMEDY, at=timezone.now(), text="Training.")
    return complaint.remedies.create(writing=words, owner=owner, due_on=due_on)


CASES: list[tuple[ComplaintState, dict[str, Any], bool]] = [
    (ComplaintState.RECEIVED, {"acknowledge_by": WEDNESDAY}, True),
    (ComplaintState.RECEIVED, {"acknowledge_by": WEDNESDAY + 9 * ONE}, False),
    (ComplaintState.RECEIVED, {"acknowledge_by": None}, False),
    (ComplaintState.ACKNOWLEDGED, {"acknowledge_by": WEDNESDAY - ONE, "progress_on": None}, False),
    (ComplaintState.INVESTIGATING, {"progress_on": WEDNESDAY - ONE}, True),
    (ComplaintState.REFERRED, {"progress_on": WEDNESDAY}, True),
    (ComplaintState.INVESTIGATING, {"reply_by": WEDNESDAY, "progress_on": None}, True),
    (ComplaintState.INVESTIGATING, {"comments_by": WEDNESDAY, "progress_on": None}, True),
    (ComplaintState.DECIDED, {"comments_by": WEDNESDAY, "reply_by": WEDNESDAY}, False),
    (ComplaintState.DECIDED, {"progress_on": WEDNESDAY}, False),
    (ComplaintState.WITHDRAWN, {"progress_on": WEDNESDAY, "acknowledge_by": WEDNESDAY}, False),
]


@pytest.mark.parametrize(("state", "columns", "is_due"), CASES)
def test_what_is_due_is_told_while_it_waits_for_its_day(
    state: ComplaintState, columns: dict[str, Any], is_due: bool
) -> None:
    due(state, **columns)
    assert bool(reminded()) is is_due


def test_two_sweeps_send_once_and_a_fortnight_without_the_clock_loses_none() -> None:
    complaint = due(acknowledge_by=WEDNESDAY)
    assert (reminded(WEDNESDAY - ONE), reminded(WEDNESDAY - ONE)) == (1, 0)
    assert reminded(WEDNESDAY + 14 * ONE) == 1
    assert reminded(WEDNESDAY + 14 * ONE) == 0
    assert Reminder.objects.filter(stream=complaint.stream).count() == 2


def test_all_that_is_due_in_one_complaint_goes_in_one_letter() -> None:
    complaint = due(ComplaintState.INVESTIGATING, progress_on=WEDNESDAY)
    remedy = a_remedy(complaint, WEDNESDAY)
    assert reminded() == 1
    assert last_event(complaint).facts["what"] == f"progress,remedy-{remedy.pk}"
    Remedy.objects.update(done_on=WEDNESDAY)
    assert reminded(WEDNESDAY + ONE) == 1
    assert last_event(complaint).facts["what"] == "progress"


def test_a_reply_that_came_is_not_reminded_of_and_comments_are_once_for_both_sides() -> None:
    dates = {"reply_by": WEDNESDAY, "comments_by": WEDNESDAY}
    complaint = due(ComplaintState.INVESTIGATING, progress_on=None, **dates)
    words = {"at": timezone.now(), "text": "It was not so."}
    complaint.writings.create(kind=Writing.Kind.REPLY, side=Side.SUBJECT, **words)
    complaint.writings.create(kind=Writing.Kind.ON_DRAFT, side=Side.SUBJECT, **words)
    assert reminded() == 1
    assert last_event(complaint).facts["what"] == "comments"
    complaint.writings.create(kind=Writing.Kind.ON_DRAFT, side=Side.COMPLAINANT, **words)
    assert reminded(WEDNESDAY + ONE) == 0


def test_an_event_of_the_clock_has_no_word_of_the_case() -> None:
    complaint = due(acknowledge_by=WEDNESDAY)
    reminded()
    assert last_event(complaint).facts == {"complaint": complaint.pk, "what": "acknowledge"}
    assert last_event(complaint).body == {}


def test_those_who_deal_with_it_are_reminded_and_nobody_for_a_post_or_a_person() -> None:
    complaint = due(acknowledge_by=WEDNESDAY, subject_told_at=timezone.now())
    chief, copied = make.a_holder_of(Post.CHIEF_EXECUTIVE), make.an_officer()
    gone = make.a_holder_of(Post.DEPUTY_MONITORING_OFFICER)
    make.a_holder_of(Post.MONITORING_OFFICER)
    dealing(complaint, chief)
    dealing(complaint, copied, Handler.Part.COPIED)
    past = dealing(complaint, gone, Handler.Part.INVESTIGATOR)
    Handler.objects.filter(pk=past.pk).update(ended_at=timezone.now(), ended_because="replaced")
    manager = make.an_officer()
    chief.appointments.update(line_manager=manager)
    reminded(WEDNESDAY + 20 * ONE)
    event = last_event(complaint)
    assert {one.person for one in event.deliveries.all()} == {chief}
    assert reminding.may_receive(chief, event, timezone.localdate()).allowed
    for nearly in (manager, copied, gone, complaint.complainant, complaint.subject):
        assert nearly is not None
        hears = nearly == copied
        assert reminding.may_receive(nearly, event, timezone.localdate()).allowed is hears


def test_a_side_that_was_named_to_deal_with_it_is_never_reminded() -> None:
    complaint = due(acknowledge_by=WEDNESDAY, subject_told_at=timezone.now())
    for side in (complaint.complainant, complaint.subject):
        assert side is not None
        dealing(complaint, side)
    reminded()
    assert not last_event(complaint).deliveries.exists()


def test_whoever_puts_something_right_is_reminded_where_they_know_of_the_complaint() -> None:
    complaint = due(ComplaintState.DECIDED, subject_told_at=timezone.now())
    assert complaint.subject is not None
    copied = make.an_officer()
    dealing(complaint, copied, Handler.Part.COPIED)
    for owner in (copied, make.an_officer(), complaint.subject):
        a_remedy(complaint, WEDNESDAY, owner)
    reminded()
    assert {one.person for one in last_event(complaint).deliveries.all()} == {copied}


def test_the_letter_has_number_and_link_and_no_name_or_word_of_the_case() -> None:
    complaint = due(ComplaintState.INVESTIGATING, progress_on=WEDNESDAY)
    chief = make.a_holder_of(Post.CHIEF_EXECUTIVE)
    dealing(complaint, chief)
    a_remedy(complaint, WEDNESDAY)
    reminded()
    letter = reminding.render(chief, last_event(complaint))
    assert letter.subject == f"Something is due: {complaint.reference}"
    assert letter.lines == (
        "Whoever complains is to hear how it goes. The day stands in it.",
        "Something is to be put right. The day stands in it.",
    )
    assert letter.link == f"/complaints/{complaint.reference}/"
    for name in (str(complaint.complainant), str(complaint.subject), CONCERN, "Training"):
        assert name not in str(letter)


def test_one_broken_case_does_not_stop_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    broken, whole = due(acknowledge_by=WEDNESDAY), due(acknowledge_by=WEDNESDAY)
    act = tasks.remind_of_complaint

    def breaks(*, row: Complaint, on: datetime.date, at: datetime.datetime) -> bool:
        if row.pk == broken.pk:
            raise ValueError("broken")
        return act(row=row, on=on, at=at)

    monkeypatch.setattr(tasks, "remind_of_complaint", breaks)
    assert reminded() == 1
    assert last_event(whole)
