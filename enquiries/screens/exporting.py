"""A list as a file for a spreadsheet: plain values, nothing that the spreadsheet would run."""

import csv
import datetime
import io
from collections.abc import Iterable

from django.utils.translation import gettext as _

from enquiries.models import Enquiry
from enquiries.screens.rows import status_of

# A cell that begins with one of these is a formula to a spreadsheet; an apostrophe makes it text.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def harmless(text: str) -> str:
    """The text, or the text after an apostrophe where a spreadsheet would run it."""
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text


def _day(day: datetime.date | None) -> str:
    return day.isoformat() if day else ""


def as_csv(enquiries: Iterable[Enquiry], *, today: datetime.date) -> tuple[str, int]:
    """The file and its number of rows. A confidential one has no subject there."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(
        [
            _("Number"),
            _("Subject"),
            _("Service"),
            _("Member"),
            _("Owner"),
            _("Status"),
            _("Received"),
            _("First due"),
            _("Promised"),
            _("Owed"),
            _("Answered"),
            _("Moved to another process"),
        ]
    )
    count = 0
    for enquiry in enquiries:
        count += 1
        writer.writerow([harmless(cell) for cell in _cells(enquiry, today)])
    return out.getvalue(), count


def _cells(enquiry: Enquiry, today: datetime.date) -> list[str]:
    return [
        enquiry.reference,
        _("Confidential") if enquiry.is_confidential else enquiry.subject,
        enquiry.service.name if enquiry.service else "",
        enquiry.member.name,
        enquiry.owner.name if enquiry.owner else "",
        status_of(enquiry, today=today, for_staff=True)[0],
        _day(enquiry.received_on),
        _day(enquiry.due_on),
        _day(enquiry.promised_on),
        _day(enquiry.owed_on),
        _day(enquiry.answered_on),
        _day(enquiry.redirected_on),
    ]
