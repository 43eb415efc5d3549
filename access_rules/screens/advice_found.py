"""What a search among questions and readings found: a line each, and no word that is not the reader’s."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from access_rules.models import Advice
from casework.wording import plain_date
from rulebook.advice import has_paragraph
from rulebook.guide import where
from rulebook.protocols import protocol


@dataclass(frozen=True)
class Hit:
    """Something that a search found: a reading that all may read, or a question of the reader’s own."""

    reference: str
    url: str
    line: str
    words: str
    is_reading: bool


def hits(found: Iterable[Advice], *, open_to: frozenset[int]) -> list[Hit]:
    """What a search found; of what is not the reader’s own the published reading, and nothing else."""
    return [_hit(one, open_to) for one in found]


def _hit(advice: Advice, open_to: frozenset[int]) -> Hit:
    text = protocol(advice.protocol)
    is_theirs = advice.pk in open_to
    if advice.published_on and not is_theirs:
        line = _("Published on %(day)s") % {"day": plain_date(advice.published_on)}
        words = advice.reading
    else:
        line = _("Asked on %(day)s") % {"day": plain_date(timezone.localdate(advice.asked_at))}
        words = advice.reading if advice.published_on else advice.question
    anchor = advice.reading_of if advice.published_on else advice.paragraph
    place = where(text, anchor) if anchor and has_paragraph(text, anchor) else None
    return Hit(
        reference=advice.reference,
        url=reverse("advice-question", args=[advice.reference]) if is_theirs else "",
        line=f"{line}, {place.label}" if place else line,
        words=words,
        is_reading=advice.published_on is not None,
    )
