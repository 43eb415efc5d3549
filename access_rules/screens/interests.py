"""What the pages of interests show: declarations, what each bears on, what it changes, what is still owed."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from access_rules.models import Document, InterestBears, Item
from access_rules.queries.interests import ToNotify, bears_on, known_of, knows_title
from access_rules.rules.interest_effects import Effect, effect
from casework.wording import long_date, plain_date
from council.models import Interest
from council.queries import Standing
from council.rules.interests import DAYS
from rulebook.citation import Citation
from rulebook.protocol import Protocol
from rulebook.wording import gettext_noop

# Instead of the details of a sensitive interest, on every list that is not the member's own.
NOT_SHOWN = gettext_noop("Details are not shown (Localism Act 2011, section 32)")


@dataclass(frozen=True)
class Declared:
    """One declaration as its reader may see it."""

    key: int
    member: str
    standing: str
    matter: str
    declared: str
    bears: tuple[str, ...]
    effect: Effect


@dataclass(frozen=True)
class Owed:
    """What is still to be notified: in a sentence, with the section."""

    member: str
    sentence: str
    is_over: bool
    cites: tuple[Citation, ...]


def own(rows: Iterable[Interest], *, who: Standing, text: Protocol) -> list[Declared]:
    """The member’s own, with every detail."""
    found = list(rows)
    return _all(found, [one.matter for one in found], who, text)


def kept(rows: Iterable[Interest], *, who: Standing, text: Protocol) -> list[Declared]:
    """For the keepers’ list: details of a sensitive one are in the register alone (Localism Act s32)."""
    found = list(rows)
    return _all(found, [_(NOT_SHOWN) if one.is_sensitive else one.matter for one in found], who, text)


def _all(found: list[Interest], matters: list[str], who: Standing, text: Protocol) -> list[Declared]:
    """Two queries for all of them, however many papers they bear on."""
    bearing = bears_on(found)
    papers = {row.document_id for rows in bearing.values() for row in rows if row.document_id}
    known = known_of(who, papers)
    return [
        _declared(one, matter, text, [_matter_in_words(row, who, known) for row in bearing.get(one.pk, ())])
        for one, matter in zip(found, matters, strict=True)
    ]


def _declared(interest: Interest, matter: str, text: Protocol, bears: Iterable[str]) -> Declared:
    day = plain_date(interest.declared_on)
    words = _("Declared on %(day)s for the register") % {"day": day}
    if interest.body is not None:
        words = _("Declared on %(day)s, %(body)s") % {"day": day, "body": interest.body.name}
    return Declared(
        key=interest.pk,
        member=interest.person.name,
        standing=str(interest.get_standing_display()),
        matter=matter,
        declared=words,
        bears=tuple(bears),
        effect=effect(text, interest.standing),
    )


def _matter_in_words(row: InterestBears, who: Standing, known: frozenset[int]) -> str:
    """The item or document; the title of what the reader may not know of is left out."""
    if row.item is not None:
        return item_in_words(row.item, who)
    return document_in_words(row.document, known) if row.document is not None else ""


def item_in_words(item: Item, who: Standing) -> str:
    """Body, day and number, with the title where the reader may know it."""
    meeting = item.meeting
    place = _("%(body)s on %(day)s, item %(number)s") % {
        "body": meeting.body.name,
        "day": plain_date(meeting.on),
        "number": item.number,
    }
    return f"{place}: {item.title}" if knows_title(who, item) else place


def document_in_words(document: Document, known: frozenset[int]) -> str:
    """Its number, with the title where it is among those that the reader may know of."""
    return f"{document.reference}: {document.title}" if document.pk in known else document.reference


def owed(found: Iterable[ToNotify], *, who: Standing) -> list[Owed]:
    """What is still to be notified, the first day first."""
    return [_owed(one, who) for one in found]


def _owed(one: ToNotify, who: Standing) -> Owed:
    is_over = one.by < who.on
    words = (
        _("%(days)d days since %(since)s ended on %(by)s")
        if is_over
        else _("%(days)d days since %(since)s end on %(by)s")
    )
    sentence = words % {"days": DAYS, "since": plain_date(one.since), "by": long_date(one.by)}
    return Owed(one.person.name, sentence, is_over, one.rule.cites)
