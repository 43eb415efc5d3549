"""Notes that the matter of a complaint was raised in public."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from casework.actions.locking import demand, finish, locked
from complaints import events
from complaints.models import Airing, Complaint, Side, Writing
from complaints.policies.airing import may_report_airing
from complaints.policies.parts import Part, parts_of
from council.queries import Standing


@transaction.atomic
def report_airing(
    *,
    who: Standing,
    complaint: Complaint,
    aired_on: datetime.date,
    words: str,
    at: datetime.datetime,
    seen_version: int | None,
) -> Airing:
    """Notes on which day and where, in the words of whoever reports it (WO-E 9.3.17c, MW 13.3, HA 3.3d).

    What a side reports is that side’s own: the other reads it once it is disclosed. Raises Refused, Stale,
    and ValidationError for a day that is still to come.
    """
    row = locked(complaint, seen_version=seen_version)
    demand(may_report_airing(who, row))
    if aired_on > timezone.localdate(at):
        raise ValidationError({"aired_on": _("Enter a day that is not in the future")})
    writing = row.writings.create(
        kind=Writing.Kind.AIRED, side=_side(who, row), by=who.person, at=at, text=words
    )
    airing = row.airings.create(writing=writing, aired_on=aired_on, reported_by=who.person, at=at)
    finish(row, kind=events.AIRED, by=who.person, at=at, facts={"airing": airing.pk})
    return airing


def _side(who: Standing, row: Complaint) -> Side:
    parts = parts_of(who, row)
    if Part.COMPLAINANT in parts:
        return Side.COMPLAINANT
    return Side.SUBJECT if Part.SUBJECT in parts else Side.HANDLERS
