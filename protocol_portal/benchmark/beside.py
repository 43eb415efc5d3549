"""Complaints and briefings of the year: what the demonstration tells of them, again and again."""

from dataclasses import replace

from django.db.models import F

from casework.models import Delivery, Effect
from protocol_portal.demonstration.acts_of_complaining import STEPS
from protocol_portal.demonstration.briefings_made import play_briefings
from protocol_portal.demonstration.complaints_made import play_complaints
from protocol_portal.demonstration.grievances import ComplaintTold, Grievances
from protocol_portal.demonstration.groups_told import BriefingTold
from protocol_portal.demonstration.registry import Registry

# Once for so many cases, so many times at most, each so many days before the one told before it.
CASES_EACH, MOST, EARLIER = 5_000, 8, 11
# What would have begun earlier than this is left out: it was another year.
A_YEAR = 350


def play_beside(registry: Registry, *, cases: int) -> None:
    """Through the portal's own actions: they are few, and their rules are many."""
    council = registry.council
    for times in range(min(MOST, 1 + cases // CASES_EACH)):
        earlier = times * EARLIER
        told = council.grievances
        complaints = tuple(_moved(one, earlier) for one in told.complaints if one.days + earlier < A_YEAR)
        ties = () if times else told.ties
        play_complaints(registry, Grievances(complaints=complaints, ties=ties), STEPS)
        play_briefings(registry, tuple(_asked_earlier(one, earlier, times) for one in council.briefings))


def _moved(told: ComplaintTold, days: int) -> ComplaintTold:
    course = tuple(replace(done, days=done.days + days) for done in told.course)
    return replace(told, days=told.days + days, course=course)


def _asked_earlier(told: BriefingTold, days: int, times: int) -> BriefingTold:
    """Another matter each time, since a group has each once; its dates and papers are left out."""
    number = f", part {times + 1}" if times else ""
    agreed = f"{told.agreed}{number}" if told.agreed else ""
    return replace(told, days=told.days + days, subject=f"{told.subject}{number}", agreed=agreed, giving=None)


def settle() -> None:
    """Every letter counts as sent and every effect as done, at the moment when it was owed."""
    for owed in (Delivery, Effect):
        owed.objects.filter(state=owed.State.PENDING).update(
            state=owed.State.SENT, sent_at=F("not_before"), attempts=1
        )
