"""Timelines in bulk: streams, events chained as `announce` chains them, and what each of them owed."""

import datetime
import random
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from casework.events import EventKind
from casework.models import CaseEvent, Delivery, EventContent, Reminder, Stream
from casework.references import ALPHABET, LENGTH, reference_with
from casework.rules import Fact, chain_link, content_digest
from protocol_portal.benchmark.sheets import Sheet

A_MINUTE = datetime.timedelta(minutes=1)
# One letter in so many was never taken by a mail server; it stands on the dashboard.
FAILS = 4_000
_REFUSED = "The mail server refused the address."


@dataclass
class Thread:
    """A stream that is being written: its number, its name, its last event."""

    pk: int
    name: str
    head: str = ""
    length: int = 0


class Book:
    """Everything that casework keeps of cases; the same seed gives the same salts, numbers and chains."""

    def __init__(self, rng: random.Random) -> None:
        """Nothing is written yet."""
        self.rng = rng
        self.streams, self.events, self.contents = Sheet(Stream), Sheet(CaseEvent), Sheet(EventContent)
        self.deliveries, self.reminders = Sheet(Delivery), Sheet(Reminder)
        self._taken: set[str] = set()
        self._letters = 0

    def sheets(self) -> Iterator[Sheet]:
        """In the order in which they are written."""
        yield from (self.streams, self.events, self.contents, self.deliveries, self.reminders)

    def salt(self) -> str:
        """Sixteen bytes that look random."""
        return f"{self.rng.getrandbits(128):032x}"

    def open(self, counter: str, prefix: str) -> tuple[str, Thread]:
        """A reference that no case has, and its stream («enquiry:ENQ-7K4M-2»)."""
        while True:
            body = "".join(self.rng.choices(ALPHABET, k=LENGTH))
            reference = reference_with(prefix, body)
            if reference and reference not in self._taken:
                self._taken.add(reference)
                return reference, Thread(self.streams.number(), f"{counter}:{reference}")

    def close(self, thread: Thread) -> None:
        """Nothing more happens in it: its row is written with its head."""
        self.streams.add(id=thread.pk, name=thread.name, head=thread.head, length=thread.length)

    def tell(
        self,
        thread: Thread,
        kind: EventKind,
        *,
        at: datetime.datetime,
        by: int | None,
        facts: Mapping[str, Fact],
        content: Mapping[str, str] | None = None,
        told: Collection[int | None] = (),
    ) -> int:
        """An event in the next place, and a letter that was sent to each of `told` but whoever did it.

        Gives the place.
        """
        place, salt = thread.length + 1, self.salt() if content else ""
        digest = content_digest(content, salt) if content else ""
        row = {"place": place, "kind": kind.name, "at": at, "audience": kind.audience.value, "digest": digest}
        chain = chain_link(
            previous=thread.head,
            stream=thread.name,
            place=place,
            kind=kind.name,
            at=at,
            by=by,
            audience=kind.audience.value,
            facts=facts,
            digest=digest,
        )
        event = self.events.add(
            **row, stream_id=thread.pk, by_id=by, facts=dict(facts), previous=thread.head, chain=chain
        )
        if content:
            self.contents.add(event_id=event, salt=salt, body=dict(content))
        thread.head, thread.length = chain, place
        self._post(event, at, {person for person in told if person and person != by})
        return place

    def remind(self, thread: Thread, rung: str, due_on: datetime.date, at: datetime.datetime) -> None:
        """A rung of the ladder that was climbed."""
        self.reminders.add(stream_id=thread.pk, rung=rung, due_on=due_on, sent_at=at)

    def _post(self, event: int, at: datetime.datetime, persons: set[int]) -> None:
        for person in sorted(persons):
            self._letters += 1
            failed = self._letters % FAILS == 0
            self.deliveries.add(
                event_id=event,
                person_id=person,
                state=Delivery.State.FAILED.value if failed else Delivery.State.SENT.value,
                attempts=9 if failed else 1,
                not_before=at,
                sent_at=None if failed else at + A_MINUTE,
                error=_REFUSED if failed else "",
                message_id=f"<{event}.{person}@portal.example>",
            )
