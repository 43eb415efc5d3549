"""What the rules say to a request: its facts put to the question `access`, under both lenses."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from access_rules.models import AccessRequest
from access_rules.queries.answered import by_every_right
from access_rules.queries.facts import facts_of, request_facts
from access_rules.queries.seers import Seer, seer_of
from council.queries import standing_of
from rulebook.decision import Answer
from rulebook.protocols import protocol


@dataclass(frozen=True)
class Answers:
    """The same question three times: under our protocol, under current law, and what the portal does."""

    as_adopted: Answer
    current_law: Answer
    enforced: Answer
    label: str = ""
    is_forbidden: bool = False

    def as_json(self) -> dict[str, Any]:
        """As a request keeps it: never worked out again by itself."""
        return {
            "as_adopted": self.as_adopted.as_json(),
            "current_law": self.current_law.as_json(),
            "enforced": self.enforced.as_json(),
            "label": self.label,
        }


def answers_to(
    row: AccessRequest,
    *,
    on: datetime.date,
    changed: Mapping[str, object] | None = None,
) -> Answers:
    """What the rules say to the request on the day, with every finding that was made.

    `changed` asks the same with other facts, named as «person.capacity».
    """
    return answers_of(row.protocol, facts_to(row, on=on, changed=changed))


def answers_of(text: str, facts: Mapping[str, Any]) -> Answers:
    """The three answers to these facts under the text."""
    both = by_every_right(protocol(text), facts)
    label = both.difference.label if both.difference else ""
    return Answers(both.as_adopted, both.current_law, both.enforced, label, both.is_forbidden)


def facts_to(
    row: AccessRequest, *, on: datetime.date, changed: Mapping[str, object] | None = None
) -> dict[str, dict[str, Any]]:
    """The facts of the question as the engine takes them: of the registers, of the request, and findings."""
    seer = seer_of(standing_of(row.asked_by, on=on))
    facts = facts_of(seer, row.document, row) if row.document else _not_found(seer, row)
    for name, value in (changed or {}).items():
        part, fact = name.split(".", 1)
        facts[part][fact] = value
    return facts


def _not_found(seer: Seer, row: AccessRequest) -> dict[str, Any]:
    """Nobody found it in the register: it is asked for, and the authority does not hold it."""
    return {
        "person": {"kind": seer.kind, "capacity": row.capacity},
        "document": {
            "title": row.described,
            "body": "operational_file",
            "status": "unclassified",
            "held": False,
        },
        "request": request_facts(row),
    }
