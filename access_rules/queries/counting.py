"""What figures count of requests to see documents, and the rows behind each: one condition for both."""

from collections.abc import Mapping

from django.db.models import F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce, TruncDate

from access_rules.models import AccessRequest
from access_rules.queries.asked import Requests
from access_rules.states import RequestState
from casework.rules.periods import Period
from council.models import GroupMembership

NO_GROUP = "none"
_SAYS = AccessRequest.Outcome
# By the key under which an address names it; each request is in one.
ENDS: Mapping[str, Q] = {
    "yes": Q(outcome=_SAYS.YES.value),
    "partly": Q(outcome=_SAYS.PARTLY.value),
    "no": Q(outcome=_SAYS.NO.value),
    "referred": Q(outcome=_SAYS.WAITING.value, state=RequestState.REFERRED),
    "to-find": Q(outcome=_SAYS.WAITING.value) & ~Q(state__in=[RequestState.REFERRED, RequestState.WITHDRAWN]),
    "withdrawn": Q(outcome=_SAYS.WAITING.value, state=RequestState.WITHDRAWN),
}


def asked_in(rows: Requests, period: Period) -> Requests:
    """Those asked in the period, each with the group (`grouped`) of whoever asked, on that day; of a request
    for a member, the member’s.
    """
    held = GroupMembership.objects.filter(
        Q(to_on__isnull=True) | Q(to_on__gte=OuterRef("asked_on")),
        person=OuterRef("asker"),
        from_on__lte=OuterRef("asked_on"),
    )
    return (
        rows.annotate(asked_on=TruncDate("asked_at"), asker=Coalesce(F("on_behalf_of"), F("asked_by")))
        .filter(Q(asked_on__range=(period.first, period.last)))
        .annotate(grouped=Subquery(held.values("group")[:1]))
    )


def rows_behind(rows: Requests, period: Period, *, end: str, group: str) -> Requests:
    """The rows that one number counts; an empty word narrows nothing."""
    found = asked_in(rows, period).filter(ENDS.get(end, Q()))
    if group == NO_GROUP:
        return found.filter(Q(grouped__isnull=True))
    return found.filter(Q(grouped=int(group))) if group else found
