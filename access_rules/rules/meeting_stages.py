"""Where a meeting stands on a day; no column holds it, so that nothing has to be moved at midnight."""

from datetime import date
from enum import StrEnum

from rulebook.wording import gettext_noop


class Stage(StrEnum):
    """Ahead; today or past and not entered as concluded; concluded; cancelled."""

    AHEAD = "ahead"
    DUE = "due"
    CONCLUDED = "concluded"
    CANCELLED = "cancelled"

    @property
    def label(self) -> str:
        """What a page calls it."""
        return FACES[self][0]

    @property
    def colour(self) -> str:
        """The colour of its tag."""
        return FACES[self][1]


FACES = {
    Stage.AHEAD: (gettext_noop("Coming"), "blue"),
    Stage.DUE: (gettext_noop("Not concluded yet"), "yellow"),
    Stage.CONCLUDED: (gettext_noop("Concluded"), "green"),
    Stage.CANCELLED: (gettext_noop("Cancelled"), "grey"),
}


def stage_of(on: date, today: date, *, concluded: bool, cancelled: bool) -> Stage:
    """The stage on a day of a meeting on that other day."""
    if cancelled:
        return Stage.CANCELLED
    if concluded:
        return Stage.CONCLUDED
    return Stage.AHEAD if on > today else Stage.DUE
