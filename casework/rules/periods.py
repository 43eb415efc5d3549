"""From a day to a day, as figures are asked for: months, quarters, years, or two days of one's own."""

import datetime
import re
from dataclasses import dataclass
from typing import Self

# The years that an address may name: beyond them is a slip, and no day before or after to compare with.
_EARLIEST, _LATEST = 1900, 2199
# A council's year, and its quarters, begin with April.
_YEAR_BEGINS = 4


@dataclass(frozen=True, order=True, slots=True)
class Period:
    """From a day to a day, the last included."""

    first: datetime.date
    last: datetime.date

    def __contains__(self, day: datetime.date) -> bool:
        """Is the day one of the period’s?"""
        return self.first <= day <= self.last

    @property
    def key(self) -> str:
        """As it stands in an address: «2026-04-01--2026-06-30»."""
        return f"{self.first.isoformat()}--{self.last.isoformat()}"

    @property
    def is_of_months(self) -> bool:
        """Is it whole months?"""
        return self.first.day == 1 and (self.last + datetime.timedelta(days=1)).day == 1

    @property
    def before(self) -> "Period":
        """The one before, to compare with: as many months where it is whole months, else as many days."""
        eve = self.first - datetime.timedelta(days=1)
        if self.is_of_months:
            count = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month + 1
            return Period(_months_on(self.first, -count), eve)
        return Period(self.first - (self.last - self.first) - datetime.timedelta(days=1), eve)

    def before_until(self, day: datetime.date) -> "Period":
        """The one before; while this one goes on, that one up to the same day, of its months or of its days.

        Eight months beside twelve would make every count look as if it had fallen.
        """
        whole = self.before
        if not self.first <= day < self.last:
            return whole
        if not self.is_of_months:
            return Period(whole.first, whole.first + (day - self.first))
        gone = (day.year - self.first.year) * 12 + day.month - self.first.month
        month = month_of(_months_on(whole.first, gone))
        last = month.first + datetime.timedelta(days=day.day - 1)
        return Period(whole.first, min(last, month.last))

    def until(self, day: datetime.date) -> "Period":
        """The same, cut off at a day of its own, because nothing is known of what comes after."""
        return Period(self.first, min(self.last, max(day, self.first)))

    def is_over(self, on: datetime.date) -> bool:
        """Whether it has ended by the day: of one that goes on, a number that grows tells of one case."""
        return self.last < on

    @classmethod
    def read(cls, words: str) -> Self | None:
        """From an address; None where it names no two days in their order."""
        found = re.fullmatch(r"(\d{4}-\d{2}-\d{2})--(\d{4}-\d{2}-\d{2})", words)
        if not found:
            return None
        try:
            first, last = (datetime.date.fromisoformat(day) for day in found.groups())
        except ValueError:
            return None
        return (
            cls(first, last) if first <= last and first.year >= _EARLIEST and last.year <= _LATEST else None
        )


def month_of(day: datetime.date) -> Period:
    """The month of a day."""
    first = day.replace(day=1)
    return Period(first, _months_on(first, 1) - datetime.timedelta(days=1))


def quarter_of(day: datetime.date) -> Period:
    """The quarter of a day, as a council counts them: from April, July, October, January."""
    first = day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)
    return Period(first, _months_on(first, 3) - datetime.timedelta(days=1))


def year_of(day: datetime.date) -> Period:
    """The council's year of a day: from 1 April to 31 March."""
    first = datetime.date(day.year if day.month >= _YEAR_BEGINS else day.year - 1, _YEAR_BEGINS, 1)
    return Period(first, _months_on(first, 12) - datetime.timedelta(days=1))


def financial_year(day: datetime.date) -> int:
    """The year in which the council’s year of that day began."""
    return year_of(day).first.year


def year_in_words(year: int) -> str:
    """«2026/27»."""
    return f"{year}/{(year + 1) % 100:02d}"


def quarters(year: int) -> tuple[Period, ...]:
    """The four quarters of the council’s year that began in April of `year`."""
    april = datetime.date(year, _YEAR_BEGINS, 1)
    return tuple(quarter_of(_months_on(april, 3 * place)) for place in range(4))


def months_of(period: Period) -> tuple[Period, ...]:
    """Its months in their order, the first and the last cut to the period."""
    found, first = [], period.first
    while first <= period.last:
        last = min(month_of(first).last, period.last)
        found.append(Period(first, last))
        first = last + datetime.timedelta(days=1)
    return tuple(found)


def _months_on(first: datetime.date, count: int) -> datetime.date:
    """The first day of a month so many months later or, below nought, earlier."""
    months = first.year * 12 + first.month - 1 + count
    return datetime.date(months // 12, months % 12 + 1, 1)
