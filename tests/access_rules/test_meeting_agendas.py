"""Items of an agenda, early and late; notices in time, late by an exception, and refused without one."""

import datetime

import pytest
from django.core.exceptions import ValidationError

from access_rules.actions.agenda import ItemEntry, add_item, change_item, withdraw_item
from access_rules.actions.meetings import MeetingEntry, change_meeting
from access_rules.actions.notices import NoticeEntry, publish_notice
from access_rules.models import Item, Meeting, Notice
from access_rules.queries.meetings import MeetingClock, NoticeOwed
from access_rules.rules.meeting_notices import NoticeKind
from casework.actions.locking import Stale
from casework.models import CaseEvent
from council.queries import Standing
from rulebook.decision import Refused
from tests.factories import council as make
from tests.factories.access import an_item
from tests.factories.enquiries import moment, on_day
from tests.factories.meetings import (
    CALLED,
    FIVE_BEFORE,
    LONG_BEFORE,
    TUESDAY,
    a_keeper,
    a_tuesday_meeting,
    an_agenda,
    an_entry,
    the_cabinet,
)

ONE = datetime.timedelta(days=1)
pytestmark = pytest.mark.django_db


@pytest.fixture
def keeper() -> Standing:
    """Democratic services on the day on which the meeting was called."""
    return on_day(a_keeper(), CALLED)


def now(meeting: Meeting) -> Meeting:
    """As it stands."""
    return Meeting.objects.get(pk=meeting.pk)


def added(keeper: Standing, meeting: Meeting, entry: ItemEntry, day: datetime.date = CALLED) -> Item:
    """One more item, on the day."""
    version = now(meeting).version
    return add_item(who=keeper, meeting=meeting, entry=entry, at=moment(day), seen_version=version)


def published(keeper: Standing, meeting: Meeting, entry: NoticeEntry) -> Notice:
    """A notice, entered on its day."""
    version, at = now(meeting).version, moment(entry.published_on)
    return publish_notice(who=keeper, meeting=meeting, entry=entry, at=at, seen_version=version)


def owed(meeting: Meeting, kind: NoticeKind, item: Item | None = None) -> NoticeOwed:
    """What the meeting needs of that kind."""
    found = MeetingClock.read().notices(now(meeting))
    return next(one for one in found if one.due.kind is kind and one.item == item)


def refused_at(keeper: Standing, meeting: Meeting, entry: NoticeEntry) -> str:
    """The sentence at the box that it names, the box first."""
    with pytest.raises(ValidationError) as fault:
        published(keeper, meeting, entry)
    ((box, sentences),) = fault.value.message_dict.items()
    return f"{box}: {sentences[0]}"


def test_items_are_numbered_in_their_order_and_no_number_is_given_twice(keeper: Standing) -> None:
    meeting = a_tuesday_meeting()
    first, second = (added(keeper, meeting, an_entry(title)) for title in ("Minutes", "Budget"))
    version = now(meeting).version
    withdraw_item(who=keeper, item=second, because="Not ready.", at=moment(CALLED), seen_version=version)
    third = added(keeper, meeting, an_entry("Levy"))
    assert (first.number, second.number, third.number) == (1, 2, 3)
    second.refresh_from_db()
    assert second.withdrawn_because == "Not ready."
    events = CaseEvent.objects.filter(stream=meeting.stream, kind="meeting.item_changed").order_by("place")
    assert [event.facts["what"] for event in events] == ["added", "added", "withdrawn", "added"]


def test_an_item_that_comes_once_the_agenda_is_out_counts_as_added_later(keeper: Standing) -> None:
    meeting = a_tuesday_meeting()
    in_time = added(keeper, meeting, an_entry("Minutes"))
    published(keeper, meeting, an_agenda(CALLED))
    later = added(keeper, meeting, an_entry("Levy"), CALLED + ONE)
    assert (in_time.added_on, later.added_on) == (None, CALLED + ONE)
    # It was not in the agenda that is out, so that its own is wanted; one agenda with all of it serves both.
    assert owed(meeting, NoticeKind.AGENDA).published is not None
    assert owed(meeting, NoticeKind.AGENDA, later).published is None
    published(keeper, meeting, an_agenda(CALLED + ONE))
    assert owed(meeting, NoticeKind.AGENDA, later).published is not None


