"""The courses of a generated year: those of the demonstration, and beside them what happens less often."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, replace

from protocol_portal.demonstration.lives import (
    Life,
    Move,
    Moves,
    Verb,
    a_life,
    ended,
    in_time,
    with_reminders,
)
from protocol_portal.demonstration.moments import ONE_DAY, Pace


@dataclass(frozen=True)
class Course:
    """An enquiry's course; `asks_privacy` where the member wants it kept private."""

    life: Life
    asks_privacy: bool = False


def a_course(pace: Pace, day: datetime.date) -> Course:
    """What became of an enquiry of that day. One without a move lies in the future, and is none."""
    life, chance = a_life(pace, day), pace.rng.random()
    if pace.rng.random() < DRAFTS:
        return Course(replace(life, moves=(Move(pace.sent_on(day), Verb.SAVE),)))
    for turn, share in _TURNS:
        if chance < share:
            return _turned(pace, life, turn)
        chance -= share
    return Course(life)


def _turned(pace: Pace, life: Life, turn: Callable[[Pace, Moves, datetime.date], bool]) -> Course:
    """The same beginning, and another end. What nobody has taken on yet goes on as it was."""
    places = [place for place, move in enumerate(life.moves) if move.verb is Verb.ALLOCATE]
    if not places:
        return Course(life)
    moves = [move for move in life.moves[: places[-1] + 1] if move.verb is not Verb.REMIND]
    asks_privacy = turn(pace, moves, pace.due(life.received_on))
    done = with_reminders(pace, life.received_on, moves)
    return Course(Life(life.received_on, tuple(done), life.has_service), asks_privacy)


def _moved(pace: Pace, moves: Moves, due: datetime.date) -> bool:
    """Handed on to another process, which in most cases has answered by now."""
    _add(moves, pace.at_work(moves[-1].at, 4), Verb.REDIRECT)
    if pace.rng.random() < 0.9:
        _add(moves, pace.at_work(moves[-1].at, 30, 6), Verb.BRING_OUTCOME)
        ended(pace, moves)
    return False


def _declined(pace: Pace, moves: Moves, due: datetime.date) -> bool:
    """Declined; some members do not agree, and somebody decides."""
    _add(moves, pace.at_work(moves[-1].at, 5), Verb.DECLINE)
    declined = moves[-1].at
    ended(pace, moves)
    if pace.rng.random() < 0.5:
        _add(moves, pace.at_home(declined, 2), Verb.DISPUTE)
        _add(moves, pace.at_work(moves[-1].at, 6, 1), Verb.ANSWER_DISPUTE)
        _add(moves, pace.at_work(moves[-1].at, 15, 3), Verb.DETERMINE)
    return False


def _private(pace: Pace, moves: Moves, due: datetime.date) -> bool:
    """Privacy is asked for, and kept by whom it is addressed to, who answers it; or it still waits."""
    allocated = moves.pop()
    if pace.rng.random() < 0.9:
        _add(moves, pace.at_work(moves[-1].at, 1), Verb.KEEP_PRIVATE)
        _add(moves, max(allocated.at, moves[-1].at + datetime.timedelta(minutes=5)), Verb.ALLOCATE)
        in_time(pace, moves, due)
        ended(pace, moves)
    return True


def _joined(pace: Pace, moves: Moves, due: datetime.date) -> bool:
    """The member asks the same again; the second enquiry ends in the first."""
    _add(moves, pace.at_work(moves[-1].at, 3), Verb.MERGE)
    in_time(pace, moves, max(due, moves[-1].at.date() + ONE_DAY))
    ended(pace, moves)
    return False


def _slow(pace: Pace, moves: Moves, due: datetime.date) -> bool:
    """Answered, reopened, and then left lying for weeks."""
    in_time(pace, moves, due)
    _add(moves, pace.at_home(moves[-1].at, 3), Verb.REOPEN)
    _add(moves, pace.at_work(moves[-1].at, 60, 20), Verb.REPLY)
    ended(pace, moves)
    return False


def _add(moves: Moves, at: datetime.datetime, verb: Verb) -> None:
    moves.append(Move(at, verb))


# How often each comes, as shares of all.
_TURNS = ((_moved, 0.05), (_declined, 0.02), (_private, 0.01), (_joined, 0.01), (_slow, 0.01))
# Kept as a draft and never sent.
DRAFTS = 0.004
