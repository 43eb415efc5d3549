"""Who opened a complaint in an emergency, until when and why: for whoever was told of it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from casework.wording import date_time
from complaints.models import Complaint
from complaints.queries.in_line import openings_told_to
from council.queries import Standing


@dataclass(frozen=True)
class OpeningRow:
    """One opening."""

    by: str
    until: str
    reason: str


def opening_rows(who: Standing, complaint: Complaint) -> list[OpeningRow]:
    """The openings that the person made or was told of, the newest first."""
    return [
        OpeningRow(
            by=one.person.name,
            until=_("%(from)s, until %(until)s") % {"from": date_time(one.at), "until": date_time(one.until)},
            reason=one.writing.text or _("The reason was erased with the case."),
        )
        for one in openings_told_to(who.person, complaint)
    ]
