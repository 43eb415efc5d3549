"""The letter of one kind of event: to whom, whether they may still have it that day, in which words."""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from casework.events import Letter
from casework.models import CaseEvent
from council.models import Person
from rulebook.decision import Decision


@dataclass(frozen=True)
class Plan:
    """The letter of one kind of event: to whom, whether they may still have it that day, in which words."""

    to: Callable[[CaseEvent], Iterable[Person]]
    may: Callable[[Person, CaseEvent, datetime.date], Decision]
    words: Callable[[Person, CaseEvent], Letter]
    tells_actor: bool = False
