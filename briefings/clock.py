"""The days of a briefing: by when an offer is answered, when somebody is reminded, how long a group waits."""

import datetime

from django.utils import timezone

from casework.queries import calendar, local_terms
from rulebook.duty import Duty
from rulebook.local_term import term_in_force
from rulebook.period import Period, WorkingDays

# The duties for which this floor asks a local term.
TERMS_FOR = (Duty.SHARE_BRIEFING, Duty.PREPARE_BRIEFING)
# The texts give groups no time to answer, and officers none for a date or a pack; without a local term, the
# portal asks for an answer in this, and reminds the lead after it.
OWN_PROMISES: dict[Duty, Period] = {
    Duty.SHARE_BRIEFING: WorkingDays(10),
    Duty.PREPARE_BRIEFING: WorkingDays(10),
}
# Groups and speakers are reminded this long before the day.
REMIND_BEFORE = WorkingDays(2)


def answer_by(at: datetime.datetime) -> datetime.date:
    """By when a group is asked to answer an offer that is made then; later answers count as well.

    By the term that was set at that moment, and the closed days that are known now.
    """
    return _due(Duty.SHARE_BRIEFING, at)


def serve_by(at: datetime.datetime) -> datetime.date:
    """By when what was agreed or taken up then has a date or a pack; the same of that moment and of now."""
    return _due(Duty.PREPARE_BRIEFING, at)


def _due(duty: Duty, at: datetime.datetime) -> datetime.date:
    on = timezone.localdate(at)
    term = term_in_force(local_terms(on=on), duty, on, opened_at=at)
    period = term.as_period() if term else OWN_PROMISES[duty]
    return period.due(on, calendar())


def reminded_until(on: datetime.date) -> datetime.date:
    """Whoever is to answer by this day, or before it, is reminded on the day or was before."""
    return REMIND_BEFORE.due(on, calendar())


def is_near(day: datetime.date, *, on: datetime.date) -> bool:
    """Whether the day is at most two working days ahead."""
    return on <= day <= reminded_until(on)
