"""Until when another team may be given time for its part of a reply."""

import datetime

# For a reply whose own day is past, or that has none.
DAYS_WITHOUT_A_DATE = 14


def last_day_for_a_part(owed_on: datetime.date | None, on: datetime.date) -> datetime.date:
    """The day of the reply itself; where that is past or not set, a fortnight from today."""
    if owed_on is None or owed_on < on:
        return on + datetime.timedelta(days=DAYS_WITHOUT_A_DATE)
    return owed_on
