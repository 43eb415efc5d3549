"""Finds a phrase in the words of a page, however they are broken, and draws boxes around words."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from access_rules.files.redacting import Box
from access_rules.files.unseen import Word

_HYPHENS = "-\u2010\u2011\u00ad"
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_SAME = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‐": "-", "‑": "-"})
# Words further apart than this many of their heights stand in two columns, or in two cells.
_APART = 2.0
_SMALL = 0.002


def plain(text: str) -> str:
    """The text as it is compared: ligatures as letters, no soft hyphens, one kind of quote, hyphen, case."""
    return _UNSEEN.sub("", unicodedata.normalize("NFKC", text)).translate(_SAME).casefold()


def found(words: Sequence[Word], phrase: str) -> list[list[int]]:
    """Where the phrase stands: for each time the places of its words, each place in one of them.

    It is found over the end of a line, divided by a hyphen or not, with letters drawn together or apart, and
    within a word that has something before or after it («(Larch’s»); not within a longer word.
    """
    wanted = plain(phrase).split()
    squeezed = "".join(plain(str(word[0])) for word in words).replace("-", "")
    if not wanted or "".join(wanted).replace("-", "") not in squeezed:
        return []
    spans: list[tuple[int, int]] = []
    for joined in (" ", ""):
        for divided in ("", "-", "- "):
            spans += _spans(words, joined.join(wanted), joined, divided)
    return [list(range(first, last + 1)) for first, last in _merged(spans)]


def boxes_around(words: Sequence[Word], places: Iterable[int]) -> list[Box]:
    """Boxes around the words at these places: neighbours on one line in one box."""
    boxes: list[Box] = []
    before = None
    for place in sorted(set(places)):
        box = _around(words[place])
        if before is not None and place == before + 1 and _beside(boxes[-1], box):
            box = _union(boxes.pop(), box)
        boxes.append(box)
        before = place
    return boxes


def _around(word: Word) -> Box:
    """The box of the word; where it says none, a small one at its place on the page."""
    left, top, right, bottom = map(float, word[1:])
    left, top = min(left, 1 - _SMALL), min(top, 1 - _SMALL)
    return Box(left, top, max(right, left + _SMALL), max(bottom, top + _SMALL))


def _spans(words: Sequence[Word], wanted: str, joined: str, divided: str) -> Iterator[tuple[int, int]]:
    """First and last word of each time, with the words put together in this way."""
    text, owner = "", list[int]()
    for place, word in enumerate(words):
        said = plain(str(word[0]))
        ends = str(word[0])[-1:] in _HYPHENS and len(said) > 1
        piece = said.rstrip("-") + divided if ends else said + joined
        if place == len(words) - 1:
            piece = said
        text += piece
        owner += [place] * len(piece)
    at = text.find(wanted)
    while at >= 0:
        end = at + len(wanted)
        if _begins(text, owner, at) and _begins(text, owner, end):
            yield owner[at], owner[end - 1]
        at = text.find(wanted, at + 1)


def _begins(text: str, owner: Sequence[int], at: int) -> bool:
    """Whether no word goes on over this place."""
    if at in {0, len(text)} or owner[at - 1] != owner[at]:
        return True
    return not (text[at - 1].isalnum() and text[at].isalnum())


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for first, last in sorted(set(spans)):
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], last))
        else:
            merged.append((first, last))
    return merged


def _beside(one: Box, other: Box) -> bool:
    """Whether they stand on one line, near each other, the second to the right of the first."""
    height = min(one.bottom - one.top, other.bottom - other.top)
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    gap = other.left - one.right
    # Pages are higher than they are wide: a gap across counts for less than the same part of the height.
    return height > 0 and shared > height / 2 and -height < gap < _APART * height


def _union(one: Box, other: Box) -> Box:
    return Box(
        min(one.left, other.left),
        min(one.top, other.top),
        max(one.right, other.right),
        max(one.bottom, other.bottom),
    )
