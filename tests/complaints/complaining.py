"""Ways to ask where a complaint goes in a test."""

from collections.abc import Mapping

from complaints.rules import complaint_route
from rulebook.decision import Answer
from rulebook.protocols import protocol

Facts = dict[str, object]


def party(who: str) -> Facts:
    """«member», «officer clerk» or «officer agency»: what somebody is, and their post or employer."""
    kind, _, rest = who.partition(" ")
    if not rest:
        return {"kind": kind}
    return {"kind": kind, "employer" if rest in ("agency", "arms-length", "council") else "post": rest}


def facts(by: str, about: str, **changed: object) -> Facts:
    """Everything that can be known of a complaint about conduct, the informal stage behind it."""
    known: Facts = {
        "complainant": party(by),
        "subject": party(about),
        "informal_tried": True,
        "in_public": False,
        "alleges": ["conduct"],
        "severity": None,
        "upheld": False,
    }
    return known | changed


def asked(key: str, by: str, about: str, **changed: object) -> Answer:
    """The answer of a text."""
    return complaint_route(protocol(key), facts(by, about, **changed))


def answer(key: str, by: str, about: str, **changed: object) -> Mapping[str, object]:
    """The answer of a text as JSON types."""
    return asked(key, by, about, **changed).as_json()


def holds(got: Mapping[str, object], expected: Mapping[str, object]) -> dict[str, object]:
    """Those keys of an answer that differ from what is expected; lists are compared as sets."""
    return {key: got[key] for key, value in expected.items() if not _same(got[key], value)}


def _same(got: object, expected: object) -> bool:
    if isinstance(got, list) and isinstance(expected, list):
        return sorted(got) == sorted(expected)
    return got == expected
