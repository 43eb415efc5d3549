"""Who hears of what happens to a complaint, and in which words: number and link, never what it is about."""

from casework.events import EventKind
from casework.subscribers import register
from casework.subscribers.plan import Plan
from complaints import events
from complaints.subscribers import (
    case,
    deciding,
    emergency,
    raising,
    relationships,
    settling,
    standing_aside,
)
from council.events import PERSON_MERGED, listen

# What each kind makes known, one table for each part of the work; a new part adds its line here.
PLANS: dict[EventKind, Plan] = {
    **case.PLANS,
    **raising.PLANS,
    **settling.PLANS,
    **deciding.PLANS,
    **emergency.PLANS,
    **relationships.PLANS,
    **standing_aside.PLANS,
}


def wire() -> None:
    """Registers every kind of event, and the letters of those that have some; follows merges."""
    for kind in events.ALL:
        plan = PLANS.get(kind)
        if plan is None:
            register(kind, recipients=None, may_receive=None, render=None)
        else:
            register(
                kind,
                recipients=plan.to,
                may_receive=plan.may,
                render=plan.words,
                tells_actor=plan.tells_actor,
            )
    listen(PERSON_MERGED, standing_aside.person_merged)
