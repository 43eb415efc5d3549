"""What stands beside one enquiry: where it is handled, with whom it is shared, what waits in it."""

import datetime

from django.db.models import QuerySet

from casework.models import CaseShare
from casework.queries import shares_of
from council.models import Person, Seat
from council.queries import Offices, Standing, members_on
from enquiries.models import (
    Enquiry,
    Extra,
    Message,
    Proposal,
    Redirection,
    Withholding,
)
from enquiries.queries.beside import DIRECTING, offices_beside
from rulebook.post import Post


def redirection_now(enquiry: Enquiry) -> Redirection | None:
    """Where it is handled now; None where it is not elsewhere."""
    if not enquiry.may_have(Extra.REDIRECTIONS):
        return None
    return enquiry.redirections.select_related("enquiry").filter(ended_at__isnull=True).first()


def told_when_late(
    enquiry: Enquiry, *, on: datetime.date, offices: Offices | None = None
) -> tuple[Post, Person] | None:
    """Who hears at the top of the ladder on the day, and by which post: the director of those who answer.

    The monitoring officer for a confidential enquiry and one whose privacy is not settled, which the director
    may not see, and for one without a team. None where nobody holds the post. `offices` are those of the
    day that were read already (queries.beside).
    """
    offices = offices or offices_beside(enquiry, on=on)
    is_directors = not enquiry.is_for_named and enquiry.team is not None
    for post in DIRECTING if is_directors else (Post.MONITORING_OFFICER,):
        holder = offices.acts_in(post)
        if holder:
            return post, holder
    return None


def is_responsible(who: Standing, enquiry: Enquiry) -> bool:
    """Does the person answer for the matter: a portfolio that covers the directorate, or a chair (MW-7.3)?

    The registers do not say for which services a committee answers, so any chair counts; the officer says
    that the letter is of general interest to that chair.
    """
    directorate = enquiry.team.directorate_id if enquiry.team else None
    holds = any(not one.is_deputy and one.directorate_id in (None, directorate) for one in who.portfolios)
    return holds or any(seat.office == Seat.Office.CHAIR for seat in who.seats)


def sharing_now(enquiry: Enquiry, *, on: datetime.date) -> QuerySet[CaseShare]:
    """With whom the enquiry is shared on the day: the grants that open it, and no other."""
    if not enquiry.may_have(Extra.SHARES):
        return CaseShare.objects.none()
    if not enquiry.is_ordinary or not members_on(on).filter(pk=enquiry.member_id).exists():
        return CaseShare.objects.none()
    return shares_of(enquiry.stream, on=on).filter(
        granted_by=enquiry.member_id, user__person__in=members_on(on)
    )


def withholdings_of(enquiry: Enquiry) -> QuerySet[Withholding]:
    """What was withheld, declined or made conditional in it; not asked where there is known to be none."""
    return enquiry.withholdings.all() if enquiry.may_have(Extra.WITHHOLDINGS) else Withholding.objects.none()


def conditions_waiting(enquiry: Enquiry) -> QuerySet[Withholding]:
    """Promises and authorities that were asked for and are neither met nor dropped, oldest first."""
    return withholdings_of(enquiry).filter(stage__in=[Withholding.Stage.ASKED, Withholding.Stage.SHOWN])


def offer_waiting(enquiry: Enquiry) -> Proposal | None:
    """The offer of another date or reply that waits for an answer; there is one at most.

    A reply that was sent after it ends an offer.
    """
    if not enquiry.may_have(Extra.OFFERS):
        return None
    replies = enquiry.messages.filter(kind=Message.Kind.REPLY)
    waiting = enquiry.proposals.filter(ended_at__isnull=True).select_related("message", "by").last()
    return None if waiting is None or replies.filter(pk__gt=waiting.message_id).exists() else waiting


def merged_into_it(enquiry: Enquiry) -> list[Enquiry]:
    """The enquiries that were merged into it, and theirs in turn, oldest first on each level."""
    found: list[Enquiry] = []
    level = [enquiry.pk] if enquiry.may_have(Extra.MERGED) else []
    while level:
        rows = list(Enquiry.objects.filter(merged_into__in=level).order_by("pk"))
        found += rows
        level = [row.pk for row in rows]
    return found
