"""What a letter about an enquiry says: number and date, never what it is about."""

import datetime
from collections.abc import Callable

from django.utils.functional import Promise
from django.utils.timezone import localdate
from django.utils.translation import gettext

from casework.models import CaseEvent
from casework.wording import long_date
from enquiries.models import Enquiry
from enquiries.states import State

Words = Callable[[Enquiry, CaseEvent], tuple[str, str]]


def due(enquiry: Enquiry) -> str:
    """The day on which the reply is owed, in a sentence; of what is handled elsewhere, the answer there."""
    if enquiry.state == State.REDIRECTED and enquiry.owed_on:
        return gettext("An answer is expected there by %(date)s.") % {"date": long_date(enquiry.owed_on)}
    if enquiry.owed_on is None:
        return gettext("No date is set for the reply.")
    return gettext("The reply is due by %(date)s.") % {"date": long_date(enquiry.owed_on)}


def says(subject: str | Promise, first: str | Promise, *, with_date: bool = False) -> Words:
    """The same words for everybody who gets the letter; `with_date` adds the date owed."""

    def words(enquiry: Enquiry, event: CaseEvent) -> tuple[str, str]:
        line = str(first) % {"reference": enquiry.reference}
        return str(subject), f"{line} {due(enquiry)}" if with_date else line

    return words


def late_or_soon(enquiry: Enquiry, event: CaseEvent) -> tuple[str, str]:
    """How the date stands on the day of the reminder."""
    owed = enquiry.owed_on
    day = localdate(event.at)
    if enquiry.state == State.REDIRECTED and owed:
        return _there(enquiry, owed, day)
    if owed is None or owed > day:
        return gettext("Reply due soon"), gettext("%(reference)s is waiting for a reply. %(due)s") % {
            "reference": enquiry.reference,
            "due": due(enquiry),
        }
    if owed == day:
        return gettext("Reply due today"), gettext("%(reference)s is due today.") % {
            "reference": enquiry.reference
        }
    return gettext("Reply overdue"), gettext("%(reference)s has had no reply. It was due on %(date)s.") % {
        "reference": enquiry.reference,
        "date": long_date(owed),
    }


def _there(enquiry: Enquiry, owed: datetime.date, day: datetime.date) -> tuple[str, str]:
    """The same for an answer that is expected elsewhere: somebody asks there how it stands."""
    given = {"reference": enquiry.reference, "date": long_date(owed)}
    if owed > day:
        return gettext("Answer expected soon"), gettext(
            "%(reference)s is handled elsewhere, and an answer is expected there by %(date)s."
        ) % given
    if owed == day:
        return gettext("Answer expected today"), gettext(
            "%(reference)s is handled elsewhere, and an answer is expected there today."
        ) % given
    return gettext("No outcome yet"), gettext(
        "%(reference)s is handled elsewhere. An answer was expected there by %(date)s. Ask how it stands."
    ) % given


def received(enquiry: Enquiry, event: CaseEvent) -> tuple[str, str]:
    """That it came, and by when it is answered."""
    first = gettext("%(reference)s has been sent.") % {"reference": enquiry.reference}
    return gettext("We have your enquiry"), f"{first} {due(enquiry)}"


def promised(enquiry: Enquiry, event: CaseEvent) -> tuple[str, str]:
    """That the reply is delayed, and to when."""
    date = long_date(enquiry.promised_on) if enquiry.promised_on else ""
    first = gettext("You have been sent a holding reply about %(reference)s.") % {
        "reference": enquiry.reference
    }
    return gettext(
        "Your reply is delayed"
    ), f"{first} {gettext('You will have the full reply by %(date)s.') % {'date': date}}"
