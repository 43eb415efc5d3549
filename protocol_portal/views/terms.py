"""The page «What this protocol says»: its terms in words, where they stand, and what the council amended."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from casework.queries import all_local_terms
from casework.wording import amount, plain_date
from council.queries import protocol_in_force
from protocol_portal.reading import HowToRead
from protocol_portal.rule_names import label_of
from rulebook.citation import Citation
from rulebook.local_term import LocalTerm
from rulebook.protocol import Protocol
from rulebook.protocols import PROTOCOLS
from rulebook.term import Term, Topic
from rulebook.terms import terms_in_words


@dataclass(frozen=True)
class Amendment:
    """What the council decided itself: for which duty, how much, by which minute, from when to when."""

    duty: str
    value: str
    decided_by: str
    from_on: str
    to_on: str
    standing: str
    colour: str
    holds: bool


@dataclass(frozen=True)
class Row:
    """One term in words, the paragraphs, what applies it, and what amends it today."""

    says: str
    citations: tuple[Citation, ...]
    applied_by: str
    amended: tuple[Amendment, ...]


@dataclass(frozen=True)
class Group:
    """The terms on one topic; `topic` is its anchor."""

    topic: Topic
    heading: str
    rows: tuple[Row, ...]

    @property
    def is_applied(self) -> bool:
        """Does anything of it say what applies it? Titles of posts have nothing to be applied."""
        return any(row.applied_by for row in self.rows)


@require_safe
def terms_in_force(request: HttpRequest) -> HttpResponse:
    """The terms of the text that this portal serves."""
    return _page(request, protocol_in_force())


@require_safe
def terms(request: HttpRequest, key: str) -> HttpResponse:
    """The terms of one of the texts; 404 for any other key."""
    if key not in PROTOCOLS:
        raise Http404
    return _page(request, PROTOCOLS[key])


def _page(request: HttpRequest, shown: Protocol) -> HttpResponse:
    in_force = shown.key == protocol_in_force().key
    local = all_local_terms() if in_force else ()
    today = timezone.localdate()
    amendments = {one: _amendment(one, today=today) for one in local}
    context = {
        "protocol": shown,
        "in_force": in_force,
        "groups": [
            Group(topic, gettext(topic.label), tuple(_row(term, amendments) for term in found))
            for topic, found in terms_in_words(shown).items()
        ],
        "amendments": sorted(amendments.values(), key=lambda one: not one.holds),
        "reading": HowToRead(shown),
    }
    return render(request, "protocol/terms.html", context)


def _row(term: Term, amendments: dict[LocalTerm, Amendment]) -> Row:
    amended = (shown for one, shown in amendments.items() if one.duty == term.by and shown.holds)
    label = label_of(term.by)
    return Row(term.says, _each_once(term.cites), gettext(label) if label else "", tuple(amended))


def _each_once(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """Paragraphs that a page would call by the same name are named once."""
    return tuple({one.label: one for one in reversed([*citations])}.values())[::-1]


def _amendment(term: LocalTerm, *, today: datetime.date) -> Amendment:
    standing, colour = _standing(term, today)
    return Amendment(
        duty=gettext(term.duty.label),
        value=amount(term.value, term.unit),
        decided_by=term.paragraph,
        from_on=plain_date(term.from_on),
        to_on=plain_date(term.to_on) if term.to_on else "",
        standing=standing,
        colour=colour,
        holds=term.is_in_force(today),
    )


def _standing(term: LocalTerm, today: datetime.date) -> tuple[str, str]:
    """In force, ended, or to come; with the colour of its tag."""
    if term.is_in_force(today):
        return gettext("In force"), "green"
    if term.from_on > today:
        return gettext("To come"), "blue"
    return gettext("Ended"), "grey"
