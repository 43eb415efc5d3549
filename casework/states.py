"""The states of a dispute: a label for staff and one for members, and who has the next word."""

from enum import StrEnum

from rulebook.wording import gettext_noop


class DisputeState(StrEnum):
    """Where a dispute stands."""

    OPENED = "opened"
    DETERMINED = "determined"
    ENDED = "ended"
    WITHDRAWN = "withdrawn"


DISPUTE_FACES: dict[DisputeState, tuple[str, str, str]] = {
    DisputeState.OPENED: (gettext_noop("To determine"), gettext_noop("Being decided"), "yellow"),
    DisputeState.DETERMINED: (gettext_noop("Determined"), gettext_noop("Decided"), "green"),
    DisputeState.ENDED: (gettext_noop("Ended"), gettext_noop("Ended"), "grey"),
    DisputeState.WITHDRAWN: (gettext_noop("Withdrawn"), gettext_noop("Withdrawn"), "grey"),
}
