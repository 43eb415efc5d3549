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
    REDIRECTED = "redirected"
    MERGED = "merged"


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
    State.REDIRECTED: Face(gettext_noop("Redirected"), gettext_noop("Moved"), "purple", Owner.OFFICER),
    State.MERGED: Face(gettext_noop("Merged"), gettext_noop("Merged"), "grey", Owner.NOBODY, final=True),
}

# An officer has taken it on and may answer it.
IN_HAND = (State.ALLOCATED, State.WAITING, State.HOLDING, State.REOPENED)
# A reply is owed, whoever has it.
UNANSWERED = (State.SENT, *IN_HAND)
# With the council: a date is owed, that of the reply, or that of the outcome elsewhere.
OPEN = (*UNANSWERED, State.REDIRECTED)
