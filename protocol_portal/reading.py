"""What pages about the protocol show: its paragraphs with what the portal does, and how to read them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casework.queries import companion_addresses
from casework.queries.amendments import adopted_words
from council.queries import protocol_in_force
from protocol_portal.rule_names import label_of
from rulebook.citation import Citation
from rulebook.duty import Duty
from rulebook.guide import Card, Guide, Part, where
from rulebook.guides import GUIDES, companions
from rulebook.obligations import Coverage, obligations_at
from rulebook.overtaken import Overtaken, overtaken
from rulebook.protocol import Protocol
from rulebook.text import Kind, paragraph

WORDS: dict[Coverage, tuple[str | Promise, str]] = {
    Coverage.APPLIED: (_("Applied"), "green"),
    Coverage.PROMPTED: (_("Prompted"), "blue"),
    Coverage.RECORDED: (_("Recorded"), "blue"),
    Coverage.INFORMED: (_("Shown here"), "grey"),
    Coverage.NOT_COVERED: (_("Not covered yet"), "yellow"),
}
# What a card shows beside a paragraph: what the portal does, not that the paragraph is shown.
DOING = (Coverage.APPLIED, Coverage.PROMPTED, Coverage.RECORDED)


@dataclass(frozen=True)
class Tag:
    """What the portal does about a paragraph: the word, its colour, and the duty that does it."""

    word: str | Promise
    colour: str
    duty: str


@dataclass(frozen=True)
class Entry:
    """One paragraph as adopted, the way to it, what the portal does, and the law that has moved on."""

    words: str
    is_under: bool
    citation: Citation
    url: str
    tags: tuple[Tag, ...]
    overtaken: Overtaken | None


@dataclass(frozen=True)
class Section:
    """One heading of a card: its paragraphs, or what applies where the text is silent."""

    anchor: str
    heading: str
    entries: tuple[Entry, ...]
    compared: tuple[tuple[Entry, Entry], ...]
    when_silent: str


@dataclass(frozen=True)
class Named:
    """A document that the text names, and its address where the council has entered one."""

    title: str
    url: str


@dataclass(frozen=True)
class Source:
    """A paragraph that names documents, and those documents."""

    entry: Entry
    documents: tuple[Named, ...]


def address_of(text: Protocol, anchor: str = "") -> str:
    """Where the page «Protocol» shows the paragraph."""
    in_force = text.key == protocol_in_force().key
    page = reverse("protocol") if in_force else reverse("protocol-text", args=[text.key])
    return f"{page}#{anchor}" if anchor else page


def entry(
    text: Protocol, anchor: str, *, is_under: bool = False, amended: Mapping[str, str] | None = None
) -> Entry:
    """One paragraph as a card shows it, under the one before it or not; raises UnknownParagraph.

    `amended` are the words by anchor that the council has adopted since (casework.queries.amendments).
    """
    found, since = paragraph(text.key, anchor), amended or {}
    marks = [Tag(_("Amended"), "purple", "")] if anchor in since else []
    done = (
        Tag(*WORDS[row.coverage], gettext(label) if (label := _duty(row.by)) else "")
        for row in obligations_at(text.key, anchor)
        if row.coverage in DOING
    )
    return Entry(
        words=since.get(anchor, found.shown) or gettext("The council has taken this paragraph out."),
        is_under=is_under,
        citation=where(text, anchor),
        url=address_of(text, anchor),
        tags=tuple(dict.fromkeys([*marks, *done])),
        overtaken=overtaken(text.key, anchor),
    )


def _duty(name: str) -> str:
    """A duty by its name; what a rule says is a sentence of its own and no label."""
    return label_of(name) if name in list(Duty) else ""


def sections(text: Protocol, card: Card) -> list[Section]:
    """The headings of a card for one text, in their order, the silent ones too."""
    guide, amended = GUIDES[text.key], adopted_words(text.key, on=timezone.localdate())
    return [_section(text, guide, part, amended) for part in Part if part.card is card]


def _entries(
    text: Protocol, anchors: Iterable[str], amended: Mapping[str, str] | None = None
) -> Iterator[Entry]:
    """The paragraphs of a section; items of a list stand under the paragraph that opens it with a colon."""
    opened = False
    for anchor in anchors:
        one = paragraph(text.key, anchor)
        is_under = opened and one.kind is Kind.ITEM
        opened = is_under or one.shown.endswith((":", ":-", ":—"))
        yield entry(text, anchor, is_under=is_under, amended=amended)


def _section(text: Protocol, guide: Guide, part: Part, amended: Mapping[str, str]) -> Section:
    entries = tuple(_entries(text, guide.parts.get(part, ()), amended))
    rows = guide.compared if part is Part.WHO_DOES_WHAT else ()
    compared = tuple(
        (entry(text, left, amended=amended), entry(text, right, amended=amended)) for left, right in rows
    )
    silent = "" if entries or compared else gettext(part.when_silent)
    return Section(part.value, gettext(part.label), entries, compared, silent)


class HowToRead:
    """How far the protocol goes, what stands above it, and the documents it is read with."""

    def __init__(self, text: Protocol) -> None:
        """For one text; the council's addresses are asked for when a page first shows them."""
        self._text, self._guide = text, GUIDES[text.key]

    @property
    def of_itself(self) -> list[Entry]:
        """What the text says of its own reach, and of the law and codes that stand above or beside it."""
        anchors = dict.fromkeys((*self._guide.scope, *self._guide.law))
        return list(_entries(self._text, anchors, self._amended))

    @cached_property
    def _amended(self) -> Mapping[str, str]:
        return adopted_words(self._text.key, on=timezone.localdate())

    @property
    def asks(self) -> tuple[Citation, ...]:
        """Where the text says whom to ask what it does not settle."""
        return self._text.cite(Duty.ASK_MONITORING_OFFICER)

    @property
    def sources(self) -> list[Source]:
        """The documents, by the paragraph that names them."""
        given = companion_addresses()
        named = companions(self._text.key).items()
        return [
            Source(
                entry(self._text, anchor, amended=self._amended),
                tuple(Named(one.title, given.get(name, "")) for name, one in group),
            )
            for anchor, group in groupby(named, key=lambda pair: pair[1].anchor)
        ]
