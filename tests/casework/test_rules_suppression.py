"""Small numbers are hidden, with whatever gives them away: tried against a reader who tries every number."""

import itertools
from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from casework.rules.suppression import SMALLEST, Key, Numbers, Sum, hidden, is_small, typical


def a_line(*numbers: int) -> Numbers:
    """Numbers a, b, c … and their total."""
    keys = "abcdefgh"[: len(numbers)]
    values = {**dict(zip(keys, numbers, strict=True)), "all": sum(numbers)}
    return Numbers(values, (Sum("all", tuple(keys)),), tuple(frozenset([key]) for key in values))


def a_grid(rows: Sequence[Sequence[int]], *, name: str = "") -> Numbers:
    """Rows and columns with their totals and the total of all, as a table of a report has them."""
    wide, high = range(len(rows[0])), range(len(rows))
    values: dict[Key, int] = {(name, row, column): rows[row][column] for row in high for column in wide}
    values |= {(name, row, "all"): sum(rows[row]) for row in high}
    values |= {(name, "all", column): sum(row[column] for row in rows) for column in wide}
    values[name, "all", "all"] = sum(map(sum, rows))
    sums = [Sum((name, row, "all"), tuple((name, row, one) for one in wide)) for row in (*high, "all")]
    sums += [Sum((name, "all", one), tuple((name, row, one) for row in high)) for one in (*wide, "all")]
    return Numbers(values, tuple(sums), tuple(frozenset([key]) for key in values))


def joined(first: Numbers, second: Numbers, *alike: tuple[Key, Key]) -> Numbers:
    """Two tables in one report, in which these numbers are known to be the same."""
    same = tuple(Sum(one, (other,)) for one, other in alike)
    return Numbers(
        {**first.values, **second.values},
        (*first.sums, *second.sums, *same),
        (*first.places, *second.places),
    )


def settled(numbers: Numbers, found: dict[Key, int]) -> bool:
    """Fills in what follows from the sums; False where they do not fit."""
    again = True
    while again:
        again = False
        for line in numbers.sums:
            terms = [(line.whole, -1), *((part, 1) for part in line.parts)]
            missing = [(one, sign) for one, sign in terms if one not in found]
            left = sum(sign * found[one] for one, sign in terms if one in found)
            if not missing and left:
                return False
            if len(missing) == 1:
                ((one, sign),) = missing
                found[one], again = -left * sign, True
                if found[one] < min(1, numbers.values[one]):
                    return False
    return True


def reading(numbers: Numbers, gone: frozenset[Key], key: Key, number: int) -> Mapping[Key, int] | None:
    """A set of numbers that fits what is shown, with this number in this place; None where there is none.

    The reader knows which of the hidden numbers are nought, though the page does not say so.
    """

    def search(found: dict[Key, int]) -> Mapping[Key, int] | None:
        if not settled(numbers, found):
            return None
        if gone <= found.keys():
            return found
        lines = ([one for one in (line.whole, *line.parts) if one not in found] for line in numbers.sums)
        one = min((line for line in lines if line), key=len)[0]
        true = numbers.values[one]
        tries = sorted(range(max(min(1, true), true - 5), true + 6), key=lambda value: abs(value - true))
        return next((whole for value in tries if (whole := search({**found, one: value}))), None)

    known = {one: value for one, value in numbers.values.items() if one not in gone}
    return search({**known, key: number})


def holds(numbers: Numbers) -> None:
    """Nothing small is shown; no reader can say what a hidden number is, nor of a small one that it is."""
    gone = hidden(numbers)
    for key, number in numbers.values.items():
        assert key in gone or not is_small(number), key
    for key in gone:
        number = numbers.values[key]
        others = [SMALLEST] if is_small(number) else [number + 1, number - 1, number + 2, number - 2]
        others += range(number + 3, number + 9)
        readable = (reading(numbers, gone, key, other) for other in others if other >= min(1, number))
        assert any(readable), (key, number)


