"""Periods against a brute-force count, day by day, on dates that nobody thought of."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rulebook.bank_holidays import shipped_calendars
from rulebook.period import (
    Calendar,
    CalendarDays,
    ClearDays,
    DateOutOfRange,
    Months,
    Period,
    UnknownPeriod,
    WorkingDays,
    days_left,
    period,
)

HOME = shipped_calendars().england_and_wales
ONE = timedelta(days=1)
# A machine that is busy is no fault of the rule.
unhurried = settings(deadline=None)
days = st.dates(date(2012, 1, 1), date(2028, 6, 30))
lengths = st.integers(1, 60)


def works(day: date) -> bool:
    return day.weekday() < 5 and day not in HOME.closed


@unhurried
@given(days, lengths)
def test_working_days_leave_out_weekends_and_holidays(start: date, n: int) -> None:
    due = WorkingDays(n).due(start, HOME)
    between = [start + ONE * i for i in range(1, (due - start).days + 1)]
    assert works(due)
    assert sum(works(day) for day in between) == n


@unhurried
@given(days, lengths)
def test_calendar_days_stay_where_they_fall(start: date, n: int) -> None:
    assert CalendarDays(n).due(start, HOME) == start + ONE * n


@unhurried
@given(days, st.integers(1, 20))
def test_clear_days_lie_wholly_between_notice_and_meeting(start: date, n: int) -> None:
    meeting = ClearDays(n).due(start, HOME)
    clear = [start + ONE * i for i in range(1, (meeting - start).days)]
    assert sum(works(day) for day in clear) == n
    latest = ClearDays(n).notice_by(meeting, HOME)
    assert latest >= start
    assert sum(works(latest + ONE * i) for i in range(1, (meeting - latest).days)) >= n


@unhurried
@given(days, st.integers(1, 30), st.sampled_from([CalendarDays, WorkingDays, ClearDays, Months]))
def test_a_receipt_ends_on_the_deadline_and_numbers_every_counted_day(
    start: date, n: int, kind: type[Period]
) -> None:
    length = kind(n)
    lines = length.receipt(start, HOME)
    assert (lines[0].on, lines[0].number) == (start, 0)
    assert lines[-1].on == length.due(start, HOME)
    assert lines[-1].number == n
    if kind is not Months:
        assert [line.number for line in lines if line.counted] == list(range(1, n + 1))


@unhurried
@given(days, days)
def test_days_left_count_down_to_nought_and_go_on_below(today: date, due: date) -> None:
    assert days_left(today, due, CalendarDays(10), HOME) == (due - today).days
    left = days_left(today, due, WorkingDays(5), HOME)
    if today <= due:
        assert left == sum(works(today + ONE * i) for i in range(1, (due - today).days + 1))
    else:
        late = sum(works(due + ONE * i) for i in range(1, (today - due).days + 1))
        assert left == -max(1, late)


@pytest.mark.parametrize(
    ("start", "due", "rolled"),
    [
        ((2027, 1, 31), (2027, 2, 28), (2027, 3, 1)),
        ((2028, 1, 31), (2028, 2, 29), (2028, 2, 29)),
        ((2026, 11, 25), (2026, 12, 25), (2026, 12, 29)),
        ((2026, 11, 20), (2026, 12, 20), (2026, 12, 21)),
        ((2026, 12, 31), (2027, 1, 31), (2027, 2, 1)),
    ],
)
def test_a_month_ends_on_its_corresponding_day_and_rolls_only_where_told(
    start: tuple[int, int, int], due: tuple[int, int, int], rolled: tuple[int, int, int]
) -> None:
    assert Months(1).due(date(*start), HOME) == date(*due)
    assert Months(1, rolls=True).due(date(*start), HOME) == date(*rolled)


def test_a_rolled_month_shows_the_closed_days_on_its_receipt() -> None:
    lines = Months(1, rolls=True).receipt(date(2026, 11, 25), HOME)
    assert [(line.on.day, line.counted, line.note) for line in lines] == [
        (25, False, "day of receipt"),
        (25, True, "end of the period (Christmas Day)"),
        (26, False, "Saturday" if HOME.why_closed(date(2026, 12, 26)) == "Saturday" else "Boxing Day"),
        (27, False, "Sunday"),
        (28, False, HOME.why_closed(date(2026, 12, 28))),
        (29, False, "next working day, last day"),
    ]


@pytest.mark.parametrize("length", [CalendarDays(1), WorkingDays(1), ClearDays(1), Months(1)])
def test_the_last_day_of_the_calendar_is_refused_by_name(length: Period) -> None:
    with pytest.raises(DateOutOfRange, match="9999-12-3"):
        length.due(date(9999, 12, 31), HOME)


def test_the_first_day_of_the_calendar_is_refused_by_name() -> None:
    with pytest.raises(DateOutOfRange, match="0001-01-01"):
        Calendar({date(1, 1, 1): "closed"}).last_working_day_on_or_before(date(1, 1, 1))


@pytest.mark.parametrize("n", [0, -1, 3661])
def test_no_period_is_shorter_than_one_or_longer_than_ten_years(n: int) -> None:
    with pytest.raises(UnknownPeriod):
        WorkingDays(n)


def test_periods_are_found_by_key_and_by_unit_and_say_themselves() -> None:
    assert period(10, "calendar-days") == period(10, "days") == CalendarDays(10)
    assert (str(WorkingDays(5)), str(Months(1))) == ("5 working days", "1 month")
    with pytest.raises(UnknownPeriod, match="fortnights"):
        period(1, "fortnights")


def test_the_nearest_working_days_on_either_side_of_christmas() -> None:
    assert HOME.last_working_day_on_or_before(date(2026, 12, 27)) == date(2026, 12, 24)
    assert HOME.next_working_day_on_or_after(date(2026, 12, 25)) == date(2026, 12, 29)


@unhurried
@given(days, st.integers(1, 40))
def test_where_every_day_counts_clear_days_are_whole_days_between(start: date, n: int) -> None:
    every = ClearDays(n, every_day=True)
    meeting = every.due(start, HOME)
    assert (meeting - start).days - 1 == n
    assert every.notice_by(meeting, HOME) == start
    assert every.left(start, meeting, HOME) == n
    assert every.left(meeting + ONE, meeting, HOME) == -1
    assert every.notice_by(meeting, HOME) >= ClearDays(n).notice_by(meeting, HOME)


@unhurried
@given(days, st.integers(1, 20), st.booleans())
def test_a_notice_receipt_runs_from_the_last_day_for_it_to_the_meeting(
    meeting: date, n: int, every_day: bool
) -> None:
    clear = ClearDays(n, every_day=every_day)
    lines = clear.notice_receipt(meeting, HOME)
    assert (lines[0].on, lines[-1].on) == (clear.notice_by(meeting, HOME), meeting)
    assert not lines[0].counted
    assert not lines[-1].counted
    assert [line.number for line in lines if line.counted] == list(range(1, n + 1))
    assert all(works(line.on) or every_day for line in lines if line.counted)
    assert [line.on for line in lines] == [lines[0].on + ONE * i for i in range(len(lines))]
