"""Columns, layers, colours, many pages, limits: what else may stand in a file that is redacted."""

import io

import pypdfium2
import pytest
from PIL import Image, ImageDraw

from access_rules.files.caged import Limits, Unreadable, sheets_of
from access_rules.files.redacting import (
    EDGE,
    Box,
    Leaf,
    burn,
    new_pdf,
    seen,
    shorter,
    words_told,
)
from access_rules.files.remaking import Gone, Marked, redacted_file, still_there
from tests.factories.reading import a_pdf, stream, written
from tests.factories.redacting import (
    SAYS,
    boxes_of,
    labelled,
    read_pages,
    said_by_pdfium,
    unpacked,
    without,
)

SECRET = "Threadgold"
TEXT = f"Rent of {SECRET} is nine"


def in_columns() -> bytes:
    """A page with two columns; the phrase ends one line and goes on below it."""
    lines = [
        (72, 700, "The lease of"),
        (72, 670, "Threadgold Mill ends"),
        (330, 700, "Another column"),
        (330, 670, "stays as it is"),
    ]
    drawn = b" ".join(b"BT /F1 18 Tf %d %d Td (%s) Tj ET" % (x, y, text.encode()) for x, y, text in lines)
    return a_pdf("Heading", drawn=drawn)


def test_of_two_columns_only_the_one_that_is_marked_is_touched() -> None:
    after = without(in_columns(), "of Threadgold Mill")
    said = " ".join(said_by_pdfium(after).split())
    assert SECRET not in said
    assert "Mill" not in said
    for kept in ("The lease", "ends", "Another column", "stays as it is"):
        assert kept in said


def hidden_text() -> bytes:
    """A page with the secret in white on white, in a form that is not drawn in black, and beyond its edge."""
    drawn = (
        b"BT 1 1 1 rg /F1 24 Tf 72 600 Td (Threadgold) Tj ET "
        b"BT 3 Tr /F1 24 Tf 72 500 Td (Threadgold) Tj ET "
        b"BT 0 Tr 0 0 0 rg /F1 24 Tf 900 400 Td (Threadgold) Tj ET "
        b"0 0 0 rg 60 290 400 60 re f BT 0 0 0 rg /F1 24 Tf 72 300 Td (Threadgold) Tj ET"
    )
    return a_pdf("Heading", drawn=drawn)


def test_what_nobody_sees_on_the_page_is_not_in_the_new_file_marked_or_not() -> None:
    assert SECRET in said_by_pdfium(hidden_text())
    after = without(hidden_text())
    assert SECRET not in said_by_pdfium(after)
    assert SECRET.encode() not in unpacked(after)
    assert "Heading" in said_by_pdfium(after)


def test_a_word_that_is_seen_stays() -> None:
    picture = Image.new("L", (100, 100), "white")
    ImageDraw.Draw(picture).rectangle((10, 10, 12, 19), fill=90)
    words = [["there", 0.05, 0.05, 0.3, 0.3], ["not", 0.5, 0.5, 0.6, 0.6], ["edge", 1.0, 1.0, 1.0, 1.0]]
    assert [word[0] for word in seen(picture, words)] == ["there"]


def with_a_layer() -> bytes:
    """A page with a layer that is switched off, and a note whose words are in no page."""
    off = b"/OCProperties << /OCGs [6 0 R] /D << /OFF [6 0 R] >> >>"
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Annots [7 0 R] "
        b"/Resources << /Font << /F1 3 0 R >> /Properties << /L 6 0 R >> >> >>"
    )
    said = b"BT /F1 24 Tf 72 700 Td (Heading) Tj ET /OC /L BDC BT /F1 24 Tf 72 600 Td (Threadgold) Tj ET EMC"
    return written(
        [
            b"<< /Type /Catalog /Pages 2 0 R %s >>" % off,
            b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            page,
            stream(said),
            b"<< /Type /OCG /Name (Threadgold) >>",
            b"<< /Type /Annot /Subtype /Text /Rect [10 10 30 30] /Contents (Threadgold) /T (Threadgold) >>",
        ]
    )


def test_layers_and_notes_stay_behind() -> None:
    after = without(with_a_layer())
    assert SECRET.encode() not in unpacked(after)
    assert "Heading" in said_by_pdfium(after)


