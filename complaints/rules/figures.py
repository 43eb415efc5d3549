"""Counts that go to a committee: small ones are not shown, nor what would give them away by subtraction."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import median

# Below this many, somebody could be known by the number.
SMALLEST = 5


@dataclass(frozen=True)
class Quarter:
    """Three months; a financial year has four, from April on."""

    first: datetime.date

    @property
    def last(self) -> datetime.date:
        """Its last day."""
        return _months_on(self.first, 3) - datetime.timedelta(days=1)

    def is_over(self, on: datetime.date) -> bool:
        """Whether it has ended: one that goes on is not counted, so that nobody sees a number grow by one."""
        return self.last < on


@dataclass(frozen=True)
class Counted:
    """The counts of one table for one quarter; None is a number that is not shown."""

    cells: Mapping[str, int | None]
    total: int | None


def financial_year(on: datetime.date) -> int:
    """The year in which the financial year of that day began."""
    return on.year if on.month >= 4 else on.year - 1


def year_in_words(year: int) -> str:
    """«2026/27»."""
    return f"{year}/{(year + 1) % 100:02d}"


def quarters(year: int) -> tuple[Quarter, ...]:
    """The four quarters of the financial year that began in April of `year`."""
    april = datetime.date(year, 4, 1)
    return tuple(Quarter(_months_on(april, 3 * place)) for place in range(4))


def protected(counts: Mapping[str, int]) -> Counted:
    """The counts as they may be shown beside their total.

    Fewer than five in all: nothing is shown. Otherwise a small cell is hidden, and with it the next larger
    ones, until each of those hidden might be small or not, for all that the total tells. Where that cannot
    be reached, no cell is shown, not even a nought, and the total alone stands.
    """
    total = sum(counts.values())
    if total == 0:
        return Counted(dict(counts), 0)
    if total < SMALLEST:
        return Counted(dict.fromkeys(counts), None)
    hidden = {key for key, number in counts.items() if 0 < number < SMALLEST}
    larger = sorted((key for key in counts if counts[key] >= SMALLEST), key=lambda key: counts[key])
    while hidden and not _is_open(counts[key] for key in hidden):
        if not larger:
            return Counted(dict.fromkeys(counts), total)
        hidden.add(larger.pop(0))
    return Counted({key: None if key in hidden else number for key, number in counts.items()}, total)


def typical(days: Iterable[int]) -> float | None:
    """The middle number of days, where it is of five or more; None where it might tell of one case."""
    found = list(days)
    return median(found) if len(found) >= SMALLEST else None


def _is_open(numbers: Iterable[int]) -> bool:
    """Whether the sum leaves it open of each number, none of which is nought, whether it is small."""
    found = list(numbers)
    return len(found) > 1 and sum(found) - (len(found) - 1) >= SMALLEST


def _months_on(day: datetime.date, months: int) -> datetime.date:
    years, month = divmod(day.month - 1 + months, 12)
    return day.replace(year=day.year + years, month=month + 1)
