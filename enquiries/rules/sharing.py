"""How long a member may share an enquiry with a colleague: a month unless said otherwise, six at the most."""

import datetime

from rulebook.period import Calendar, Months

USUAL = Months(1)
LONGEST = Months(6)


def usual_last_day(today: datetime.date) -> datetime.date:
    """The day that the form offers."""
    return _later(today, USUAL)


def latest_last_day(today: datetime.date) -> datetime.date:
    """The last day that may be chosen."""
    return _later(today, LONGEST)


def may_last_until(day: datetime.date, *, today: datetime.date) -> bool:
    """From today until the end of that day?"""
    return today <= day <= latest_last_day(today)


def _later(today: datetime.date, months: Months) -> datetime.date:
    """Months are not counted day by day, so no closed day moves them."""
    return months.due(today, Calendar({}, today, today))
