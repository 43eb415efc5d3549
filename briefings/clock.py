"""The days of a briefing: by when an offer is answered, when a group is reminded, how long it waits."""

import datetime

from casework.queries import calendar, local_term
from rulebook.duty import Duty
from rulebook.period import Period, WorkingDays

# The duties for which this floor asks a local term.
TERMS_FOR = (Duty.SHARE_BRIEFING,)
# The texts give groups no time to answer; without a local term, the portal asks for an answer in this.
OWN_PROMISES: dict[Duty, Period] = {Duty.SHARE_BRIEFING: WorkingDays(10)}
# A group is reminded this long before the day.
REMIND_BEFORE = WorkingDays(2)


def answer_by(on: datetime.date) -> datetime.date:
    """By when a group is asked to answer an offer that is made on the day; later answers count as well."""
    term = local_term(Duty.SHARE_BRIEFING, on=on)
    period = term.as_period() if term else OWN_PROMISES[Duty.SHARE_BRIEFING]
    return period.due(on, calendar())


def reminded_until(on: datetime.date) -> datetime.date:
    """Whoever is to answer by this day, or before it, is reminded on the day or was before."""
    return REMIND_BEFORE.due(on, calendar())
