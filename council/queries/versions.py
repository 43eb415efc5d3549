"""Which version of the protocol is in force on a day, and what changed since another."""

import datetime
from collections.abc import Mapping

from django.conf import settings
from django.utils.translation import gettext as _

from council.models import Adopted
from council.queries.settings import protocol_in_force
from council.rules.versions import Change, Version, together, unpacked
from rulebook.amended import reading
from rulebook.text import Paragraph, paragraph, paragraphs


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
    return versions(on=on, key=key or protocol_in_force(on).key)[-1]


def last_version() -> Adopted | None:
    """The version that begins last, whichever text it is of; None where nothing was adopted."""
    return Adopted.objects.order_by("from_on", "pk").last()


def _one_after_another(on: datetime.date) -> tuple[Version, ...]:
    """Every version that was in force here by the day, over all texts."""
    rows = Adopted.objects.filter(from_on__lte=on).order_by("from_on", "pk")
    return (as_shipped(settings.PROTOCOL), *(_version(row) for row in rows))


def changes_since(signed: str, *, on: datetime.date) -> tuple[Change, ...]:
    """What reads differently on the day than in that version; nothing for one that never held here."""
    every = _one_after_another(on)
    place = next((place for place, one in enumerate(every) if one.key == signed), None)
    return () if place is None else together(every[place + 1 :])


def paragraphs_in_force(on: datetime.date, *, key: str = "") -> tuple[Paragraph, ...]:
    """The paragraphs of the text as they read on the day, every version that had begun taken into them."""
    text = key or protocol_in_force(on).key
    return reading(paragraphs(text), words_adopted(text, on=on))


def words_adopted(key: str, *, on: datetime.date) -> Mapping[str, str]:
    """The words by anchor that the council gave to that text by the day; the last word counts."""
    words: dict[str, str] = {}
    for version in versions(on=on, key=key):
        words |= version.words
    return words


def words_of(key: str, anchor: str, *, on: datetime.date) -> str:
    """One paragraph as it reads on the day; nothing once it was taken out. Raises UnknownParagraph."""
    return words_adopted(key, on=on).get(anchor, paragraph(key, anchor).shown)
