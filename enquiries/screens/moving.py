"""Which open enquiries get another date when the calendar changes, for a page that is read before it does."""

import datetime
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casework.wording import long_date
from council.queries import Standing
from enquiries.clock import (
    ACKNOWLEDGEMENT,
    AGAIN,
    FIRST,
    MEMBERS_ANSWER,
    Clock,
    Dates,
    Moved,
    moved_dates,
    with_moments,
)
from enquiries.models import Enquiry
from enquiries.queries import still_open, visible_to

_COLUMNS = (
    "reference",
    "protocol",
    "state",
    "sent_at",
    "received_on",
    "reopened_on",
    "acknowledged_at",
    "due_on",
    "owed_on",
    "promised_on",
    "acknowledge_by",
    "member_owes_on",
)
_SENTENCES = {
    ACKNOWLEDGEMENT: _("To be acknowledged by %(now)s instead of %(was)s."),
    MEMBERS_ANSWER: _("The member’s answer is due by %(now)s instead of %(was)s."),
}


@dataclass(frozen=True, slots=True)
class Moving:
    """One enquiry of which a date moves; a promise that was made in a holding reply stays.

    `was` and `now` are of the reply; `others` say how its other clocks move.
    """

    reference: str
    url: str
    was: str
    now: str
    promised: str
    others: tuple[str, ...] = ()


def would_move(who: Standing, clock: Clock) -> list[Moving]:
    """Those that the viewer may see of which a date would be another by that clock, the most urgent first."""
    found = with_moments(still_open(visible_to(who))).order_by("due_on", "pk").only(*_COLUMNS)
    return [
        _moving(enquiry, moved)
        for enquiry in found.iterator(chunk_size=2000)
        if (moved := moved_dates(Dates.kept(enquiry), clock.dates_of(enquiry)))
    ]


def _moving(enquiry: Enquiry, moved: list[Moved]) -> Moving:
    by_clock = {one.clock: one for one in moved}
    reply = by_clock.get(AGAIN) or by_clock.get(FIRST)
    stays = _day(enquiry.owed_on)
    return Moving(
        reference=enquiry.reference,
        url=reverse("enquiry", args=[enquiry.reference]),
        was=_day(reply.was) if reply else stays,
        now=_day(reply.now) if reply else stays,
        promised=long_date(enquiry.promised_on) if enquiry.promised_on else "",
        others=tuple(_sentence(one) for one in moved if one.clock in _SENTENCES),
    )


def _sentence(moved: Moved) -> str:
    return str(_SENTENCES[moved.clock]) % {"was": _day(moved.was), "now": _day(moved.now)}


def _day(day: datetime.date | None) -> str:
    return long_date(day) if day else gettext("no date")
