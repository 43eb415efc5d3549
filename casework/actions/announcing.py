"""Says that something happened: one event, its place in the chain, and what is owed to whom because of it."""

import datetime
import logging
import secrets
from collections.abc import Iterable, Mapping

from celery import current_app
from django.db import connection, transaction
from kombu.exceptions import OperationalError

from casework.events import Audience, EventKind, Registration, registration_of, subscribers_of
from casework.models import CaseEvent, Delivery, Effect, EventContent, Stream
from casework.references import new_reference
from casework.rules import Fact, chain_link, content_digest
from council.models import Person
from council.queries.prepared import Written

SECURITY = "security"
DELIVER_EVENT = "casework.deliver_event"
# So many numbers are drawn for one case: of 100,000 cases one number in four is taken.
_DRAWN = 6
_OPEN = """
    INSERT INTO casework_stream (name, head, length)
    SELECT name, '', 0 FROM unnest(%s::text[]) WITH ORDINALITY AS drawn (name, place)
    WHERE NOT EXISTS (SELECT 1 FROM casework_stream AS taken WHERE taken.name = drawn.name)
    ORDER BY place LIMIT 1
    ON CONFLICT (name) DO NOTHING RETURNING id, name
"""
_log = logging.getLogger(__name__)


def open_stream(name: str) -> Stream:
    """The stream of this name («enquiry:ENQ-7K4M-2», «security»), opened if it is not yet there."""
    return Stream.objects.get_or_create(name=name)[0]


def open_case(counter: str, prefix: str) -> tuple[str, Stream]:
    """A reference that no case has or ever had, and its stream («enquiry:ENQ-7K4M-2»).

    References are short and drawn at random, so two may coincide: several are drawn, and the first that is
    free is taken, in one question however many cases there are.
    """
    while True:
        drawn = [new_reference(prefix) for _ in range(_DRAWN)]
        stream = _opened(f"{counter}:{reference}" for reference in drawn)
        if stream:
            return stream.name.removeprefix(f"{counter}:"), stream


def _opened(names: Iterable[str]) -> Stream | None:
    """The stream of the first name that none has yet; None where all are taken, or this one was just now."""
    with connection.cursor() as writing:
        writing.execute(_OPEN, [list(names)])
        row = writing.fetchone()
    return Stream(pk=row[0], name=row[1]) if row else None


def announce(
    *,
    stream: Stream,
    kind: EventKind,
    by: Person | None,
    at: datetime.datetime,
    facts: Mapping[str, Fact] | None = None,
    content: Mapping[str, str] | None = None,
    audience: Audience | None = None,
) -> CaseEvent:
    """Write the event and what is owed because of it, in the caller's transaction; deliver after commit.

    `facts` are ids and figures, `content` is what people wrote. Raises TransactionManagementError outside an
    atomic block: an event must stand or fall with what it tells of.
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("An event is announced in its action's transaction.")
    event = _chained(
        stream=_locked(stream),
        kind=kind,
        by=by,
        at=at,
        facts=dict(facts or {}),
        content=dict(content or {}),
        audience=audience or kind.audience,
    )
    stream.head, stream.length = event.chain, event.place
    registration = registration_of(kind.name)
    owed = _owe_letters(event, registration) if registration else 0
    if owed + _owe_effects(event):
        transaction.on_commit(lambda: _publish(event.pk))
    return event


_COLUMNS = [column.attname for column in Stream._meta.concrete_fields]
_LOCK = Written(lambda pk: Stream.objects.select_for_update().filter(pk=pk).values_list(*_COLUMNS))


def _locked(stream: Stream) -> Stream:
    """The stream's row as it is now, locked until the transaction ends: places are given in turn."""
    return Stream.from_db(None, _COLUMNS, _LOCK(stream.pk)[0])


def record_security(
    kind: EventKind, by: Person | None, at: datetime.datetime, facts: Mapping[str, Fact] | None = None
) -> CaseEvent:
    """Write an event into the security stream, in a transaction of its own if there is none."""
    with transaction.atomic():
        return announce(stream=open_stream(SECURITY), kind=kind, by=by, at=at, facts=facts)


def _chained(
    *,
    stream: Stream,
    kind: EventKind,
    by: Person | None,
    at: datetime.datetime,
    facts: dict[str, Fact],
    content: dict[str, str],
    audience: Audience,
) -> CaseEvent:
    """The event in the next place of its locked stream, its content beside it."""
    salt = secrets.token_hex(16)
    digest = content_digest(content, salt) if content else ""
    place = stream.length + 1
    event = CaseEvent.objects.create(
        stream=stream,
        place=place,
        kind=kind.name,
        at=at,
        by=by,
        audience=audience.value,
        facts=facts,
        digest=digest,
        previous=stream.head,
        chain=chain_link(
            previous=stream.head,
            stream=stream.name,
            place=place,
            kind=kind.name,
            at=at,
            by=by.pk if by else None,
            audience=audience.value,
            facts=facts,
            digest=digest,
        ),
    )
    if content:
        EventContent.objects.create(event=event, salt=salt, body=content)
    stream.head, stream.length = event.chain, place
    stream.save(update_fields=["head", "length"])
    return event


def _owe_letters(event: CaseEvent, registration: Registration) -> int:
    """One delivery for each person who is told; whoever did it knows, unless the kind says otherwise."""
    if registration.recipients is None:
        return 0
    persons = {person.pk for person in registration.recipients(event)}
    if not registration.tells_actor:
        persons.discard(event.by_id)
    Delivery.objects.bulk_create(
        [Delivery(event=event, person_id=person, not_before=event.at) for person in sorted(persons)]
    )
    return len(persons)


def _owe_effects(event: CaseEvent) -> int:
    """One row for each thing that other parts of the portal do because of the event."""
    names = sorted(subscribers_of(event.kind))
    Effect.objects.bulk_create([Effect(event=event, subscriber=name, not_before=event.at) for name in names])
    return len(names)


def _publish(event_id: int) -> None:
    """Ask a worker to deliver now. A dead broker loses nothing: the sweep finds what is still owed."""
    try:
        current_app.send_task(DELIVER_EVENT, args=[event_id], retry=False, ignore_result=True)
    except (OperationalError, OSError) as fault:
        _log.warning(
            "Event %s waits for the sweep: the broker did not take it (%s).", event_id, type(fault).__name__
        )
