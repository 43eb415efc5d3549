"""Two texts compared: what stays, changes, moves, comes or goes; and which words."""

from collections import Counter

import pytest

from rulebook.comparing import Fate, Mark, compare, pieces
from rulebook.protocols import PROTOCOLS
from rulebook.text import Kind, Paragraph, paragraphs

MOVED = "Members shall be told of it before anybody else is"


def text(key: str) -> tuple[Paragraph, ...]:
    return tuple(one for one in paragraphs(key) if one.kind is not Kind.MARK)


def made(**words: str) -> list[Paragraph]:
    return [Paragraph(anchor, Kind.PARAGRAPH, 0, said) for anchor, said in words.items()]


def fates(before: list[Paragraph], after: list[Paragraph]) -> list[tuple[Fate, str]]:
    return [(one.fate, one.anchor) for one in compare(before, after)]


def test_wokinghams_two_texts_are_told_apart_paragraph_by_paragraph() -> None:
    before, after = text("wokingham-2007"), text("wokingham-2014")
    found = compare(before, after)
    counts = Counter(one.fate for one in found)
    assert counts == {Fate.GONE: 209, Fate.SAME: 59, Fate.NEW: 43, Fate.CHANGED: 2}
    # Every paragraph of both is there, once, in the order of the text after.
    assert [one.after for one in found if one.after] == list(after)
    assert Counter(one.before for one in found if one.before) == Counter(before)
    moved = next(one for one in found if one.before and one.before.anchor == "9.3.5-p1")
    assert moved.after is not None
    assert moved.after.anchor == "9.3.2-p2"
    # The four sets of supporting guidance were kept word for word, and the heading «Preamble».
    kept = {one.anchor.split("-")[0] for one in found if one.fate is Fate.SAME}
    assert kept == {"9.3.1", "ai", "mr", "co", "pr"}


@pytest.mark.parametrize("key", PROTOCOLS)
def test_a_text_compared_with_itself_stays_as_it_is(key: str) -> None:
    assert {one.fate for one in compare(text(key), text(key))} == {Fate.SAME}


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ({"a": "One two three"}, {"a": "One two three four"}, [(Fate.CHANGED, "a")]),
        ({"a": "One two three"}, {"a": "Wholly other words now"}, [(Fate.NEW, "a"), (Fate.GONE, "a")]),
        ({"a": MOVED, "b": "Keep"}, {"b": "Keep", "c": MOVED}, [(Fate.SAME, "b"), (Fate.MOVED, "c")]),
        ({"a": "Stays here", "b": "Goes"}, {"a": "Stays here"}, [(Fate.SAME, "a"), (Fate.GONE, "b")]),
        ({"b": "Goes first", "a": "Stays"}, {"a": "Stays"}, [(Fate.GONE, "b"), (Fate.SAME, "a")]),
        ({}, {"a": "New"}, [(Fate.NEW, "a")]),
        ({"a": "Gone"}, {}, [(Fate.GONE, "a")]),
        # A number in front likens nothing.
        ({"1": "9.3.3 Principles"}, {"1": "9.3.3 Duties"}, [(Fate.NEW, "1"), (Fate.GONE, "1")]),
    ],
)
def test_each_fate(before: dict[str, str], after: dict[str, str], expected: list[tuple[Fate, str]]) -> None:
    assert sorted(fates(made(**before), made(**after))) == sorted(expected)


def test_words_that_stay_come_in_and_go_out_are_told_apart() -> None:
    found = pieces("The reply is due within ten days", "The reply is owed within five working days")
    assert [(one.mark, one.words) for one in found] == [
        (Mark.KEPT, "The reply is"),
        (Mark.TAKEN_OUT, "due"),
        (Mark.PUT_IN, "owed"),
        (Mark.KEPT, "within"),
        (Mark.TAKEN_OUT, "ten"),
        (Mark.PUT_IN, "five working"),
        (Mark.KEPT, "days"),
    ]
    kept = [one for one in found if one.mark is not Mark.PUT_IN]
    assert " ".join(one.words for one in kept) == "The reply is due within ten days"
