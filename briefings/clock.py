"""The days of a briefing: by when an offer is answered, and what was agreed has a date or a pack."""

import datetime

from casework.queries import calendar, local_term
from rulebook.duty import Duty
from rulebook.period import Period, WorkingDays

# The texts give groups no time to answer; without a local term, the portal asks for an answer in this.
OWN_PROMISE: Period = WorkingDays(10)
# Nor by when what was agreed has a date or a pack; without a local term the lead is reminded after this.
SERVE: Period = WorkingDays(10)
BEFORE_A_DATE = WorkingDays(2)


def answer_by(on: datetime.date) -> datetime.date:
    """By when a group is asked to answer an offer that is made on the day; later answers count as well."""
    term = local_term(Duty.SHARE_BRIEFING, on=on)
    return (term.as_period() if term else OWN_PROMISE).due(on, calendar())


def serve_by(on: datetime.date) -> datetime.date:
    """By when what was agreed or taken up that day has a date or a pack: a local term’s, or the own."""
    term = local_term(Duty.PREPARE_BRIEFING, on=on)
    return (term.as_period() if term else SERVE).due(on, calendar())


def is_near(day: datetime.date, *, on: datetime.date) -> bool:
    """Whether the day is at most two working days ahead."""
    return on <= day <= BEFORE_A_DATE.due(on, calendar())
