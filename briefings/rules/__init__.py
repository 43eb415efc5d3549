"""The rules that briefings follow, and the pure function that answers their scenario question."""

from briefings.rules.asked import posts_asked
from briefings.rules.facts import Fact, Facts, Organiser, RequestedBy, Speaker
from briefings.rules.parity import WAITS_ALIKE
from briefings.rules.request import answer, briefing_request
from briefings.rules.rules import REQUEST_RULES, Outcome, Trying

RULES = (*REQUEST_RULES, WAITS_ALIKE)

__all__ = [
    "REQUEST_RULES",
    "RULES",
    "WAITS_ALIKE",
    "Fact",
    "Facts",
    "Organiser",
    "Outcome",
    "RequestedBy",
    "Speaker",
    "Trying",
    "answer",
    "briefing_request",
    "posts_asked",
]
