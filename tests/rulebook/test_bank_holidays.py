"""Bank holidays: what is shipped, by region, and what is not known."""

from datetime import date

import pytest

from rulebook.bank_holidays import Region, bank_holidays, calendar_of, known_span, shipped_calendars

ENGLAND = (Region.ENGLAND_AND_WALES,)


@pytest.mark.parametrize(
    "day", [date(2022, 6, 2), date(2022, 6, 3), date(2022, 9, 19), date(2023, 5, 8), date(2012, 6, 5)]
)
def test_one_off_holidays_are_known(day: date) -> None:
    assert day in bank_holidays(ENGLAND)


@pytest.mark.parametrize("year", range(2012, 2029))
def test_each_year_that_is_known_has_its_eight_holidays(year: int) -> None:
    assert sum(day.year == year for day in bank_holidays(ENGLAND)) >= 8


def test_the_parts_of_the_kingdom_differ() -> None:
    st_andrew, st_patrick = date(2026, 11, 30), date(2026, 3, 17)
    assert st_andrew in bank_holidays([Region.SCOTLAND])
    assert st_patrick in bank_holidays([Region.NORTHERN_IRELAND])
    assert not {st_andrew, st_patrick} & set(bank_holidays(ENGLAND))
    assert not shipped_calendars().united_kingdom.is_working_day(st_andrew)


def test_a_calendar_says_for_which_days_it_knows_the_holidays() -> None:
    assert known_span(tuple(Region)) == (date(2012, 1, 1), date(2028, 12, 31))
    home = shipped_calendars().protocol
    assert home.knows(date(2012, 1, 1), date(2028, 12, 31))
    assert not home.knows(date(2028, 12, 31), date(2029, 1, 1))
    assert not home.knows(date(2011, 12, 31), date(2012, 1, 3))


def test_closure_days_join_the_holidays() -> None:
    closed = calendar_of(ENGLAND, {date(2026, 12, 29): "Christmas closure"})
    assert closed.why_closed(date(2026, 12, 29)) == "Christmas closure"
    assert closed.why_closed(date(2026, 12, 25)) == "Christmas Day"
