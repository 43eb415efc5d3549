"""What must be set before enquiries can be opened: a number of days, where the text gives none."""

import datetime

from django.utils.translation import gettext

from casework.wording import long_date
from enquiries.clock import Clock
from rulebook.duty import Duty


def no_days(clock: Clock, *, text: str, today: datetime.date) -> str:
    """What keepers of the registers must hear while no number of days holds; empty where one does."""
    if clock.limit(Duty.REPLY, text=text, on=today):
        return ""
    later = [term.from_on for term in clock.terms if term.duty is Duty.REPLY and term.from_on > today]
    if later:
        return gettext(
            "No number of days holds today: the local term for replies begins on %(day)s. "
            "An enquiry sent before then has no date."
        ) % {"day": long_date(min(later))}
    return gettext("The protocol gives no number of days. Add one before opening.")
