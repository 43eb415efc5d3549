"""A rule: what it says, what it rests on, and when it is in force."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rulebook.citation import Citation


@dataclass(frozen=True)
class Rule:
    """One rule with its sentence and its sources; `in_force_until` is its last day."""

    id: str
    says: str
    cites: tuple[Citation, ...] = ()
    in_force_from: date | None = None
    in_force_until: date | None = None

    def is_in_force(self, on: date) -> bool:
        """Whether the rule holds on that day; the first and the last day count."""
        begun = self.in_force_from is None or self.in_force_from <= on
        return begun and (self.in_force_until is None or on <= self.in_force_until)


def in_force(rules: Sequence[Rule], on: date) -> tuple[Rule, ...]:
    """Those of the rules that hold on that day, in their order."""
    return tuple(rule for rule in rules if rule.is_in_force(on))
