"""States of what a group asks for, of a date and of a pack, with words for officers and for the group."""

from enum import StrEnum

from rulebook.wording import gettext_noop


class BriefingState(StrEnum):
    """Where one group stands with one matter: it asked, or it was offered or told what another is given."""

    ASKED = "asked"
    REFERRED = "referred"
    AGREED = "agreed"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    OFFERED = "offered"
    TOLD = "told"
    NOT_TAKEN = "not-taken"
    GIVEN = "given"


# For officers, for the group, colour.
FACES: dict[BriefingState, tuple[str, str, str]] = {
    BriefingState.ASKED: (gettext_noop("To decide"), gettext_noop("Waiting for a decision"), "yellow"),
    BriefingState.REFERRED: (
        gettext_noop("Passed on, to decide"),
        gettext_noop("Passed on, waiting for a decision"),
        "yellow",
    ),
    BriefingState.AGREED: (gettext_noop("Agreed, to be given"), gettext_noop("Agreed"), "blue"),
    BriefingState.DECLINED: (gettext_noop("Declined"), gettext_noop("Declined"), "red"),
    BriefingState.WITHDRAWN: (gettext_noop("Withdrawn"), gettext_noop("Withdrawn"), "grey"),
    BriefingState.OFFERED: (
        gettext_noop("Offered, no answer yet"),
        gettext_noop("Offered to your group"),
        "purple",
    ),
    BriefingState.TOLD: (gettext_noop("Told"), gettext_noop("Your group was told"), "purple"),
    BriefingState.NOT_TAKEN: (gettext_noop("Not taken up"), gettext_noop("Not taken up"), "grey"),
    BriefingState.GIVEN: (gettext_noop("Given"), gettext_noop("Given"), "green"),
}
UNDECIDED = (BriefingState.ASKED, BriefingState.REFERRED)
# What a group may still take up: what it was offered or told, also after it said no.
OPEN_OFFERS = (BriefingState.OFFERED, BriefingState.TOLD, BriefingState.NOT_TAKEN)
# What still waits for something, of the group or of officers; it ends with the group.
GOES_ON = (*UNDECIDED, BriefingState.AGREED, *OPEN_OFFERS)
SERVED = (BriefingState.AGREED, BriefingState.GIVEN)


class PackState(StrEnum):
    """Where a pack stands: nothing of it reaches a group before it is released."""

    DRAFT = "draft"
    CERTIFIED = "certified"
    RETURNED = "returned"
    CLEARED = "cleared"
    RELEASED = "released"


PACK_FACES: dict[PackState, tuple[str, str]] = {
    PackState.DRAFT: (gettext_noop("To certify"), "yellow"),
    PackState.CERTIFIED: (gettext_noop("With the second reader"), "yellow"),
    PackState.RETURNED: (gettext_noop("Returned to its author"), "red"),
    PackState.CLEARED: (gettext_noop("Cleared, to be released"), "blue"),
    PackState.RELEASED: (gettext_noop("Released"), "green"),
}


class SessionState(StrEnum):
    """Where a date stands: offered to groups, fixed once a group chose it, held or cancelled."""

    OFFERED = "offered"
    FIXED = "fixed"
    HELD = "held"
    CANCELLED = "cancelled"


SESSION_FACES: dict[SessionState, tuple[str, str]] = {
    SessionState.OFFERED: (gettext_noop("Date offered"), "purple"),
    SessionState.FIXED: (gettext_noop("Date fixed"), "blue"),
    SessionState.HELD: (gettext_noop("Held"), "green"),
    SessionState.CANCELLED: (gettext_noop("Cancelled"), "grey"),
}
