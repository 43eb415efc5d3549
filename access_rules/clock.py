"""The days by which a person answers: a request to see a document, and a question on the protocol."""

import datetime

from casework.queries import calendar, calendars, local_term
from rulebook.citation import Citation
from rulebook.duty import Duty
from rulebook.period import CalendarDays, Months, Period, WorkingDays

# The duties for which this floor asks a local term; one for any other duty would change nothing.
TERMS_FOR = (Duty.OPEN_DOCUMENT, Duty.ASK_MONITORING_OFFICER)
# What the portal promises where neither the text nor a local term sets a time.
OWN_PROMISE = WorkingDays(10)
# Regulation 17(2): ten clear days, and a limit on the council is never lengthened by closed days.
SCRUTINY = CalendarDays(10)
INFORMATION_LAW = WorkingDays(20)
SUBJECT_ACCESS = Months(1)


def decide_by(
    *, regime: str, is_scrutiny: bool, received_on: datetime.date
) -> tuple[datetime.date, Period, tuple[Citation, ...]]:
    """The last day for an answer, the period that it follows from, and the local term where one sets it.

    The statute’s own time goes before a local term: 20 working days under FOIA and EIR, a month for one’s own
    data, ten days for what scrutiny may have copied. DateOutOfRange far from the known bank holidays.
    """
    kept = calendars()
    if regime in ("FOI", "EIR"):
        return INFORMATION_LAW.due(received_on, kept.united_kingdom), INFORMATION_LAW, ()
    if regime == "SAR":
        return SUBJECT_ACCESS.due(received_on, kept.england_and_wales), SUBJECT_ACCESS, ()
    term = local_term(Duty.OPEN_DOCUMENT, on=received_on)
    period = term.as_period() if term else OWN_PROMISE
    day = period.due(received_on, kept.protocol)
    if is_scrutiny:
        last = SCRUTINY.due(received_on, kept.protocol)
        if last <= day:
            return last, SCRUTINY, ()
    return day, period, (term.citation,) if term else ()


def answer_owed_by(on: datetime.date) -> datetime.date | None:
    """The last day for answering what is asked on that day; None where this council has set no term."""
    term = local_term(Duty.ASK_MONITORING_OFFICER, on=on)
    return term.as_period().due(on, calendar()) if term else None
