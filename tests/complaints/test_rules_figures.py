"""The quarters of a financial year, from April on."""

import datetime

import pytest

from complaints.rules.figures import Quarter, financial_year, quarters, year_in_words

DAY = datetime.date


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
    assert Quarter(DAY(2026, 4, 1)).is_over(day) is is_over
