"""Streams, events and kinds for tests: each makes what it needs; name only what the test is about."""

import datetime
from collections.abc import Callable, Iterable, Mapping
from itertools import count
from typing import Any

from django.db import transaction
from django.utils import timezone

from casework import subscribers
from casework.actions.announcing import announce, open_stream
from casework.events import Audience, EventKind, Letter
from casework.models import CaseEvent, LocalTerm, Stream
from casework.rules import Fact
from council.models import Person
from rulebook.decision import Decision, allowed
from rulebook.duty import Duty
from tests.factories.council import LONG_AGO

MONDAY_MORNING = datetime.datetime(2026, 11, 23, 9, 30, tzinfo=datetime.UTC)
SILENT = EventKind("test.silent", "Something happened", Audience.EVERYBODY)

_numbers = count(1)


def a_stream(name: str = "") -> Stream:
    """A stream of its own."""
    return open_stream(name or f"test:{next(_numbers)}")


def an_event(
    *,
    stream: Stream | None = None,
    kind: EventKind = SILENT,
    by: Person | None = None,
    at: datetime.datetime = MONDAY_MORNING,
    facts: Mapping[str, Fact] | None = None,
    content: Mapping[str, str] | None = None,
    audience: Audience | None = None,
) -> CaseEvent:
    """Something that happened, in a transaction of its own."""
    with transaction.atomic():
        return announce(
            stream=stream or a_stream(),
            kind=kind,
            by=by,
            at=at,
            facts=facts,
            content=content,
            audience=audience,
        )


def a_local_term(
    duty: Duty = Duty.REPLY,
    value: int = 5,
    unit: str = "working-days",
    *,
    paragraph: str = "Minute 3",
    from_on: datetime.date = LONG_AGO,
    set_at: datetime.datetime | None = None,
    **columns: Any,
) -> LocalTerm:
    """A term that was set on its first day, so that cases opened since are under it."""
    first_moment = datetime.datetime.combine(from_on, datetime.time(0), timezone.get_current_timezone())
    return LocalTerm.objects.create(
        duty=duty,
        value=value,
        unit=unit,
        paragraph=paragraph,
        from_on=from_on,
        set_at=set_at or first_moment,
        **columns,
    )


def a_letter(person: Person, event: CaseEvent) -> Letter:
    """A letter that names the stream and the kind, and nothing else."""
    return Letter(f"News of {event.stream.name}", (f"{event.label}.",), f"/cases/{event.stream.name}/")


def a_kind(
    *people: Person,
    recipients: Callable[[CaseEvent], Iterable[Person]] | None = None,
    may_receive: Callable[[Person, CaseEvent, datetime.date], Decision] = lambda *_: allowed(),
    render: Callable[[Person, CaseEvent], Letter] = a_letter,
    followed_by: Callable[[CaseEvent], None] | None = None,
    tells_actor: bool = False,
) -> EventKind:
    """A kind of event of its own, of which these people are told."""
    number = next(_numbers)
    kind = EventKind(f"test.happened-{number}", f"Thing {number} happened", Audience.EVERYBODY)
    subscribers.register(
        kind,
        recipients=recipients or (lambda _: people),
        may_receive=may_receive,
        render=render,
        tells_actor=tells_actor,
    )
    if followed_by:
        subscribers.on(kind.name, followed_by)
    return kind
