"""Which open enquiries get another date when the calendar changes, for a page that is read before it does."""

import datetime
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext

from casework.wording import long_date
from council.queries import Standing
from enquiries.clock import Clock
from enquiries.models import Enquiry
from enquiries.queries import still_open, visible_to


@dataclass(frozen=True, slots=True)
class Moving:
    """One enquiry whose first deadline moves; a promise that was made in a holding reply stays."""

    reference: str
    url: str
    was: str
    now: str
    promised: str


def would_move(who: Standing, clock: Clock) -> list[Moving]:
    """Those that the viewer may see whose date would be another by that clock, the most urgent first."""
    columns = ("reference", "protocol", "received_on", "sent_at", "due_on", "promised_on")
    found = still_open(visible_to(who)).order_by("due_on", "pk").only(*columns)
    moving = ((enquiry, clock.deadline_of(enquiry)) for enquiry in found.iterator(chunk_size=2000))
    return [_moving(enquiry, due_on) for enquiry, due_on in moving if due_on != enquiry.due_on]


def _moving(enquiry: Enquiry, due_on: datetime.date | None) -> Moving:
    return Moving(
        reference=enquiry.reference,
        url=reverse("enquiry", args=[enquiry.reference]),
        was=_day(enquiry.due_on),
        now=_day(due_on),
        promised=long_date(enquiry.promised_on) if enquiry.promised_on else "",
    )


def _day(day: datetime.date | None) -> str:
    return long_date(day) if day else gettext("no date")
