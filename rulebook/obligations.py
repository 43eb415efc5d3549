"""The register of obligations: each rule of each text, its paragraph, and what the portal does about it."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

REGISTER = Path(__file__).parent / "obligations.csv"

# Chapters of the work that are done: a row of tier A in one of them must be covered.
FINISHED_CHAPTERS: frozenset[str] = frozenset(
    {"house", "people", "enquiries", "access", "complaints", "briefings", "desk", "rest"}
)

# Two recommendations of the report that brought Wokingham's text to committee: no paragraph of the text.
OUTSIDE_THE_TEXT = frozenset({"WO-P-REP.1", "WO-P-REP.2"})


class Coverage(StrEnum):
    """What the portal does about a paragraph today."""

    APPLIED = "applied by"
    PROMPTED = "prompted"
    RECORDED = "recorded"
    INFORMED = "informed"
    NOT_COVERED = "not covered"


class Tier(StrEnum):
    """How much of a rule a portal can do."""

    OPERATE = "A-operate"
    PROMPT = "B-prompt"
    INFORM = "C-inform"
    DUPLICATE = "D-duplicate"


@dataclass(frozen=True)
class Obligation:
    """One row: what a paragraph asks of whom, and what the portal does about it (`by` a duty or a rule)."""

    id: str
    protocol: str
    anchor: str
    paragraph: str
    who: str
    rule: str
    trigger: str
    deadline: str
    told: str
    tier: Tier
    chapter: str
    also_at: tuple[str, ...]
    coverage: Coverage
    by: str

    @property
    def is_covered(self) -> bool:
        """Whether the portal does anything about it."""
        return self.coverage is not Coverage.NOT_COVERED


@cache
def obligations() -> tuple[Obligation, ...]:
    """The whole register, in its order."""
    with REGISTER.open(encoding="utf-8", newline="") as opened:
        return tuple(_obligation(row) for row in csv.DictReader(opened))


def _obligation(row: Mapping[str, str]) -> Obligation:
    return Obligation(
        id=row["id"],
        protocol=row["protocol"],
        anchor=row["anchor"],
        paragraph=row["paragraph"],
        who=row["who"],
        rule=row["rule"],
        trigger=row["trigger"],
        deadline=row["deadline"],
        told=row["who_must_be_told_or_copied"],
        tier=Tier(row["tier"]),
        chapter=row["chapter"],
        also_at=tuple(part.strip() for part in row["also_at"].split(";") if part.strip()),
        coverage=Coverage(row["coverage"]),
        by=row["by"],
    )


@cache
def _by_id() -> Mapping[str, Obligation]:
    return {one.id: one for one in obligations()}


def obligation(id_: str) -> Obligation | None:
    """The row of that id, for example «WF-6.9»; None where the register has none."""
    return _by_id().get(id_)


def anchor_of(id_: str) -> str:
    """The anchor of the paragraph that an id stands for; empty for a statute."""
    found = obligation(id_)
    return found.anchor if found is not None else ""


@cache
def _by_paragraph(key: str) -> Mapping[str, tuple[Obligation, ...]]:
    found: dict[str, tuple[Obligation, ...]] = {}
    for one in obligations():
        if one.protocol == key:
            found[one.anchor] = (*found.get(one.anchor, ()), one)
    return found


def obligations_at(key: str, anchor: str) -> tuple[Obligation, ...]:
    """The rows that rest on one paragraph of a text."""
    return _by_paragraph(key).get(anchor, ())
