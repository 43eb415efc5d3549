"""Letters of the registers: written down for whoever loses a post, and what became of each attempt."""

import datetime

from django.db import transaction
from django.utils import timezone

from council.models import (
    Absence,
    HolderLetter,
    Invitation,
    Person,
    PostHolding,
    SigningLetter,
    SignInLetter,
)
from council.queries import live_letters, people_to_tell
from council.rules import next_attempt


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


def record_attempt(
    *, row: Invitation | HolderLetter | SignInLetter | SigningLetter, sent: bool, at: datetime.datetime
) -> None:
    """What became of an attempt to send: done, or when to try again (each time later, six hours at most).

    The words of a letter of signing in, and an address of its own, are kept no longer than until the mail
    server took it.
    """
    row.attempts += 1
    row.next_attempt_at = next_attempt(row.attempts, at)
    changed = ["attempts", "sent_at", "next_attempt_at"]
    if sent:
        row.sent_at = at
        if isinstance(row, SignInLetter):
            row.subject = row.body = row.address = ""
            changed += ["subject", "body", "address"]
    row.save(update_fields=changed)
