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


def letterhead() -> Letterhead:
    """The council's own, as its profile has it today."""
    council = profile()
    lines = tuple(line.strip() for line in council.address.splitlines() if line.strip())
    return Letterhead(council.council_name, lines, council.phone, council.email)


def paragraphs_of(text: str) -> tuple[str, ...]:
    """What was typed, cut at its empty lines."""
    cut = re.split(r"\n[^\S\n]*\n\s*", text.replace("\r\n", "\n").replace("\r", "\n").strip())
    return tuple(part.strip() for part in cut if part.strip())
