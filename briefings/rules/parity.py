"""Parity of groups in figures: the periods they are counted for, and when one group waits too much longer."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from statistics import median

from casework.rules.periods import Period, quarter_of, year_of
from rulebook.rule import Rule
from rulebook.wording import gettext_noop

LEAST_CASES = 2
LEAST_DAYS = 5
TIMES = 2
WAITS_ALIKE = Rule(
    "briefing-waits-alike",
    gettext_noop(
        "One political group waits no more than twice as long as another: an alarm goes to the monitoring "
        "officer when the typical time to answer of one, of at least two requests, is five working days or "
        "more and twice another’s."
    ),
)


class PeriodKey(StrEnum):
    """The periods that are offered, as addresses name them."""

    QUARTER = "quarter"
    LAST_QUARTER = "last-quarter"
    YEAR = "year"
    ELECTION = "election"


def periods(*, on: datetime.date, elected_on: datetime.date | None) -> dict[PeriodKey, Period]:
    """Those that are offered on the day: quarters and the council’s year, and since the last election."""
    quarter = quarter_of(on)
    found = {
        PeriodKey.QUARTER: quarter.until(on),
        PeriodKey.LAST_QUARTER: quarter.before,
        PeriodKey.YEAR: year_of(on).until(on),
    }
    return found if elected_on is None else {**found, PeriodKey.ELECTION: Period(elected_on, on)}


def typical(days: Sequence[int]) -> float | None:
    """The middle number of days; None where there is no case."""
    return median(days) if days else None


def much_longer(days: Mapping[int, Sequence[int]]) -> dict[int, int]:
    """The groups that wait too much longer, each with the group that waits least; both by number.

    `days` are the working days of each case of a group: to its answer, or until now where it still waits.
    """
    typicals = {group: median(found) for group, found in days.items() if len(found) >= LEAST_CASES}
    if not typicals:
        return {}
    quickest = min(typicals, key=lambda group: (typicals[group], group))
    return {
        group: quickest
        for group, number in typicals.items()
        if number >= LEAST_DAYS and number >= TIMES * typicals[quickest] and group != quickest
    }


def began_together(days: Iterable[datetime.date]) -> datetime.date | None:
    """The day on which half of the terms or more began: the last election; None where no day has half."""
    began = list(days)
    latest = max(began, default=None)
    return latest if latest and 2 * began.count(latest) >= len(began) else None
