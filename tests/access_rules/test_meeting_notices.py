"""Which notices a meeting needs under each of the six texts; their last days over weekends and holidays."""

from datetime import date

import pytest

from access_rules.models import Notice
from access_rules.rules.meeting_law import Regime, regime_of
from access_rules.rules.meeting_notices import (
    GENERAL_EXCEPTION,
    GROUNDS,
    NOTICES,
    SPECIAL_URGENCY,
    ItemFacts,
    MeetingFacts,
    NoticeDue,
    NoticeKind,
    notices_due,
    why_ground_fails,
)
from council.rules import BodyType
from rulebook.bank_holidays import shipped_calendars
from rulebook.duty import Duty
from rulebook.local_term import LocalTerm
from rulebook.period import Calendar, CalendarDays, WorkingDays
from rulebook.protocols import PROTOCOLS, protocol

CALENDARS = shipped_calendars()
HOME = CALENDARS.protocol
COUNCILS = ("waltham-forest", "haringey", "wokingham-2007", "wokingham-2014")
LONG_BEFORE = date(2026, 1, 5)
# 10 November is a Tuesday, 9 November a Monday; 5 January comes after Christmas, 1 April after Easter.
TUESDAY, MONDAY = date(2026, 11, 10), date(2026, 11, 9)
AFTER_CHRISTMAS, AFTER_EASTER = date(2027, 1, 5), date(2027, 4, 1)


def a_meeting(
    text: str = "waltham-forest",
    body: BodyType = BodyType.COMMITTEE,
    on: date = TUESDAY,
    called_on: date = LONG_BEFORE,
    is_private: bool = False,
    items: tuple[ItemFacts, ...] = (),
) -> MeetingFacts:
    """A committee’s meeting that was called long before, unless something else is named."""
    return MeetingFacts(protocol(text), body, on, called_on, is_private, items)


def dues(meeting: MeetingFacts, term: LocalTerm | None = None) -> dict[NoticeKind, NoticeDue]:
    """The notices by kind."""
    return {due.kind: due for due in notices_due(meeting, calendars=CALENDARS, term=term)}


@pytest.mark.parametrize("text", sorted(PROTOCOLS))
def test_each_text_has_the_law_of_its_kind_of_body(text: str) -> None:
    executive = regime_of(protocol(text), BodyType.EXECUTIVE)
    committee = regime_of(protocol(text), BodyType.COMMITTEE)
    if text in COUNCILS:
        assert (executive, committee) == (Regime.EXECUTIVE, Regime.COUNCIL)
    elif text == "mwda":
        assert (executive, committee) == (Regime.COUNCIL, Regime.COUNCIL)
    else:
        assert (executive, committee) == (Regime.PARISH, Regime.PARISH)


FIVE = {
    TUESDAY: date(2026, 11, 2),
    # A Sunday: nobody works, so that the Friday before is shown.
    MONDAY: date(2026, 11, 1),
    # Boxing Day, a Saturday, is kept on Monday 28 December.
    AFTER_CHRISTMAS: date(2026, 12, 23),
    AFTER_EASTER: date(2027, 3, 22),
}
THREE = {
    TUESDAY: date(2026, 11, 4),
    MONDAY: date(2026, 11, 3),
    AFTER_CHRISTMAS: date(2026, 12, 29),
    AFTER_EASTER: date(2027, 3, 24),
}


@pytest.mark.parametrize("text", sorted(PROTOCOLS))
@pytest.mark.parametrize("body", [BodyType.COUNCIL, BodyType.EXECUTIVE, BodyType.SUB_COMMITTEE])
@pytest.mark.parametrize("on", list(FIVE))
def test_an_agenda_has_its_clear_days_under_every_text(text: str, body: BodyType, on: date) -> None:
    due = dues(a_meeting(text, body, on))[NoticeKind.AGENDA]
    days, by = (3, THREE[on]) if text == "parish" else (5, FIVE[on])
    assert (due.period.n, due.by, due.at_once) == (days, by, False)
    assert due.last_working_day == HOME.last_working_day_on_or_before(by)
    assert (due.lines[0].on, due.lines[-1].on) == (by, on)
    assert [line.number for line in due.lines if line.counted] == list(range(1, days + 1))
    assert due.cites


