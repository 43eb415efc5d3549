"""A text as it reads with amendments: words changed, paragraphs taken out, paragraphs put in after others."""

from collections.abc import Iterable, Mapping

from rulebook.text import Kind, Paragraph

# Between the anchor of a paragraph and the number of one that was put in after it.
AFTER = "~"


def is_put_in(anchor: str) -> bool:
    """Whether the anchor is of a paragraph that an amendment put in."""
    return AFTER in anchor


def stands_after(anchor: str) -> str:
    """The anchor of the paragraph after which one that was put in stands."""
    return anchor.rpartition(AFTER)[0]


def next_after(anchor: str, taken: Iterable[str]) -> str:
    """The anchor of one more paragraph after that one; `taken` are the anchors that there are or were.

    Its number is past all of theirs, so that nothing which stood after another comes to stand after it.
    """
    start = f"{anchor}{AFTER}"
    numbers = (int(one.removeprefix(start).split(AFTER)[0]) for one in taken if one.startswith(start))
    return f"{start}{max(numbers, default=0) + 1}"


def reading(paragraphs: Iterable[Paragraph], words: Mapping[str, str]) -> tuple[Paragraph, ...]:
    """The paragraphs with new words by anchor; without words one is taken out, and what was put in follows.

    An anchor that the text does not have changes nothing.
    """
    put_in: dict[str, list[str]] = {}
    for anchor in sorted(filter(is_put_in, words), key=_place):
        put_in.setdefault(stands_after(anchor), []).append(anchor)
    found: list[Paragraph] = []
    for one in paragraphs:
        if one.anchor not in words:
            found.append(one)
        elif words[one.anchor]:
            found.append(Paragraph(one.anchor, one.kind, one.level, words[one.anchor]))
        _follow(one.anchor, one.kind, words, put_in, found)
    return tuple(found)


def _place(anchor: str) -> tuple[str, int]:
    before, _after, number = anchor.rpartition(AFTER)
    return before, int(number)


def _follow(
    anchor: str, kind: Kind, words: Mapping[str, str], put_in: Mapping[str, list[str]], found: list[Paragraph]
) -> None:
    """What was put in after that paragraph, and after what was put in there."""
    as_kind = Kind.ITEM if kind is Kind.ITEM else Kind.PARAGRAPH
    for one in put_in.get(anchor, ()):
        if words[one]:
            found.append(Paragraph(one, as_kind, 0, words[one]))
        _follow(one, as_kind, words, put_in, found)
