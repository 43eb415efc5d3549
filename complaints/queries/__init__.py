"""Who may know of which complaint: one query for page, list, search, count, letter and figure."""

from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from complaints.models import Complaint, Handler, Opening
from complaints.states import ComplaintState
from council.queries import Standing

Complaints = QuerySet[Complaint]


def visible_to(who: Standing, *, at: Any = None) -> Complaints:
    """Every complaint that the person may know of on the day, and now; `at` stands for now in a question that
    is written ahead.

    Whoever raised it, also for somebody else; whoever it is about, from the moment at which they were told;
    those who deal with it or have a copy, while they do; whoever opened it in an emergency, for a while. A
    party never sees it as one who deals with it, whatever post they came to hold since, and nobody sees it
    for a post, an office or a person whom they stand in for, manage or assist.
    """
    if not who.in_post:
        return Complaint.objects.none()
    me = who.person
    mine = Q(complainant=me) | Q(logged_by=me)
    told = Q(subject=me, subject_told_at__isnull=False)
    return Complaint.objects.filter(
        mine | told | _deals(who) | _opened(who, at or timezone.now()), erased_at__isnull=True
    )


def dealt_with_by(who: Standing) -> Complaints:
    """Those that the person deals with today, in any part."""
    return Complaint.objects.filter(_deals(who)) if who.in_post else Complaint.objects.none()


def _deals(who: Standing) -> Q:
    rows = Handler.objects.filter(person=who.person, ended_at__isnull=True)
    # The Independent Person reads what was put to them, on a page of its own, and nothing of the case.
    rows = rows.exclude(part=Handler.Part.INDEPENDENT)
    party = Q(complainant=who.person) | Q(subject=who.person)
    return Q(pk__in=rows.values("complaint")) & ~party & ~Q(state=ComplaintState.RAISED)


def _opened(who: Standing, at: Any) -> Q:
    rows = Opening.objects.filter(person=who.person, until__gt=at)
    party = Q(complainant=who.person) | Q(subject=who.person)
    return Q(pk__in=rows.values("complaint")) & ~party & ~Q(state=ComplaintState.RAISED)
