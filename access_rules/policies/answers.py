"""What the rules answer to a person and a document as a list asks, worked out once for each set of facts."""

from dataclasses import dataclass, field
from typing import Any

from access_rules.models import Document
from access_rules.queries.facts import STATED, document_facts, person_facts, whose_facts
from access_rules.queries.seers import Seer
from access_rules.rules import both_lenses
from rulebook.decision import Answer

Key = tuple[object, ...]


@dataclass
class Answers:
    """The answers to one batch of questions, for one day; thrown away with the page or the check.

    The rules are pure: the same facts have the same answer, whoever asks and whatever the paper. Nothing here
    outlives the request, and no person’s answer is kept, only that of their facts.
    """

    _documents: dict[int, tuple[int, dict[str, Any]]] = field(default_factory=dict)
    _kinds: dict[Key, int] = field(default_factory=dict)
    _found: dict[Key, Answer] = field(default_factory=dict)

    def of(self, seer: Seer, document: Document) -> Answer:
        """What is enforced: the answer that opens the file, or does not."""
        alike, facts = self._facts_of(seer, document)
        person, whose = person_facts(seer, document), whose_facts(seer, document)
        key = (seer.protocol.key, alike, tuple(person.values()), tuple(person), tuple(whose.values()))
        found = self._found.get(key)
        if found is None:
            asked = {"person": person, "document": facts | whose, "request": STATED}
            found = self._found[key] = both_lenses(seer.protocol, asked).enforced
        return found

    def _facts_of(self, seer: Seer, document: Document) -> tuple[int, dict[str, Any]]:
        """The document’s own facts, and a number that it shares with every other paper of the same facts."""
        kept = self._documents.get(document.pk)
        if kept is None:
            facts = document_facts(document, on=seer.who.on)
            key = tuple((name, tuple(v) if isinstance(v, list) else v) for name, v in facts.items())
            kept = self._documents[document.pk] = (self._kinds.setdefault(key, len(self._kinds)), facts)
        return kept
