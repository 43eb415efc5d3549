"""Who hears of what happens to a document or a request, and in which words: number and link, no content."""

from access_rules import events
from access_rules.screens.challenges import case_face
from access_rules.subscribers import (
    advice,
    documents,
    drift,
    interests,
    meetings,
    onward,
    redacting,
    requests,
)
from casework.events import DISPUTE_DETERMINED, EventKind
from casework.subscribers import on
from casework.subscribers.cases import show_cases_of
from casework.subscribers.plan import Plan, register_all
from council.events import PERSON_MERGED, listen

# What each kind makes known, one table for each part of the work; a new part adds its line here.
PLANS: dict[EventKind, Plan] = {
    **advice.PLANS,
    **documents.PLANS,
    **drift.PLANS,
    **interests.PLANS,
    **meetings.PLANS,
    **onward.PLANS,
    **redacting.PLANS,
    **requests.PLANS,
}


def wire() -> None:
    """Registers every kind of event, and the letters of those that have some; follows disputes and merges."""
    show_cases_of("access", case_face)
    on(DISPUTE_DETERMINED.name, requests.after_a_determination)
    register_all(events.ALL, PLANS)
    listen(PERSON_MERGED, onward.person_merged)