def test_the_last_day_may_be_a_sunday_and_the_friday_before_is_known() -> None:
    due = dues(a_meeting(on=MONDAY))[NoticeKind.AGENDA]
    assert (due.by, due.last_working_day) == (date(2026, 11, 1), date(2026, 10, 30))


def test_a_closed_day_of_the_council_never_shortens_a_notice() -> None:
    closed = Calendar({**HOME.closed, date(2026, 11, 5): "Closed"}, HOME.known_from, HOME.known_until)
    shorter = shipped_calendars()
    found = notices_due(
        a_meeting(), calendars=type(shorter)(closed, shorter.england_and_wales, shorter.united_kingdom)
    )
    # Without that Thursday five working days reach back over the weekend.
    assert [due.by for due in found] == [date(2026, 11, 1)]


@pytest.mark.parametrize(
    ("called_on", "by", "at_once"),
    [
        (date(2026, 11, 2), date(2026, 11, 2), False),
        (date(2026, 11, 3), date(2026, 11, 3), True),
        (date(2026, 11, 10), date(2026, 11, 10), True),
    ],
)
def test_a_meeting_called_at_shorter_notice_has_its_agenda_at_once(
    called_on: date, by: date, at_once: bool
) -> None:
    due = dues(a_meeting(called_on=called_on))[NoticeKind.AGENDA]
    assert (due.by, due.at_once, due.counted) == (by, at_once, date(2026, 11, 2))
    assert not due.is_late(by)
    assert due.is_late(date(2026, 11, 11))


def test_an_item_added_later_has_an_agenda_of_its_own_from_the_day_on_which_it_is_added() -> None:
    items = (ItemFacts(1), ItemFacts(2, added_on=date(2026, 11, 6)), ItemFacts(3, added_on=date(2026, 10, 1)))
    found = notices_due(a_meeting(items=items), calendars=CALENDARS)
    assert [(due.key, due.by, due.at_once) for due in found] == [
        (None, date(2026, 11, 2), False),
        (3, date(2026, 11, 2), False),
        (2, date(2026, 11, 6), True),
    ]


PRIVATE_AND_KEY = (ItemFacts(1), ItemFacts(2, is_private=True), ItemFacts(3, is_key_decision=True))


@pytest.mark.parametrize("text", COUNCILS)
def test_the_executive_gives_28_clear_days_of_a_key_decision_and_of_a_private_meeting(text: str) -> None:
    found = dues(a_meeting(text, BodyType.EXECUTIVE, items=PRIVATE_AND_KEY))
    assert {kind: due.by for kind, due in found.items()} == {
        NoticeKind.KEY_DECISION: date(2026, 10, 12),
        NoticeKind.PRIVATE_MEETING: date(2026, 10, 12),
        NoticeKind.AGENDA: date(2026, 11, 2),
        NoticeKind.PRIVATE_MEETING_SECOND: date(2026, 11, 2),
    }
    assert found[NoticeKind.KEY_DECISION].key == 3
    cites = [str(cite) for cite in found[NoticeKind.KEY_DECISION].cites]
    assert "SI 2012/2089 reg 9(2)" in cites
    assert [str(cite) for cite in found[NoticeKind.PRIVATE_MEETING].cites] == ["SI 2012/2089 reg 5(2)"]


def test_waltham_forests_forward_plan_is_cited_with_the_law_that_overtook_it() -> None:
    found = dues(a_meeting("waltham-forest", BodyType.EXECUTIVE, items=PRIVATE_AND_KEY))
    due = found[NoticeKind.KEY_DECISION]
    assert [str(cite) for cite in due.cites] == ["WF-A2.2.3", "SI 2012/2089 reg 9(2)"]
    assert "28 clear days" in due.note
    assert found[NoticeKind.AGENDA].note == ""