@pytest.mark.parametrize(("day", "wants"), [(FIVE_BEFORE, False), (FIVE_BEFORE + ONE, True), (TUESDAY, True)])
def test_an_item_after_the_last_day_says_why_it_is_urgent(
    keeper: Standing, day: datetime.date, wants: bool
) -> None:
    meeting = a_tuesday_meeting()
    if not wants:
        assert added(keeper, meeting, an_entry(), day).added_on is None
        return
    with pytest.raises(ValidationError) as fault:
        added(keeper, meeting, an_entry(), day)
    assert "Monday 2\xa0November" in fault.value.message_dict["urgent_because"][0]
    item = added(keeper, meeting, an_entry(urgent_because="The bridge is closed."), day)
    assert (item.added_on, item.urgent_because) == (day, "The bridge is closed.")


def test_an_item_of_a_meeting_called_at_short_notice_that_day_is_part_of_its_agenda(keeper: Standing) -> None:
    meeting = a_tuesday_meeting(called_on=TUESDAY - ONE, short_notice="A flood.")
    assert added(keeper, meeting, an_entry(), TUESDAY - ONE).added_on is None


def test_paragraphs_belong_to_private_items_and_key_decisions_to_the_executive(keeper: Standing) -> None:
    committee, cabinet = a_tuesday_meeting(), a_tuesday_meeting(body=the_cabinet())
    for entry, box in (
        (an_entry(private_under=("3",)), "private_under"),
        (an_entry(is_key_decision=True), "is_key_decision"),
    ):
        with pytest.raises(ValidationError) as fault:
            added(keeper, committee, entry)
        assert box in fault.value.message_dict
    made = added(keeper, cabinet, an_entry(is_private=True, private_under=("3", "5"), is_key_decision=True))
    made.refresh_from_db()
    assert (made.private_under, made.is_key_decision) == (["3", "5"], True)


def test_a_changed_item_keeps_its_number_and_a_withdrawn_one_changes_no_more(keeper: Standing) -> None:
    meeting = a_tuesday_meeting()
    item = an_item(meeting=meeting, title="Buget")
    given = {"who": keeper, "item": item, "at": moment(CALLED)}
    changed = change_item(**given, entry=an_entry("Budget"), seen_version=0)
    assert (changed.number, changed.title) == (1, "Budget")
    with pytest.raises(Stale):
        withdraw_item(**given, because="No.", seen_version=0)
    withdraw_item(**given, because="No.", seen_version=1)
    for act in (
        lambda: change_item(**given, entry=an_entry("Again"), seen_version=2),
        lambda: withdraw_item(**given, because="Twice.", seen_version=2),
    ):
        with pytest.raises(ValidationError):
            act()


def test_a_notice_on_the_last_day_is_in_time_and_on_the_next_it_wants_an_exception(keeper: Standing) -> None:
    meeting = a_tuesday_meeting()
    said = refused_at(keeper, meeting, an_agenda(FIVE_BEFORE + ONE))
    assert said.startswith("exception_under: The last day was Monday 2\xa0November")
    of_others = an_agenda(FIVE_BEFORE + ONE, exception_under="special-urgency", exception="The chair agreed.")
    assert refused_at(keeper, meeting, of_others).startswith("exception_under")
    without_why = an_agenda(FIVE_BEFORE + ONE, exception_under="urgent-item")
    assert refused_at(keeper, meeting, without_why).startswith("exception: Say why")
    notice = published(keeper, meeting, an_agenda(FIVE_BEFORE))
    assert (notice.for_on, notice.exception_under, notice.by) == (TUESDAY, "", keeper.person)
    assert not owed(meeting, NoticeKind.AGENDA).was_late


def test_a_late_notice_keeps_its_exception(keeper: Standing) -> None:
    meeting = a_tuesday_meeting()
    late = an_agenda(FIVE_BEFORE + ONE, exception_under="urgent-item", exception="The chair: urgent.")
    notice = published(keeper, meeting, late)
    assert (notice.exception_under, notice.exception) == ("urgent-item", "The chair: urgent.")
    assert owed(meeting, NoticeKind.AGENDA).was_late
    event = CaseEvent.objects.get(stream=meeting.stream, kind="meeting.notice_published")
    assert event.facts["late"] is True


def test_a_notice_in_time_keeps_no_exception_that_was_typed(keeper: Standing) -> None:
    typed = an_agenda(FIVE_BEFORE, exception_under="urgent-item", exception="By mistake.")
    notice = published(keeper, a_tuesday_meeting(), typed)
    assert (notice.exception_under, notice.exception) == ("", "")


def test_a_moved_meeting_wants_its_agenda_published_anew(keeper: Standing) -> None:
    meeting = a_tuesday_meeting()
    published(keeper, meeting, an_agenda(CALLED))
    entry = MeetingEntry(on=TUESDAY + 7 * ONE)
    change_meeting(who=keeper, meeting=meeting, entry=entry, at=moment(CALLED), seen_version=1)
    assert owed(meeting, NoticeKind.AGENDA).published is None
    published(keeper, now(meeting), an_agenda(CALLED + ONE))
    assert owed(meeting, NoticeKind.AGENDA).published is not None


