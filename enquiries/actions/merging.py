"""Two enquiries of one member become one: the history of both is read from the one that goes on."""

import datetime

from django.db import transaction
from django.db.models import Q

from casework.models import Attachment
from council.queries import Standing
from enquiries import events
from enquiries.actions.linking import both_locked
from enquiries.actions.locking import Stale, finish
from enquiries.models import Contribution, Enquiry, Link
from enquiries.policies import joining
from enquiries.queries.written import FirstReplyOn
from rulebook.decision import Refused


@transaction.atomic
def merge_enquiries(
    *,
    who: Standing,
    merged: Enquiry,
    into: Enquiry,
    at: datetime.datetime,
    seen: dict[int, int] | None = None,
) -> Enquiry:
    """Ends the one in the other, which keeps the earlier deadline; gives back the one that goes on.

    `seen` holds the version of each that was read. Raises Refused, or Stale with the one that changed.
    """
    merged, into = both_locked(merged, into)
    for row in (merged, into):
        if seen is not None and seen.get(row.pk) != row.version:
            raise Stale(row)
    decision = joining.may_merge_two(who, merged, into)
    if not decision.allowed:
        raise Refused(decision)
    merged.record_merging(into=into, on=who.on)
    _keep_the_earlier_deadline(into, merged)
    _keep_the_earlier_promise(into, merged)
    _move_what_hangs_on_it(merged, into)
    finish(merged, kind=events.MERGED_INTO, by=who.person, at=at, facts={"into": into.pk})
    finish(into, kind=events.TOOK_IN, by=who.person, at=at, facts={"merged": merged.pk})
    return into


def _keep_the_earlier_deadline(into: Enquiry, merged: Enquiry) -> None:
    """Day of receipt and first deadline go together, so that the arithmetic of the date still adds up."""
    if merged.due_on and (into.due_on is None or merged.due_on < into.due_on):
        into.received_on, into.due_on = merged.received_on, merged.due_on
    if merged.owed_on and (into.owed_on is None or merged.owed_on < into.owed_on):
        into.owed_on = merged.owed_on


def _keep_the_earlier_promise(into: Enquiry, merged: Enquiry) -> None:
    """A day that was promised stays promised: merging undoes no promise, and breaks none.

    Where either had its full reply by that day, it is no promise of the one that goes on: it was kept by a
    reply of its own, or a reply that was sent before would keep it.
    """
    day = merged.first_promised_on
    if day is None:
        return
    answered = Enquiry.objects.filter(pk__in=[into.pk, merged.pk]).alias(reply_on=FirstReplyOn())
    if not answered.filter(reply_on__lte=day).exists():
        into.first_promised_on = min(day, into.first_promised_on or day)


def _move_what_hangs_on_it(merged: Enquiry, into: Enquiry) -> None:
    """Files, parts that other teams owe, and links go to the one that goes on; events and words stay."""
    Attachment.objects.filter(stream=merged.stream).update(stream=into.stream)
    Contribution.objects.filter(enquiry=merged, given_at__isnull=True, waived_at__isnull=True).update(
        enquiry=into
    )
    for link in Link.objects.filter(Q(first=merged) | Q(second=merged)):
        other = link.second_id if link.first_id == merged.pk else link.first_id
        if other != into.pk:
            first, second = sorted((other, into.pk))
            Link.objects.get_or_create(
                first_id=first, second_id=second, defaults={"by": link.by, "at": link.at}
            )
        link.delete()
