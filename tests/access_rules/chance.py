"""The council made by chance that tests of lists look at: its people, bodies and papers, and its days."""

import datetime
import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from access_rules.models import Document
from council.models import (
    Body,
    Person,
    PoliticalGroup,
)

TODAY = datetime.date(2026, 11, 25)
YESTERDAY = TODAY - datetime.timedelta(days=1)
# Days on which the same council is looked at: before, on and after most of what changes.
DAYS = (TODAY, TODAY + datetime.timedelta(days=9), TODAY + datetime.timedelta(days=400))
LONG_AGO = datetime.date(2020, 5, 7)
PARAGRAPHS = ("1", "2", "3", "4", "5", "6", "7", "7A")


@dataclass
class Town:
    """The council: its people by what they are, its bodies and its papers."""

    chance: random.Random
    people: dict[str, Person] = field(default_factory=dict)
    bodies: dict[str, Body] = field(default_factory=dict)
    groups: list[PoliticalGroup] = field(default_factory=list)
    documents: list[Document] = field(default_factory=list)

    def one(self, of: Sequence[Any]) -> Any:
        """One of several, by chance."""
        return self.chance.choice(of)

    def likely(self, of: float) -> bool:
        """True so often."""
        return self.chance.random() < of
