"""The course of an enquiry, move by move: most are answered in time, some are not, a few come back."""

import datetime
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto

from casework.rules import rung_day, rungs
from protocol_portal.demonstration.moments import ONE_DAY, Pace, day_of, moment
from rulebook.protocol import Protocol
from rulebook.triage import Ground, Handling


class Verb(Enum):
    """What somebody does with an enquiry, in the order of a case's life."""

    SAVE = auto()
    SEND = auto()
    ROUTE = auto()
    ALLOCATE = auto()
    HAND_BACK = auto()
    NOTE = auto()
    ASK = auto()
    ANSWER = auto()
    INFORM = auto()
    HOLD = auto()
    CHASE = auto()
    REMIND = auto()
    REPLY = auto()
    CLOSE = auto()
    WARN = auto()
    LAPSE = auto()
    REOPEN = auto()
    WITHDRAW = auto()
    MERGE = auto()
    REFER = auto()
    REDIRECT = auto()
    BRING_OUTCOME = auto()
    DECLINE = auto()
    WITHHOLD = auto()
    ASK_PROMISE = auto()
    ASK_AUTHORITY = auto()
    SHOW_AUTHORITY = auto()
    OFFER = auto()
    AGREE_AS_MANAGER = auto()
    AGREE_AS_MEMBER = auto()
    DISPUTE = auto()
    ANSWER_DISPUTE = auto()
    DETERMINE = auto()
    KEEP_PRIVATE = auto()
    DECLINE_PRIVACY = auto()
    NOTE_TALK = auto()
    COPY = auto()
    ASK_TO_COPY = auto()
    SHARE = auto()
    ASK_APPROVAL = auto()
    ASK_PART = auto()
    GIVE_PART = auto()
    LINK = auto()
    CORRECT_SERVICE = auto()
    ISSUE = auto()


@dataclass(frozen=True)
class Move:
    """One thing done at one moment, in the words that it wants; a holding reply promises a day."""

    at: datetime.datetime
    verb: Verb
    promised_on: datetime.date | None = None
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class Line:
    """One thing that is done in a story, and what is said with it; `{street}` stands for the place."""

    verb: Verb
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class Story:
    """An enquiry that is told whole: to which team (the first that the council has), by which member, what.

    `by` counts the members who can sign in. `days` is how long ago it was sent, 0 for one that is not due
    yet; all of it was done `within` so many days, or by now. `process` is where it goes, and `expects` in how
    many days an answer comes from there where no statute says. `key` names a story, and that which it is
    linked with. `texts` says under which texts it can happen.
    """

    teams: tuple[str, ...]
    subject: str
    details: str
    script: tuple[Line, ...]
    texts: Callable[[Protocol], bool] = lambda text: True
    reply: str = ""
    forward: str = ""
    by: int = 0
    days: int = 0
    within: int = 0
    facts: Mapping[str, object] = field(default_factory=dict)
    process: Handling | None = None
    expects: int = 0
    ground: Ground = Ground.RESEARCH
    asks_privacy: bool = False
    others: tuple[str, ...] = ()
    key: str = ""


@dataclass(frozen=True)
class Life:
    """An enquiry's course: the day it was received, then its moves; `is_routed` unless it had no service.

    `story` is the one that it tells, where its words are its own.
    """

    received_on: datetime.date
    moves: tuple[Move, ...]
    has_service: bool = True
    story: Story | None = None


Moves = list[Move]


def _add(moves: Moves, at: datetime.datetime, verb: Verb, promised_on: datetime.date | None = None) -> None:
    moves.append(Move(at, verb, promised_on))


def _last(moves: Moves) -> datetime.datetime:
    return moves[-1].at


def _beginning(pace: Pace, day: datetime.date) -> tuple[Moves, bool]:
    """Sent, routed where it had no service, allocated; sometimes handed back, noted, asked about."""
    moves: Moves = [Move(pace.sent_on(day), Verb.SEND)]
    has_service = pace.rng.random() > 0.08
    if not has_service:
        _add(moves, pace.at_work(_last(moves)), Verb.ROUTE)
    _add(moves, pace.at_work(_last(moves)), Verb.ALLOCATE)
    if has_service and pace.rng.random() < 0.04:
        _add(moves, pace.at_work(_last(moves)), Verb.HAND_BACK)
        _add(moves, pace.at_work(_last(moves), 0), Verb.ROUTE)
        _add(moves, pace.at_work(_last(moves), 0), Verb.ALLOCATE)
    if pace.rng.random() < 0.2:
        _add(moves, pace.at_work(_last(moves)), Verb.NOTE)
    if pace.rng.random() < 0.16:
        _add(moves, pace.at_work(_last(moves), 1), Verb.ASK)
        _add(moves, pace.at_home(_last(moves), 1), Verb.ANSWER)
    elif pace.rng.random() < 0.1:
        _add(moves, pace.at_home(_last(moves), 2), Verb.INFORM)
    return moves, has_service


