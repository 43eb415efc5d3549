"""When a page reminds a member of what the protocol asks: orders, free time. It reminds, it never bars."""

import re
from datetime import date, datetime, time, timedelta

from rulebook.calendar import Calendar

OPENS, CLOSES = time(9), time(17, 30)
# How an order begins, at the beginning of a sentence or of a line.
_ORDER = re.compile(
    r"(?:^|[.!?:;]\s+|\n\s*)(?:please\s+)?(?:"
    r"instruct(?!i|e)\b|i (?:hereby )?(?:instruct|order|direct|require|demand|insist)\b|i want you to\b|"
    r"you (?:must|will|are (?:instructed|ordered|required|directed) to)\b|"
    r"(?:make sure|see to it) (?:that )?(?:your|the) (?:officers?|staff|team)\b)",
    re.IGNORECASE,
)


def reads_like_an_order(words: str) -> bool:
    """Whether a sentence of it begins as orders begin; a question about an instruction is none."""
    return _ORDER.search(words.strip()) is not None


def free_until(at: datetime, calendar: Calendar) -> date | None:
    """The working day on which officers are back, for a moment in their free time; None within their hours.

    `at` is in the council’s own time. Before the hours of a working day that is the day itself.
    """
    day, clock = at.date(), at.timetz().replace(tzinfo=None)
    if calendar.is_working_day(day) and clock < CLOSES:
        return None if clock >= OPENS else day
    return calendar.next_working_day_on_or_after(day + timedelta(days=1))
