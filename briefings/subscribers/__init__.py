"""Who hears of what happens to a briefing and to a matter: number, paragraph and link, no word of it."""

from briefings import events
from briefings.subscribers import deciding, giving, watching
from casework.events import EventKind
from casework.subscribers.plan import Plan, register_all

# What each kind makes known, one table for each part of the work; a new part adds its line here.
PLANS: dict[EventKind, Plan] = {
    **deciding.PLANS,
    **giving.PLANS,
    **watching.PLANS,
}


def wire() -> None:
    """Registers every kind of event and its letters."""
    register_all(events.ALL, PLANS)
