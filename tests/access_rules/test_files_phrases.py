"""A phrase is found however its words are broken, and the boxes around words follow their lines."""

import pytest

from access_rules.files.phrases import boxes_around, found, plain
from access_rules.files.redacting import Box
from access_rules.files.unseen import Word


def said(text: str) -> list[Word]:
    """The words of a line, each with a box of its own."""
    return [[word, place / 100, 0.1, place / 100 + 0.008, 0.12] for place, word in enumerate(text.split())]


@pytest.mark.parametrize(
    ("text", "phrase", "places"),
    [
        ("the lease of Larch Court’s rent", "Larch Court", [[3, 4]]),
        ("the lease of LARCH COURT", "larch  court", [[3, 4]]),
        ("(Larch), “Larch” and Larch.", "larch", [[0], [1], [3]]),
        ("a confi- dential bid", "confidential", [[1, 2]]),
        ("a confi\u00ad dential bid", "confidential", [[1, 2]]),
        ("a con\u00adfi\u00addential bid", "confidential", [[1]]),
        ("a con\ufb01dential bid", "confidential", [[1]]),
        ("the o\ufb03ce", "office", [[1]]),
        ("north- east ward", "north-east", [[0, 1]]),
        ("Larch- Court x", "larch court", [[0, 1]]),
        ("pre- and post-war", "pre- and", [[0, 1]]),
        ("La rch C ourt rent", "larch court", [[0, 1, 2, 3]]),
        ("of Larch\u2011Court", "Larch-Court", [[1]]),
        ("O\u2019Brien and O'Brien", "o’brien", [[0], [2]]),
        ("Larch Court Larch Court", "larch court", [[0, 1], [2, 3]]),
        ("£1,250 a year", "£1,250", [[0]]),
        ("party", "art", []),
        ("Larches", "Larch", []),
        ("nothing of it", "Larch", []),
        ("some words", "   ", []),
        ("", "Larch", []),
        ("- - -", "-", [[0], [1], [2]]),
    ],
)
def test_a_phrase_is_found(text: str, phrase: str, places: list[list[int]]) -> None:
    assert found(said(text), phrase) == places


def test_words_are_compared_without_what_nobody_sees() -> None:
    assert plain("Ofﬁ\u00adce\u200b “A–B”") == 'office "a-b"'


def test_neighbours_on_a_line_share_a_box_and_the_next_line_has_its_own() -> None:
    words = [
        ["The", 0.1, 0.1, 0.13, 0.12],
        ["Larch", 0.80, 0.1, 0.85, 0.12],
        ["Court", 0.86, 0.101, 0.90, 0.119],
        ["estate", 0.1, 0.13, 0.15, 0.15],
    ]
    assert boxes_around(words, [3, 1, 2]) == [Box(0.80, 0.1, 0.90, 0.12), Box(0.1, 0.13, 0.15, 0.15)]


def test_words_of_two_columns_or_with_one_between_have_boxes_of_their_own() -> None:
    words = [["left", 0.1, 0.1, 0.2, 0.12], ["right", 0.6, 0.1, 0.7, 0.12], ["last", 0.72, 0.1, 0.8, 0.12]]
    assert len(boxes_around(words, [0, 1])) == 2
    assert len(boxes_around(words, [0, 2])) == 2
    assert boxes_around(words, [1, 2]) == [Box(0.6, 0.1, 0.8, 0.12)]


def test_a_word_without_a_box_of_its_own_is_not_forgotten() -> None:
    [box] = boxes_around([["edge", 1.0, 1.0, 1.0, 1.0]], [0])
    assert box.left < box.right <= 1
    assert box.top < box.bottom <= 1
