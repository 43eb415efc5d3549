"""What the rules answer to a person and a document as a list asks, worked out once for each set of facts."""

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from access_rules.models import Document
from access_rules.queries.facts import STATED, document_facts, person_facts, whose_facts
from access_rules.queries.seers import Seer
from access_rules.rules import both_lenses
from rulebook.decision import Answer
from rulebook.protocols import protocol

# Facts as pairs of a name and a value, lists as tuples.
Known = tuple[tuple[str, object], ...]
# Some hundred sets of facts serve a whole council; more than this would be many texts at once.
MOST_KEPT = 4096


@dataclass
class Answers:
    """The answers to one batch of questions, for one day; thrown away with the page or the check.

    What it keeps is the documents’ own facts. An answer hangs on facts alone: no person’s answer is kept.
    """

    _documents: dict[int, Known] = field(default_factory=dict)

    def of(self, seer: Seer, document: Document) -> Answer:
        """What is enforced: the answer that opens the file, or does not."""
        if document.pk not in self._documents:
            self._documents[document.pk] = _known(document_facts(document, on=seer.who.on))
        known = self._documents[document.pk] + _known(whose_facts(seer, document))
        return _enforced(seer.protocol.key, _known(person_facts(seer, document)), known)


def _known(facts: dict[str, Any]) -> Known:
    return tuple((name, tuple(v) if isinstance(v, list) else v) for name, v in facts.items())


@lru_cache(MOST_KEPT)
def _enforced(text: str, person: Known, document: Known) -> Answer:
    """The rules are pure: the same facts have the same answer, whoever asks, whenever, whatever the paper."""
    asked = {"person": dict(person), "document": dict(document), "request": STATED}
    return both_lenses(protocol(text), asked).enforced
