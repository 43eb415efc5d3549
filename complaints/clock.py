"""The days of a complaint: to settle and to acknowledge it, to tell how it goes, how long it is kept."""

import datetime

from casework.queries import calendar, local_term
from complaints.models import Complaint
from complaints.rules.retention import KEPT, Ending, ending, last_day
from complaints.states import ComplaintState
from rulebook.duty import Duty
from rulebook.local_term import LocalTerm
from rulebook.period import Period, WorkingDays

# The duties for which this floor asks a local term; one for any other duty would change nothing. No text sets
# a time: where the council has set none, the portal promises its own.
TERMS_OF_KEEPING = tuple(dict.fromkeys(kept.duty for kept in KEPT.values()))
TERMS_FOR = (Duty.SETTLE_INFORMALLY, Duty.ACKNOWLEDGE_COMPLAINT, Duty.TELL_OUTCOME, *TERMS_OF_KEEPING)
# No text says how long the two have before whoever complains may go on without an answer.
SETTLE = WorkingDays(10)
ACKNOWLEDGE = WorkingDays(5)
# «Keep the member told of progress» (WF-8.3) says not how often.
PROGRESS = WorkingDays(10)
OWN_PROMISES: dict[Duty, Period] = {
    Duty.SETTLE_INFORMALLY: SETTLE,
    Duty.ACKNOWLEDGE_COMPLAINT: ACKNOWLEDGE,
    Duty.TELL_OUTCOME: PROGRESS,
    **{kept.duty: kept.period for kept in KEPT.values()},
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
    """How it ended, as far as it bears on how long it is kept; a note that was not sent has not begun."""
    if complaint.state == ComplaintState.RAISED:
        return Ending.NOT_SENT
    withdrawn = complaint.state == ComplaintState.WITHDRAWN
    return ending(outcome=complaint.outcome, is_referred=bool(complaint.referred_to), is_withdrawn=withdrawn)


def kept_until(complaint: Complaint) -> datetime.date | None:
    """The last day on which it is kept by how it ended; None while it goes on, and for a note."""
    return None if complaint.ended_on is None else kept_from(ending_of(complaint), complaint.ended_on)


def kept_from(how: Ending, on: datetime.date) -> datetime.date:
    """The last day of what ended so, was last changed or was handed on that day: by the term of that day."""
    term = term_of_keeping(how, on)
    return last_day(how, on, calendar(), term.as_period() if term else None)


def term_of_keeping(how: Ending, on: datetime.date) -> LocalTerm | None:
    """What the council set, by which minute, on that day; None where it set nothing."""
    return local_term(KEPT[how].duty, on=on)


def _period(duty: Duty, own: Period, on: datetime.date) -> Period:
    term = local_term(duty, on=on)
    return term.as_period() if term else own
