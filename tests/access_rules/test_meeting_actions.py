"""Meetings called, moved, cancelled and concluded; who hears of it, and who does not any more at midnight."""

import datetime

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.utils import timezone
from pytest_django import Settings

from access_rules.actions.meetings import (
    MeetingEntry,
    call_meeting,
    cancel_meeting,
    change_meeting,
    conclude_meeting,
)
from access_rules.models import Meeting
from access_rules.subscribers import PLANS
from casework.actions.delivering import deliver_due
from casework.actions.locking import Stale
from casework.models import CaseEvent, Delivery
from council.models import Body, Person
from council.queries import Standing
from council.rules import BodyType
from rulebook.decision import Refused
from tests.factories import council as make
from tests.factories.access import a_body
from tests.factories.enquiries import moment, on_day
from tests.factories.meetings import CALLED, FIVE_BEFORE, TUESDAY, a_keeper, a_tuesday_meeting, the_cabinet

ONE = datetime.timedelta(days=1)
pytestmark = pytest.mark.django_db


def keeper(day: datetime.date = CALLED) -> Standing:
    """Democratic services on the day."""
    return on_day(a_keeper(), day)


def called(body: Body, *, called_on: datetime.date = CALLED, **entry: object) -> Meeting:
    """A meeting on Tuesday 10 November, called on the day."""
    given = MeetingEntry(on=TUESDAY, **entry)  # type: ignore[arg-type]
    return call_meeting(
        who=keeper(called_on), body=body, entry=given, called_on=called_on, at=moment(called_on)
    )


def told(meeting: Meeting, kind: str) -> set[Person]:
    """Who is owed a letter about it."""
    found = Delivery.objects.filter(event__stream=meeting.stream, event__kind=kind)
    return {row.person for row in found.select_related("person")}


def test_a_called_meeting_is_told_to_whoever_sits_on_the_body_that_day_and_to_nobody_else() -> None:
    body = a_body(name="Planning Committee")
    sits, substitute = make.a_member(), make.a_member()
    make.a_seat(body, sits)
    make.a_seat(body, substitute, office="substitute")
    make.a_seat(body, make.a_member(), to_on=CALLED - ONE)
    make.a_seat(body, make.a_member(), from_on=CALLED + ONE)
    make.a_seat(body, make.a_member(to_on=CALLED - ONE))
    make.a_seat(a_body(), make.a_member())
    meeting = called(body, at=datetime.time(19, 30), place="Town Hall")
    assert told(meeting, "meeting.called") == {sits, substitute}
    event = CaseEvent.objects.get(stream=meeting.stream)
    letter = PLANS[next(kind for kind in PLANS if kind.name == "meeting.called")].words(sits, event)
    assert letter.subject == f"A meeting was called: {meeting.reference}"
    assert "Planning Committee meets on Tuesday 10\xa0November\xa02026." in letter.lines
    assert letter.link == f"/meetings/{meeting.reference}/"


def test_a_member_whose_seat_ended_at_midnight_gets_no_letter() -> None:
    body, today = a_body(), timezone.localdate()
    stays, leaves = make.a_member(), make.a_member()
    make.a_seat(body, stays)
    seat = make.a_seat(body, leaves)
    entry = MeetingEntry(on=today + datetime.timedelta(days=30))
    call_meeting(who=keeper(today), body=body, entry=entry, called_on=today, at=timezone.now())
    seat.to_on = today - ONE
    seat.save()
    deliver_due(at=timezone.now())
    assert [to for letter in mail.outbox for to in letter.to] == [stays.email]


@pytest.mark.parametrize("called_on", [FIVE_BEFORE + ONE, TUESDAY])
def test_short_notice_wants_a_reason_and_names_the_last_day(called_on: datetime.date) -> None:
    body = a_body()
    with pytest.raises(ValidationError) as fault:
        called(body, called_on=called_on)
    assert "Monday 2\xa0November\xa02026" in fault.value.message_dict["short_notice"][0]
    assert "5 clear days" in fault.value.message_dict["short_notice"][0]
    assert called(body, called_on=called_on, short_notice="A flood.").short_notice == "A flood."


def test_on_the_last_day_no_reason_is_wanted() -> None:
    assert called(a_body(), called_on=FIVE_BEFORE).called_on == FIVE_BEFORE


def test_a_call_that_lies_ahead_or_after_the_meeting_is_refused() -> None:
    for called_on, at in ((CALLED + ONE, CALLED), (TUESDAY + ONE, TUESDAY + 2 * ONE)):
        with pytest.raises(ValidationError) as fault:
            call_meeting(
                who=keeper(at),
                body=a_body(),
                entry=MeetingEntry(on=TUESDAY),
                called_on=called_on,
                at=moment(at),
            )
        assert "called_on" in fault.value.message_dict


@pytest.mark.parametrize("kind", [BodyType.COUNCIL, BodyType.COMMITTEE, BodyType.SCRUTINY, BodyType.JOINT])
def test_only_the_executive_meets_in_private_as_a_whole(kind: BodyType, settings: Settings) -> None:
    settings.PROTOCOL = "haringey"
    with pytest.raises(ValidationError) as fault:
        called(a_body(kind=kind), is_private=True)
    assert "is_private" in fault.value.message_dict
    assert called(the_cabinet(), is_private=True).is_private


