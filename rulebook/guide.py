"""What a text says of expectations, roles and meetings: its paragraphs, under the headings of three pages."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from rulebook.citation import Citation, Source
from rulebook.obligations import obligations_at
from rulebook.protocol import PINPOINTS, Protocol
from rulebook.text import Kind, paragraphs
from rulebook.wording import gettext_noop


class Card(StrEnum):
    """A page that gathers paragraphs of the text in force."""

    EXPECTATIONS = "expectations"
    ROLES = "roles"
    MEETINGS = "meetings"

    @property
    def label(self) -> str:
        """Its name in plain English, for a heading."""
        return CARDS[self][0]

    @property
    def lead(self) -> str:
        """What the page is, in one sentence."""
        return CARDS[self][1]


CARDS = {
    Card.EXPECTATIONS: (
        gettext_noop("What members and officers can expect"),
        gettext_noop("The protocol’s own words on what members and officers owe each other."),
    ),
    Card.ROLES: (
        gettext_noop("Who does what"),
        gettext_noop("A quick guide to the roles of members and officers, in the protocol’s own words."),
    ),
    Card.MEETINGS: (
        gettext_noop("Conduct in meetings"),
        gettext_noop("How members and officers speak to and of each other in meetings, to take with you."),
    ),
}


class Part(StrEnum):
    """A heading of a page, and its anchor there."""

    EACH_OTHER = "each-other"
    OF_OFFICERS = "of-officers"
    OF_MEMBERS = "of-members"
    LIMITS = "limits"
    WHO_DOES_WHAT = "who-does-what"
    MEMBERS = "members"
    FURTHER_DUTIES = "further-duties"
    OFFICERS = "officers"
    BY_LAW = "by-law"
    EMPLOYER = "employer"
    LEGAL_POSITION = "legal-position"
    FORMAL = "formal"
    INFORMAL = "informal"
    CRITICISM = "criticism"
    OFFICERS_THERE = "officers-there"

    @property
    def card(self) -> Card:
        """The page that it stands on."""
        return PARTS[self][0]

    @property
    def label(self) -> str:
        """Its heading in plain English."""
        return PARTS[self][1]

    @property
    def when_silent(self) -> str:
        """What applies where the text says nothing here."""
        return PARTS[self][2]


_NO_LIMITS = gettext_noop("What the law and the codes of conduct forbid is forbidden all the same.")
_ROLES_BY_LAW = gettext_noop(
    "The law, the constitution and each body’s terms of reference say who does what."
)
_CODES = gettext_noop("The codes of conduct of members and of officers apply.")
_CHAIR = gettext_noop("The standing orders, the chair’s rulings and the codes of conduct apply.")
_EMPLOYED = gettext_noop("The officer’s contract and the council’s rules of employment apply.")

PARTS: Mapping[Part, tuple[Card, str, str]] = {
    Part.EACH_OTHER: (
        Card.EXPECTATIONS,
        gettext_noop("What each can expect from the other"),
        _CODES,
    ),
    Part.OF_OFFICERS: (
        Card.EXPECTATIONS,
        gettext_noop("What members can expect from officers"),
        _CODES,
    ),
    Part.OF_MEMBERS: (
        Card.EXPECTATIONS,
        gettext_noop("What officers can expect from members"),
        _CODES,
    ),
    Part.LIMITS: (Card.EXPECTATIONS, gettext_noop("Limits on behaviour"), _NO_LIMITS),
    Part.WHO_DOES_WHAT: (Card.ROLES, gettext_noop("Members and officers"), _ROLES_BY_LAW),
    Part.MEMBERS: (Card.ROLES, gettext_noop("What members do"), _ROLES_BY_LAW),
    Part.FURTHER_DUTIES: (
        Card.ROLES,
        gettext_noop("Members with further duties"),
        _ROLES_BY_LAW,
    ),
    Part.OFFICERS: (Card.ROLES, gettext_noop("What officers do"), _ROLES_BY_LAW),
    Part.BY_LAW: (
        Card.ROLES,
        gettext_noop("Officers with duties of their own in law"),
        gettext_noop("These duties rest on Acts of Parliament, whatever a protocol says."),
    ),
    Part.EMPLOYER: (
        Card.ROLES,
        gettext_noop("Who employs and manages officers"),
        _EMPLOYED,
    ),
    Part.LEGAL_POSITION: (
        Card.ROLES,
        gettext_noop("The legal position"),
        gettext_noop("The law and the codes of conduct apply to members and officers like to anybody else."),
    ),
    Part.FORMAL: (
        Card.MEETINGS,
        gettext_noop("Formal meetings: address and conduct"),
        _CHAIR,
    ),
    Part.INFORMAL: (
        Card.MEETINGS,
        gettext_noop("Informal meetings and settings"),
        _CODES,
    ),
    Part.CRITICISM: (Card.MEETINGS, gettext_noop("Criticism and respect"), _CODES),
    Part.OFFICERS_THERE: (
        Card.MEETINGS,
        gettext_noop("Officers at meetings"),
        _CHAIR,
    ),
}


class Prompt(StrEnum):
    """What the text asks of whoever is about to write to an officer, and when a page says it."""

    BEFORE = "before"
    INSTRUCTION = "instruction"
    JUNIOR = "junior"
    FREE_TIME = "free-time"
    EXECUTIVE = "executive"
    COMMITTEE = "committee"


@dataclass(frozen=True)
class Companion:
    """A document that the text names: its title there, and the paragraph that names it."""

    key: str
    title: str
    anchor: str


@dataclass(frozen=True)
class Guide:
    """Anchors of one text, in the order in which pages show them.

    `scope` is what the text says of its own reach, `law` where it says that law or codes stand above or
    beside it. A part that is missing is one on which the text says nothing. `compared` are the rows of a
    table that sets members beside officers; its first row holds the headings. `prompts` are the paragraphs
    that a member reads before writing an enquiry, by what makes them matter.
    """

    scope: tuple[str, ...]
    law: tuple[str, ...]
    parts: Mapping[Part, tuple[str, ...]]
    companions: tuple[Companion, ...]
    compared: tuple[tuple[str, str], ...] = field(default=())
    prompts: Mapping[Prompt, tuple[str, ...]] = field(default_factory=dict)


def anchors(*given: str) -> tuple[str, ...]:
    """Anchors written short: «3.1-: a b c» stands for 3.1-a, 3.1-b and 3.1-c."""
    found: list[str] = []
    for one in given:
        before, colon, ends = one.partition(": ")
        found += [before + end for end in ends.split()] if colon else [one]
    return tuple(found)


def where(text: Protocol, anchor: str) -> Citation:
    """The paragraph as a citation; one that has no row in the register goes by what stands before it.

    That is the row of the paragraph above, else the number of its heading, else the heading itself; only a
    row gives the citation an `id`. Raises UnknownText where there is no such text.
    """
    row_id, number, level, heading = "", "", 0, ""
    for one in paragraphs(text.key):
        if one.kind is Kind.HEADING:
            row_id, heading = "", one.shown
            numbered = re.match(r"\d[\d.]*", one.shown)
            if numbered or one.level <= level:
                number, level = (numbered.group().rstrip(".") if numbered else ""), one.level
        rows = obligations_at(text.key, one.anchor)
        row_id = rows[0].id if rows else row_id
        if one.anchor == anchor:
            break
    place = row_id.removeprefix(f"{text.prefix}-") or number
    pinpoint = PINPOINTS[text.prefix](place) if place else f"«{heading}»"
    return Citation(row_id, Source.PROTOCOL, text.name, pinpoint)