@pytest.mark.parametrize("text", ["mwda", "parish"])
@pytest.mark.parametrize("body", list(BodyType))
def test_where_there_is_no_executive_nothing_but_the_agenda_is_announced(text: str, body: BodyType) -> None:
    assert list(dues(a_meeting(text, body, is_private=True, items=PRIVATE_AND_KEY))) == [NoticeKind.AGENDA]


@pytest.mark.parametrize("text", COUNCILS)
def test_a_committee_announces_no_private_items_and_no_key_decisions(text: str) -> None:
    assert list(dues(a_meeting(text, items=PRIVATE_AND_KEY))) == [NoticeKind.AGENDA]


def test_a_late_call_does_not_shorten_the_28_days() -> None:
    found = dues(
        a_meeting(
            body=BodyType.EXECUTIVE, called_on=date(2026, 11, 5), is_private=True, items=PRIVATE_AND_KEY
        )
    )
    assert found[NoticeKind.KEY_DECISION].by == date(2026, 10, 12)
    assert found[NoticeKind.PRIVATE_MEETING].by == date(2026, 10, 12)
    assert found[NoticeKind.PRIVATE_MEETING_SECOND].by == date(2026, 11, 2)


def a_term(value: int, unit: str) -> LocalTerm:
    """What the council decided of the notices whose count is not settled."""
    return LocalTerm(Duty.GIVE_NOTICE, value, unit, "Council minute 12", date(2026, 1, 1))


@pytest.mark.parametrize(
    ("value", "unit", "by"),
    [
        (28, WorkingDays.key, date(2026, 9, 30)),
        (35, CalendarDays.key, date(2026, 10, 5)),
        # Shorter than the law: the law stands.
        (20, CalendarDays.key, date(2026, 10, 12)),
        (10, WorkingDays.key, date(2026, 10, 12)),
    ],
)
def test_a_council_may_lengthen_the_28_days_and_not_shorten_them(value: int, unit: str, by: date) -> None:
    meeting = a_meeting(body=BodyType.EXECUTIVE, is_private=True, items=PRIVATE_AND_KEY)
    found = dues(meeting, a_term(value, unit))
    assert found[NoticeKind.KEY_DECISION].by == found[NoticeKind.PRIVATE_MEETING].by == by
    cites = [str(cite) for cite in found[NoticeKind.PRIVATE_MEETING].cites]
    assert ("local-term give-notice" in cites) == (by != date(2026, 10, 12))
    # Five clear days are settled: a term does not touch them.
    assert found[NoticeKind.AGENDA].by == found[NoticeKind.PRIVATE_MEETING_SECOND].by == date(2026, 11, 2)


@pytest.mark.parametrize(
    ("published_on", "last"),
    [
        (date(2026, 10, 13), None),
        (date(2026, 11, 2), None),
        (date(2026, 11, 3), date(2026, 11, 2)),
    ],
)
def test_the_general_exception_needs_five_clear_days_and_special_urgency_none(
    published_on: date, last: date | None
) -> None:
    given = {"published_on": published_on, "meeting": TUESDAY, "calendar": HOME}
    assert why_ground_fails(GENERAL_EXCEPTION, **given) == last
    assert why_ground_fails(SPECIAL_URGENCY, **given) is None


def test_every_exception_is_known_by_its_key_and_fits_its_column() -> None:
    offered = {ground for kinds in NOTICES.values() for law in kinds.values() for ground in law.grounds}
    assert offered == set(GROUNDS.values())
    longest = Notice._meta.get_field("exception_under").max_length
    assert all(ground.cites and longest and len(key) <= longest for key, ground in GROUNDS.items())


def test_the_rules_know_the_kinds_of_notice_that_the_table_knows() -> None:
    assert {kind.value for kind in NoticeKind} == set(Notice.Kind.values)
