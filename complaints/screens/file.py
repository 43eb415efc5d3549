"""The file of a complaint: what somebody may read of it, by kind."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.urls import reverse
from django.utils.translation import gettext as _

from casework.wording import date_time, long_date
from complaints.models import Complaint, Side, Writing
from complaints.policies.parts import KEEPERS, parts_of
from complaints.policies.seeing import writings_for
from council.queries import Standing

# The order of the headings is the order in which a complaint goes on.
_PLACES = {kind: place for place, kind in enumerate(Writing.Kind.values)}


@dataclass(frozen=True)
class Said:
    """One writing as the page shows it; `shown_to` is said to those who deal with it alone."""

    by: str
    when: str
    text: str
    file_name: str
    file_url: str
    shown_to: str


@dataclass(frozen=True)
class Kept:
    """The writings of one kind, under its name."""

    heading: str
    writings: tuple[Said, ...]


def file_for(who: Standing, complaint: Complaint) -> list[Kept]:
    """What the person may read, by kind, the oldest first in each."""
    rows = writings_for(who, complaint).select_related("by", "file").prefetch_related("disclosed")
    parts = parts_of(who, complaint)
    tells = bool(parts & KEEPERS) or not parts
    found = sorted(rows, key=lambda row: (_PLACES[row.kind], row.at, row.pk))
    return [
        Kept(str(Writing.Kind(kind).label), tuple(said(row, complaint, tells=tells) for row in some))
        for kind, some in groupby(found, key=lambda row: row.kind)
    ]


def said(row: Writing, complaint: Complaint, *, tells: bool) -> Said:
    """The writing with its author and day; with `tells` also which sides may read it."""
    file = row.file if row.file is not None and row.file.erased_at is None else None
    return Said(
        by=_by(row),
        when=date_time(row.at),
        text=row.text,
        file_name=file.name if file else "",
        file_url=reverse("complaint-file", args=[complaint.reference, row.pk]) if file else "",
        shown_to=_shown_to(row, [one.side for one in row.disclosed.all()]) if tells else "",
    )


def _by(row: Writing) -> str:
    """Whose it is; of a statement that somebody else took down, whose words these are, and who took them."""
    by = row.by.name if row.by else _("the system")
    if not row.said_by:
        return by
    day = long_date(row.said_on) if row.said_on else ""
    words = {"name": row.said_by, "by": by, "day": day}
    return _("Statement of %(name)s on %(day)s, taken by %(by)s") % words


def _shown_to(row: Writing, disclosed: Iterable[str]) -> str:
    sides = {one for one in (row.side, *disclosed) if one}
    if sides == {Side.COMPLAINANT, Side.SUBJECT}:
        return _("Both sides can read it.")
    if Side.COMPLAINANT in sides:
        return _("Whoever complains can read it; the other side cannot.")
    if Side.SUBJECT in sides:
        return _("Whoever it is about can read it; the other side cannot.")
    return _("Only those who deal with it can read it.")
