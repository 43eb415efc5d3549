"""What a file would change, row by row, in words; and one mark by which two such lists are told apart."""

import datetime
import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import ParamSpec, TypeVar

from council.files.cells import RowRefused
from council.files.entries import Entry, Registers
from council.files.wording import Line, lines_of, name_of

P = ParamSpec("P")
T = TypeVar("T")


class Outcome(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass(slots=True)
class RowPlan:
    """One row: its number in the file, whom or what it is about, and what becomes of it."""

    number: int
    about: str
    reason: str = ""
    note: str = ""
    # Of an election: the row stands for somebody who leaves.
    leaves: bool = False
    # Of what the row brings, this entry decides between «new» and «changed».
    main: Entry | None = None
    lines: tuple[Line, ...] = ()

    @property
    def outcome(self) -> Outcome:
        """What becomes of it."""
        if self.reason:
            return Outcome.REFUSED
        if self.main is not None and self.main.is_new and self.main.row == self.number:
            return Outcome.NEW
        return Outcome.CHANGED if self.lines else Outcome.UNCHANGED


@dataclass(slots=True)
class Plan:
    """All that a file would do."""

    registers: Registers
    day: datetime.date
    rows: list[RowPlan] = field(default_factory=list)
    unknown_heads: tuple[str, ...] = ()

    def finish(self) -> "Plan":
        """Puts every row into words, once all rows are read: a group that several rows need begins first."""
        lines: defaultdict[int, list[Line]] = defaultdict(list)
        for entry in self.registers.touched():
            lines[entry.row] += lines_of(entry)
        for row in self.rows:
            row.lines = tuple(lines[row.number]) if not row.reason else ()
        return self

    def counts(self) -> dict[str, int]:
        """How many rows have each outcome."""
        counts = dict.fromkeys((outcome.value for outcome in Outcome), 0)
        for row in self.rows:
            counts[row.outcome.value] += 1
        return counts

    def made(self, kind: str) -> list[str]:
        """The names of what the file makes beside its own rows: wards, groups, teams."""
        return sorted(name_of(entry) for entry in self.registers.entries[kind] if entry.is_new)

    @property
    def changes_something(self) -> bool:
        """Would the registers differ afterwards?"""
        return any(True for _entry in self.registers.touched())

    def mark(self) -> str:
        """The same for two plans that do the same."""
        told: Iterable[object] = (
            (row.number, row.about, row.reason, [(line.label, line.before, line.after) for line in row.lines])
            for row in self.rows
        )
        # Two people of one name read alike: the mark says whose rows they are.
        rows = sorted((entry.kind, entry.pk or 0, entry.row) for entry in self.registers.touched())
        return hashlib.sha256(json.dumps([list(told), rows]).encode()).hexdigest()


def tried(row: RowPlan, step: Callable[P, T], *given: P.args, **named: P.kwargs) -> T | None:
    """What the step finds; nothing where it refuses the row, which keeps the reason."""
    try:
        return step(*given, **named)
    except RowRefused as refusal:
        row.reason = refusal.reason
        return None
