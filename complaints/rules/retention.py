"""How long a complaint is kept after it ended, a note that was not sent, what was handed on, and why."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from rulebook.calendar import Calendar
from rulebook.duty import Duty
from rulebook.period import Months, Period
from rulebook.wording import gettext_noop

HALF_A_YEAR, ONE_YEAR, TWO_YEARS, SIX_YEARS = Months(6), Months(12), Months(24), Months(72)


class Ending(StrEnum):
    """How a complaint ended, as far as it bears on how long it is kept; the last two are none that ended."""

    WITHDRAWN = "withdrawn"
    SETTLED = "settled"
    NOT_UPHELD = "not-upheld"
    NO_ACTION = "no-action"
    UPHELD = "upheld"
    REFERRED = "referred"
    NOT_SENT = "not-sent"
    HANDED_ON = "handed-on"


@dataclass(frozen=True)
class Kept:
    """For how long where the council set nothing, under which duty it may set it, and the reason, as those
    who deal with it read it; `says` stands before what the council set.
    """

    period: Period
    duty: Duty
    because: str
    says: str


# No text says how long; the law, that nothing is kept longer than it is needed (UK GDPR art 5(1)(e)).
KEPT: dict[Ending, Kept] = {
    Ending.WITHDRAWN: Kept(
        ONE_YEAR,
        Duty.KEEP_SETTLED,
        gettext_noop("It was taken back: kept for a year, in case it is raised again."),
        gettext_noop("It was taken back."),
    ),
    Ending.SETTLED: Kept(
        ONE_YEAR,
        Duty.KEEP_SETTLED,
        gettext_noop("It was settled informally: kept for a year, to see that it stays settled."),
        gettext_noop("It was settled informally."),
    ),
    Ending.NOT_UPHELD: Kept(
        TWO_YEARS,
        Duty.KEEP_NOT_UPHELD,
        gettext_noop("It was not upheld: kept for two years, to see whether there is a pattern."),
        gettext_noop("It was not upheld."),
    ),
    Ending.NO_ACTION: Kept(
        TWO_YEARS,
        Duty.KEEP_NOT_UPHELD,
        gettext_noop("Nothing further was done: kept for two years, to see whether it comes again."),
        gettext_noop("Nothing further was done."),
    ),
    Ending.UPHELD: Kept(
        SIX_YEARS,
        Duty.KEEP_UPHELD,
        gettext_noop("It was upheld: kept for six years, as long as a claim may follow from it."),
        gettext_noop("It was upheld."),
    ),
    Ending.REFERRED: Kept(
        SIX_YEARS,
        Duty.KEEP_UPHELD,
        gettext_noop("Another procedure took it: kept for six years, as long as a claim may follow from it."),
        gettext_noop("Another procedure took it."),
    ),
    # Nobody but its author can read it, and it may be about somebody who will never hear of it.
    Ending.NOT_SENT: Kept(
        HALF_A_YEAR,
        Duty.KEEP_NOTE,
        gettext_noop("You have not sent it: kept for six months after you last changed it."),
        gettext_noop("You have not sent it."),
    ),
    # Its own procedure keeps a file of its own; this one only shows that it was handed on.
    Ending.HANDED_ON: Kept(
        TWO_YEARS,
        Duty.KEEP_HANDED_ON,
        gettext_noop("It was handed on: kept for two years, to show that it was."),
        gettext_noop("It was handed on."),
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


def last_day(
    how: Ending, ended_on: datetime.date, calendar: Calendar, period: Period | None = None
) -> datetime.date:
    """The last day on which it is kept, by the council’s own period where there is one; it may be erased from
    the day after.
    """
    return (period or KEPT[how].period).due(ended_on, calendar)
