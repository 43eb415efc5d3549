"""What would stand on nobody’s page: a complaint that nobody deals with, a letter about one that failed."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q

from casework.models import CaseEvent, Delivery
from casework.queries import failed_deliveries
from complaints.events import NOBODY_DEALS
from complaints.models import Complaint, Handler
from complaints.queries import Complaints
from complaints.queries.in_line import in_line, is_in_line, last_of_all
from complaints.queries.replacing import REPLACED, keepers_of
from complaints.states import FORMAL
from council.queries import Standing

# More than this on a page is no list to work through.
MOST = 100


def nobody_deals_with(complaint: Complaint) -> bool:
    """Whether it is formal, goes on, and rests on nobody today."""
    return complaint.state in FORMAL and not keepers_of(complaint)


def without_anybody() -> Complaints:
    """Those that lost whoever dealt with them, with nobody to follow."""
    keepers = Handler.objects.filter(complaint=OuterRef("pk"), part__in=REPLACED, ended_at__isnull=True)
    rows = Complaint.objects.filter(~Exists(keepers), state__in=FORMAL, erased_at__isnull=True)
    said = CaseEvent.objects.filter(stream=OuterRef("stream"), kind=NOBODY_DEALS.name)
    return rows.filter(Exists(said)).select_related("stream", "subject")


def nobody_deals(who: Standing) -> list[Complaint]:
    """Those of them for which the person is next in line; asked of nobody who is never in line."""
    return alone_for(who)[0]


def alone_for(who: Standing) -> tuple[list[Complaint], int]:
    """Those with which nobody deals and for which the person is next in line; and for how many somebody from
    outside must be asked, which is said to the last in line, and not of which.
    """
    if not who.in_post or not is_in_line(who):
        return [], 0
    lines = [(row, in_line(row, on=who.on)) for row in without_anybody()[:MOST]]
    ahead = [row for row, line in lines if any(who.person in some for some in line)]
    last = [row for row, line in lines if not line and last_of_all(row, on=who.on) == who.person]
    return ahead, len(last)


@dataclass(frozen=True)
class NotArrived:
    """A letter that did not arrive, and of which complaint; `deals` where the person deals with it."""

    delivery: Delivery
    complaint: Complaint
    deals: bool


def letters_not_arrived(who: Standing) -> list[NotArrived]:
    """Letters about complaints that failed for good, as they stand for this person.

    For those on whom the complaint rests, save whoever the letter was for; where nobody else is there, for
    the first in line. Never for a side.
    """
    if not who.in_post:
        return []
    failed = failed_deliveries().exclude(person=who.person)
    failed = failed.filter(event__stream__complaint__erased_at__isnull=True, event__stream__complaint__gt=0)
    mine = Handler.objects.filter(person=who.person, part__in=REPLACED, ended_at__isnull=True)
    if not is_in_line(who):
        failed = failed.filter(event__stream__complaint__in=mine.values("complaint"))
    side = Q(event__stream__complaint__complainant=who.person)
    side |= Q(event__stream__complaint__subject=who.person)
    side |= Q(event__stream__complaint__logged_by=who.person)
    rows = list(failed.exclude(side).select_related("event", "person")[:MOST])
    streams = {row.event.stream_id for row in rows}
    cases = {
        one.stream_id: one for one in Complaint.objects.filter(stream__in=streams).select_related("subject")
    }
    found = (_stands_for(who, row, cases[row.event.stream_id]) for row in rows)
    return [one for one in found if one is not None]


def _stands_for(who: Standing, row: Delivery, complaint: Complaint) -> NotArrived | None:
    others = [one.person for one in keepers_of(complaint) if one.person_id != row.person_id]
    if who.person in others:
        return NotArrived(row, complaint, deals=True)
    if others:
        return None
    line = [[one for one in some if one.pk != row.person_id] for some in in_line(complaint, on=who.on)]
    first = next((some for some in line if some), [])
    return NotArrived(row, complaint, deals=False) if who.person in first else None
