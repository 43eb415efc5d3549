"""How a writing is put on the file of a complaint, and shown to a side."""

import datetime

from complaints.models import Complaint, Disclosed, Side, Writing
from council.models import Person


def write(
    row: Complaint,
    kind: Writing.Kind,
    text: str,
    *,
    by: Person,
    at: datetime.datetime,
    side: Side = Side.HANDLERS,
) -> Writing:
    """A text on the file, of those who deal with it unless a side is given, in the caller’s transaction."""
    made: Writing = row.writings.create(kind=kind, side=side, by=by, at=at, text=text)
    return made


def disclose_to(writing: Writing, side: Side, *, by: Person, at: datetime.datetime) -> None:
    """The side may read it from now on; nothing is written twice, nor for the side that wrote it."""
    if writing.side != side:
        Disclosed.objects.get_or_create(writing=writing, side=side, defaults={"by": by, "at": at})
