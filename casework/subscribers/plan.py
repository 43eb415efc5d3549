"""The letter of one kind of event: to whom, whether they may still have it that day, in which words."""

import datetime
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from casework.events import EventKind, Letter
from casework.models import CaseEvent
from casework.subscribers import register
from council.models import Person
from rulebook.decision import Decision


@dataclass(frozen=True)
class Plan:
    """The letter of one kind of event: to whom, whether they may still have it that day, in which words."""

    to: Callable[[CaseEvent], Iterable[Person]]
    may: Callable[[Person, CaseEvent, datetime.date], Decision]
    words: Callable[[Person, CaseEvent], Letter]
    tells_actor: bool = False


def register_all(kinds: Iterable[EventKind], plans: Mapping[EventKind, Plan]) -> None:
    """Registers every kind of event of a counter, and the letters of those that have a plan."""
    for kind in kinds:
        plan = plans.get(kind)
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