def of_kind(kind: NoticeKind, day: datetime.date, **more: object) -> NoticeEntry:
    """A notice of the executive."""
    return NoticeEntry(kind=kind, published_on=day, words="Paragraph 3: a contract.", **more)  # type: ignore[arg-type]


def test_a_key_decision_has_the_general_exception_while_five_clear_days_are_left(keeper: Standing) -> None:
    meeting = a_tuesday_meeting(body=the_cabinet())
    item = an_item(meeting=meeting, is_key_decision=True)
    key = {"item": item.pk, "exception": "The chair of scrutiny was told on Monday."}
    general, special = ({**key, "exception_under": name} for name in ("general-exception", "special-urgency"))
    too_late = of_kind(NoticeKind.KEY_DECISION, FIVE_BEFORE + ONE, **general)
    assert "needed a notice by Monday 2\xa0November" in refused_at(keeper, meeting, too_late)
    assert published(keeper, meeting, of_kind(NoticeKind.KEY_DECISION, FIVE_BEFORE, **general)).item == item
    other = an_item(meeting=meeting, is_key_decision=True)
    urgent = of_kind(NoticeKind.KEY_DECISION, FIVE_BEFORE + ONE, **{**special, "item": other.pk})
    assert published(keeper, meeting, urgent).item == other
    in_time = an_item(meeting=meeting, is_key_decision=True)
    plain = of_kind(NoticeKind.KEY_DECISION, LONG_BEFORE, item=in_time.pk)
    assert published(keeper, meeting, plain).exception_under == ""


def test_the_second_notice_follows_the_first_and_answers_what_was_said(keeper: Standing) -> None:
    meeting = a_tuesday_meeting(body=the_cabinet(), is_private=True)
    second, first = NoticeKind.PRIVATE_MEETING_SECOND, NoticeKind.PRIVATE_MEETING
    assert "first notice" in refused_at(keeper, meeting, of_kind(second, FIVE_BEFORE))
    published(keeper, meeting, of_kind(first, LONG_BEFORE))
    unanswered = of_kind(second, FIVE_BEFORE, representations="Hold it in public.")
    assert refused_at(keeper, meeting, unanswered).startswith("answer:")
    before_the_first = of_kind(second, LONG_BEFORE - ONE)
    assert "first notice" in refused_at(keeper, meeting, before_the_first)
    said = of_kind(second, FIVE_BEFORE, representations="Hold it in public.", answer="It names a bidder.")
    notice = published(keeper, meeting, said)
    assert (notice.representations, notice.answer) == ("Hold it in public.", "It names a bidder.")


def test_a_notice_that_no_law_wants_or_that_is_still_to_come_is_refused(keeper: Standing) -> None:
    meeting = a_tuesday_meeting()
    assert refused_at(keeper, meeting, of_kind(NoticeKind.PRIVATE_MEETING, CALLED)).startswith("which:")
    with pytest.raises(ValidationError) as fault:
        publish_notice(
            who=keeper, meeting=meeting, entry=an_agenda(CALLED + ONE), at=moment(CALLED), seen_version=0
        )
    assert "published_on" in fault.value.message_dict


def test_a_private_item_taken_off_the_agenda_ends_the_need_for_its_notices(keeper: Standing) -> None:
    meeting = a_tuesday_meeting(body=the_cabinet())
    item = an_item(meeting=meeting, is_private=True)
    assert owed(meeting, NoticeKind.PRIVATE_MEETING).published is None
    withdraw_item(who=keeper, item=item, because="No.", at=moment(CALLED), seen_version=0)
    kinds = [one.due.kind for one in MeetingClock.read().notices(now(meeting))]
    assert kinds == [NoticeKind.AGENDA]


@pytest.mark.parametrize("column", ["cancelled_at", "concluded_at"])
def test_nothing_is_entered_once_the_meeting_is_over(keeper: Standing, column: str) -> None:
    meeting = a_tuesday_meeting(**{column: moment(CALLED)})
    with pytest.raises(Refused):
        added(keeper, meeting, an_entry())
    with pytest.raises(Refused):
        published(keeper, meeting, an_agenda(CALLED))


def test_a_member_keeps_no_agenda() -> None:
    who, meeting = on_day(make.a_member(), CALLED), a_tuesday_meeting()
    with pytest.raises(Refused):
        added(who, meeting, an_entry())
    with pytest.raises(Refused):
        published(who, meeting, an_agenda(CALLED))
    assert not Item.objects.exists()
    assert not Notice.objects.exists()
