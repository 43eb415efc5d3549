"""A list as a file for a spreadsheet: plain values, nothing that the spreadsheet would run."""

import csv
import datetime
import io
from collections.abc import Iterable

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from casework.files.spreadsheets import harmless
from enquiries.models import Enquiry, Lateness
from enquiries.queries import batched
from enquiries.screens.holding import Held, held_by, in_words
from enquiries.screens.rows import status_of

# Rows whose events are read in one question.
_AT_ONCE = 2_000


def _day(day: datetime.date | None) -> str:
    return day.isoformat() if day else ""


def as_csv(enquiries: Iterable[Enquiry], *, today: datetime.date, for_staff: bool = True) -> tuple[str, int]:
    """The file and its number of rows. A confidential or private one has no subject there.

    Why a reply was late and which team held it is told to staff alone.
    """
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([*_heads(), *(_staff_heads() if for_staff else ())])
    count = 0
    for some in batched(enquiries, _AT_ONCE):
        held = held_by(some, today=today) if for_staff else {}
        for enquiry in some:
            count += 1
            cells = _cells(enquiry, today)
            if for_staff:
                cells += _staff_cells(enquiry, held[enquiry.pk])
            writer.writerow([harmless(cell) for cell in cells])
    return out.getvalue(), count


def _heads() -> list[str]:
    return [
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


def _staff_heads() -> list[str]:
    return [_("Acknowledge by"), _("Acknowledged"), _("Why late"), _("Days with each team")]


def _staff_cells(enquiry: Enquiry, held: list[Held]) -> list[str]:
    return [
        _day(enquiry.acknowledge_by),
        _day(localdate(enquiry.acknowledged_at) if enquiry.acknowledged_at else None),
        str(Lateness(enquiry.late_because).label) if enquiry.late_because else "",
        in_words(held),
    ]


def _cells(enquiry: Enquiry, today: datetime.date) -> list[str]:
    return [
        enquiry.reference,
        enquiry.marking.removesuffix(".") or enquiry.subject,
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
