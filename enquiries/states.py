"""The states of an enquiry: a label for staff and one for members, who owns it, whether it ends there."""

from dataclasses import dataclass
from enum import StrEnum


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
    State.DRAFT: Face("Draft", "Draft", "grey", Owner.MEMBER),
    State.SENT: Face("To acknowledge", "Sent", "blue", Owner.ROUTER),
    State.ALLOCATED: Face("With officer", "With officer", "blue", Owner.OFFICER),
    State.WAITING: Face("Waiting for the member", "Question for you", "yellow", Owner.MEMBER),
    State.HOLDING: Face("Holding reply sent", "Holding reply sent", "blue", Owner.OFFICER),
    State.ANSWERED: Face("Answered", "Answered", "green", Owner.MEMBER),
    State.REOPENED: Face("Reopened", "Reopened", "orange", Owner.OFFICER),
    State.CLOSED: Face("Closed", "Closed", "grey", Owner.NOBODY, final=True),
    State.WITHDRAWN: Face("Withdrawn", "Withdrawn", "grey", Owner.NOBODY, final=True),
}

# With the council: the clock of the reply runs.
OPEN = (State.SENT, State.ALLOCATED, State.WAITING, State.HOLDING, State.REOPENED)
# An officer has taken it on and may answer it.
IN_HAND = (State.ALLOCATED, State.WAITING, State.HOLDING, State.REOPENED)
