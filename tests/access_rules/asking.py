"""Questions about documents as tests ask them: an ordinary case, and what is changed in it."""

from collections.abc import Mapping

from access_rules.rules import access
from rulebook.decision import Answer
from rulebook.protocols import protocol

Facts = Mapping[str, object]
WF, HA, WO_E, WO_P = "waltham-forest", "haringey", "wokingham-2007", "wokingham-2014"
MW, PA = "mwda", "parish"
ADOPTED, LAW = "as_adopted", "current_law"

MEMBER: Facts = {"kind": "elected_member", "on_deciding_body": False, "interest": "none"}
PUBLIC: Facts = {"kind": "public"}
ON_THE_BODY: Facts = {"kind": "committee_member", "on_deciding_body": True, "interest": "none"}
SCRUTINY: Facts = {"kind": "scrutiny_member", "on_deciding_body": False, "interest": "none"}
OFFICER: Facts = {"kind": "officer", "capacity": "officer"}

PAPER: Facts = {
    "body": "committee",
    "stage": "before",
    "meeting": "public",
    "status": "unclassified",
    "held": True,
}
FILE: Facts = {"body": "operational_file", "stage": "none", "status": "unclassified", "held": True}
CABINET: Facts = {"body": "executive", "stage": "after", "meeting": "public", "status": "unclassified"}
REQUEST: Facts = {"purpose": "duties", "scope": "specific", "good_faith": True, "wants": "inspect"}


def exempt(*paragraphs: str, **changed: object) -> Facts:
    """A committee paper that is exempt under those paragraphs, the public interest weighed."""
    found = {"status": "exempt", "sch12a": list(paragraphs), "public_interest": "maintain"}
    return {**PAPER, **found, **changed}


def facts(person: Facts, document: Facts, request: Facts | None = None, lens: str | None = LAW) -> Facts:
    """The facts of one question."""
    asked = {"person": person, "document": document, "request": {**REQUEST, **(request or {})}}
    return asked if lens is None else {"lens": lens, **asked}


def ask(
    text: str, person: Facts, document: Facts, request: Facts | None = None, lens: str | None = LAW
) -> Answer:
    """The answer of a text to one question."""
    return access(protocol(text), facts(person, document, request, lens))


def decided(answer: Answer) -> tuple[object, object]:
    """What was decided, and by which rule."""
    return str(answer["decision"]), answer["rule"]


def cited(answer: Answer) -> list[str]:
    """The ids that an answer cites, in their order."""
    return [citation.id for citation in answer.cite]