@pytest.mark.parametrize(
    ("line", "gone"),
    [
        ((0, 0), ""),
        ((5, 0), ""),
        # Alone, with its total: both are small, and a nought beside them would tell what all of them are.
        ((4, 0), "a b all"),
        ((2, 2), "a b all"),
        # One small one would be known from the total: the next larger goes with it.
        ((2, 7, 9), "a b"),
        ((3, 3, 9), "a b"),
        # Two that add up to two are one each.
        ((1, 1, 9), "a b c"),
        ((1, 1, 9, 0), "a b c"),
        # Nothing beside them is large enough: the total goes.
        ((1, 1, 1, 1, 1, 0), "a b c d e all"),
        ((3, 5), "a b"),
    ],
)
def test_small_numbers_and_what_would_give_them_away_are_not_shown(line: Sequence[int], gone: str) -> None:
    assert hidden(a_line(*line)) == set(gone.split())


def test_every_short_line_tells_nobody_a_small_number() -> None:
    for line in itertools.combinations_with_replacement((0, 1, 2, 3, 4, 5, 6, 8), 4):
        holds(a_line(*line))


def test_a_small_number_is_hidden_from_its_row_and_from_its_column() -> None:
    numbers = a_grid([[12, 2, 20], [30, 9, 14], [8, 25, 16]])
    gone = hidden(numbers)
    assert ("", 0, 1) in gone
    assert len([key for key in gone if key[1] == 0]) > 1
    assert len([key for key in gone if key[2] == 1]) > 1
    assert not {key for key in gone if "all" in key}
    holds(numbers)


def test_a_total_that_stands_in_another_table_gives_nothing_away() -> None:
    first, second = a_line(3, 1), a_line(2, 2)
    second = Numbers(
        {f"2{key}": number for key, number in second.values.items()},
        (Sum("2all", ("2a", "2b")),),
        tuple(frozenset([f"2{key}"]) for key in second.values),
    )
    numbers = joined(first, second, ("all", "2all"))
    assert {"all", "2all"} <= hidden(numbers)
    holds(numbers)


def test_a_share_goes_where_what_is_left_of_it_is_small() -> None:
    shown = frozenset(["late", "in time", "all"])
    sums = (Sum("all", ("in time", "late")),)
    numbers = Numbers({"in time": 17, "late": 3, "all": 20}, sums, (shown, frozenset(["all"])))
    assert hidden(numbers) == {"late", "in time"}
    holds(numbers)
    # Nought of many and all of many tell of nobody in particular.
    assert not hidden(Numbers({"in time": 20, "late": 0, "all": 20}, sums, (shown,)))


def test_what_was_told_before_cannot_be_taken_back_and_is_reckoned_with() -> None:
    numbers = Numbers(
        {"year": 21, "first": 18, "rest": 3},
        (Sum("year", ("first", "rest")),),
        (frozenset(["year"]),),
        told=frozenset(["first"]),
    )
    assert hidden(numbers) == {"year", "rest"}


def test_what_may_be_shown_however_small_it_is_is_shown() -> None:
    line = a_line(1, 30)
    assert not hidden(Numbers(line.values, line.sums, line.places, public=frozenset(line.values)))


_NUMBER = some.one_of(some.integers(0, 9), some.integers(0, 30))


@settings(max_examples=60, deadline=None)
@given(some.lists(some.lists(_NUMBER, min_size=3, max_size=3), min_size=2, max_size=3))
def test_no_table_with_rows_and_columns_gives_a_small_number_away(rows: list[list[int]]) -> None:
    holds(a_grid(rows))


@settings(max_examples=25, deadline=None)
@given(some.data())
def test_no_two_tables_that_share_their_totals_give_one_away(data: some.DataObject) -> None:
    first = [data.draw(some.lists(_NUMBER, min_size=2, max_size=2)) for _ in range(2)]
    # The other table cuts the same columns another way: its rows add up to the same totals.
    parts = [data.draw(some.integers(0, sum(row[column] for row in first))) for column in range(2)]
    rest = [sum(row[column] for row in first) - parts[column] for column in range(2)]
    numbers = joined(
        a_grid(first, name="one"),
        a_grid([parts, rest], name="two"),
        *((("one", "all", key), ("two", "all", key)) for key in (0, 1, "all")),
    )
    holds(numbers)


@pytest.mark.parametrize(
    ("days", "number"), [([], None), ([3, 3, 3, 3], None), ([1, 2, 3, 4, 90], 3), ([1, 2, 3, 4, 5, 6], 3.5)]
)
def test_the_middle_is_of_five_or_more(days: list[int], number: float | None) -> None:
    assert typical(days) == number
