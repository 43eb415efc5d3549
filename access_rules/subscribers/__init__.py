"""Who hears of what happens to a document or a request, and in which words: number and link, no content."""

from access_rules import events
from access_rules.subscribers import advice, interests
from access_rules.subscribers.plan import Plan
from casework.events import EventKind
from casework.subscribers import register

__all__ = ["PLANS", "Plan", "wire"]

# What each kind makes known, one table for each part of the work; a new part adds its line here.
PLANS: dict[EventKind, Plan] = {**advice.PLANS, **interests.PLANS}


def wire() -> None:
    """Registers every kind of event, and the letters of those that have some."""
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
