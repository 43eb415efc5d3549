"""The days of a complaint: to settle and to acknowledge it, to tell how it goes, how long it is kept."""

import datetime

from casework.queries import calendar, local_term
from complaints.models import Complaint
from complaints.rules.retention import Ending, ending, last_day
from complaints.states import ComplaintState
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
OWN_PROMISES: dict[Duty, Period] = {
    Duty.SETTLE_INFORMALLY: SETTLE,
    Duty.ACKNOWLEDGE_COMPLAINT: ACKNOWLEDGE,
    Duty.TELL_OUTCOME: PROGRESS,
}


def settle_by(on: datetime.date) -> datetime.date:
    """The last day for the answer to an attempt of that day: a local term’s, or the portal’s own."""
    return _period(Duty.SETTLE_INFORMALLY, SETTLE, on).due(on, calendar())


def acknowledge_by(on: datetime.date) -> datetime.date:
    """The last day for acknowledging what was received that day: a local term’s, or the portal’s own."""
    return _period(Duty.ACKNOWLEDGE_COMPLAINT, ACKNOWLEDGE, on).due(on, calendar())


def next_progress(on: datetime.date) -> datetime.date:
    """The day by which whoever complains hears again: by a local term’s interval, or the portal’s own."""
    return _period(Duty.TELL_OUTCOME, PROGRESS, on).due(on, calendar())


def ending_of(complaint: Complaint) -> Ending:
    """How it ended, as far as it bears on how long it is kept; asked of one that ended."""
    withdrawn = complaint.state == ComplaintState.WITHDRAWN
    return ending(outcome=complaint.outcome, is_referred=bool(complaint.referred_to), is_withdrawn=withdrawn)


def kept_until(complaint: Complaint) -> datetime.date | None:
    """The last day on which it is kept by how it ended; None while it goes on."""
    if complaint.ended_on is None:
        return None
    return last_day(ending_of(complaint), complaint.ended_on, calendar())


def _period(duty: Duty, own: Period, on: datetime.date) -> Period:
    term = local_term(duty, on=on)
    return term.as_period() if term else own
