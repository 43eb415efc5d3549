"""What is still to come from each side of an investigation: a reply, comments on a draft."""

import datetime
from dataclasses import dataclass

from complaints import events
from complaints.models import Complaint, Side, Writing
from complaints.states import ComplaintState
from council.queries import asked_once


@dataclass(frozen=True)
class Owed:
    """What one side may still say, and by which day."""

    side: Side
    kind: Writing.Kind
    by: datetime.date


@asked_once
def still_to_come(complaint: Complaint) -> list[Owed]:
    """What was asked for and has not come; nothing once the investigation is over."""
    if complaint.state != ComplaintState.INVESTIGATING:
        return []
    found = []
    if complaint.reply_by and not _wrote(complaint, Side.SUBJECT, Writing.Kind.REPLY, _asked_at(complaint)):
        found.append(Owed(Side.SUBJECT, Writing.Kind.REPLY, complaint.reply_by))
    if complaint.comments_by:
        drafted = _drafted_at(complaint)
        found += [
            Owed(side, Writing.Kind.ON_DRAFT, complaint.comments_by)
            for side in (Side.COMPLAINANT, Side.SUBJECT)
            if not _wrote(complaint, side, Writing.Kind.ON_DRAFT, drafted)
        ]
    return found


def _asked_at(complaint: Complaint) -> datetime.datetime | None:
    asked = complaint.stream.events.filter(kind=events.REPLY_ASKED.name)
    return asked.order_by("-place").values_list("at", flat=True).first()


def _drafted_at(complaint: Complaint) -> datetime.datetime | None:
    drafts = complaint.writings.filter(kind=Writing.Kind.DRAFT)
    return drafts.order_by("-at", "-pk").values_list("at", flat=True).first()


def _wrote(complaint: Complaint, side: Side, kind: Writing.Kind, since: datetime.datetime | None) -> bool:
    rows = complaint.writings.filter(side=side, kind=kind)
    return (rows.filter(at__gte=since) if since else rows).exists()
