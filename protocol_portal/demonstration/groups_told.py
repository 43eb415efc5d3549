"""How briefings of the demonstration are told: which group asked for what, and what came of it."""

from collections.abc import Callable
from dataclasses import dataclass, field

from rulebook.briefing.request import Form
from rulebook.protocol import Protocol


@dataclass(frozen=True)
class Officers:
    """Who gives what is agreed: of money, of waste and streets, whose director, and who reads it second."""

    money: str
    streets: str
    director: str
    reader: str


@dataclass(frozen=True)
class DateTold:
    """A date so many days ago, or ahead where they are below nothing.

    It is offered while one of the groups in `chosen_by` has none yet, and they choose it in their order as
    far as the text lets them share it. Where nobody is named it is offered, and left open.
    """

    days: int
    at: tuple[int, int]
    place: str
    chosen_by: tuple[str, ...] = ()


@dataclass(frozen=True)
class GivingTold:
    """How it is given: the paper, its second reader, and the dates, which a written report has not.

    The first of `speakers` speaks whom the text lets speak; `lead` sees to it, or else whoever decided.
    """

    speakers: tuple[str, ...]
    dates: tuple[DateTold, ...]
    lead: str = ""
    pages: tuple[str, ...] = ()
    reader: str = ""


@dataclass(frozen=True)
class BriefingTold:
    """One request of a group, by its name; `agreed` is the subject that others read, `declined` the reason.

    With neither it waits; it is answered so many days `after`. `taken_up` and `passed_by` name groups that
    answered then; where the text offers and tells nothing, the first ask for the same. `others` is who would
    be in the room besides, so that the text may bar it.
    """

    group: str
    form: Form
    days: int
    subject: str
    words: str
    directorate: str = ""
    agreed: str = ""
    declined: str = ""
    after: int = 3
    taken_up: tuple[str, ...] = ()
    passed_by: tuple[str, ...] = ()
    others: str = ""
    giving: GivingTold | None = None
    texts: Callable[[Protocol], bool] = field(default=lambda text: True)
