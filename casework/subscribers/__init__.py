"""Where apps say what follows an event: who is told of it and in which words, and what else must happen."""

import datetime
from collections.abc import Callable, Iterable

from casework.events import EventKind, Letter, Registration, keep_registration, keep_subscriber
from casework.models import CaseEvent
from council.models import Person
from rulebook.decision import Decision


def register(
    kind: EventKind,
    *,
    recipients: Callable[[CaseEvent], Iterable[Person]] | None,
    may_receive: Callable[[Person, CaseEvent, datetime.date], Decision] | None,
    render: Callable[[Person, CaseEvent], Letter] | None,
    tells_actor: bool = False,
) -> None:
    """Say who is told of an event of this kind, in `ready()`; a kind that mails nobody registers its label.

    `may_receive` is asked again on the day of delivery, `render` writes at that moment. Whoever did it is
    told only with `tells_actor`. ValueError when somebody is told but not how, or by which policy.
    """
    if recipients is not None and (may_receive is None or render is None):
        raise ValueError(f"{kind.name}: whoever is told needs a policy (may_receive) and words (render).")
    keep_registration(Registration(kind, recipients, may_receive, render, tells_actor))


def on(kind_name: str, subscriber: Callable[[CaseEvent], None]) -> None:
    """Run `subscriber` after each event of this kind, in a transaction after commit, until it succeeds."""
    keep_subscriber(kind_name, f"{subscriber.__module__}.{subscriber.__qualname__}", subscriber)
