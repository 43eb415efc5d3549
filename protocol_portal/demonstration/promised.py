"""The stories that show every promise of the protocols: which this text has, and when each thing was done."""

import datetime
from collections.abc import Iterator

from django.utils import timezone

from protocol_portal.demonstration.lives import Life, Move, Story, Verb
from protocol_portal.demonstration.moments import ONE_DAY, Pace, day_of
from protocol_portal.demonstration.present import running
from protocol_portal.demonstration.texts.promised_agreed import AGREED
from protocol_portal.demonstration.texts.promised_joined import JOINED
from protocol_portal.demonstration.texts.promised_moved import MOVED
from protocol_portal.demonstration.texts.promised_withheld import WITHHELD
from rulebook.protocol import Protocol

OFFICE_HOURS = range(8, 18)
STORIES = (*MOVED, *WITHHELD, *AGREED, *JOINED)


def promised_lives(pace: Pace, text: Protocol) -> Iterator[Life]:
    """Each story that can happen under the text; one that is linked comes after the one it is linked with."""
    for story in STORIES:
        if story.texts(text):
            moves = tuple(_moves(pace, story))
            yield Life(day_of(moves[0].at), moves, story=story)


def asks_approval(life: Life) -> bool:
    """Is it a story of a reply that waits for a senior officer?"""
    return any(move.verb is Verb.ASK_APPROVAL for move in life.moves)


def _moves(pace: Pace, story: Story) -> Iterator[Move]:
    """Sent, then one thing after the other, until now or within the days that it took."""
    day = pace.today - story.days * ONE_DAY
    at = pace.office_hour(day) if story.days else running(pace, least=3)
    until = min(pace.now, at + story.within * ONE_DAY) if story.within else pace.now
    yield Move(at, Verb.SEND)
    for place, line in enumerate(story.script):
        at = _next(pace, at, until, left=len(story.script) - place)
        yield Move(at, line.verb, words=line.words)


def _next(pace: Pace, at: datetime.datetime, until: datetime.datetime, *, left: int) -> datetime.datetime:
    """The moment of the next of so many things that are left: in office hours where there is room."""
    begun = pace.between(at, at + (until - at) / left)
    if pace.calendar.is_working_day(day_of(begun)) and timezone.localtime(begun).hour in OFFICE_HOURS:
        return begun
    in_office = pace.at_work(begun)
    return in_office if in_office < until else begun