def test_a_page_in_colour_stays_in_colour_and_loses_what_is_marked() -> None:
    page = Image.new("RGB", (400, 600), (200, 30, 30))
    ImageDraw.Draw(page).text((40, 60), SECRET, fill=(255, 255, 255))
    out = io.BytesIO()
    new_pdf([Leaf(burn(page, [Box(0.05, 0.05, 0.6, 0.2)]), [])], out)
    shown = pypdfium2.PdfDocument(out.getvalue())[0].render(scale=2.0, rev_byteorder=True).to_pil()
    shown = shown.convert("RGB")
    assert shown.size == (400, 600)
    assert shown.getpixel((300, 500)) == (200, 30, 30)
    assert shown.crop((20, 30, 240, 120)).getextrema() == ((0, 0), (0, 0), (0, 0))


def test_the_box_reaches_a_little_further_than_it_was_drawn_and_never_off_the_page() -> None:
    page = Image.new("L", (200, 200), "white")
    burnt = burn(page, [Box(0.5, 0.5, 0.6, 0.6)])
    assert burnt.getpixel((100 - EDGE, 100 - EDGE)) == 0
    assert burnt.getpixel((100 - EDGE - 1, 110)) == 255
    assert burn(page, [Box(0.0, 0.0, 1.0, 1.0)]).getextrema() == (0, 0)
    assert page.getextrema() == (255, 255)
    for wrong in (Box(0.5, 0.5, 0.5, 0.6), Box(-0.1, 0, 1, 1), Box(0, 0, 1.1, 1), Box(0.6, 0.1, 0.5, 0.2)):
        with pytest.raises(ValueError, match="outside"):
            burn(page, [wrong])


@pytest.mark.parametrize(
    ("cite", "ends"),
    [
        ("LGA 1972 Sch 12A para 3", ["LGA 1972 Sch 12A para 3", "Sch 12A para 3", "para 3"]),
        ("UK GDPR Art 6", ["UK GDPR Art 6", "GDPR Art 6", "Art 6"]),
        ("WF-A3.3", ["WF-A3.3"]),
        ("", []),
    ],
)
def test_a_gap_says_as_much_of_the_paragraph_as_has_room(cite: str, ends: list[str]) -> None:
    assert shorter(cite) == ends


def test_a_gap_says_its_paragraph_once_where_its_first_word_stood() -> None:
    words = [[text, place / 10, 0.1, place / 10 + 0.08, 0.2] for place, text in enumerate("abcdef")]
    box, apart = labelled(Box(0.1, 0.1, 0.38, 0.2)), Box(0.5, 0.8, 0.6, 0.9, "para 1", "gap")
    assert [word[0] for word in words_told(words, [apart, box])] == ["a", SAYS, "e", "f", "gap"]


def test_many_pages_keep_their_order() -> None:
    pages = [f"Page {number}" for number in range(45)]
    after = without(a_pdf(*pages), "Page 7")
    said = [" ".join(page.text.split()) for page in read_pages(after)]
    assert said == [SAYS if page == "Page 7" else page for page in pages]


def test_what_is_read_back_of_the_new_file_is_looked_at_before_anybody_has_it() -> None:
    content = a_pdf(TEXT)
    [page] = read_pages(content)
    pages = [Gone(page.words, boxes_of(page.words, SECRET))]
    with sheets_of(io.BytesIO(content), "application/pdf") as sheets:
        assert still_there(sheets, pages)
        assert still_there(sheets, [])
    with sheets_of(io.BytesIO(without(content, SECRET)), "application/pdf") as sheets:
        assert not still_there(sheets, pages)


@pytest.mark.parametrize("phrase", ["of", "of Threadgold is", "nine"])
def test_boxes_that_overlap_each_say_their_own_and_nothing_is_taken_for_a_word_that_was_left(
    phrase: str,
) -> None:
    content = a_pdf(f"{TEXT} of")
    [page] = read_pages(content)
    boxes = [labelled(box, "UK GDPR Art 6") for box in boxes_of(page.words, phrase)]
    boxes += [*boxes_of(page.words, SECRET), labelled(Box(0.1, 0.1, 0.3, 0.9))]
    after = redacted_file([Marked(io.BytesIO(page.picture), page.words, boxes)])
    with sheets_of(io.BytesIO(after), "application/pdf") as sheets:
        assert not still_there(sheets, [Gone(page.words, boxes)])
    assert SECRET not in said_by_pdfium(after)


def test_the_maker_works_under_limits_and_says_what_went_wrong() -> None:
    [page] = read_pages(a_pdf(TEXT))
    with pytest.raises(Unreadable):
        redacted_file([Marked(io.BytesIO(b"no picture"), [], [])])
    with pytest.raises(Unreadable):
        redacted_file([Marked(io.BytesIO(page.picture), page.words, [Box(0.5, 0.5, 0.4, 0.6)])])
    with pytest.raises(Unreadable):
        redacted_file([Marked(io.BytesIO(page.picture), page.words, [])], Limits(most_bytes=100))
