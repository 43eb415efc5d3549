"""What a policy or a question answers: a decision with its rule, or an answer with its citations."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NoReturn

from rulebook.citation import Citation
from rulebook.rule import Rule


class Outcome(StrEnum):
    """Allowed; refused with a rule (403); unknown to the person who asks (404)."""

    ALLOWED = "allowed"
    REFUSED = "refused"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Decision:
    """The outcome of a policy, with the rule that decided it and the sentence that the page shows."""

    outcome: Outcome
    rule: Rule | None = None
    sentence: str = ""
    citations: tuple[Citation, ...] = ()

    @property
    def allowed(self) -> bool:
        """Whether the person may do it."""
        return self.outcome is Outcome.ALLOWED

    def __bool__(self) -> NoReturn:
        """A decision is no truth value: a refusal that is mistaken for «yes» would open a door."""
        raise TypeError("A decision has three outcomes: ask `.allowed` or `.outcome`, never its truth.")


def allowed(
    rule: Rule | None = None, sentence: str = "", citations: tuple[Citation, ...] | None = None
) -> Decision:
    """A decision that allows; the rule, where given, is the one that allows it."""
    return Decision(Outcome.ALLOWED, rule, sentence or _says(rule), _cites(rule, citations))


def refused(rule: Rule, sentence: str = "", citations: tuple[Citation, ...] | None = None) -> Decision:
    """A decision that refuses, by a rule and with a sentence (the rule's own where none is given)."""
    return Decision(Outcome.REFUSED, rule, sentence or rule.says, _cites(rule, citations))


def unknown() -> Decision:
    """The person may not learn that the thing exists: no rule, no sentence, no citation."""
    return Decision(Outcome.UNKNOWN)


def _says(rule: Rule | None) -> str:
    return rule.says if rule is not None else ""


def _cites(rule: Rule | None, citations: tuple[Citation, ...] | None) -> tuple[Citation, ...]:
    if citations is not None:
        return citations
    return rule.cites if rule is not None else ()


class Refused(Exception):
    """What an action raises when its policy does not allow it; the page shows the decision's sentence."""

    def __init__(self, decision: Decision) -> None:
        """Keeps the decision, for the page (403 or 404) and for the event."""
        super().__init__(decision.sentence or decision.outcome.value)
        self.decision = decision


@dataclass(frozen=True)
class Tried:
    """One rule that was tried on the way to an answer, and why it matched or did not."""

    rule: str
    matched: bool
    why: str

    def as_json(self) -> dict[str, object]:
        """The same, for `protocol_answer --trace`."""
        return {"rule": self.rule, "matched": self.matched, "why": self.why}


@dataclass(frozen=True)
class Answer:
    """What a question answers to facts: its own values, and what every answer holds."""

    values: Mapping[str, object]
    cite: tuple[Citation, ...] = ()
    reason: str = ""
    gap: bool = False
    hangs_on: tuple[str, ...] = ()
    trace: tuple[Tried, ...] = field(default=(), compare=False)

    def __getitem__(self, key: str) -> object:
        """One of the question's own values."""
        return self.values[key]

    def as_json(self, *, trace: bool = False) -> dict[str, object]:
        """The answer as JSON types; dates are ISO dates; `trace` adds the rules that were tried."""
        answer: dict[str, object] = {key: _plain(value) for key, value in self.values.items()}
        answer["cite"] = list(dict.fromkeys(citation.id for citation in self.cite))
        answer["reason"] = self.reason
        answer["gap"] = self.gap
        answer["hangs_on"] = list(self.hangs_on)
        if trace:
            answer["trace"] = [tried.as_json() for tried in self.trace]
        return answer


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, tuple | list | set | frozenset):
        return [_plain(item) for item in value]
    return value
