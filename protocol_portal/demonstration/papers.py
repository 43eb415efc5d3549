"""What is told of a council's meetings and documents, and of who asks to see them, as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class ItemTold:
    """An item of an agenda; `under` says why the public leaves, `urgent` why it was added late."""

    title: str
    under: tuple[str, ...] = ()
    is_key: bool = False
    urgent: str = ""
    # For a key decision: whom the general exception told of it, where its notice came late.
    exception: str = ""


@dataclass(frozen=True)
class MeetingTold:
    """A meeting, `days` from today; its notices were published in time, as far as they are due.

    One `is_private` is called in public where the text has the whole executive meet so.
    """

    key: str
    body: str
    days: int
    at: tuple[int, int]
    place: str
    items: tuple[ItemTold, ...]
    is_private: bool = False
    cancelled: str = ""


@dataclass(frozen=True)
class MarkTold:
    """How a paper is marked, and what the public interest test came to, in the proper officer's words.

    `doubt` is said instead where the text lets a paper stay closed until the body has taken a view.
    """

    marking: str
    sch12a: tuple[str, ...] = ()
    columns: Mapping[str, Any] = field(default_factory=dict)
    outcome: str = ""
    reasons: str = ""
    doubt: str = ""


OPEN = MarkTold("public")


@dataclass(frozen=True)
class PaperTold:
    """A document: where it hangs, what stands on its pages, how it is marked, how far it has come.

    `days` is how long ago it was entered. `comments` are those of the section 151 officer and of the
    monitoring officer, where the text wants them. `author` is the number of a member who can sign in.
    """

    key: str
    kind: str
    title: str
    days: int
    pages: tuple[str, ...] = ()
    redacted: tuple[str, ...] = ()
    meeting: str = ""
    item: int = 0
    body: str = ""
    team: str = ""
    group: str = ""
    author: int | None = None
    columns: Mapping[str, Any] = field(default_factory=dict)
    mark: MarkTold | None = OPEN
    comments: tuple[str, ...] = ()
    owner: str = ""
    consent: str = ""
    is_released: bool = True
    withdrawn: str = ""


@dataclass(frozen=True)
class AskTold:
    """A request of a member who can sign in, and what became of it; without a paper it is only described.

    `found` is what the person who decides found, with the reasons; `ruling` the outcome, with the reasons.
    `disputed` are the member's words and those of whoever answers for the decision.
    """

    by: int
    days: int
    why: str
    paper: str = ""
    described: str = ""
    columns: Mapping[str, Any] = field(default_factory=dict)
    found: tuple[str, str] | None = None
    ruling: tuple[str, str] | None = None
    disputed: tuple[str, str] | None = None


@dataclass(frozen=True)
class GrantTold:
    """Access by name for a member who can sign in."""

    paper: str
    to: int
    purpose: str
    days: int = 28


@dataclass(frozen=True)
class KnowerTold:
    """Somebody who knows what a paper holds: of the registers or from outside, and why."""

    paper: str
    name: str
    because: str


@dataclass(frozen=True)
class TellingTold:
    """A question before something is told; nobody has answered it yet."""

    paper: str
    by: int
    to_whom: str
    why: str


@dataclass(frozen=True)
class AdviceTold:
    """A question on the protocol; answered and put into general words where both are there."""

    by: int
    days: int
    question: str
    answer: str = ""
    reading: str = ""


@dataclass(frozen=True)
class InterestTold:
    """What a member who can sign in declares: for the register, or in an item of a meeting."""

    by: int
    standing: str
    matter: str
    meeting: str = ""
    item: int = 0


@dataclass(frozen=True)
class Papers:
    """All that is told of one council's documents."""

    meetings: tuple[MeetingTold, ...] = ()
    papers: tuple[PaperTold, ...] = ()
    asks: tuple[AskTold, ...] = ()
    grants: tuple[GrantTold, ...] = ()
    knowers: tuple[KnowerTold, ...] = ()
    tellings: tuple[TellingTold, ...] = ()
    advice: tuple[AdviceTold, ...] = ()
    interests: tuple[InterestTold, ...] = ()
