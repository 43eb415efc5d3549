"""A copy is a PDF written anew: each page bears marking, recipient, day and duty; its words stay readable."""

import io

import pypdfium2
import pytest
from pypdf import PdfReader

from access_rules.files.copying import Leaf, marked_copy
from access_rules.files.stamping import Stamp
from tests.factories.reading import a_page_picture

STAMP = Stamp(
    "Confidential. Not for publication: exempt under paragraph 3",
    "Copy for José Łukasz, made on 25 November 2026. You must not pass it on.",
    "José Łukasz · 25 November 2026",
)
WORDS = [["Lease", 0.12, 0.16, 0.2, 0.19], ["Ŵyn’s", 0.22, 0.16, 0.3, 0.19], ["rent", 0.12, 0.5, 0.2, 0.53]]


def copied(*pages: list[list[str | float]], stamp: Stamp = STAMP) -> bytes:
    """A copy with a page for each list of words."""
    picture = a_page_picture(size=(1190, 1684))
    return marked_copy([Leaf(picture, words) for words in pages], stamp)


def test_every_page_says_what_it_is_whose_and_what_is_owed() -> None:
    reader = PdfReader(io.BytesIO(copied(WORDS, [])))
    assert len(reader.pages) == 2
    for page in reader.pages:
        text = " ".join(page.extract_text().split())
        assert STAMP.above in text
        assert STAMP.below in text


def test_the_words_of_the_page_stay_for_a_screen_reader_and_stand_where_they_are_seen() -> None:
    pdf = pypdfium2.PdfDocument(copied(WORDS))
    page = pdf[0]
    said = page.get_textpage().get_text_bounded().split()
    assert [word for word in said if word in {"Lease", "Ŵyn’s", "rent"}] == ["Lease", "Ŵyn’s", "rent"]
    found = page.get_textpage().search("rent").get_next()
    assert found is not None
    left, bottom, _right, top = page.get_textpage().get_charbox(found[0])
    width, height = page.get_size()
    # The middle of the page, between a band above and a band below it.
    assert left / width == pytest.approx(0.12, abs=0.02)
    assert (bottom + top) / 2 / height == pytest.approx(0.49, abs=0.05)


def test_the_marking_is_burnt_into_the_picture_and_the_words_are_not_seen_twice() -> None:
    with_words, without = (
        pypdfium2.PdfDocument(copied(words))[0].render().to_pil().convert("L") for words in (WORDS, [])
    )
    assert with_words.tobytes() == without.tobytes()
    assert with_words.getpixel((3, 3)) < 40


def test_nothing_of_the_file_of_origin_goes_with_it() -> None:
    reader = PdfReader(io.BytesIO(copied(WORDS)))
    root = reader.trailer["/Root"]
    assert not {"/Names", "/OpenAction", "/AA", "/AcroForm", "/Metadata", "/OCProperties"} & set(root)
    assert reader.attachments == {}
    assert all("/Annots" not in page for page in reader.pages)
    assert set(reader.metadata or {}) <= {"/Creator", "/Producer", "/CreationDate", "/ModDate"}


def test_an_open_paper_is_copied_without_a_marking() -> None:
    stamp = Stamp("", "Copy for Ana, made on 25 November 2026.")
    text = PdfReader(io.BytesIO(copied(WORDS, stamp=stamp))).pages[0].extract_text()
    assert "Confidential" not in text
    assert "Copy for Ana" in text


def test_a_word_without_room_or_letters_does_no_harm() -> None:
    odd = [
        ["", 0, 0, 0, 0],
        ["x", 0.5, 0.5, 0.5, 0.5],
        ["\U0001f600", 0.1, 0.1, 0.2, 0.2],
        ["y" * 5000, 0, 0, 1, 1],
    ]
    assert copied(odd).startswith(b"%PDF-")
