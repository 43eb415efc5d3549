"""The six texts: whole, in order, each paragraph with one anchor."""

import hashlib

import pytest

from rulebook.protocols import PROTOCOLS
from rulebook.text import Kind, UnknownParagraph, UnknownText, paragraph, paragraphs, text


@pytest.mark.parametrize("key", list(PROTOCOLS))
def test_nothing_of_a_text_is_lost_in_the_cutting(key: str) -> None:
    whole = " ".join(" ".join(one.text for one in paragraphs(key)).split())
    assert len(whole.split()) == text(key).words
    assert hashlib.sha256(whole.encode()).hexdigest() == text(key).sha256


@pytest.mark.parametrize("key", list(PROTOCOLS))
def test_each_anchor_stands_once_and_fits_an_address(key: str) -> None:
    anchors = [one.anchor for one in paragraphs(key)]
    assert len(anchors) == len(set(anchors))
    assert all(anchor and set(anchor) <= set("abcdefghijklmnopqrstuvwxyz0123456789.-") for anchor in anchors)


@pytest.mark.parametrize("key", list(PROTOCOLS))
def test_headings_have_levels_and_begin_with_the_title(key: str) -> None:
    for one in paragraphs(key):
        assert (one.level > 0) is (one.kind is Kind.HEADING)
        assert one.shown


@pytest.mark.parametrize(
    ("key", "anchor", "words"),
    [
        (
            "waltham-forest",
            "6-enquiries-b2",
            "A substantive response to a member enquiry should be sent within 10",
        ),
        ("mwda", "7.6", "7.6 Officers should respond to correspondence from Members within 5 working days."),
        ("wokingham-2007", "title", "EXISTING - CHAPTER 9.3"),
        ("wokingham-2014", "title", "CHAPTER 9.3 - MEMBER / OFFICER PROTOCOL"),
        ("mwda", "13", "13. WHEN THINGS GO WRONG"),
    ],
)
def test_a_paragraph_is_found_by_its_anchor_and_shown_without_list_signs(
    key: str, anchor: str, words: str
) -> None:
    assert paragraph(key, anchor).shown.startswith(words)


def test_an_unknown_text_or_paragraph_is_refused_by_name() -> None:
    with pytest.raises(UnknownText, match="atlantis"):
        text("atlantis")
    with pytest.raises(UnknownText):
        text("../protocols")
    with pytest.raises(UnknownParagraph, match="99"):
        paragraph("mwda", "99")
