"""How the demonstration's complaints are told: who about whom, in which words, and what was done when."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from council.models import Relationship
from rulebook.complaint import Allegation, Handed
from rulebook.protocol import Protocol


class Act(Enum):
    """What somebody does in a complaint, in the order of its life."""

    SEND = auto()
    HELP = auto()
    SHOW = auto()
    TRY = auto()
    AGREE = auto()
    GO_FORMAL = auto()
    TAKE_BACK = auto()
    STAND_ASIDE = auto()
    ACKNOWLEDGE = auto()
    TELL = auto()
    ASSESS = auto()
    INVESTIGATE = auto()
    REPLY = auto()
    PROGRESS = auto()
    AIR = auto()
    DRAFT = auto()
    FIND = auto()
    DECIDE = auto()
    HEAR = auto()
    REMEDY = auto()
    DONE = auto()
    REFER = auto()
    CLOSE = auto()


@dataclass(frozen=True)
class Done:
    """One thing that was done so many days ago, in the words that it wants."""

    act: Act
    days: int
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class ComplaintTold:
    """One complaint, by names of the council's registers; `texts` says under which texts it can happen.

    `tried` is what was tried before it was raised; with it, and where the text has no informal stage, it is a
    formal complaint at once. Without a course it stays a note that nobody else sees.
    """

    by: str
    about: str
    days: int
    what: str
    wanted: str
    course: tuple[Done, ...] = ()
    tried: str = ""
    alleges: tuple[Allegation, ...] = (Allegation.CONDUCT,)
    texts: Callable[[Protocol], bool] = lambda text: True


@dataclass(frozen=True)
class TieTold:
    """A close relationship that somebody declared so many days ago."""

    by: str
    other: str
    tie: Relationship.Tie
    words: str
    days: int


@dataclass(frozen=True)
class HandedTold:
    """Something that somebody handed on; where the text asks it of nobody in their role, it is left out."""

    by: str
    what: Handed
    words: str
    days: int


@dataclass(frozen=True)
class Grievances:
    """All that is told of complaints in one council."""

    complaints: tuple[ComplaintTold, ...] = ()
    ties: tuple[TieTold, ...] = ()
    handed: tuple[HandedTold, ...] = ()
