"""The second reading: for each value that the six texts state, the words of the text that give it."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from rulebook.citation import Citation
from rulebook.obligations import Obligation, Tier, obligation, obligations
from rulebook.protocol import Protocol
from rulebook.protocols import PROTOCOLS
from rulebook.stated import Stated, Terms, Worded
from rulebook.text import Kind, paragraph, paragraphs

# Rows of the register that cover more paragraphs than the one at which they stand.
SPANNING = {("WO-E-9.3.2a", "9.3.2-c"), ("WO-E-PR.1", "pr-2")}


@dataclass(frozen=True)
class Reading:
    """One value, and the words of the text in which it was found again."""

    protocol: str
    topic: str
    field: str
    value: str
    anchor: str
    words: str

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What it is a reading of."""
        return self.protocol, self.topic, self.field, self.value

    @property
    def stands(self) -> bool:
        """Whether the words stand in that paragraph of the text as adopted."""
        return self.words in paragraph(self.protocol, self.anchor).text


def readings(topic: str) -> tuple[Reading, ...]:
    """All readings on one topic."""
    path = Path(__file__).with_name("second_reading.csv")
    with path.open(encoding="utf-8", newline="") as opened:
        return tuple(Reading(**row) for row in csv.DictReader(opened) if row["topic"] == topic)


def stated(terms: Terms) -> Iterator[tuple[str, Worded, tuple[Citation, ...]]]:
    """Every value that the terms hold: its field, the value, its paragraphs."""
    for field in fields(terms):
        held = getattr(terms, field.name)
        if isinstance(held, Stated):
            held = {} if held.value is None else {held.value: held.cites}
        for value, cites in held.items():
            if not isinstance(cites, Stated):
                yield field.name, value, cites
            elif cites.value is not None:
                yield field.name, cites.value, cites.cites


def of_topic(topic: str) -> Mapping[tuple[str, str, str, str], tuple[Citation, ...]]:
    """What the six texts state on one topic, under the same keys as the readings."""
    return {
        (key, topic, field, value.value): cites
        for key, text in PROTOCOLS.items()
        for field, value, cites in stated(terms_of(text, topic))
    }


def terms_of(text: Protocol, topic: str) -> Terms:
    """The terms of one text on one topic."""
    return text.briefings if topic == "briefings" else text.access


def is_at(anchor: str, cites: tuple[Citation, ...]) -> bool:
    """Whether one of the paragraphs cited is the one at that anchor, or has it as an item."""
    rows = [row for cite in cites if (row := obligation(cite.id)) is not None]
    return any(
        anchor == row.anchor or anchor.startswith(f"{row.anchor}-") or (row.id, anchor) in SPANNING
        for row in rows
    )


def uncited(chapter: str) -> list[Obligation]:
    """Rows that the portal operates or prompts in a chapter and that no term of their text cites."""
    cited = {
        cite.id
        for text in PROTOCOLS.values()
        for terms in (text.briefings, text.access)
        for term in terms.in_words()
        for cite in term.cites
    }
    return [
        row
        for row in obligations()
        if row.chapter == chapter and row.tier in (Tier.OPERATE, Tier.PROMPT) and row.id not in cited
    ]


def unread(key: str, sections: tuple[str, ...]) -> list[str]:
    """Paragraphs of those sections of a text on which no term for briefings or access rests.

    A section is given by the beginning of its anchors; headings and page marks are no paragraphs.
    """
    cites = tuple(
        cite
        for terms in (PROTOCOLS[key].briefings, PROTOCOLS[key].access)
        for term in terms.in_words()
        for cite in term.cites
    )
    return [
        one.anchor
        for one in paragraphs(key)
        if one.anchor.startswith(sections)
        and one.kind not in (Kind.HEADING, Kind.MARK)
        and not is_at(one.anchor, cites)
    ]
