"""What a council decides where its text gives no figure, or amends: a dated term, ended and followed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from rulebook.citation import Citation, Source
from rulebook.duty import Duty
from rulebook.period import Period, period

# The unit of what is a share and no time, and what is counted in it.
PER_CENT = "per-cent"
SHARES = frozenset({Duty.ANSWER_IN_TIME})


@dataclass(frozen=True)
class LocalTerm:
    """One term: for which duty, how much, the paragraph or minute that decided it, its first and last day.

    `set_at` is the moment from which it was known, where that is known.
    """

    duty: Duty
    value: int
    unit: str
    paragraph: str
    from_on: date
    to_on: date | None = None
    set_at: datetime | None = None

    def is_in_force(self, on: date) -> bool:
        """Whether it holds on that day; the first and the last day count."""
        return self.from_on <= on and (self.to_on is None or on <= self.to_on)

    def was_known(self, at: datetime | None) -> bool:
        """Whether it was set by that moment; a term or a moment without a time leaves nothing out."""
        return at is None or self.set_at is None or self.set_at <= at

    def as_period(self) -> Period:
        """The term as a period of time; raises UnknownPeriod where value or unit is none."""
        return period(self.value, self.unit)

    @property
    def citation(self) -> Citation:
        """The local term as a source: the paragraph or minute that decided it."""
        return Citation(f"local-term {self.duty}", Source.LOCAL_TERM, "local term", self.paragraph)


def term_in_force(
    terms: Iterable[LocalTerm], duty: Duty, on: date, *, opened_at: datetime | None = None
) -> LocalTerm | None:
    """The term for the duty on that day, the one that began last where several do.

    A case keeps the terms that it was opened under: with `opened_at`, one that was set later is left out,
    whatever its first day.
    """
    standing = [
        term for term in terms if term.duty is duty and term.is_in_force(on) and term.was_known(opened_at)
    ]
    return max(standing, key=lambda term: term.from_on, default=None)
