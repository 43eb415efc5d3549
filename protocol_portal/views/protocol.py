"""The page «Protocol»: the text as adopted, and beside each paragraph what the portal does about it today."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from access_rules.screens.advice import Reading, readings_beside
from casework.models import AmendedParagraph
from casework.queries.amendments import adopted_paragraphs, as_adopted
from casework.wording import plain_date
from council.queries import Standing, protocol_in_force
from protocol_portal.reading import WORDS, HowToRead
from rulebook.amended import reading
from rulebook.duty import Duty
from rulebook.obligations import Obligation, obligation, obligations, obligations_at
from rulebook.overtaken import Overtaken, overtaken
from rulebook.protocol import Protocol
from rulebook.protocols import PROTOCOLS
from rulebook.text import Paragraph

CONTENTS_DOWN_TO = 3
# In the place of a paragraph that was taken out, so that the page can say so.
OUT = "-"


@dataclass(frozen=True)
class Done:
    """What the portal does about one rule: the row, its word and colour, and the duty that does it."""

    row: Obligation
    word: str | Promise
    colour: str
    duty: str


@dataclass(frozen=True)
class Amended:
    """That the council amended a paragraph: since when and by which minute, and its words before."""

    sentence: str
    before: str


@dataclass(frozen=True)
class Line:
    """One paragraph of the page; readings are for whoever is in post. One that was taken out has no words."""

    paragraph: Paragraph
    done: tuple[Done, ...]
    overtaken: Overtaken | None
    readings: tuple[Reading, ...] = ()
    amended: Amended | None = None


@dataclass(frozen=True)
class Count:
    """How many rules of the text the portal treats in one way."""

    word: str | Promise
    number: int


@require_safe
def text_in_force(request: HttpRequest) -> HttpResponse:
    """The text that this portal serves."""
    return _page(request, protocol_in_force())


@require_safe
def text(request: HttpRequest, key: str) -> HttpResponse:
    """One of the texts, for a case that was opened under it; 404 for any other key."""
    if key not in PROTOCOLS:
        raise Http404
    return _page(request, PROTOCOLS[key])


@require_safe
def paragraph(request: HttpRequest, id_: str) -> HttpResponse:
    """Leads from a citation («WF-6.9») to its paragraph; 404 where no text has it."""
    row = obligation(id_)
    if row is None:
        raise Http404
    in_force = row.protocol == protocol_in_force().key
    page = reverse("protocol") if in_force else reverse("protocol-text", args=[row.protocol])
    return redirect(f"{page}#{row.anchor}" if row.anchor else page)


def _page(request: HttpRequest, shown: Protocol) -> HttpResponse:
    changed = {one.anchor: one for one in adopted_paragraphs(shown.key, on=timezone.localdate())}
    whole = reading(
        as_adopted(shown.key), {anchor: one.words_after or OUT for anchor, one in changed.items()}
    )
    in_force = shown.key == protocol_in_force().key
    standing: Standing | None = getattr(request, "standing", None)
    in_post = standing is not None and standing.in_post
    readings = readings_beside(shown) if in_post else {}
    return render(
        request,
        "protocol/text.html",
        {
            "protocol": shown,
            "in_force": in_force,
            "may_ask": in_force and in_post,
            "contents": [one for one in whole if 0 < one.level <= CONTENTS_DOWN_TO and one.text != OUT],
            "lines": [_line(shown.key, one, readings, changed.get(one.anchor)) for one in whole],
            "counts": _counts(shown.key),
            "reading": HowToRead(shown),
        },
    )


def _line(
    key: str, one: Paragraph, readings: Mapping[str, Sequence[Reading]], changed: AmendedParagraph | None
) -> Line:
    beside = tuple(readings.get(one.anchor, ()))
    amended = _amended(changed) if changed else None
    shown = replace(one, text="") if changed and not changed.words_after else one
    return Line(shown, _done(key, one.anchor), overtaken(key, one.anchor), beside, amended)


def _amended(row: AmendedParagraph) -> Amended:
    """«Amended from 1 March 2027 by Council, minute 47.»"""
    words = gettext("Amended from %(day)s by %(minute)s.")
    if not row.words_before:
        words = gettext("Put in from %(day)s by %(minute)s.")
    elif not row.words_after:
        words = gettext("Taken out from %(day)s by %(minute)s.")
    day = plain_date(row.amendment.from_on or timezone.localdate())
    return Amended(words % {"day": day, "minute": row.amendment.minute}, row.words_before)


def _done(key: str, anchor: str) -> tuple[Done, ...]:
    return tuple(Done(row, *WORDS[row.coverage], _duty(row.by)) for row in obligations_at(key, anchor))


def _duty(name: str) -> str:
    return gettext(Duty(name).label) if name in list(Duty) else ""


def _counts(key: str) -> list[Count]:
    rows = [row.coverage for row in obligations() if row.protocol == key]
    return [Count(word, rows.count(coverage)) for coverage, (word, _colour) in WORDS.items()]
