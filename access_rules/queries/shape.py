"""Who asks a written question about papers: what they are before them, and stand-ins for all the rest."""

from collections.abc import Collection, Hashable, Mapping
from dataclasses import dataclass
from typing import Any

from access_rules.queries.seers import Part, person_before_papers
from council.queries import Standing
from council.queries.prepared import named_day, named_key, named_keys
from council.queries.shape import Asking


@dataclass(frozen=True)
class SeerShape:
    """A person before papers with stand-ins (`council.queries.shape`): people alike have equal ones.

    `beside` is what stands beside the rules for them; `in_place` are the papers that they open in a member’s
    place; `name` is what the names of their values begin with.
    """

    who: Standing
    kind: str
    part: Part
    beside: frozenset[str]
    in_place: Any
    name: str

    @property
    def named(self) -> dict[str, object]:
        """Stand-ins for the values by which the rules are asked (`Seer.named`)."""
        several = {one: named_keys(f"{self.name}_{one}") for one in ("bodies", "chairs", "groups")}
        return {"person": named_key(f"{self.name}_person"), "on": named_day(f"{self.name}_on"), **several}


@dataclass(frozen=True)
class AskingPapers:
    """A person in post, as a written question about papers is asked by them (`prepared.Shaped`)."""

    who: Standing
    beside: frozenset[str]
    in_place: Collection[int]

    def shaped(self, name: str) -> tuple[Hashable, Mapping[str, object]]:
        """The shape; who it is, on which day and bodies, and what they open in a member’s place."""
        shape, values = Asking(self.who).shaped(name)
        seer, in_place = person_before_papers(self.who), f"{name}_in_place"
        named = {f"{name}_{one}": value for one, value in seer.named.items()}
        stand_in = SeerShape(shape, seer.kind, seer.part, self.beside, named_keys(in_place), name)
        return stand_in, {**values, **named, in_place: sorted(self.in_place)}
