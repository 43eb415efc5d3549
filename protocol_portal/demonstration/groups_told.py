"""How the demonstration's briefings are told: which group asked for what, and what came of it."""

from collections.abc import Callable
from dataclasses import dataclass, field

from rulebook.briefing.request import Form
from rulebook.protocol import Protocol


@dataclass(frozen=True)
class BriefingTold:
    """One request of a group, by its name; `agreed` is the subject that others read, `declined` the reason.

    With neither it waits. `taken_up` and `passed_by` name groups that answered, so many days after; `others`
    is who would be in the room besides, so that the text may bar it.
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
    texts: Callable[[Protocol], bool] = field(default=lambda text: True)
