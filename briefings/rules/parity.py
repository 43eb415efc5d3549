"""Parity of groups in figures: the periods they are counted for, and when one group waits too much longer."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import median

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


@dataclass(frozen=True)
class ParityPeriod:
    """From a day to a day, the last included; `key` is a `PeriodKey`, or two days as addresses name them."""

    key: str
    first: datetime.date
    last: datetime.date


def periods(*, on: datetime.date, elected_on: datetime.date | None) -> tuple[ParityPeriod, ...]:
    """Those that are offered on the day: quarters and the financial year, and since the last election."""
    quarter = quarter_of(on)
    eve = quarter - datetime.timedelta(days=1)
    year = datetime.date(on.year if on.month >= 4 else on.year - 1, 4, 1)
    found = (
        ParityPeriod(PeriodKey.QUARTER, quarter, on),
        ParityPeriod(PeriodKey.LAST_QUARTER, quarter_of(eve), eve),
        ParityPeriod(PeriodKey.YEAR, year, on),
    )
    if elected_on is None:
        return found
    return (*found, ParityPeriod(PeriodKey.ELECTION, elected_on, on))


def quarter_of(on: datetime.date) -> datetime.date:
    """The first day of its quarter."""
    return on.replace(month=(on.month - 1) // 3 * 3 + 1, day=1)


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
