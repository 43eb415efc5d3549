"""Ways to ask for help for a group in a test."""

from collections.abc import Mapping

from briefings.rules import briefing_request
from rulebook.decision import Answer
from rulebook.protocols import protocol

Facts = dict[str, object]

# Whom a group asks, and in which form, where nothing else is said.
ASKED = {
    "waltham-forest": ("chief-executive", "briefing"),
    "haringey": ("chief-executive", "briefing"),
    "wokingham-2007": ("director", "attendance"),
    "wokingham-2014": ("director", "briefing"),
    "mwda": ("clerk", "report"),
    "parish": ("clerk", "briefing"),
}


def facts(key: str, **changed: object) -> Facts:
    """A leader's request that nothing bars, as the lines that were given have it."""
    asked_of, form = ASKED[key]
    known: Facts = {
        "requested_by": "group-leader",
        "asked_of": asked_of,
        "form": form,
        "council_business": True,
        "seeks_confidential": False,
        "party_political": False,
        "non_members_attending": False,
        "organised_by": "group",
        "briefer": "senior-officer",
        "other_groups": 2,
    }
    return known | changed


def without(key: str, *names: str, **changed: object) -> Facts:
    """The same, with facts left out."""
    return {name: value for name, value in facts(key, **changed).items() if name not in names}


def asked(key: str, **changed: object) -> Answer:
    """The answer of a text."""
    return briefing_request(protocol(key), facts(key, **changed))


def answer(key: str, **changed: object) -> Mapping[str, object]:
    """The answer of a text as JSON types."""
    return asked(key, **changed).as_json()


def deciding(got: Answer) -> str:
    """The rule that decided; what help brings with it is tried after it."""
    return next(tried.rule for tried in got.trace if tried.matched)
