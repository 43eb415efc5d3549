"""Every letter about a complaint: nobody has one who may not know of it on the day of delivery."""

from collections.abc import Callable

import pytest
from django.core import mail
from django.utils import timezone

from casework.actions.announcing import announce
from casework.actions.delivering import deliver_due
from casework.events import EventKind
from casework.models import CaseEvent, Delivery
from complaints import events
from complaints.models import Complaint, Handler, Told, Writing
from complaints.subscribers import PLANS, doors
from council.models import Person
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.complaints import a_complaint, dealing

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()


def an_event(complaint: Complaint) -> CaseEvent:
    """Something that happened to it."""
    return announce(stream=complaint.stream, kind=events.AIRED, by=None, at=timezone.now())


def _subject(complaint: Complaint) -> Person:
    assert complaint.subject is not None
    return complaint.subject


def _complainant(complaint: Complaint) -> Person:
    assert complaint.complainant is not None
    return complaint.complainant


def _manager(complaint: Complaint) -> Person:
    manager = make.an_officer()
    _subject(complaint).appointments.update(line_manager=manager)
    return manager


def _handler(complaint: Complaint) -> Person:
    chief = make.a_holder_of(Post.CHIEF_EXECUTIVE)
    dealing(complaint, chief)
    return chief


def _stood_aside(complaint: Complaint) -> Person:
    person = _handler(complaint)
    complaint.handlers.update(ended_at=timezone.now(), ended_because=Handler.Ended.STOOD_ASIDE)
    return person


def _out_of_post(complaint: Complaint) -> Person:
    person = _handler(complaint)
    person.appointments.update(to_on=make.LONG_AGO)
    person.posts_held.update(to_on=make.LONG_AGO)
    return person


# Who asks at the door, and whether a letter is theirs.
PEOPLE: dict[str, tuple[Callable[[Complaint], Person], bool]] = {
    "who complains": (_complainant, True),
    "who deals with it": (_handler, True),
    "whom it is about, not told": (_subject, False),
    "who stood aside": (_stood_aside, False),
    "the subject’s line manager": (_manager, False),
    "who left the post": (_out_of_post, False),
    "the monitoring officer, who deals with none": (
        lambda _: make.a_holder_of(Post.MONITORING_OFFICER),
        False,
    ),
}


@pytest.mark.parametrize("who", PEOPLE)
def test_the_door_opens_to_those_who_may_know_of_it_that_day(who: str) -> None:
    complaint = a_complaint()
    made, may = PEOPLE[who]
    person = made(complaint)
    decision = doors.may_receive(person, an_event(complaint), TODAY)
    assert decision.allowed is may


def test_whoever_it_is_about_has_letters_from_the_moment_at_which_they_were_told() -> None:
    complaint = a_complaint()
    event = an_event(complaint)
    assert doors.both_sides(event) == [_complainant(complaint)]
    Complaint.objects.update(subject_told_at=timezone.now())
    assert doors.both_sides(event) == [_complainant(complaint), _subject(complaint)]
    assert doors.may_receive(_subject(complaint), event, TODAY).allowed


def test_a_side_is_never_written_to_as_one_who_deals_with_it() -> None:
    complaint = a_complaint()
    chief = _handler(complaint)
    for side in (_subject(complaint), _complainant(complaint)):
        dealing(complaint, side, Handler.Part.COPIED)
    assert doors.handlers()(an_event(complaint)) == [chief]
    assert doors.handlers(Handler.Part.COPIED)(an_event(complaint)) == []


def test_two_groups_are_one_letter_each() -> None:
    complaint = a_complaint()
    chief = _handler(complaint)
    everybody = doors.together(doors.handlers(), doors.complainant, doors.handlers())
    assert everybody(an_event(complaint)) == [chief, _complainant(complaint)]


@pytest.mark.parametrize("kind", PLANS, ids=lambda kind: kind.name)
def test_every_letter_of_this_counter_goes_through_a_door(kind: EventKind) -> None:
    assert isinstance(PLANS[kind].may, doors.Door), f"{kind.name}: its letter asks nobody at the door"


def test_who_was_told_in_words_has_that_one_letter_while_in_post_and_no_side_of_it() -> None:
    complaint = a_complaint()
    leader, gone = make.a_member(), make.a_member(to_on=make.LONG_AGO)
    for person, may in ((leader, True), (gone, False), (_subject(complaint), False)):
        now = timezone.now()
        words = complaint.writings.create(kind=Writing.Kind.FOR_LEADER, at=now, text="It is settled.")
        row = {"told_as": "group-leader", "what": Told.What.WORDS, "at": now, "writing": words}
        facts = {"told": complaint.told.create(person=person, **row).pk}
        event = announce(stream=complaint.stream, kind=events.TOLD, by=None, at=now, facts=facts)
        assert PLANS[events.TOLD].may(person, event, TODAY).allowed is may
        # They have a letter, and no way to the case.
        assert not doors.may_receive(person, event, TODAY).allowed


# Events of a complaint with letters, of every part of the work.
KINDS = [kind for kind in PLANS if kind.name.startswith("complaint.")]
NEVER = [who for who, (_made, may) in PEOPLE.items() if not may]


def facts_of(complaint: Complaint, kind: EventKind) -> dict[str, int | str]:
    """What such an event names: somebody else who was told, and who is to put something right."""
    if kind in (events.OPENED_IN_EMERGENCY, events.NOBODY_DEALS):
        return {"told": "", "opening": 0}
    other, now = make.a_member(), timezone.now()
    told = complaint.told.create(person=other, told_as="chair", what=Told.What.BEFORE, at=now)
    words = complaint.writings.create(kind=Writing.Kind.REMEDY, at=now, text="An apology.")
    remedy = complaint.remedies.create(writing=words, owner=other, due_on=TODAY)
    return {"told": told.pk, "remedy": remedy.pk}


@pytest.mark.parametrize("who", NEVER)
def test_a_letter_of_any_kind_that_was_owed_to_them_is_withdrawn_on_the_day_of_delivery(who: str) -> None:
    complaint = a_complaint()
    person = PEOPLE[who][0](complaint)
    for kind in KINDS:
        now, facts = timezone.now(), facts_of(complaint, kind)
        event = announce(stream=complaint.stream, kind=kind, by=None, at=now, facts=facts)
        assert not PLANS[kind].may(person, event, TODAY).allowed, kind.name
        Delivery.objects.get_or_create(event=event, person=person, defaults={"not_before": now})
    Delivery.objects.exclude(person=person).delete()
    deliver_due(at=timezone.now())
    assert not mail.outbox
    assert {row.state for row in Delivery.objects.all()} == {Delivery.State.WITHDRAWN}
