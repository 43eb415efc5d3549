"""Periods of figures: what their names mean, which one is before, and what an address may say."""

import datetime

import pytest

from casework.rules.periods import (
    Period,
    financial_year,
    month_of,
    months_of,
    quarter_of,
    quarters,
    year_in_words,
    year_of,
)

DAY = datetime.date


def days(first: str, last: str) -> Period:
    """From a day to a day."""
    return Period(datetime.date.fromisoformat(first), datetime.date.fromisoformat(last))


@pytest.mark.parametrize(
    ("day", "month", "quarter", "year"),
    [
        (
            "2026-11-26",
            ("2026-11-01", "2026-11-30"),
            ("2026-10-01", "2026-12-31"),
            ("2026-04-01", "2027-03-31"),
        ),
        (
            "2027-03-31",
            ("2027-03-01", "2027-03-31"),
            ("2027-01-01", "2027-03-31"),
            ("2026-04-01", "2027-03-31"),
        ),
        (
            "2028-02-29",
            ("2028-02-01", "2028-02-29"),
            ("2028-01-01", "2028-03-31"),
            ("2027-04-01", "2028-03-31"),
        ),
        (
            "2026-04-01",
            ("2026-04-01", "2026-04-30"),
            ("2026-04-01", "2026-06-30"),
            ("2026-04-01", "2027-03-31"),
        ),
    ],
)
def test_months_quarters_and_council_years_of_a_day(
    day: str, month: tuple[str, str], quarter: tuple[str, str], year: tuple[str, str]
) -> None:
    on = datetime.date.fromisoformat(day)
    assert (month_of(on), quarter_of(on), year_of(on)) == (days(*month), days(*quarter), days(*year))


@pytest.mark.parametrize(
    ("period", "before"),
    [
        (("2026-03-01", "2026-03-31"), ("2026-02-01", "2026-02-28")),
        (("2026-04-01", "2026-06-30"), ("2026-01-01", "2026-03-31")),
        (("2026-04-01", "2027-03-31"), ("2025-04-01", "2026-03-31")),
        (("2026-04-02", "2026-04-11"), ("2026-03-23", "2026-04-01")),
        (("2026-04-02", "2026-04-02"), ("2026-04-01", "2026-04-01")),
    ],
)
def test_the_period_before_is_as_long_and_ends_on_the_eve(
    period: tuple[str, str], before: tuple[str, str]
) -> None:
    assert days(*period).before == days(*before)


@pytest.mark.parametrize(
    ("period", "today", "before"),
    [
        (("2026-04-01", "2027-03-31"), "2026-11-26", ("2025-04-01", "2025-11-26")),
        (("2026-04-01", "2027-03-31"), "2027-03-31", ("2025-04-01", "2026-03-31")),
        (("2026-03-01", "2026-03-31"), "2026-03-30", ("2026-02-01", "2026-02-28")),
        (("2026-10-01", "2026-12-31"), "2026-10-01", ("2026-07-01", "2026-07-01")),
        (("2026-11-20", "2026-11-29"), "2026-11-22", ("2026-11-10", "2026-11-12")),
        (("2026-10-01", "2026-10-31"), "2026-11-26", ("2026-09-01", "2026-09-30")),
        (("2027-10-01", "2027-10-31"), "2026-11-26", ("2027-09-01", "2027-09-30")),
    ],
)
def test_while_it_goes_on_it_is_compared_up_to_the_same_day(
    period: tuple[str, str], today: str, before: tuple[str, str]
) -> None:
    assert days(*period).before_until(datetime.date.fromisoformat(today)) == days(*before)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "2026-04-01",
        "2026-04-31--2026-06-30",
        "2026-06-30--2026-04-01",
        "0001-01-01--0001-02-01",
        "9999-01-01--9999-12-31",
        "2026-04-01--2026-06-30 ",
        "x--y",
    ],
)
def test_an_address_that_names_no_two_days_in_their_order_is_no_period(words: str) -> None:
    assert Period.read(words) is None


def test_a_period_is_read_as_it_is_written() -> None:
    period = days("2026-04-01", "2026-06-30")
    assert Period.read(period.key) == period
    assert datetime.date(2026, 6, 30) in period
    assert datetime.date(2026, 7, 1) not in period


def test_its_months_are_cut_to_it_and_nothing_lies_between_them() -> None:
    assert months_of(days("2026-01-15", "2026-03-02")) == (
        days("2026-01-15", "2026-01-31"),
        days("2026-02-01", "2026-02-28"),
        days("2026-03-01", "2026-03-02"),
    )


@pytest.mark.parametrize(
    ("day", "last"),
    [("2026-05-10", "2026-05-10"), ("2027-01-01", "2026-06-30"), ("2026-01-01", "2026-04-01")],
)
def test_it_is_cut_off_at_a_day_and_never_before_it_begins(day: str, last: str) -> None:
    until = days("2026-04-01", "2026-06-30").until(datetime.date.fromisoformat(day))
    assert until == days("2026-04-01", last)


def test_the_quarters_of_a_financial_year_begin_in_april() -> None:
    found = quarters(2026)
    assert [one.first for one in found] == [
        DAY(2026, 4, 1),
        DAY(2026, 7, 1),
        DAY(2026, 10, 1),
        DAY(2027, 1, 1),
    ]
    assert [one.last for one in found] == [
        DAY(2026, 6, 30),
        DAY(2026, 9, 30),
        DAY(2026, 12, 31),
        DAY(2027, 3, 31),
    ]
    assert year_in_words(2099) == "2099/00"


@pytest.mark.parametrize(("day", "year"), [(DAY(2026, 3, 31), 2025), (DAY(2026, 4, 1), 2026)])
def test_the_financial_year_turns_on_the_first_of_april(day: datetime.date, year: int) -> None:
    assert financial_year(day) == year


@pytest.mark.parametrize(("day", "is_over"), [(DAY(2026, 6, 30), False), (DAY(2026, 7, 1), True)])
def test_a_quarter_is_over_on_the_day_after_its_last(day: datetime.date, is_over: bool) -> None:
    assert quarter_of(DAY(2026, 4, 1)).is_over(day) is is_over
