"""Letters of the registers: written down for whoever loses a post, and what became of each attempt."""

import datetime

from django.db import transaction
from django.utils import timezone

from council.models import Absence, HolderLetter, Invitation, Person, PostHolding
from council.queries import live_letters, people_to_tell

_FIRST_WAIT = datetime.timedelta(minutes=1)
_LONGEST_WAIT = datetime.timedelta(hours=6)


@transaction.atomic
def write_letters(
    *, row: PostHolding | Absence, by: Person, at: datetime.datetime, anew: bool = False
) -> list[HolderLetter]:
    """A letter to each who has to hear of the row and has none about it; one that is there stays.

    `anew`: the row says something else now, so those there are withdrawn. Asked twice, nobody gets two.
    """
    if anew:
        live_letters(row).update(withdrawn_at=at)
    written = set(live_letters(row).values_list("person_id", flat=True))
    about = {"absence": row} if isinstance(row, Absence) else {"holding": row}
    letters = [
        HolderLetter(person=person, written_by=by, written_at=at, next_attempt_at=at, **about)
        for person in people_to_tell(row, on=timezone.localdate(at))
        if person.pk not in written
    ]
    return HolderLetter.objects.bulk_create(letters, ignore_conflicts=True)


def record_attempt(*, row: Invitation | HolderLetter, sent: bool, at: datetime.datetime) -> None:
    """What became of an attempt to send: done, or when to try again (each time later, six hours at most)."""
    row.attempts += 1
    if sent:
        row.sent_at = at
    wait = min(_FIRST_WAIT * 2 ** min(row.attempts, 12), _LONGEST_WAIT)
    row.next_attempt_at = at + wait
    row.save(update_fields=["attempts", "sent_at", "next_attempt_at"])
