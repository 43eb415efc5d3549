"""The six texts as adopted, cut into paragraphs with anchors that stay."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

TEXTS = Path(__file__).parent / "texts"


class Kind(StrEnum):
    """What a paragraph is; a mark is a page number or page heading of the paper that was adopted."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    TABLE = "table"
    NOTE = "note"
    MARK = "mark"


@dataclass(frozen=True)
class Paragraph:
    """One paragraph: its anchor, its words as adopted, and for a heading its level (2 to 4, else 0)."""

    anchor: str
    kind: Kind
    level: int
    text: str

    @property
    def shown(self) -> str:
        """The words without the signs that only make a list, a heading or bold type."""
        return re.sub(r"\*+", "", re.sub(r"^(#+|[-·•]) +", "", self.text)).strip()


@dataclass(frozen=True)
class Text:
    """A whole text; words and SHA-256 are those of the paper that it was cut from, spaces collapsed."""

    key: str
    words: int
    sha256: str
    paragraphs: tuple[Paragraph, ...]


class UnknownText(ValueError):
    """A key that names none of the texts."""


class UnknownParagraph(ValueError):
    """An anchor that the text does not have."""


@cache
def text(key: str) -> Text:
    """The text of that protocol; raises UnknownText."""
    if key not in {path.stem for path in TEXTS.glob("*.json")}:
        raise UnknownText(f"There is no text «{key}».")
    data = json.loads((TEXTS / f"{key}.json").read_text(encoding="utf-8"))
    cut = tuple(
        Paragraph(one["anchor"], Kind(one["kind"]), one["level"], one["text"]) for one in data["paragraphs"]
    )
    return Text(data["key"], data["words"], data["sha256"], cut)


def paragraphs(key: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a text in their order; raises UnknownText."""
    return text(key).paragraphs


@cache
def _by_anchor(key: str) -> Mapping[str, Paragraph]:
    return {one.anchor: one for one in paragraphs(key)}


def paragraph(key: str, anchor: str) -> Paragraph:
    """One paragraph of a text; raises UnknownText or UnknownParagraph."""
    found = _by_anchor(key).get(anchor)
    if found is None:
        raise UnknownParagraph(f"The text «{key}» has no paragraph «{anchor}».")
    return found
