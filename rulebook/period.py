"""Periods of time as protocols and statutes count them: the day of receipt is day 0."""

import calendar as months
from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from rulebook.calendar import Calendar, DateOutOfRange, later
from rulebook.wording import gettext_noop

__all__ = [
    "Calendar",
    "CalendarDays",
    "ClearDays",
    "DateOutOfRange",
    "Months",
    "Period",
    "ReceiptLine",
    "UnknownPeriod",
    "WorkingDays",
    "days_left",
    "period",
]

# No protocol, Act or local term comes near it; a slip of the finger must not count for minutes.
LONGEST = 3660


class UnknownPeriod(ValueError):
    """A number or a unit that is no period."""


@dataclass(frozen=True)
class ReceiptLine:
    """One line of a deadline receipt: the day, whether it counts, its number, and why."""

    on: date
    counted: bool
    number: int
    note: str


@dataclass(frozen=True)
class Period(ABC):
    """A length of time in one unit; `due` says where it ends, `receipt` shows the arithmetic."""

    n: int
    # What scenario files and local terms call it; what a page puts after the number; its full name.
    key: ClassVar[str]
    unit: ClassVar[str]
    name: ClassVar[str]

    def __post_init__(self) -> None:
        """Refuses a length below one or beyond ten years."""
        if not 1 <= self.n <= LONGEST:
            raise UnknownPeriod(f"A period is a whole number from 1 to {LONGEST}, not {self.n!r}.")

    @abstractmethod
    def due(self, start: date, calendar: Calendar) -> date:
        """The last day of the period that starts on that day; raises DateOutOfRange."""

    @abstractmethod
    def counts(self, day: date, calendar: Calendar) -> str:
        """Why the day does not count; an empty string where it does."""

    def receipt(self, start: date, calendar: Calendar) -> tuple[ReceiptLine, ...]:
        """The deadline line by line, from the day of receipt to the last day."""
        due = self.due(start, calendar)
        lines = [ReceiptLine(start, False, 0, gettext_noop("day of receipt"))]
        number = 0
        for offset in range(1, (due - start).days + 1):
            day = later(start, offset)
            why_not = self.counts(day, calendar)
            number += not why_not
            lines.append(ReceiptLine(day, not why_not, number, why_not or self._note(day, due, calendar)))
        return tuple(lines)

    def left(self, today: date, due: date, calendar: Calendar) -> int:
        """How many units are left; 0 on the last day, negative when overdue."""
        return (due - today).days

    def _note(self, day: date, due: date, calendar: Calendar) -> str:
        if day != due:
            return ""
        closed = calendar.why_closed(day)
        last = gettext_noop("last day")
        return f"{last} ({closed})" if closed else last

    def __str__(self) -> str:
        """«10 calendar days»."""
        return f"{self.n} {self.name if self.n == 1 else self.name + 's'}"


@dataclass(frozen=True)
class CalendarDays(Period):
    """Every day counts; the end stays where it falls, on a closed day too."""

    key: ClassVar[str] = "calendar-days"
    unit: ClassVar[str] = "days"
    name: ClassVar[str] = "calendar day"

    def due(self, start: date, calendar: Calendar) -> date:
        """So many days after the start."""
        return later(start, self.n)

    def counts(self, day: date, calendar: Calendar) -> str:
        """Every day counts."""
        return ""


@dataclass(frozen=True)
class WorkingDays(Period):
    """Weekends and closed days do not count."""

    key: ClassVar[str] = "working-days"
    unit: ClassVar[str] = "working days"
    name: ClassVar[str] = "working day"

    def due(self, start: date, calendar: Calendar) -> date:
        """The n-th working day after the start."""
        day = start
        for _ in range(self.n):
            day = calendar.next_working_day_on_or_after(later(day, 1))
        return day

    def counts(self, day: date, calendar: Calendar) -> str:
        """The closed day's name, or nothing on a working day."""
        return calendar.why_closed(day) or ""

    def left(self, today: date, due: date, calendar: Calendar) -> int:
        """Working days left; once the last day is over, at least one is overdue even on a closed day."""
        if today <= due:
            return calendar.working_days_between(today, due)
        return -max(1, calendar.working_days_between(due, today))


