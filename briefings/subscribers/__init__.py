"""Who hears of what happens to a briefing and to a matter: number, paragraph and link, no word of it."""

from briefings import events
from briefings.screens.challenging import case_face
from briefings.subscribers import deciding, following, giving, watching
from casework.events import DISPUTE_DETERMINED, EventKind
from casework.subscribers import on
from casework.subscribers.cases import show_cases_of
from casework.subscribers.plan import Plan, register_all

# What each kind makes known, one table for each part of the work; a new part adds its line here.
PLANS: dict[EventKind, Plan] = {
    **deciding.PLANS,
    **giving.PLANS,
    **watching.PLANS,
    **following.PLANS,
}


def wire() -> None:
    """Registers every kind of event and its letters; follows disputes about a refusal."""
    show_cases_of("briefing", case_face)
    on(DISPUTE_DETERMINED.name, following.after_a_determination)
    register_all(events.ALL, PLANS)
