"""The open enquiries of members and officers who leave."""

from collections import Counter
from collections.abc import Iterable

from django.db.models import Count

from council.models import OfficerAppointment, Person
from council.queries import Standing, members_on
from enquiries.models import (
    Succession,
)
from enquiries.queries.lists import still_open
from enquiries.queries.seeing import ORDINARY, TEAM_READS, Enquiries, visible_to
from enquiries.states import State


def open_of_member(who: Standing, member: Person) -> Enquiries:
    """The member's open enquiries that the viewer may know of, neither confidential nor private."""
    return still_open(visible_to(who)).filter(ORDINARY, member=member).order_by("pk")


def open_counts_of(who: Standing, members: Iterable[int]) -> dict[int, int]:
    """How many such enquiries each of the members has; nobody without one is in it."""
    theirs = still_open(visible_to(who)).filter(ORDINARY, member__in=list(members))
    counted = theirs.order_by().values("member").annotate(number=Count("pk"))
    return {one["member"]: one["number"] for one in counted}


def left_open(who: Standing) -> dict[int, int]:
    """Members of before who are none today, with the number of their open enquiries; as above."""
    theirs = still_open(visible_to(who)).filter(ORDINARY)
    gone = theirs.exclude(member__in=members_on(who.on)).values_list("member_id", flat=True)
    return open_counts_of(who, set(gone))


def waiting_successions(members: Iterable[int]) -> dict[int, Succession]:
    """What was decided already for a day to come, by the member who leaves; one stands for all."""
    waiting = Succession.objects.filter(enquiry__member__in=list(members), done_at__isnull=True)
    return {one.enquiry.member_id: one for one in waiting.select_related("enquiry", "member")}


def cases_of_leavers(who: Standing) -> dict[int, int]:
    """How many open cases each officer has who left, or leaves on a day that is entered; by officer.

    Of those that the viewer may know of. Confidential ones count for nobody here: the monitoring officer
    gives each to somebody by itself.
    """
    held = still_open(visible_to(who)).filter(TEAM_READS)
    counts: Counter[int] = Counter()
    for owner, addressee, state in held.values_list("owner_id", "addressee_id", "state"):
        with_whom = owner or (addressee if state == State.SENT else None)
        if with_whom:
            counts[with_whom] += 1
    staying = OfficerAppointment.objects.on(who.on).filter(to_on__isnull=True, person__in=list(counts))
    for number in staying.values_list("person_id", flat=True):
        counts.pop(number, None)
    return dict(counts)


def open_with(who: Standing, officer: Person) -> Enquiries:
    """What an officer has in hand, and what is addressed to them and not taken on, as above."""
    held = still_open(visible_to(who)).filter(TEAM_READS)
    return (held.filter(owner=officer) | _addressed(held).filter(addressee=officer)).order_by("owed_on", "pk")


def _addressed(enquiries: Enquiries) -> Enquiries:
    return enquiries.filter(state=State.SENT, owner__isnull=True)
