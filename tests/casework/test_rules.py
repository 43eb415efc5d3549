"""The ladder of reminders: from stored dates, never on a closed day, after a silence only its last rung."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.rules import RUNGS, Told, rung_day, rung_owed, rungs
from rulebook.bank_holidays import Region, calendar_of

OWNER, HEAD, DIRECTOR = Told.OWNER, Told.HEAD_OF_SERVICE, Told.EXECUTIVE_DIRECTOR
# The council closes between Christmas and New Year.
CLOSURES = {date(2026, 12, day): "Christmas closure" for day in (29, 30, 31)}
CALENDAR = calendar_of((Region.ENGLAND_AND_WALES,), CLOSURES)

PLAIN_WEEK = date(2026, 11, 26)  # a Thursday
BEFORE_EASTER = date(2026, 4, 2)  # Maundy Thursday; Friday and Monday are bank holidays
EASTER_SUNDAY = date(2026, 4, 5)
CHRISTMAS_DAY = date(2026, 12, 25)  # a Friday; 28 is the substitute for Boxing Day, 1 January is closed
IN_THE_CLOSURE = date(2026, 12, 30)
A_SATURDAY = date(2026, 11, 28)


@pytest.mark.parametrize(
    ("due_on", "expected"),
    [
        (PLAIN_WEEK, [date(2026, 11, 23), date(2026, 11, 26), date(2026, 11, 27), date(2026, 11, 30)]),
        (BEFORE_EASTER, [date(2026, 3, 30), date(2026, 4, 2), date(2026, 4, 7), date(2026, 4, 7)]),
        (EASTER_SUNDAY, [date(2026, 3, 30), date(2026, 4, 2), date(2026, 4, 7), date(2026, 4, 8)]),
        (CHRISTMAS_DAY, [date(2026, 12, 21), date(2026, 12, 24), date(2027, 1, 4), date(2027, 1, 4)]),
        (IN_THE_CLOSURE, [date(2026, 12, 21), date(2026, 12, 24), date(2027, 1, 4), date(2027, 1, 4)]),
        (A_SATURDAY, [date(2026, 11, 24), date(2026, 11, 27), date(2026, 11, 30), date(2026, 12, 1)]),
    ],
)
def test_each_rung_falls_on_a_working_day(due_on: date, expected: list[date]) -> None:
    assert [rung_day(rung, due_on, CALENDAR) for rung in RUNGS] == expected


@pytest.mark.parametrize(
    ("today", "sent", "rung", "told"),
    [
        (date(2026, 11, 20), [], None, set()),
        (date(2026, 11, 23), [], "three-days-before", {OWNER}),
        (date(2026, 11, 24), ["three-days-before"], None, set()),
        (date(2026, 11, 26), ["three-days-before"], "last-day", {OWNER}),
        (date(2026, 11, 27), ["three-days-before", "last-day"], "day-after", {OWNER, HEAD}),
        (date(2026, 11, 30), ["three-days-before", "last-day", "day-after"], "three-days-after", {DIRECTOR}),
        (date(2026, 12, 4), ["three-days-after"], None, set()),
        (date(2026, 12, 7), ["three-days-after"], "week-1-after", {OWNER, HEAD, DIRECTOR}),
        (date(2026, 12, 14), ["week-1-after"], "week-2-after", {OWNER, HEAD, DIRECTOR}),
        # Nobody ran the clock for a while: the last rung alone, and everybody whom it passed over.
        (date(2026, 11, 27), [], "day-after", {OWNER, HEAD}),
        (date(2026, 11, 30), ["last-day"], "three-days-after", {OWNER, HEAD, DIRECTOR}),
        (date(2026, 12, 11), [], "week-1-after", {OWNER, HEAD, DIRECTOR}),
        # Closed days: nothing is sent on them.
        (date(2026, 11, 28), ["last-day"], None, set()),
        (date(2026, 12, 25), ["week-2-after"], None, set()),
    ],
)
def test_what_is_owed_on_a_day(today: date, sent: list[str], rung: str | None, told: set[Told]) -> None:
    owed = rung_owed(PLAIN_WEEK, today, CALENDAR, {(name, PLAIN_WEEK) for name in sent})
    assert (owed.rung.name if owed else None, set(owed.told) if owed else set()) == (rung, told)


def test_the_rungs_passed_over_are_named_so_that_they_count_as_climbed() -> None:
    owed = rung_owed(PLAIN_WEEK, date(2026, 11, 30), CALENDAR, {("three-days-before", PLAIN_WEEK)})
    assert owed is not None
    assert [rung.name for rung in owed.passed] == ["last-day", "day-after"]


def test_a_promised_date_has_a_ladder_of_its_own() -> None:
    promised = date(2026, 12, 10)
    sent = {("three-days-before", PLAIN_WEEK), ("last-day", PLAIN_WEEK)}
    assert rung_owed(promised, date(2026, 12, 4), CALENDAR, sent) is None
    owed = rung_owed(promised, date(2026, 12, 7), CALENDAR, sent)
    assert owed is not None
    assert owed.rung.name == "three-days-before"


@given(st.dates(date(2024, 1, 1), date(2028, 6, 1)), st.integers(-30, 60))
def test_once_reminded_nothing_is_owed_again_that_day(due_on: date, days: int) -> None:
    today = due_on + timedelta(days=days)
    owed = rung_owed(due_on, today, CALENDAR, frozenset())
    if owed is not None:
        assert CALENDAR.is_working_day(today)
        assert rung_owed(due_on, today, CALENDAR, {(owed.rung.name, due_on)}) is None


@given(st.dates(date(2024, 1, 1), date(2028, 6, 1)), st.integers(0, 60), st.integers(1, 14))
def test_a_silence_of_any_length_loses_no_reminder(due_on: date, days: int, silence: int) -> None:
    sent: set[tuple[str, date]] = set()
    for offset in range(-20, days + 1, silence):
        owed = rung_owed(due_on, due_on + timedelta(days=offset), CALENDAR, sent)
        if owed:
            sent |= {(rung.name, due_on) for rung in (*owed.passed, owed.rung)}
    later = due_on + timedelta(days=days + 30)
    final = rung_owed(due_on, CALENDAR.next_working_day_on_or_after(later), CALENDAR, sent)
    assert final is not None
    sent |= {(rung.name, due_on) for rung in (*final.passed, final.rung)}
    assert {rung.name for rung in RUNGS} <= {name for name, _ in sent}


def test_the_ladder_goes_on_weekly_for_ever() -> None:
    assert [rung.name for rung in rungs(24)][4:] == ["week-1-after", "week-2-after", "week-3-after"]
    assert rungs(-5) == RUNGS
