"""Which version of the protocol is in force on a day, and what changed since another."""

import datetime

from django.utils.translation import gettext as _

from council.models import Adopted
from council.queries.settings import protocol_in_force
from council.rules.versions import Change, Version, together, unpacked
from rulebook.amended import reading
from rulebook.text import Paragraph, paragraphs


def as_shipped(key: str) -> Version:
    """The text that the portal came with: its key names it."""
    return Version(key, _("The text as adopted"))


def _version(row: Adopted) -> Version:
    return Version(f"{row.text}:{row.pk}", row.label, row.from_on, unpacked(row.changes), row.minute)


def versions(*, on: datetime.date | None = None, key: str = "") -> tuple[Version, ...]:
    """Every version of a text in the order in which they came, the text as shipped first; one query.

    Of the text that this portal serves, unless `key` names another. With a day, those that had begun by it.
    """
    text = key or protocol_in_force().key
    rows = Adopted.objects.filter(text=text).order_by("from_on", "pk")
    begun = rows if on is None else rows.filter(from_on__lte=on)
    return (as_shipped(text), *(_version(row) for row in begun))


def version_in_force(on: datetime.date, *, key: str = "") -> Version:
    """The version that holds on the day; where the council adopted none, the text as shipped."""
    return versions(on=on, key=key)[-1]


def changes_since(signed: str, *, on: datetime.date) -> tuple[Change, ...]:
    """What reads differently on the day than in the version of that key; nothing for another text’s."""
    every = versions(on=on)
    place = next((place for place, one in enumerate(every) if one.key == signed), None)
    return () if place is None else together(every[place + 1 :])


def paragraphs_in_force(on: datetime.date, *, key: str = "") -> tuple[Paragraph, ...]:
    """The paragraphs of the text as they read on the day, every version that had begun taken into them."""
    text = key or protocol_in_force().key
    words = {one.anchor: one.after for one in together(versions(on=on, key=text))}
    return reading(paragraphs(text), words)
