"""The rules of every case: the chain of its events, the steps of delivery, the ladder of reminders."""

import datetime
import hashlib
import json
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from enum import StrEnum

from casework.rules import elections
from rulebook.period import Calendar
from rulebook.rule import Rule
from rulebook.wording import gettext_noop

NO_HEAD = ""
RETRY_AFTER = (
    datetime.timedelta(minutes=1),
    datetime.timedelta(minutes=5),
    datetime.timedelta(minutes=15),
    datetime.timedelta(hours=1),
    datetime.timedelta(hours=6),
    datetime.timedelta(hours=6),
    datetime.timedelta(hours=12),
    datetime.timedelta(hours=24),
)
MOST_ATTEMPTS = len(RETRY_AFTER) + 1
MERGED_WITHIN = datetime.timedelta(hours=1)

Fact = int | str | bool | None

# What holds for every page and person; printed with the rules of enquiries (docs/rules.md).
LAW_PREVAILS = Rule(
    "law-prevails",
    gettext_noop(
        "No protocol overrides the law or a code of conduct: where they differ, the law and the code "
        "prevail. Pages about the protocol say so."
    ),
)
KEEP_UP_WITH_GUIDANCE = Rule(
    "keep-up-with-guidance",
    gettext_noop(
        "Members and officers keep up with guidance on the codes of conduct: whoever has not said that "
        "they read it is asked on their first page."
    ),
)
WATCHES_THE_RECORD = Rule(
    "watch-the-record",
    gettext_noop(
        "The monitoring officer and the deputy see who looked at what and who changed what; that they did "
        "is on record too."
    ),
)
RULES = (LAW_PREVAILS, KEEP_UP_WITH_GUIDANCE, WATCHES_THE_RECORD, *elections.RULES)


def _canonical(value: object) -> bytes:
    """One spelling for one value, whatever the order of its keys."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def content_digest(content: Mapping[str, str], salt: str) -> str:
    """The digest of an event's content; without the salt, which is erased with it, nobody can try guesses."""
    return hashlib.sha256(salt.encode() + _canonical(dict(content))).hexdigest()


def chain_link(
    *,
    previous: str,
    stream: str,
    place: int,
    kind: str,
    at: datetime.datetime,
    by: int | None,
    audience: str,
    facts: Mapping[str, Fact],
    digest: str,
) -> str:
    """The hash that ties an event to the one before it, over all that the row and its content say."""
    moment = at.astimezone(datetime.UTC).isoformat(timespec="microseconds")
    return hashlib.sha256(
        _canonical([previous, stream, place, kind, moment, by, audience, dict(facts), digest])
    ).hexdigest()


@dataclass(frozen=True)
class Head:
    """How long a stream is, and the hash of its last event."""

    length: int
    hash: str


@dataclass(frozen=True)
class Link:
    """An event as a link of its chain; salt and body are None once retention has erased them."""

    place: int
    kind: str
    at: datetime.datetime
    by: int | None
    audience: str
    facts: Mapping[str, Fact]
    digest: str
    previous: str
    chain: str
    salt: str | None = None
    body: Mapping[str, str] | None = None

    def fault(self, stream: str, place: int, previous: str) -> str:
        """What is wrong with it in this place after that hash; nothing when it holds."""
        if self.place != place:
            return "an event is missing"
        if self.previous != previous or self.chain != self._computed(stream):
            return "an event was changed"
        if self.body is not None and content_digest(self.body, self.salt or "") != self.digest:
            return "what was written was changed"
        return ""

    def _computed(self, stream: str) -> str:
        return chain_link(
            previous=self.previous,
            stream=stream,
            place=self.place,
            kind=self.kind,
            at=self.at,
            by=self.by,
            audience=self.audience,
            facts=self.facts,
            digest=self.digest,
        )


@dataclass(frozen=True)
class Broken:
    """Where the chain of a stream breaks first, and how."""

    stream: str
    place: int
    reason: str


