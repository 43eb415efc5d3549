"""The quarters by which complaints are counted for a committee."""

import datetime
from dataclasses import dataclass


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


def _months_on(day: datetime.date, months: int) -> datetime.date:
    years, month = divmod(day.month - 1 + months, 12)
    return day.replace(year=day.year + years, month=month + 1)
