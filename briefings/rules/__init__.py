"""The rules that briefings follow, and the pure function that answers their scenario question."""

from briefings.rules.facts import Fact, Facts, Organiser, RequestedBy, Speaker
from briefings.rules.request import answer, briefing_request
from briefings.rules.rules import REQUEST_RULES, Outcome, Trying

RULES = REQUEST_RULES

__all__ = [
    "REQUEST_RULES",
    "RULES",
    "Fact",
    "Facts",
    "Organiser",
    "Outcome",
    "RequestedBy",
    "Speaker",
    "Trying",
    "answer",
    "briefing_request",
]
