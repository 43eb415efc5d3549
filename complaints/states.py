"""The stages of a complaint, each with a label for those who deal with it and one for its two sides."""

from enum import StrEnum

from rulebook.wording import gettext_noop


class ComplaintState(StrEnum):
    """Where a complaint stands; a concern that is only noted is seen by nobody but whoever noted it."""

    RAISED = "raised"
    INFORMAL = "informal"
    RECEIVED = "received"
    ACKNOWLEDGED = "acknowledged"
    ASSESSED = "assessed"
    INVESTIGATING = "investigating"
    DECIDED = "decided"
    REFERRED = "referred"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


# For those who deal with it, for its two sides, colour.
FACES: dict[ComplaintState, tuple[str, str, str]] = {
    ComplaintState.RAISED: (gettext_noop("Noted"), gettext_noop("Noted, not sent"), "grey"),
    ComplaintState.INFORMAL: (
        gettext_noop("Being settled informally"),
        gettext_noop("Being settled informally"),
        "blue",
    ),
    ComplaintState.RECEIVED: (gettext_noop("To acknowledge"), gettext_noop("Received"), "yellow"),
    ComplaintState.ACKNOWLEDGED: (gettext_noop("To assess"), gettext_noop("Acknowledged"), "yellow"),
    ComplaintState.ASSESSED: (gettext_noop("To investigate or decide"), gettext_noop("Assessed"), "yellow"),
    ComplaintState.INVESTIGATING: (
        gettext_noop("Being investigated"),
        gettext_noop("Being investigated"),
        "blue",
    ),
    ComplaintState.DECIDED: (gettext_noop("Decided"), gettext_noop("Decided"), "green"),
    ComplaintState.REFERRED: (
        gettext_noop("With another procedure"),
        gettext_noop("With another procedure"),
        "purple",
    ),
    ComplaintState.CLOSED: (gettext_noop("Closed"), gettext_noop("Closed"), "grey"),
    ComplaintState.WITHDRAWN: (gettext_noop("Withdrawn"), gettext_noop("Withdrawn"), "grey"),
}
OPEN = (
    ComplaintState.INFORMAL,
    ComplaintState.RECEIVED,
    ComplaintState.ACKNOWLEDGED,
    ComplaintState.ASSESSED,
    ComplaintState.INVESTIGATING,
    ComplaintState.DECIDED,
    ComplaintState.REFERRED,
)
FORMAL = OPEN[1:]
ENDED = (ComplaintState.CLOSED, ComplaintState.WITHDRAWN)
