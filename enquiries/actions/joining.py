"""What follows in enquiries when two entries of one person become one."""

from collections.abc import Iterable

from council.events import PersonMerged
from enquiries import events
from enquiries.actions.locking import finish, locked
from enquiries.models import Enquiry


def tell_of_merge(*, numbers: Iterable[int], merge: PersonMerged) -> None:
    """An event in each of these cases, in the transaction of the merge; a form that is open is told so.

    Who was the member, the officer or the addressee under the other entry is so under the kept one now.
    """
    for enquiry in Enquiry.objects.filter(pk__in=list(numbers)).order_by("pk"):
        finish(
            locked(enquiry),
            kind=events.MEMBER_MERGED,
            by=merge.by,
            at=merge.at,
            facts={"was": merge.merged.pk, "now": merge.kept.pk},
        )
