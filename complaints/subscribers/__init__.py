"""Who hears of what happens to a complaint, and in which words: number and link, never what it is about."""

from casework.events import EventKind
from casework.subscribers import on
from casework.subscribers.plan import Plan, register_all
from complaints import events
from complaints.actions.retaining import date_after_ending
from complaints.subscribers import (
    alarms,
    case,
    consulting,
    deciding,
    emergency,
    handing,
    raising,
    relationships,
    reminding,
    settling,
    standing_aside,
)
from council.events import PERSON_MERGED, listen

# What each kind makes known, one table for each part of the work; a new part adds its line here.
PLANS: dict[EventKind, Plan] = {
    **case.PLANS,
    **raising.PLANS,
    **handing.PLANS,
    **settling.PLANS,
    **deciding.PLANS,
    **consulting.PLANS,
    **emergency.PLANS,
    **relationships.PLANS,
    **standing_aside.PLANS,
    **alarms.PLANS,
    **reminding.PLANS,
}
# What ends a complaint, so that it is dated how long it is kept.
ENDS = (events.CLOSED, events.SETTLED, events.WITHDRAWN)


def wire() -> None:
    """Registers every kind of event and its letters; follows merges, and dates what has ended."""
    for kind in ENDS:
        on(kind.name, date_after_ending)
    register_all(events.ALL, PLANS)
    listen(PERSON_MERGED, standing_aside.person_merged)