def first_break(stream: str, head: Head, links: Iterable[Link], earlier: Head | None = None) -> Broken | None:
    """Where the chain breaks first; None when it holds up to its head and passes through the earlier one."""
    place, previous = 0, NO_HEAD
    for link in links:
        place += 1
        fault = link.fault(stream, place, previous)
        if not fault and earlier and earlier.length == place and earlier.hash != link.chain:
            fault = "the chain was written anew"
        if fault:
            return Broken(stream, place, fault)
        previous = link.chain
    if head != Head(place, previous) or (earlier and earlier.length > place):
        return Broken(stream, place + 1, "the end of the chain is gone")
    return None


def retry_at(attempts: int, at: datetime.datetime) -> datetime.datetime | None:
    """When to try again after so many attempts; None when it has failed for good."""
    return at + RETRY_AFTER[attempts - 1] if attempts <= len(RETRY_AFTER) else None


class Told(StrEnum):
    """Who hears of a date that is near or past."""

    OWNER = "owner"
    HEAD_OF_SERVICE = "head-of-service"
    EXECUTIVE_DIRECTOR = "executive-director"


@dataclass(frozen=True)
class Rung:
    """A step of the ladder: so many days before (negative) or after the date, and who is told."""

    name: str
    days: int
    told: frozenset[Told]


@dataclass(frozen=True)
class RungOwed:
    """The one rung to climb today: who is told, and which rungs count as passed with it."""

    rung: Rung
    due_on: datetime.date
    told: frozenset[Told]
    passed: tuple[Rung, ...]


RUNGS = (
    Rung("three-days-before", -3, frozenset({Told.OWNER})),
    Rung("last-day", 0, frozenset({Told.OWNER})),
    Rung("day-after", 1, frozenset({Told.OWNER, Told.HEAD_OF_SERVICE})),
    Rung("three-days-after", 3, frozenset({Told.EXECUTIVE_DIRECTOR})),
)
WEEK = 7


def rungs(days_past: int) -> tuple[Rung, ...]:
    """The ladder as far as a date so many days past needs it: after the last rung, everybody weekly."""
    last = RUNGS[-1].days
    weeks = max(0, days_past - last) // WEEK
    weekly = (Rung(f"week-{week}-after", last + week * WEEK, frozenset(Told)) for week in range(1, weeks + 1))
    return (*RUNGS, *weekly)


def rung_day(rung: Rung, due_on: datetime.date, calendar: Calendar) -> datetime.date:
    """The day on which a rung is climbed; never a closed day.

    Up to the deadline it goes by the last working day on or before it, and moves to an earlier working day;
    past the deadline it counts from the deadline itself, and moves to a later one.
    """
    if rung.days > 0:
        return calendar.next_working_day_on_or_after(due_on + datetime.timedelta(days=rung.days))
    last = calendar.last_working_day_on_or_before(due_on)
    return calendar.last_working_day_on_or_before(last + datetime.timedelta(days=rung.days))


def rung_owed(
    due_on: datetime.date, today: datetime.date, calendar: Calendar, sent: Set[tuple[str, datetime.date]]
) -> RungOwed | None:
    """The rung owed today for this date, or None: due, and not yet reminded, whenever it became due.

    After a silence only the last rung is climbed. Those below it count as passed, and whoever they would have
    told is told with it: one message a person a case. `sent` holds each rung's name and the date it was for.
    """
    if not calendar.is_working_day(today):
        return None
    ladder = rungs((today - due_on).days)
    climbed = [place for place, rung in enumerate(ladder) if (rung.name, due_on) in sent]
    above = ladder[climbed[-1] + 1 :] if climbed else ladder
    owed = [rung for rung in above if rung_day(rung, due_on, calendar) <= today]
    if not owed:
        return None
    told = frozenset[Told]().union(*(rung.told for rung in owed))
    return RungOwed(owed[-1], due_on, told, tuple(owed[:-1]))
