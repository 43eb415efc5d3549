"""Plays all that is told of a council's meetings and documents, in the order in which it came about."""

from protocol_portal.demonstration.meetings_held import play_meetings
from protocol_portal.demonstration.papers_asked import (
    play_advice,
    play_circle,
    play_interests,
    play_requests,
)
from protocol_portal.demonstration.papers_kept import play_papers
from protocol_portal.demonstration.registry import Registry


def play_documents(registry: Registry) -> None:
    """Meetings first, since papers hang on their items; then papers, and what people ask of them."""
    told = registry.council.papers
    play_meetings(registry, told.meetings)
    play_interests(registry, told.interests)
    play_papers(registry, told.papers)
    play_requests(registry, told.asks)
    play_circle(registry, told)
    play_advice(registry, told.advice)
