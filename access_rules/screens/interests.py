"""What the pages of interests show: declarations, what each bears on, what it changes, what is still owed."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from access_rules.models import Document, InterestBears, Item
from access_rules.queries.interests import ToNotify, bears_on, knows_title
from access_rules.queries.visible import visible_to
from access_rules.rules.interest_effects import Effect, effect
from casework.wording import long_date, plain_date
from council.models import Interest
from council.queries import Standing
from council.rules.interests import DAYS
from rulebook.citation import Citation
from rulebook.protocol import Protocol


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
    return [_declared(one, one.matter, who, text) for one in rows]


def kept(rows: Iterable[Interest], *, who: Standing, text: Protocol) -> list[Declared]:
    """For the keepers’ list: details of a sensitive one are in the register alone (Localism Act s32)."""
    hidden = _("Details are not shown (Localism Act 2011, section 32)")
    return [_declared(one, hidden if one.is_sensitive else one.matter, who, text) for one in rows]


def _declared(interest: Interest, matter: str, who: Standing, text: Protocol) -> Declared:
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
        bears=tuple(matter_in_words(one, who) for one in bears_on(interest)),
        effect=effect(text, interest.standing),
    )


def matter_in_words(row: InterestBears, who: Standing) -> str:
    """The item or document; the title of what the reader may not know of is left out."""
    if row.item is not None:
        return item_in_words(row.item, who)
    return document_in_words(row.document, who) if row.document is not None else ""


def item_in_words(item: Item, who: Standing) -> str:
    """Body, day and number, with the title where the reader may know it."""
    meeting = item.meeting
    place = _("%(body)s on %(day)s, item %(number)s") % {
        "body": meeting.body.name,
        "day": plain_date(meeting.on),
        "number": item.number,
    }
    return f"{place}: {item.title}" if knows_title(who, item) else place


def document_in_words(document: Document, who: Standing) -> str:
    """Its number, with the title where the reader may open it."""
    knows = visible_to(who).filter(pk=document.pk).exists()
    return f"{document.reference}: {document.title}" if knows else document.reference


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
