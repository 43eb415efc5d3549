"""Which text is in force on a day: the setting’s, until the council adopts another. Plain Python."""

from collections.abc import Callable
from datetime import date, datetime

# So long after midnight what was begun before it may still come into the table.
_FIRST_MINUTES = 10
# The first day of a version and the key of its text, in the order in which they came.
Adoptions = tuple[tuple[date, str], ...]


def text_on(day: date, adoptions: Adoptions, *, first: str) -> str:
    """The key of the text in force on the day; `first` is the one before any adoption."""
    begun = [key for from_on, key in adoptions if from_on <= day]
    return begun[-1] if begun else first


class InForce:
    """What was adopted, read once a day by each process, and once in each of its first minutes.

    That is enough: nothing is adopted from the day on which it is put on record, so what was read in the
    morning holds until midnight (`casework.policies.amendments.may_hold_from`). What is put on record just
    before midnight may be in the table a moment after it.
    """

    def __init__(self) -> None:
        """Knows nothing yet."""
        self._read: Callable[[], Adoptions] = tuple
        self._known: Adoptions = ()
        self._read_in: tuple[date, int] | None = None

    def read_by(self, read: Callable[[], Adoptions]) -> None:
        """Say how the adoptions are read, in `ready()`: this file knows no tables."""
        self._read = read

    def forget(self) -> None:
        """Read again when next asked."""
        self._read_in = None

    def text_today(self, now: datetime, *, first: str) -> str:
        """The key of the text in force at this moment, a local one."""
        today, minute = now.date(), min(now.hour * 60 + now.minute, _FIRST_MINUTES)
        if self._read_in != (today, minute):
            self._known, self._read_in = self._read(), (today, minute)
        return text_on(today, self._known, first=first)

    def text_known(self, today: date, *, first: str) -> str:
        """The same without reading, for what is asked before there are tables (the checks of a start)."""
        return text_on(today, self._known, first=first)


IN_FORCE = InForce()
