"""Small numbers are not shown, and nothing beside them gives them away."""

import datetime
import itertools

import pytest

from complaints.rules.figures import (
    SMALLEST,
    Counted,
    Quarter,
    financial_year,
    protected,
    quarters,
    typical,
    year_in_words,
)

DAY = datetime.date


@pytest.mark.parametrize(
    ("counts", "cells", "total"),
    [
        ({"a": 0, "b": 0}, {"a": 0, "b": 0}, 0),
        ({"a": 5, "b": 0}, {"a": 5, "b": 0}, 5),
        ({"a": 4, "b": 0}, {"a": None, "b": None}, None),
        ({"a": 2, "b": 2}, {"a": None, "b": None}, None),
        # One small one would be known from the total: the next larger goes with it.
        ({"a": 2, "b": 7, "c": 9}, {"a": None, "b": None, "c": 9}, 18),
        ({"a": 3, "b": 3, "c": 9}, {"a": None, "b": None, "c": 9}, 15),
        # Two that add up to two are one each.
        ({"a": 1, "b": 1, "c": 9}, {"a": None, "b": None, "c": None}, 11),
        # All are small and there are as many as there are numbers: even a nought would tell.
        ({"a": 1, "b": 1, "c": 1, "d": 1, "e": 1, "f": 0}, dict.fromkeys("abcdef"), 5),
        ({"a": 1, "b": 1, "c": 9, "d": 0}, {"a": None, "b": None, "c": None, "d": 0}, 11),
    ],
)
def test_small_numbers_and_what_would_give_them_away_are_not_shown(
    counts: dict[str, int], cells: dict[str, int | None], total: int | None
) -> None:
    assert protected(counts) == Counted(cells, total)


def might_be(shown: Counted) -> dict[str, set[int]]:
    """All that each hidden number might be, for a reader who knows that only noughts are never hidden."""
    hidden = [key for key, number in shown.cells.items() if number is None]
    found: dict[str, set[int]] = {key: set() for key in hidden}
    rest = (shown.total or 0) - sum(number or 0 for number in shown.cells.values())
    for first in itertools.product(range(1, rest + 1), repeat=max(0, len(hidden) - 1)):
        numbers = (*first, rest - sum(first))
        if hidden and numbers[-1] > 0:
            for key, number in zip(hidden, numbers, strict=True):
                found[key].add(number)
    return found


def test_no_reader_can_say_of_a_hidden_number_that_it_is_small() -> None:
    for numbers_of in itertools.combinations_with_replacement((0, 1, 2, 3, 4, 5, 6, 8), 4):
        counts = dict(zip("abcd", numbers_of, strict=True))
        shown = protected(counts)
        for key, number in shown.cells.items():
            assert number is None or number == counts[key]
            assert number is None or number == 0 or number >= SMALLEST
        if shown.total is None or all(number is None for number in shown.cells.values()):
            continue
        for key, numbers in might_be(shown).items():
            assert max(numbers) >= SMALLEST, (counts, key)
            assert len(numbers) > 1, (counts, key)


@pytest.mark.parametrize(
    ("days", "number"), [([], None), ([3, 3, 3, 3], None), ([1, 2, 3, 4, 90], 3), ([1, 2, 3, 4, 5, 6], 3.5)]
)
def test_the_middle_is_of_five_or_more(days: list[int], number: float | None) -> None:
    assert typical(days) == number


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
