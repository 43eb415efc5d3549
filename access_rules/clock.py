"""The date of an answer to a question on the protocol: this council’s own term, since no text gives one."""

import datetime

from casework.queries import calendar, local_term
from rulebook.duty import Duty

# The duties for which this floor asks a local term; one for any other duty would change nothing.
TERMS_FOR = (Duty.ASK_MONITORING_OFFICER,)


def answer_owed_by(on: datetime.date) -> datetime.date | None:
    """The last day for answering what is asked on that day; None where this council has set no term."""
    term = local_term(Duty.ASK_MONITORING_OFFICER, on=on)
    return term.as_period().due(on, calendar()) if term else None