@dataclass(frozen=True)
class ClearDays(Period):
    """Neither the day of notice nor the day of the meeting counts, nor any closed day.

    `every_day`: closed days count too (the 28 clear days of SI 2012/2089, unless a council sets otherwise).
    """

    every_day: bool = False
    key: ClassVar[str] = "clear-days"
    unit: ClassVar[str] = "clear days"
    name: ClassVar[str] = "clear day"

    @property
    def _between(self) -> Period:
        return CalendarDays(self.n) if self.every_day else WorkingDays(self.n)

    def due(self, start: date, calendar: Calendar) -> date:
        """The first day on which what was given notice of may take place."""
        return later(self._between.due(start, calendar), 1)

    def notice_by(self, meeting: date, calendar: Calendar) -> date:
        """The last day for a notice of a meeting on that day: counted backwards, so never shortened."""
        if self.every_day:
            return later(meeting, -self.n - 1)
        day = meeting
        for _ in range(self.n):
            day = calendar.last_working_day_on_or_before(later(day, -1))
        return later(day, -1)

    def counts(self, day: date, calendar: Calendar) -> str:
        """The closed day's name, or nothing on a day that counts."""
        return "" if self.every_day else calendar.why_closed(day) or ""

    def receipt(self, start: date, calendar: Calendar) -> tuple[ReceiptLine, ...]:
        """The notice line by line; the day of notice and the day itself are shown and not counted."""
        due = self.due(start, calendar)
        last = ReceiptLine(due, False, self.n, gettext_noop("first day on which it may take place"))
        return (*self._lines(start, due, calendar), last)

    def notice_receipt(self, meeting: date, calendar: Calendar) -> tuple[ReceiptLine, ...]:
        """The same from the last day for a notice to the meeting on that day."""
        start = self.notice_by(meeting, calendar)
        last = ReceiptLine(meeting, False, self.n, gettext_noop("day of the meeting"))
        return (*self._lines(start, meeting, calendar), last)

    def _lines(self, start: date, end: date, calendar: Calendar) -> tuple[ReceiptLine, ...]:
        """The day of notice, and every day between it and the end."""
        lines = [ReceiptLine(start, False, 0, gettext_noop("day of notice"))]
        for offset in range(1, (end - start).days):
            day = later(start, offset)
            why_not = self.counts(day, calendar)
            lines.append(ReceiptLine(day, not why_not, lines[-1].number + (not why_not), why_not))
        return tuple(lines)

    def left(self, today: date, due: date, calendar: Calendar) -> int:
        """Clear days between today and the day itself; negative once it is past."""
        if self.every_day:
            return max(0, (due - today).days - 1) if today <= due else (due - today).days
        if today > due:
            return -max(1, calendar.working_days_between(due, today))
        return calendar.working_days_between(today, later(due, -1)) if today < due else 0


@dataclass(frozen=True)
class Months(Period):
    """The same day so many months later, or the last day of a month that has no such day.

    `rolls`: where the last day is no working day, the next one (a statute's own; a protocol's limit stays).
    """

    rolls: bool = False
    key: ClassVar[str] = "month"
    unit: ClassVar[str] = "months"
    name: ClassVar[str] = "month"

    def due(self, start: date, calendar: Calendar) -> date:
        """The corresponding day, moved to a working day only where the rule says so."""
        day = self._corresponding(start)
        return calendar.next_working_day_on_or_after(day) if self.rolls else day

    def counts(self, day: date, calendar: Calendar) -> str:
        """Every day counts."""
        return ""

    def receipt(self, start: date, calendar: Calendar) -> tuple[ReceiptLine, ...]:
        """A month is not counted day by day: its start, its end, and the closed days after it."""
        end, due = self._corresponding(start), self.due(start, calendar)
        past = f"{gettext_noop('end of the period')} ({calendar.why_closed(end)})"
        note = self._note(end, end, calendar) if end == due else past
        lines = [
            ReceiptLine(start, False, 0, gettext_noop("day of receipt")),
            ReceiptLine(end, True, self.n, note),
        ]
        for offset in range(1, (due - end).days + 1):
            day = later(end, offset)
            why = calendar.why_closed(day) or gettext_noop("next working day, last day")
            lines.append(ReceiptLine(day, False, self.n, why))
        return tuple(lines)

    def _corresponding(self, start: date) -> date:
        year, month = divmod(start.year * 12 + start.month - 1 + self.n, 12)
        if year > date.max.year:
            raise DateOutOfRange(start)
        return date(year, month + 1, min(start.day, months.monthrange(year, month + 1)[1]))


def days_left(today: date, due: date, period: Period, calendar: Calendar) -> int:
    """What is left in the period's own unit: 0 on the last day, negative when overdue."""
    return period.left(today, due, calendar)


PERIODS: Mapping[str, type[Period]] = {
    kind.key: kind for kind in (CalendarDays, WorkingDays, ClearDays, Months)
}
BY_UNIT = {kind.unit: kind for kind in PERIODS.values()}


def period(n: int, kind: str) -> Period:
    """The period of that length: `kind` is its key (`working-days`) or its unit (`working days`).

    Raises UnknownPeriod for another kind or a length below one.
    """
    made = PERIODS.get(kind) or BY_UNIT.get(kind)
    if made is None:
        raise UnknownPeriod(f"«{kind}» is no kind of period. The kinds are {', '.join(PERIODS)}.")
    return made(n)
