"""The states of an enquiry: a label for staff and one for members, who owns it, whether it ends there."""

from dataclasses import dataclass
from enum import StrEnum

from rulebook.wording import gettext_noop


class State(StrEnum):
    """Where an enquiry stands."""

    DRAFT = "draft"
    SENT = "sent"
    ALLOCATED = "allocated"
    WAITING = "waiting"
    HOLDING = "holding"
    ANSWERED = "answered"
    REOPENED = "reopened"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


class Owner(StrEnum):
    """Who has to do the next thing."""

    MEMBER = "member"
    ROUTER = "router"
    OFFICER = "officer"
    NOBODY = "nobody"


@dataclass(frozen=True)
class Face:
    """How a state is shown."""

    staff: str
    member: str
    colour: str
    owner: Owner
    final: bool = False


FACES: dict[State, Face] = {
    State.DRAFT: Face(gettext_noop("Draft"), gettext_noop("Draft"), "grey", Owner.MEMBER),
    State.SENT: Face(gettext_noop("To acknowledge"), gettext_noop("Sent"), "blue", Owner.ROUTER),
    State.ALLOCATED: Face(gettext_noop("With officer"), gettext_noop("With officer"), "blue", Owner.OFFICER),
    State.WAITING: Face(
        gettext_noop("Waiting for the member"), gettext_noop("Question for you"), "yellow", Owner.MEMBER
    ),
    State.HOLDING: Face(
        gettext_noop("Holding reply sent"), gettext_noop("Holding reply sent"), "blue", Owner.OFFICER
    ),
    State.ANSWERED: Face(gettext_noop("Answered"), gettext_noop("Answered"), "green", Owner.MEMBER),
    State.REOPENED: Face(gettext_noop("Reopened"), gettext_noop("Reopened"), "orange", Owner.OFFICER),
    State.CLOSED: Face(gettext_noop("Closed"), gettext_noop("Closed"), "grey", Owner.NOBODY, final=True),
    State.WITHDRAWN: Face(
        gettext_noop("Withdrawn"), gettext_noop("Withdrawn"), "grey", Owner.NOBODY, final=True
    ),
}

# With the council: the clock of the reply runs.
OPEN = (State.SENT, State.ALLOCATED, State.WAITING, State.HOLDING, State.REOPENED)
# An officer has taken it on and may answer it.
IN_HAND = (State.ALLOCATED, State.WAITING, State.HOLDING, State.REOPENED)
