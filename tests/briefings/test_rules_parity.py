"""Periods of the figures, and the rule by which one group waits too much longer than another."""

import datetime

import pytest

from briefings.rules.parity import PeriodKey, began_together, much_longer, periods, typical

DAY = datetime.date
NOVEMBER = DAY(2026, 11, 26)


@pytest.mark.parametrize(
    ("on", "key", "first", "last"),
    [
        (NOVEMBER, PeriodKey.QUARTER, DAY(2026, 10, 1), NOVEMBER),
        (NOVEMBER, PeriodKey.LAST_QUARTER, DAY(2026, 7, 1), DAY(2026, 9, 30)),
        (NOVEMBER, PeriodKey.YEAR, DAY(2026, 4, 1), NOVEMBER),
        (NOVEMBER, PeriodKey.ELECTION, DAY(2026, 5, 11), NOVEMBER),
        # The year of the calendar and the financial year turn on different days.
        (DAY(2027, 1, 1), PeriodKey.LAST_QUARTER, DAY(2026, 10, 1), DAY(2026, 12, 31)),
        (DAY(2027, 3, 31), PeriodKey.YEAR, DAY(2026, 4, 1), DAY(2027, 3, 31)),
        (DAY(2027, 4, 1), PeriodKey.YEAR, DAY(2027, 4, 1), DAY(2027, 4, 1)),
    ],
)
def test_a_period_runs_from_its_first_day_to_the_day_of_looking(
    on: datetime.date, key: PeriodKey, first: datetime.date, last: datetime.date
) -> None:
    found = periods(on=on, elected_on=DAY(2026, 5, 11))[key]
    assert (found.first, found.last) == (first, last)


def test_an_election_that_nobody_knows_of_is_not_offered() -> None:
    assert PeriodKey.ELECTION not in periods(on=NOVEMBER, elected_on=None)


@pytest.mark.parametrize(
    ("days", "found"),
    [
        ({}, {}),
        ({1: (9, 9)}, {}),
        # Twice as long and five days: the alarm; a day less of either: none.
        ({1: (6, 6), 2: (3, 3)}, {1: 2}),
        ({1: (5, 6), 2: (3, 3)}, {}),
        ({1: (5, 5), 2: (2, 3)}, {1: 2}),
        ({1: (4, 4), 2: (1, 1)}, {}),
        # One case proves nothing, on either side.
        ({1: (40,), 2: (1, 1)}, {}),
        ({1: (40, 40), 2: (1,)}, {}),
        ({1: (8, 8), 2: (0, 0)}, {1: 2}),
        # Several at once, each beside the one that waits least.
        ({1: (9, 9), 2: (2, 2), 3: (20, 4, 10)}, {1: 2, 3: 2}),
        ({1: (3, 3), 2: (3, 3)}, {}),
    ],
)
def test_one_group_waits_much_longer_than_another(
    days: dict[int, tuple[int, ...]], found: dict[int, int]
) -> None:
    assert much_longer(days) == found


@pytest.mark.parametrize(
    ("began", "elected"),
    [
        ([], None),
        ([DAY(2026, 5, 11)] * 3, DAY(2026, 5, 11)),
        ([DAY(2022, 5, 9), DAY(2026, 5, 11)], DAY(2026, 5, 11)),
        # A by-election since does not count as one of the whole council.
        ([DAY(2022, 5, 9)] * 3 + [DAY(2026, 5, 11)], None),
    ],
)
def test_the_last_election_is_when_half_of_the_members_began(
    began: list[datetime.date], elected: datetime.date | None
) -> None:
    assert began_together(began) == elected


def test_the_typical_number_is_the_middle_one() -> None:
    assert (typical([]), typical([7]), typical([1, 2, 40]), typical([1, 2])) == (None, 7, 2, 1.5)
