"""Who hears of what happens to a document or a request, and in which words: number and link, no content."""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from access_rules import events
from access_rules.screens.challenges import case_face
from access_rules.subscribers import requests
from casework.events import DISPUTE_DETERMINED, EventKind, Letter
from casework.models import CaseEvent
from casework.subscribers import on, register
from casework.subscribers.cases import show_cases_of
from council.models import Person
from rulebook.decision import Decision


@dataclass(frozen=True)
class Plan:
    """The letter of one kind of event: to whom, whether they may still have it that day, in which words."""

    to: Callable[[CaseEvent], Iterable[Person]]
    may: Callable[[Person, CaseEvent, datetime.date], Decision]
    words: Callable[[Person, CaseEvent], Letter]
    tells_actor: bool = False


# What each kind makes known, one table for each part of the work; a new part adds its line here.
PLANS: dict[EventKind, Plan] = {
    **{kind: Plan(requests.recipients, requests.may_receive, requests.render) for kind in requests.LETTERS},
}


def wire() -> None:
    """Registers every kind of event, and the letters of those that have some; follows disputes."""
    show_cases_of("access", case_face)
    on(DISPUTE_DETERMINED.name, requests.after_a_determination)
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
