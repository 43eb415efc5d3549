"""Two texts side by side: which paragraphs stay, change, move, come or go, and which words differ."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from rulebook.text import Paragraph

# How like each other the words must be where the place is the same, and where it is another.
_LIKE_IN_PLACE = 0.4
_LIKE_ELSEWHERE = 0.6
_LEAST_WORDS = 3
_NUMBER = re.compile(r"[0-9.]+|[a-z]\)|[ivx]+\)")


class Fate(StrEnum):
    """What becomes of a paragraph."""

    SAME = "same"
    CHANGED = "changed"
    MOVED = "moved"
    NEW = "new"
    GONE = "gone"


@dataclass(frozen=True)
class Pair:
    """A paragraph before and after; one side is missing where it is new or gone."""

    before: Paragraph | None
    after: Paragraph | None

    @property
    def anchor(self) -> str:
        """Where it stands after; where it stood, for one that is gone."""
        one = self.after or self.before
        return one.anchor if one is not None else ""

    @property
    def fate(self) -> Fate:
        """Same words in the same place, other words, the same words in another place, new or gone."""
        if self.before is None:
            return Fate.NEW
        if self.after is None:
            return Fate.GONE
        if self.before.shown != self.after.shown:
            return Fate.CHANGED
        return Fate.SAME if self.before.anchor == self.after.anchor else Fate.MOVED


class Mark(StrEnum):
    """Whether words stay, come in or go out."""

    KEPT = "kept"
    PUT_IN = "put-in"
    TAKEN_OUT = "taken-out"


@dataclass(frozen=True)
class Piece:
    """Words that stand together and share what becomes of them."""

    mark: Mark
    words: str


def compare(before: Sequence[Paragraph], after: Sequence[Paragraph]) -> tuple[Pair, ...]:
    """Every paragraph of both, in the order of the text after; what is gone stands where it stood.

    The same place with like words is one paragraph; what is left is paired with the likest words elsewhere.
    """
    partners = _in_place(before, after)
    partners |= _elsewhere(before, after, partners)
    found = {place: one for one, place in partners.items()}
    gone = _gone(before, partners)
    pairs = [Pair(one, None) for one in gone.get(-1, ())]
    for place, one in enumerate(after):
        origin = found.get(place)
        pairs.append(Pair(None if origin is None else before[origin], one))
        pairs += [Pair(left, None) for left in gone.get(origin, ())] if origin is not None else []
    return tuple(pairs)


def _in_place(before: Sequence[Paragraph], after: Sequence[Paragraph]) -> dict[int, int]:
    places = {one.anchor: place for place, one in enumerate(after)}
    found = {}
    for number, one in enumerate(before):
        place = places.get(one.anchor)
        if place is not None and _alike(_words(one), _words(after[place]), _LIKE_IN_PLACE) >= _LIKE_IN_PLACE:
            found[number] = place
    return found


def _elsewhere(
    before: Sequence[Paragraph], after: Sequence[Paragraph], partners: dict[int, int]
) -> dict[int, int]:
    """The likest first; one paragraph has one partner at most."""
    taken = set(partners.values())
    left = [(number, _words(one)) for number, one in enumerate(before) if number not in partners]
    free = [(place, _words(one)) for place, one in enumerate(after) if place not in taken]
    likes = [
        (alike, -number, -place)
        for number, words in left
        for place, others in free
        if min(len(words), len(others)) >= _LEAST_WORDS
        and (alike := _alike(words, others, _LIKE_ELSEWHERE)) >= _LIKE_ELSEWHERE
    ]
    found: dict[int, int] = {}
    for _like, number, place in sorted(likes, reverse=True):
        if -number not in found and -place not in found.values():
            found[-number] = -place
    return found


def _gone(before: Sequence[Paragraph], partners: dict[int, int]) -> dict[int, list[Paragraph]]:
    """What has no partner, under the number of the last paragraph before it that has one."""
    found: dict[int, list[Paragraph]] = {}
    last = -1
    for number, one in enumerate(before):
        if number in partners:
            last = number
        else:
            found.setdefault(last, []).append(one)
    return found


def _words(one: Paragraph) -> list[str]:
    """Without its number, which likens headings that have nothing else in common."""
    first, *others = one.shown.lower().split() or [""]
    return others if others and _NUMBER.fullmatch(first) else [first, *others]


def _alike(one: list[str], other: list[str], least: float) -> float:
    """How like each other, from 0 to 1; the words alone tell soon where it cannot be enough."""
    if not one or not other:
        return float(one == other)
    shared = (Counter(one) & Counter(other)).total()
    most = 2 * shared / (len(one) + len(other))
    return most if most < least else SequenceMatcher(None, one, other, autojunk=False).ratio()


def pieces(before: str, after: str) -> tuple[Piece, ...]:
    """The words of both in one line: what stays, what goes out, what comes in, word by word."""
    one, other = before.split(), after.split()
    found = []
    for tag, first, last, start, end in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(Piece(Mark.KEPT, " ".join(one[first:last])))
            continue
        if last > first:
            found.append(Piece(Mark.TAKEN_OUT, " ".join(one[first:last])))
        if end > start:
            found.append(Piece(Mark.PUT_IN, " ".join(other[start:end])))
    return tuple(found)