def test_where_the_text_has_all_cabinet_meetings_in_public_none_is_called_in_private(
    settings: Settings,
) -> None:
    settings.PROTOCOL = "waltham-forest"
    with pytest.raises(ValidationError) as fault:
        called(the_cabinet(), is_private=True)
    [words] = fault.value.message_dict["is_private"]
    assert "All Cabinet meetings are in public" in words
    assert "2.2.4" in words
    assert not Meeting.objects.exists()


def moved(meeting: Meeting, on: datetime.date, *, today: datetime.date, why: str = "") -> Meeting:
    """The meeting on another day."""
    return change_meeting(
        who=keeper(today),
        meeting=meeting,
        entry=MeetingEntry(on=on, short_notice=why),
        at=moment(today),
        seen_version=meeting.version,
    )


def test_a_moved_meeting_counts_as_called_that_day_and_its_members_hear_from_when_to_when() -> None:
    body, sits = a_body(), make.a_member()
    make.a_seat(body, sits)
    today = datetime.date(2026, 10, 20)
    meeting = moved(a_tuesday_meeting(body=body), TUESDAY + 7 * ONE, today=today)
    assert (meeting.on, meeting.called_on) == (TUESDAY + 7 * ONE, today)
    event = CaseEvent.objects.get(stream=meeting.stream, kind="meeting.changed")
    assert (event.facts["from"], event.facts["to"]) == ("2026-11-10", "2026-11-17")
    assert told(meeting, "meeting.changed") == {sits}
    letter = PLANS[next(kind for kind in PLANS if kind.name == "meeting.changed")].words(sits, event)
    assert letter.subject.startswith("A meeting was moved")
    assert "Tuesday 10\xa0November" in letter.lines[0]
    assert "Tuesday 17\xa0November" in letter.lines[1]


def test_a_meeting_moved_close_wants_a_reason_and_never_goes_into_the_past() -> None:
    meeting, today = a_tuesday_meeting(), datetime.date(2026, 11, 4)
    with pytest.raises(ValidationError) as fault:
        moved(meeting, TUESDAY - ONE, today=today)
    assert "short_notice" in fault.value.message_dict
    with pytest.raises(ValidationError) as fault:
        moved(meeting, today - ONE, today=today, why="A flood.")
    assert "on" in fault.value.message_dict
    meeting.refresh_from_db()
    assert (meeting.on, meeting.called_on) == (TUESDAY, CALLED)
    assert moved(meeting, TUESDAY - ONE, today=today, why="A flood.").on == TUESDAY - ONE


def test_another_room_moves_no_day() -> None:
    meeting = a_tuesday_meeting()
    entry = MeetingEntry(on=TUESDAY, place="Library")
    changed = change_meeting(
        who=keeper(), meeting=meeting, entry=entry, at=moment(TUESDAY - ONE), seen_version=0
    )
    assert (changed.place, changed.called_on) == ("Library", CALLED)


def test_a_cancelled_meeting_keeps_its_reason_and_is_told() -> None:
    body, sits = a_body(), make.a_member()
    make.a_seat(body, sits)
    meeting = a_tuesday_meeting(body=body)
    cancel_meeting(who=keeper(), meeting=meeting, because="No business.", at=moment(CALLED), seen_version=0)
    meeting.refresh_from_db()
    assert (meeting.cancelled_because, meeting.cancelled_at) == ("No business.", moment(CALLED))
    assert told(meeting, "meeting.cancelled") == {sits}
    with pytest.raises(Refused):
        moved(meeting, TUESDAY + ONE, today=CALLED)


def concluded(meeting: Meeting, when: datetime.datetime, *, now: datetime.datetime) -> Meeting:
    """The meeting, concluded."""
    who = keeper(timezone.localdate(now))
    return conclude_meeting(who=who, meeting=meeting, concluded_at=when, at=now, seen_version=meeting.version)


def test_a_meeting_concludes_on_its_day_or_later_and_once() -> None:
    meeting, evening = a_tuesday_meeting(), moment(TUESDAY, 21)
    with pytest.raises(Refused):
        concluded(meeting, evening - ONE, now=evening - ONE)
    for when, box in ((evening - ONE, "on"), (evening + ONE, "time")):
        with pytest.raises(ValidationError) as fault:
            concluded(meeting, when, now=evening)
        assert box in fault.value.message_dict
    made = concluded(meeting, evening - datetime.timedelta(minutes=5), now=evening)
    assert made.concluded_at == evening - datetime.timedelta(minutes=5)
    with pytest.raises(Refused):
        concluded(made, evening, now=evening)


def test_whoever_read_an_older_version_writes_nothing() -> None:
    meeting = moved(a_tuesday_meeting(), TUESDAY + 7 * ONE, today=CALLED)
    with pytest.raises(Stale):
        cancel_meeting(who=keeper(), meeting=meeting, because="No.", at=moment(CALLED), seen_version=0)


def test_a_member_calls_no_meeting() -> None:
    who = on_day(make.a_member(), CALLED)
    with pytest.raises(Refused):
        call_meeting(
            who=who, body=a_body(), entry=MeetingEntry(on=TUESDAY), called_on=CALLED, at=moment(CALLED)
        )
    assert not Meeting.objects.exists()