def in_time(pace: Pace, moves: Moves, until: datetime.date) -> None:
    """A reply on some working day up to that one, later rather than sooner."""
    last = pace.calendar.last_working_day_on_or_before(until)
    room = max(0, (last - day_of(_last(moves))).days)
    at = pace.at_work(_last(moves), round(room * pace.rng.triangular(0.05, 1.0, 0.4)))
    if day_of(at) > last > day_of(_last(moves)):
        at = pace.office_hour(last)
    _add(moves, at, Verb.REPLY)


def _hold(pace: Pace, moves: Moves, due: datetime.date) -> datetime.date:
    """A holding reply at the end of the time; the day that it promises."""
    last = pace.calendar.last_working_day_on_or_before(due)
    at = pace.at_work(_last(moves))
    if day_of(at) < last:
        at = pace.office_hour(last)
    weeks_later = max(due, day_of(at)) + pace.rng.randint(5, 12) * ONE_DAY
    promised = pace.calendar.next_working_day_on_or_after(weeks_later)
    _add(moves, at, Verb.HOLD, promised)
    return promised


def _late(pace: Pace, moves: Moves, owed: datetime.date) -> None:
    """Past the day that is owed, often chased, then answered."""
    after = max(_last(moves), moment(owed, 18))
    if pace.rng.random() < 0.6:
        after = pace.at_home(after + ONE_DAY, 2)
        _add(moves, after, Verb.CHASE)
    _add(moves, pace.at_work(after, 7, 1), Verb.REPLY)


def ended(pace: Pace, moves: Moves) -> None:
    """Closed by the member, or by itself when the member says nothing."""
    closes_on = pace.close.due(day_of(_last(moves)), pace.calendar)
    if pace.rng.random() < 0.62:
        _add(moves, min(pace.at_home(_last(moves), 4), moment(closes_on, 22)), Verb.CLOSE)
        return
    warned_on = pace.calendar.last_working_day_on_or_before(closes_on - ONE_DAY)
    _add(moves, max(moment(warned_on, 6, 30), _last(moves)), Verb.WARN)
    _add(moves, moment(closes_on + ONE_DAY, 6, 30), Verb.LAPSE)


def _prompt(pace: Pace, moves: Moves, due: datetime.date) -> None:
    in_time(pace, moves, due)
    ended(pace, moves)


def _held(pace: Pace, moves: Moves, due: datetime.date) -> None:
    in_time(pace, moves, _hold(pace, moves, due))
    ended(pace, moves)


def _overdue(pace: Pace, moves: Moves, due: datetime.date) -> None:
    _late(pace, moves, due)
    ended(pace, moves)


def _broken(pace: Pace, moves: Moves, due: datetime.date) -> None:
    _late(pace, moves, _hold(pace, moves, due))
    ended(pace, moves)


def _reopened(pace: Pace, moves: Moves, due: datetime.date) -> None:
    in_time(pace, moves, due)
    closes_on = pace.close.due(day_of(_last(moves)), pace.calendar)
    _add(moves, min(pace.at_home(_last(moves), 3), moment(closes_on, 22)), Verb.REOPEN)
    _add(moves, pace.at_work(_last(moves), 4, 1), Verb.REPLY)
    ended(pace, moves)


def _withdrawn(pace: Pace, moves: Moves, due: datetime.date) -> None:
    _add(moves, pace.at_home(_last(moves), 3), Verb.WITHDRAW)


# How often each ending comes: five of six are answered by the first deadline.
_ENDINGS: tuple[tuple[Callable[[Pace, Moves, datetime.date], None], float], ...] = (
    (_prompt, 0.75),
    (_held, 0.08),
    (_overdue, 0.045),
    (_broken, 0.02),
    (_reopened, 0.06),
    (_withdrawn, 0.045),
)


def a_life(pace: Pace, day: datetime.date) -> Life:
    """What became of an enquiry of that day, as far as the present has come."""
    moves, has_service = _beginning(pace, day)
    endings, weights = zip(*_ENDINGS, strict=True)
    pace.rng.choices(endings, weights)[0](pace, moves, pace.due(day))
    return Life(day, tuple(with_reminders(pace, day, moves)), has_service)


def with_reminders(pace: Pace, received_on: datetime.date, moves: Moves) -> list[Move]:
    """The moves up to now, and between them the reminders that the clock sent."""
    done = [move for move in moves if move.at < pace.now]
    return sorted([*done, *_reminders(pace, received_on, done)], key=lambda move: (move.at, move.verb.value))


def _reminders(pace: Pace, received_on: datetime.date, moves: Moves) -> Iterator[Move]:
    owed: datetime.date | None = pace.due(received_on)
    for move, following in zip(moves, [*moves[1:], None], strict=True):
        until = following.at if following else pace.now
        if move.verb is Verb.HOLD:
            owed = move.promised_on
        elif move.verb is Verb.REOPEN:
            owed = pace.due(day_of(move.at))
        elif move.verb in (Verb.SAVE, Verb.REPLY, Verb.WITHDRAW):
            owed = None
        if owed is not None:
            for rung in rungs((day_of(until) - owed).days):
                at = moment(rung_day(rung, owed, pace.calendar), 7, 30)
                if move.at < at < until:
                    yield Move(at, Verb.REMIND)
