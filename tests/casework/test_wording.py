"""Days, times and counts are written as the council's pages write them."""

import datetime
from zoneinfo import ZoneInfo

import pytest

from casework.wording import amount, clock_time, date_time, days, long_date, plain_date, short_date

TUESDAY = datetime.date(2026, 12, 1)
LONDON = ZoneInfo("Europe/London")


def test_a_date_keeps_day_month_and_year_together() -> None:
    assert long_date(TUESDAY) == "Tuesday 1\N{NO-BREAK SPACE}December\N{NO-BREAK SPACE}2026"
    assert plain_date(TUESDAY) == "1\N{NO-BREAK SPACE}December\N{NO-BREAK SPACE}2026"
    assert short_date(TUESDAY) == "1/12/2026"


@pytest.mark.parametrize(
    ("hour", "minute", "words"),
    [
        (0, 0, "midnight"),
        (0, 5, "12:05am"),
        (8, 0, "8am"),
        (9, 32, "9:32am"),
        (12, 0, "midday"),
        (12, 1, "12:01pm"),
        (23, 59, "11:59pm"),
    ],
)
def test_a_time_is_said_as_people_say_it(hour: int, minute: int, words: str) -> None:
    assert clock_time(datetime.datetime(2026, 11, 14, hour, minute, tzinfo=LONDON)) == words


def test_a_moment_is_in_the_councils_time_in_summer_too() -> None:
    moment = datetime.datetime(2026, 7, 1, 23, 30, tzinfo=datetime.UTC)
    assert date_time(moment).replace("\N{NO-BREAK SPACE}", " ") == "2 July 2026 at 12:30am"


@pytest.mark.parametrize(
    ("number", "unit", "words"),
    [
        (1, "days", "1 day"),
        (0, "days", "0 days"),
        (10, "days", "10 days"),
        (1, "calendar days", "1 calendar day"),
        (10, "calendar days", "10 calendar days"),
        (1, "working days", "1 working day"),
        (2, "working days", "2 working days"),
        (5, "clear days", "5 clear days"),
        (1, "months", "1 month"),
    ],
)
def test_a_count_is_in_the_protocols_own_unit(number: int, unit: str, words: str) -> None:
    assert days(number, unit) == words


def test_another_unit_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="fortnights"):
        days(2, "fortnights")


@pytest.mark.parametrize(
    ("number", "unit", "words"),
    [
        (8, "calendar-days", "8 calendar days"),
        (1, "working-days", "1 working day"),
        (5, "clear-days", "5 clear days"),
        (2, "month", "2 months"),
        (90, "per-cent", "90%"),
    ],
)
def test_what_a_local_term_sets_is_said_in_its_own_unit(number: int, unit: str, words: str) -> None:
    assert amount(number, unit) == words
