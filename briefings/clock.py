"""The days of a briefing: by when an offer is answered."""

import datetime

from casework.queries import calendar, local_term
from rulebook.duty import Duty
from rulebook.period import Period, WorkingDays

# The texts give groups no time to answer; without a local term, the portal asks for an answer in this.
OWN_PROMISE: Period = WorkingDays(10)


def answer_by(on: datetime.date) -> datetime.date:
    """By when a group is asked to answer an offer that is made on the day; later answers count as well."""
    term = local_term(Duty.SHARE_BRIEFING, on=on)
    return (term.as_period() if term else OWN_PROMISE).due(on, calendar())
