"""A case goes to a colleague with a note that says how it stands: both, or neither."""

import datetime

from django.db import transaction

from council.models import Person
from council.queries import Standing
from enquiries.actions.allocating import allocate_enquiry
from enquiries.actions.locking import locked
from enquiries.actions.replying import add_note
from enquiries.models import Enquiry


@transaction.atomic
def hand_over(
    *,
    who: Standing,
    enquiry: Enquiry,
    owner: Person,
    note: str,
    at: datetime.datetime,
    seen_version: int | None = None,
) -> Enquiry:
    """Gives the case to the colleague; the note is written first, while the giver still has it.

    Raises Refused, or Stale where the form was opened before another change.
    """
    enquiry = locked(enquiry, seen_version=seen_version)
    if note.strip():
        add_note(who=who, enquiry=enquiry, text=note, at=at)
    return allocate_enquiry(who=who, enquiry=enquiry, owner=owner, at=at)
