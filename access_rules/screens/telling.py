"""Questions before a disclosure as pages show them: rows of a list, one question, who may be asked."""

import datetime
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from access_rules.models import Disclosure
from access_rules.policies.seeing import may_know_of
from access_rules.queries.telling import whom_it_reaches
from access_rules.states import DISCLOSURE_FACES, DisclosureState
from casework.wording import date_time
from council.queries import Standing
from rulebook.access.telling import Asked, Basis, held_meanwhile, may_rest_on, who_is_asked
from rulebook.citation import Citation
from rulebook.protocol import Protocol
from rulebook.protocols import protocol


@dataclass(frozen=True)
class Row:
    """One question in a list."""

    reference: str
    url: str
    about: str
    line: str
    status: str
    colour: str


@dataclass(frozen=True)
class Post:
    """One whom the text has asked: its title, who gets the question today, and the paragraphs."""

    value: str
    title: str
    names: str
    cites: tuple[Citation, ...]
    can_be_asked: bool


@dataclass(frozen=True)
class Page:
    """One question on its page."""

    about: str
    asked_of: str
    asked: str
    answered: str
    basis: str
    basis_cites: tuple[Citation, ...]
    status: str
    colour: str
    is_held: bool
    held_cites: tuple[Citation, ...]
    extras: tuple[str, ...]


def title_of(text: Protocol, asked: Asked, regulator: str = "") -> str:
    """What the text calls the post; a regulator by name."""
    if asked.post is None:
        return regulator or _("A regulator outside the council")
    title = text.title_of(asked.post)
    return f"{title[:1].upper()}{title[1:]}"


def posts(text: Protocol, *, besides: Collection[int], on: datetime.date) -> list[Post]:
    """Whom the text has asked, in its order; one that only those left out hold cannot be asked today."""
    found = []
    for asked, cites in who_is_asked(text.access).items():
        people = whom_it_reaches(asked, besides=besides, on=on)
        names = ", ".join(one.name for one in people)
        open_to = bool(people) or asked.post is None
        found.append(Post(asked.value, title_of(text, asked), names, cites, open_to))
    return found


def choices(offered: Iterable[Post]) -> list[tuple[str, str]]:
    """Those who can be asked today, each with the name, for the form."""
    return [
        (one.value, f"{one.title} ({one.names})" if one.names else one.title)
        for one in offered
        if one.can_be_asked
    ]


def bases(text: Protocol) -> list[tuple[str, str]]:
    """On what the answer may rest under the text, for the form."""
    found = []
    for basis, cites in may_rest_on(text.access).items():
        where = "; ".join(cite.label for cite in cites)
        words = _(basis.says)
        found.append((basis.value, f"{words} ({where})" if where else words))
    return found


def about_of(who: Standing, row: Disclosure) -> str:
    """What the question is about; the title for whoever may know of the document today, else its number."""
    if row.document is None:
        return row.described
    knows = may_know_of(who, row.document)
    return f"{row.document.reference}: {row.document.title}" if knows else row.document.reference


def rows(who: Standing, found: Iterable[Disclosure], *, mine: bool) -> list[Row]:
    """A list; `mine` are those that the reader asked."""
    return [_row(who, one, mine) for one in found]


def _row(who: Standing, one: Disclosure, mine: bool) -> Row:
    staff, member, colour = DISCLOSURE_FACES[DisclosureState(one.state)]
    other = (
        title_of(protocol(one.protocol), Asked(one.asked_of), one.regulator) if mine else one.asked_by.name
    )
    line = _("Asked of: %(who)s, %(when)s") if mine else _("Asked by %(who)s, %(when)s")
    return Row(
        reference=one.reference,
        url=reverse("disclosure", args=[one.reference]),
        about=about_of(who, one),
        line=line % {"who": other, "when": date_time(one.asked_at)},
        status=_(member if mine else staff),
        colour=colour,
    )


def page(who: Standing, row: Disclosure) -> Page:
    """Everything that the page of a question says."""
    text = protocol(row.protocol)
    _staff, face, colour = DISCLOSURE_FACES[DisclosureState(row.state)]
    rests = may_rest_on(text.access)
    basis = Basis(row.basis) if row.basis else None
    answered = ""
    if row.answered_by is not None and row.answered_at is not None:
        answered = _("%(name)s, %(when)s") % {
            "name": row.answered_by.name,
            "when": date_time(row.answered_at),
        }
    extras = (
        (row.is_public_interest, _("Whoever asked thinks that the public interest asks for it.")),
        (row.took_legal_advice, _("Whoever asked took legal advice first.")),
    )
    return Page(
        about=about_of(who, row),
        asked_of=title_of(text, Asked(row.asked_of), row.regulator),
        asked=_("%(name)s, %(when)s") % {"name": row.asked_by.name, "when": date_time(row.asked_at)},
        answered=answered,
        basis=_(basis.says) if basis else "",
        basis_cites=rests.get(basis, ()) if basis else (),
        status=_(face),
        colour=colour,
        is_held=row.state == DisclosureState.HELD,
        held_cites=held_meanwhile(text.access),
        extras=tuple(words for holds, words in extras if holds),
    )
