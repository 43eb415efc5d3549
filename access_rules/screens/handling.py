"""How whoever reads a document must handle it: the lines of the text, grouped as the page shows them."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from access_rules.models import Document
from access_rules.policies.reading import is_kept_close
from council.queries import Standing
from council.rules import Role
from rulebook.access.handling import CARE, Holder, Voice
from rulebook.citation import Citation
from rulebook.protocols import protocol


@dataclass(frozen=True)
class Line:
    """One duty in words, with the paragraphs that it rests on."""

    says: str
    cites: tuple[Citation, ...]


@dataclass(frozen=True)
class Group:
    """«You must not», and the lines below it."""

    voice: Voice
    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Handling:
    """What the page shows: groups in the order of the headings, or a sentence where the text says nothing.

    Both are empty for an open paper, of which nothing is owed.
    """

    groups: tuple[Group, ...] = ()
    silence: str = ""

    @property
    def sentences(self) -> tuple[str, ...]:
        """Every line as a sentence by itself: «You must not share it with anybody.»"""
        found = [f"{one.heading} {line.says}." for one in self.groups for line in one.lines]
        return (*found, self.silence) if self.silence else tuple(found)


def handling(who: Standing, document: Document, *, text: str) -> Handling:
    """The duties that the text lays on this person with this document, each with its paragraph.

    `text` is the key of the protocol: that of the request where there is one, else the text in force.
    """
    return duties_of(who, text=text) if is_kept_close(document) else Handling()


def duties_of(who: Standing, *, text: str) -> Handling:
    """The duties of this person with anything confidential (WF A4, HA 4.26, WO AI.7-9, MW 6)."""
    holder = Holder.OFFICER if who.has(Role.OFFICER) else Holder.MEMBER
    owed = protocol(text).access.handling
    lines: dict[Voice, list[Line]] = {voice: [] for voice in Voice}
    for duty, cites in owed.items():
        for care in CARE[duty]:
            if holder in care.to:
                lines[care.voice].append(Line(_(care.says), cites))
    groups = tuple(Group(voice, _(voice.heading), tuple(found)) for voice, found in lines.items() if found)
    return Handling(groups) if groups else Handling(silence=_silence())


def _silence() -> str:
    return _(
        "The protocol does not say how it must be handled. The code of conduct still holds: keep it to"
        " yourself, and ask the monitoring officer before you pass it on."
    )
