"""What is due about meetings, and the reminders of it: each rung once, whenever the clock comes by."""

import datetime

import pytest
from django.utils import timezone

from access_rules.models import Document, Meeting, Notice
from access_rules.queries.meetings import MeetingClock
from access_rules.queries.outstanding import all_outstanding
from access_rules.screens.meetings import due_rows
from access_rules.screens.notices import what_is_due
from access_rules.subscribers import PLANS
from access_rules.tasks import remind_of_meetings, send_reminders_of_meetings
from casework.models import CaseEvent, LocalTerm
from council.models import Person
from rulebook.duty import Duty
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.access import a_document, a_meeting, an_item
from tests.factories.enquiries import moment
from tests.factories.meetings import (
    FIVE_BEFORE,
    LONG_BEFORE,
    TUESDAY,
    a_keeper,
    a_tuesday_meeting,
    the_cabinet,
)

ONE = datetime.timedelta(days=1)
MONDAY = TUESDAY - ONE
pytestmark = pytest.mark.django_db


def a_notice(meeting: Meeting, kind: Notice.Kind, day: datetime.date) -> Notice:
    """A notice that was published."""
    return meeting.notices.create(
        kind=kind, published_on=day, for_on=meeting.on, words="Words.", by=make.a_person(), at=timezone.now()
    )


def marks(on: datetime.date) -> list[str]:
    """What is outstanding, by its mark without the item."""
    return [what.mark.partition("-")[0] for what in all_outstanding(clock=MeetingClock.read(), on=on)]


def sentences(on: datetime.date) -> list[str]:
    """The same in words, with plain spaces."""
    found = all_outstanding(clock=MeetingClock.read(), on=on)
    return [what_is_due(what, on=on).replace("\xa0", " ") for what in found]


def reminded(on: datetime.date) -> int:
    """The clock comes by on the day."""
    return send_reminders_of_meetings(on=on, at=moment(on))


def last_event(meeting: Meeting) -> CaseEvent:
    """The last reminder of it."""
    return CaseEvent.objects.filter(stream=meeting.stream, kind="meeting.notice_due").latest("place")


def test_what_is_due_names_the_last_day_and_what_it_gives() -> None:
    a_tuesday_meeting()
    said = "Publish the agenda and reports by Monday 2 November 2026 to give 5 clear days."
    assert sentences(FIVE_BEFORE - ONE) == sentences(FIVE_BEFORE) == [said]
    late = "The last day for the agenda and reports was Monday 2 November 2026."
    assert sentences(FIVE_BEFORE + ONE)[0].startswith(late)


def test_a_last_day_on_which_nobody_works_shows_the_one_before() -> None:
    a_meeting(on=MONDAY, called_on=LONG_BEFORE)
    said = (
        "Publish the agenda and reports by Friday 30 October 2026 to give 5 clear days."
        " The last day, Sunday 1 November 2026, is no working day."
    )
    assert sentences(datetime.date(2026, 10, 29)) == [said]


def test_a_private_meeting_of_the_executive_wants_both_notices() -> None:
    meeting = a_tuesday_meeting(body=the_cabinet(), is_private=True)
    assert marks(LONG_BEFORE) == ["private", "agenda", "second"]
    a_notice(meeting, Notice.Kind.PRIVATE_MEETING, LONG_BEFORE)
    assert marks(LONG_BEFORE) == ["agenda", "second"]
    assert "28 clear days, closed days counted" not in " ".join(sentences(LONG_BEFORE))


def test_a_term_of_the_council_moves_what_is_due() -> None:
    meeting = a_tuesday_meeting(body=the_cabinet())
    an_item(meeting=meeting, is_key_decision=True)
    LocalTerm.objects.create(
        duty=Duty.GIVE_NOTICE,
        value=28,
        unit=LocalTerm.Unit.WORKING_DAYS,
        paragraph="Minute 12",
        from_on=datetime.date(2026, 1, 1),
        set_by=make.a_person(),
        set_at=timezone.now(),
    )
    (said, _agenda) = sentences(datetime.date(2026, 9, 29))
    assert said.startswith("Publish the notice of the key decision in item 1 by Wednesday 30 September 2026")
    assert said.endswith("to give 28 clear days.")


@pytest.mark.parametrize("column", ["cancelled_at", "concluded_at"])
def test_nothing_is_published_for_a_meeting_that_is_over(column: str) -> None:
    a_tuesday_meeting(**{column: moment(LONG_BEFORE)})
    assert marks(FIVE_BEFORE) == []


