"""A letter as it stands on paper, whichever counter it comes from: all its words, none of its look."""

import re
from dataclasses import dataclass

from council.queries import profile


@dataclass(frozen=True)
class Letterhead:
    """The council at the head of the sheet."""

    name: str
    address: tuple[str, ...] = ()
    telephone: str = ""
    email: str = ""


@dataclass(frozen=True)
class Section:
    """A part of the body, under a heading or none; each paragraph with its lines as they were typed."""

    paragraphs: tuple[str, ...]
    heading: str = ""


@dataclass(frozen=True)
class Sheet:
    """The whole letter. `title` is what a file and a window are called: the number alone if confidential."""

    title: str
    day: str
    body: tuple[Section, ...]
    signed: tuple[str, ...]
    head: Letterhead | None = None
    marking: str = ""
    reference: str = ""
    to: tuple[str, ...] = ()
    subject: str = ""
    greeting: str = ""
    ending: str = ""
    capacity: str = ""
    copied: tuple[str, ...] = ()


@dataclass(frozen=True)
class Framed:
    """What somebody typed as a letter: its own greeting and ending, or none, and the words between."""

    greeting: str
    paragraphs: tuple[str, ...]
    ending: str


_GREETING = re.compile(r"dear\b[^\n]{0,80}", re.IGNORECASE)
_ENDING = re.compile(r"(?:yours|(?:kind|best|with) )[^\n]{0,40}(?:\n[^\n]{0,120}){0,5}", re.IGNORECASE)


def framed(text: str) -> Framed:
    """The text without the greeting at its head and the signature at its foot, which the sheet has itself.

    So a letter greets once, and one that goes in a member's name does not end in its writer's.
    """
    paragraphs = paragraphs_of(text)
    greeting = ending = ""
    if paragraphs and _GREETING.fullmatch(paragraphs[0]):
        greeting, paragraphs = paragraphs[0], paragraphs[1:]
    if len(paragraphs) > 1 and _ENDING.fullmatch(paragraphs[-1]):
        ending, paragraphs = paragraphs[-1].splitlines()[0], paragraphs[:-1]
    return Framed(greeting, paragraphs, ending)


def letterhead() -> Letterhead:
    """The council's own, as its profile has it today."""
    council = profile()
    lines = tuple(line.strip() for line in council.address.splitlines() if line.strip())
    return Letterhead(council.council_name, lines, council.phone, council.email)


def paragraphs_of(text: str) -> tuple[str, ...]:
    """What was typed, cut at its empty lines."""
    cut = re.split(r"\n[^\S\n]*\n\s*", text.replace("\r\n", "\n").replace("\r", "\n").strip())
    return tuple(part.strip() for part in cut if part.strip())
