"""Which days are working days: weekends and closed days are not, and what is not known is said."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)
SATURDAY = 5


class DateOutOfRange(ValueError):
    """A date so far off that counting from it leaves the calendar (before year 1, after year 9999)."""

    def __init__(self, day: date) -> None:
        """Says which date it was."""
        super().__init__(
            f"Counting from {day.isoformat()} leaves the calendar: dates run from year 1 to 9999."
        )


def later(day: date, days: int) -> date:
    """The day so many days later (earlier where negative); raises DateOutOfRange beyond year 1 or 9999."""
    try:
        return day + timedelta(days=days)
    except OverflowError as fault:
        raise DateOutOfRange(day) from fault


@dataclass(frozen=True)
class Calendar:
    """Closed days with their names, and the span for which the holidays are known (None: without end)."""

    closed: Mapping[date, str] = field(default_factory=dict)
    known_from: date | None = None
    known_until: date | None = None

    def why_closed(self, day: date) -> str | None:
        """Why nobody works that day: the holiday's name, or Saturday or Sunday; None on a working day."""
        if day in self.closed:
            return self.closed[day]
        if day.weekday() >= SATURDAY:
            return "Saturday" if day.weekday() == SATURDAY else "Sunday"
        return None

    def is_working_day(self, day: date) -> bool:
        """Whether it is a weekday that is not closed."""
        return self.why_closed(day) is None

    def last_working_day_on_or_before(self, day: date) -> date:
        """The day itself or the nearest working day before it; raises DateOutOfRange at year 1."""
        while not self.is_working_day(day):
            day = later(day, -1)
        return day

    def next_working_day_on_or_after(self, day: date) -> date:
        """The day itself or the nearest working day after it; raises DateOutOfRange at year 9999."""
        while not self.is_working_day(day):
            day = later(day, 1)
        return day

    def knows(self, first: date, last: date) -> bool:
        """Whether the holidays of the whole span are known; if not, the answer must say so."""
        begun = self.known_from is None or self.known_from <= first
        return begun and (self.known_until is None or last <= self.known_until)

    def working_days_between(self, first: date, last: date) -> int:
        """How many working days lie after `first` up to and including `last`; 0 where last is not after."""
        span = (last - first).days
        if span <= 0:
            return 0
        weeks, rest = divmod(span, 7)
        weekdays = weeks * 5 + sum((first + ONE_DAY * n).weekday() < SATURDAY for n in range(1, rest + 1))
        return weekdays - sum(first < day <= last and day.weekday() < SATURDAY for day in self.closed)