def test_minutes_are_asked_for_ten_days_after_and_not_once_they_are_entered() -> None:
    meeting = a_tuesday_meeting(concluded_at=moment(TUESDAY, 21))
    tenth = TUESDAY + 10 * ONE
    assert marks(tenth) == []
    assert sentences(tenth + ONE) == ["Enter the minutes: the meeting was 11 days ago."]
    a_document(meeting=meeting, kind=Document.Kind.MINUTES, released=False)
    assert marks(tenth + ONE) == []


def test_the_page_shows_what_is_late_or_due_within_a_fortnight() -> None:
    a_tuesday_meeting()
    a_meeting(on=TUESDAY + 30 * ONE, called_on=LONG_BEFORE)
    (row,) = due_rows(on=FIVE_BEFORE - 5 * ONE)
    assert not row.is_late
    assert [row.is_late for row in due_rows(on=FIVE_BEFORE + ONE)] == [True]


# Three days before, which was a Friday; the last day; the day after.
LADDER = (datetime.date(2026, 10, 30), FIVE_BEFORE, FIVE_BEFORE + ONE)


def test_each_rung_of_the_ladder_is_climbed_once() -> None:
    meeting, keeper = a_tuesday_meeting(), a_keeper()
    assert reminded(LADDER[0] - ONE) == 0
    for day in LADDER:
        assert (reminded(day), reminded(day)) == (1, 0), day
    event = last_event(meeting)
    assert [row.person for row in event.deliveries.all()] == [keeper]
    assert str(event.facts["what"]) == "agenda-0"


def test_a_fortnight_without_the_clock_loses_none_and_sends_one() -> None:
    a_tuesday_meeting()
    a_keeper()
    assert (reminded(FIVE_BEFORE + ONE), reminded(FIVE_BEFORE + ONE)) == (1, 0)


def test_two_notices_with_one_last_day_are_one_reminder() -> None:
    meeting = a_tuesday_meeting(body=the_cabinet(), is_private=True)
    a_notice(meeting, Notice.Kind.PRIVATE_MEETING, LONG_BEFORE)
    assert reminded(FIVE_BEFORE) == 1
    assert str(last_event(meeting).facts["what"]) == "agenda-0,second-0"


def test_a_moved_meeting_is_reminded_of_by_its_new_day() -> None:
    meeting = a_tuesday_meeting()
    assert reminded(FIVE_BEFORE) == 1
    meeting.on = TUESDAY + 14 * ONE
    meeting.save()
    assert reminded(FIVE_BEFORE + ONE) == 0
    assert reminded(FIVE_BEFORE + 14 * ONE) == 1


def may(person: Person, event: CaseEvent, day: datetime.date) -> bool:
    """Whether the person is told of it on the day."""
    return PLANS[next(kind for kind in PLANS if kind.name == event.kind)].may(person, event, day).allowed


def test_a_reminder_says_what_is_still_due_and_is_not_sent_once_it_is_done() -> None:
    meeting, keeper = a_tuesday_meeting(), a_keeper()
    reminded(FIVE_BEFORE)
    event = last_event(meeting)
    assert may(keeper, event, FIVE_BEFORE)
    assert not may(make.a_member(), event, FIVE_BEFORE)
    a_notice(meeting, Notice.Kind.AGENDA, FIVE_BEFORE)
    assert not may(keeper, event, FIVE_BEFORE)


def test_the_letter_says_what_is_due_in_sentences() -> None:
    today = timezone.localdate()
    meeting, keeper = a_meeting(on=today + 2 * ONE, called_on=today - 60 * ONE), a_keeper()
    (what,) = all_outstanding(clock=MeetingClock.read(), on=today)
    facts = {"what": what.mark, "told": "owner"}
    event = CaseEvent(stream=meeting.stream, kind="meeting.notice_due", facts=facts)
    letter = PLANS[next(kind for kind in PLANS if kind.name == event.kind)].words(keeper, event)
    assert letter.subject == f"A meeting needs you: {meeting.reference}"
    assert letter.lines[1] == what_is_due(what, on=today)


def test_the_monitoring_officer_hears_when_minutes_are_days_late() -> None:
    meeting, keeper = a_tuesday_meeting(concluded_at=moment(TUESDAY, 21)), a_keeper()
    watching = make.a_holder_of(Post.MONITORING_OFFICER)
    # The tenth day after is Friday 20 November; three days later it is Monday.
    reminded(datetime.date(2026, 11, 23))
    assert {row.person for row in last_event(meeting).deliveries.all()} == {keeper, watching}
    assert may(watching, last_event(meeting), datetime.date(2026, 11, 23))


def test_the_clock_asks_for_today() -> None:
    today = timezone.localdate()
    a_meeting(on=today + ONE, called_on=today - 60 * ONE)
    assert remind_of_meetings() in (0, 1)
    assert remind_of_meetings() == 0
