"""How long access by name may last: it has a last day always, and none further off than a year."""

import datetime

LONGEST = datetime.timedelta(days=366)


def may_last_until(day: datetime.date, *, today: datetime.date) -> bool:
    """Whether access may be given by name until the end of that day: today at the earliest."""
    return today <= day <= today + LONGEST
