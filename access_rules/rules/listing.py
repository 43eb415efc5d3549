"""What somebody may open from a list: the same rules, asked with the defaults that a list states."""

from dataclasses import replace

from access_rules.rules import words as of
from access_rules.rules.facts import known_facts
from access_rules.rules.hanging import lacking
from access_rules.rules.lenses import settle_both
from access_rules.rules.verdict import Outcome
from rulebook.facts import UNKNOWN, Facts, Unknown
from rulebook.protocol import Protocol

STATED = {"purpose": "duties", "scope": "specific", "good_faith": True, "wants": "inspect"}
OPEN = (Outcome.GRANT_INSPECT, Outcome.GRANT_COPY)


def may_open(protocol: Protocol, person: Facts, document: Facts) -> bool:
    """Whether a list shows the document as open to that person.

    The person asks in their own capacity, on duties, for one document, in good faith, to inspect, and nobody
    has found a need to know. True only where the rule that decides needs no finding and gives the whole
    paper, in the lens that opens the file; for the rest a page offers to ask. Raises FactFault.
    """
    asked = known_facts({"person": person, "document": document, "request": STATED})
    asked = replace(asked, person=replace(asked.person, need_to_know=UNKNOWN))
    if isinstance(asked.person.capacity, Unknown) and asked.person.kind in of.ELECTED:
        asked = replace(asked, person=replace(asked.person, capacity=of.Capacity.MEMBER))
    if lacking(asked):
        return False
    verdict = settle_both(protocol, asked).enforced.verdict
    return verdict.outcome in OPEN and not verdict.finding
