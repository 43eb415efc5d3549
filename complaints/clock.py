"""The days of a complaint: to settle it, to acknowledge it, how often whoever complains hears how it goes."""

import datetime

from casework.queries import calendar, local_term
from rulebook.duty import Duty
from rulebook.period import Period, WorkingDays

# The duties for which this floor asks a local term; one for any other duty would change nothing. No text sets
# a time: where the council has set none, the portal promises its own.
TERMS_FOR = (Duty.SETTLE_INFORMALLY, Duty.ACKNOWLEDGE_COMPLAINT, Duty.TELL_OUTCOME)
# No text says how long the two have before whoever complains may go on without an answer.
SETTLE = WorkingDays(10)
ACKNOWLEDGE = WorkingDays(5)
# «Keep the member told of progress» (WF-8.3) says not how often.
PROGRESS = WorkingDays(10)


def settle_by(on: datetime.date) -> datetime.date:
    """The last day for the answer to an attempt of that day: a local term’s, or the portal’s own."""
    return _period(Duty.SETTLE_INFORMALLY, SETTLE, on).due(on, calendar())


def acknowledge_by(on: datetime.date) -> datetime.date:
    """The last day for acknowledging what was received that day: a local term’s, or the portal’s own."""
    return _period(Duty.ACKNOWLEDGE_COMPLAINT, ACKNOWLEDGE, on).due(on, calendar())


def next_progress(on: datetime.date) -> datetime.date:
    """The day by which whoever complains hears again: by a local term’s interval, or the portal’s own."""
    return _period(Duty.TELL_OUTCOME, PROGRESS, on).due(on, calendar())


def _period(duty: Duty, own: Period, on: datetime.date) -> Period:
    term = local_term(duty, on=on)
    return term.as_period() if term else own
