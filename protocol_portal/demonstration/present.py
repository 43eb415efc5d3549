"""The enquiries of the last days, so that every state has some: to route, waiting, promised, overdue."""

import datetime
import math
from collections.abc import Callable, Iterator

from protocol_portal.demonstration.lives import Life, Move, Verb, with_reminders
from protocol_portal.demonstration.moments import ONE_DAY, Pace, day_of, moment

Tale = Callable[[Pace], Life]


def _sent_within(pace: Pace, hours: int) -> datetime.datetime:
    return pace.between(pace.now - datetime.timedelta(hours=hours), pace.now)


def _told(pace: Pace, sent_at: datetime.datetime, *verbs: Verb) -> list[Move]:
    """Sent, then the others one after the other until now."""
    moves = [Move(sent_at, Verb.SEND)]
    for place, verb in enumerate(verbs):
        share = (pace.now - moves[-1].at) / (len(verbs) - place)
        moves.append(Move(pace.between(moves[-1].at, moves[-1].at + share), verb))
    return moves


def _life(pace: Pace, moves: list[Move], *, has_service: bool = True) -> Life:
    received_on = day_of(moves[0].at)
    return Life(received_on, tuple(with_reminders(pace, received_on, moves)), has_service)


def running(pace: Pace, *, least: int = 1) -> datetime.datetime:
    """When an enquiry was sent whose reply is not due yet, and that leaves time for something to happen."""
    first = pace.received_for(pace.calendar.next_working_day_on_or_after(pace.today + ONE_DAY))
    room = max(least, (pace.today - first).days)
    day = pace.today - pace.rng.randint(least, room) * ONE_DAY
    return moment(max(day, first), pace.rng.randint(8, 18), pace.rng.randint(0, 59))


def _sent_for(pace: Pace, due_on: datetime.date) -> datetime.datetime:
    return moment(pace.received_for(due_on), pace.rng.randint(8, 18), pace.rng.randint(0, 59))


def _draft(pace: Pace) -> Life:
    at = _sent_within(pace, 96)
    return Life(day_of(at), (Move(at, Verb.SAVE),))


def _new(pace: Pace) -> Life:
    return _life(pace, _told(pace, _sent_within(pace, 20)))


def _to_route(pace: Pace) -> Life:
    return _life(pace, _told(pace, _sent_within(pace, 20)), has_service=False)


def _handed_back(pace: Pace) -> Life:
    return _life(pace, _told(pace, running(pace), Verb.ALLOCATE, Verb.HAND_BACK))


def _allocated(pace: Pace) -> Life:
    return _life(pace, _told(pace, running(pace), Verb.ALLOCATE))


def _due_today(pace: Pace) -> Life:
    return _life(pace, _told(pace, _sent_for(pace, pace.today), Verb.ALLOCATE, Verb.NOTE))


def _overdue(pace: Pace) -> Life:
    due_on = pace.today - pace.rng.randint(1, 9) * ONE_DAY
    sent_at = _sent_for(pace, due_on)
    moves = [Move(sent_at, Verb.SEND), Move(pace.between(sent_at, sent_at + 3 * ONE_DAY), Verb.ALLOCATE)]
    if pace.rng.random() < 0.6:
        begun = max(moment(due_on + ONE_DAY, 0), moves[-1].at)
        moves.append(Move(pace.between(begun, pace.now), Verb.CHASE))
    return _life(pace, moves)


def _waiting(pace: Pace) -> Life:
    return _life(pace, _told(pace, running(pace, least=2), Verb.ALLOCATE, Verb.ASK))


def _holding(pace: Pace) -> Life:
    moves = _told(pace, running(pace, least=2), Verb.ALLOCATE, Verb.HOLD)
    due_on = pace.due(day_of(moves[0].at))
    promised = pace.calendar.next_working_day_on_or_after(due_on + pace.rng.randint(4, 12) * ONE_DAY)
    return _life(pace, [*moves[:-1], Move(moves[-1].at, Verb.HOLD, promised)])


def _broken_promise(pace: Pace) -> Life:
    promised = pace.calendar.last_working_day_on_or_before(pace.today - pace.rng.randint(1, 3) * ONE_DAY)
    sent_at = _sent_for(pace, promised - 6 * ONE_DAY)
    taken_at = pace.between(sent_at, sent_at + 2 * ONE_DAY)
    held_at = pace.between(taken_at, moment(promised - ONE_DAY, 8))
    moves = [Move(sent_at, Verb.SEND), Move(taken_at, Verb.ALLOCATE), Move(held_at, Verb.HOLD, promised)]
    if pace.rng.random() < 0.7:
        moves.append(Move(pace.between(moment(promised + ONE_DAY, 0), pace.now), Verb.CHASE))
    return _life(pace, moves)


def _answered(pace: Pace) -> Life:
    sent_at = pace.now - datetime.timedelta(days=pace.rng.randint(2, 5), hours=pace.rng.randint(1, 5))
    return _life(pace, _told(pace, sent_at, Verb.ALLOCATE, Verb.REPLY))


def _reopened(pace: Pace) -> Life:
    sent_at = pace.now - datetime.timedelta(days=pace.rng.randint(3, 5), hours=pace.rng.randint(1, 5))
    return _life(pace, _told(pace, sent_at, Verb.ALLOCATE, Verb.REPLY, Verb.REOPEN))


def _withdrawn(pace: Pace) -> Life:
    return _life(pace, _told(pace, running(pace, least=2), Verb.ALLOCATE, Verb.WITHDRAW))


def _merged(pace: Pace) -> Life:
    return _life(pace, _told(pace, running(pace, least=2), Verb.ALLOCATE, Verb.MERGE))


# How many of each a council with a full year of enquiries has on one day.
_TALES: tuple[tuple[Tale, int], ...] = (
    (_draft, 3),
    (_new, 4),
    (_to_route, 3),
    (_handed_back, 1),
    (_allocated, 9),
    (_due_today, 1),
    (_overdue, 5),
    (_waiting, 4),
    (_holding, 6),
    (_broken_promise, 2),
    (_answered, 7),
    (_reopened, 2),
    (_withdrawn, 1),
    (_merged, 1),
)
FULL = 235


def present_lives(pace: Pace, *, history: int) -> Iterator[Life]:
    """The enquiries that are under way now; at least one of each kind, fewer where the year was quiet."""
    for tale, count in _TALES:
        for _number in range(math.ceil(count * min(1.0, history / FULL))):
            yield tale(pace)
