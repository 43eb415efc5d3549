"""How long a complaint is kept after it ended, by how it ended, and why so long."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from rulebook.calendar import Calendar
from rulebook.period import Months
from rulebook.wording import gettext_noop

ONE_YEAR, TWO_YEARS, SIX_YEARS = Months(12), Months(24), Months(72)


class Ending(StrEnum):
    """How a complaint ended, as far as it bears on how long it is kept."""

    WITHDRAWN = "withdrawn"
    SETTLED = "settled"
    NOT_UPHELD = "not-upheld"
    NO_ACTION = "no-action"
    UPHELD = "upheld"
    REFERRED = "referred"


@dataclass(frozen=True)
class Kept:
    """For how long, and the reason, as those who deal with it read it."""

    period: Months
    because: str


# No text says how long; the law, that nothing is kept longer than it is needed (UK GDPR art 5(1)(e)).
KEPT: dict[Ending, Kept] = {
    Ending.WITHDRAWN: Kept(
        ONE_YEAR, gettext_noop("It was taken back: kept for a year, in case it is raised again.")
    ),
    Ending.SETTLED: Kept(
        ONE_YEAR, gettext_noop("It was settled informally: kept for a year, to see that it stays settled.")
    ),
    Ending.NOT_UPHELD: Kept(
        TWO_YEARS, gettext_noop("It was not upheld: kept for two years, to see whether there is a pattern.")
    ),
    Ending.NO_ACTION: Kept(
        TWO_YEARS,
        gettext_noop("Nothing further was done: kept for two years, to see whether it comes again."),
    ),
    Ending.UPHELD: Kept(
        SIX_YEARS, gettext_noop("It was upheld: kept for six years, as long as a claim may follow from it.")
    ),
    Ending.REFERRED: Kept(
        SIX_YEARS,
        gettext_noop("Another procedure took it: kept for six years, as long as a claim may follow from it."),
    ),
}
_BY_OUTCOME = {
    "settled": Ending.SETTLED,
    "upheld": Ending.UPHELD,
    "partly": Ending.UPHELD,
    "not-upheld": Ending.NOT_UPHELD,
    "no-action": Ending.NO_ACTION,
}


def ending(*, outcome: str, is_referred: bool, is_withdrawn: bool) -> Ending:
    """How it ended. What another procedure took is kept by that, whatever was decided here; an outcome that
    this table does not know is kept as if nothing further was done.
    """
    if is_withdrawn:
        return Ending.WITHDRAWN
    if is_referred:
        return Ending.REFERRED
    return _BY_OUTCOME.get(outcome, Ending.NO_ACTION)


def last_day(how: Ending, ended_on: datetime.date, calendar: Calendar) -> datetime.date:
    """The last day on which it is kept; it may be erased from the day after."""
    return KEPT[how].period.due(ended_on, calendar)
