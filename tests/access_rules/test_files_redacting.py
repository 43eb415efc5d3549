"""What is redacted is gone: not in the text, the pixels, nor anywhere else in the new file."""

import io
from typing import Any

import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter

from access_rules.files.redacting import (
    Box,
    touches,
    whole,
    words_left,
)
from tests.factories.reading import a_pdf
from tests.factories.redacting import (
    SAYS,
    boxes_of,
    labelled,
    read_pages,
    said_by_pdfium,
    said_by_pypdf,
    seen_of,
    unpacked,
    without,
)

SECRET = "Threadgold"
TEXT = f"Rent of {SECRET} is nine"


def with_secrets_everywhere(content: bytes) -> bytes:
    """The same file, with the secret in its metadata, bookmarks, notes, attachments and an earlier state."""
    writer = PdfWriter(clone_from=io.BytesIO(content))
    writer.add_metadata({"/Title": f"About {SECRET}", "/Author": SECRET, "/Keywords": SECRET})
    writer.add_outline_item(title=f"Rent of {SECRET}", page_number=0)
    writer.add_attachment(f"{SECRET}.txt", SECRET.encode())
    out = io.BytesIO()
    writer.write(out)
    later = PdfWriter(io.BytesIO(out.getvalue()), incremental=True)
    later.add_metadata({"/Subject": f"{SECRET} again"})
    last = io.BytesIO()
    later.write(last)
    return last.getvalue()


def test_the_redacted_word_is_in_no_text_and_no_object_of_the_new_file() -> None:
    program = f"/OpenAction << /S /JavaScript /JS ({SECRET}) >>".encode()
    before = with_secrets_everywhere(a_pdf(TEXT, f"{SECRET} again", extra=program))
    assert SECRET.encode() in unpacked(before)
    after = without(before, SECRET)
    for said in (said_by_pypdf(after), said_by_pdfium(after)):
        assert SECRET not in said
        assert "Rent of" in " ".join(said.split())
        assert "is nine" in " ".join(said.split())
    everything = unpacked(after)
    for length in range(4, len(SECRET) + 1):
        for start in range(len(SECRET) - length + 1):
            part = SECRET[start : start + length]
            assert part.encode() not in everything, part
            assert part.encode("utf-16-be") not in everything, part


def test_nothing_but_pages_goes_into_the_new_file() -> None:
    after = without(with_secrets_everywhere(a_pdf(TEXT)), SECRET)
    reader = PdfReader(io.BytesIO(after))
    root: Any = reader.trailer["/Root"]
    assert set(root) <= {"/Type", "/Pages"}
    assert reader.attachments == {}
    assert reader.outline == []
    assert set(reader.metadata or {}) <= {"/Creator", "/Producer", "/CreationDate", "/ModDate"}
    assert all("/Annots" not in page for page in reader.pages)
    # One state: whoever cuts the end off finds no earlier one.
    assert after.count(b"%%EOF") == 1
    assert after.count(b"startxref") == 1


def test_the_pixels_do_not_depend_on_what_lay_under_the_box() -> None:
    # Words as wide as each other, so that nothing but what is under the box differs.
    box = labelled(Box(0.1, 0.1, 0.9, 0.3))
    one, other = (without(a_pdf(text), boxes=[box]) for text in ("Threadgold", "Quernstone"))
    assert seen_of(one).tobytes() == seen_of(other).tobytes()


def test_a_box_is_one_colour_but_for_its_label() -> None:
    after = seen_of(without(a_pdf(TEXT), boxes=[Box(0.1, 0.1, 0.9, 0.3)]))
    inside = (
        int(0.1 * after.width),
        int(0.1 * after.height),
        int(0.9 * after.width),
        int(0.3 * after.height),
    )
    assert after.crop(inside).getextrema() == (0, 0)
    labelled_one = seen_of(without(a_pdf(TEXT), boxes=[labelled(Box(0.1, 0.1, 0.9, 0.3))]))
    assert labelled_one.crop(inside).getextrema() == (0, 255)


def test_the_picture_in_the_file_is_burnt_not_only_what_is_drawn() -> None:
    reader = PdfReader(io.BytesIO(without(a_pdf(TEXT), boxes=[Box(0.0, 0.0, 1.0, 1.0)])))
    [kept] = reader.pages[0].images
    with Image.open(io.BytesIO(kept.data)) as image:
        assert image.convert("L").getextrema() == (0, 0)


def test_each_gap_says_its_paragraph_to_the_eye_and_to_a_screen_reader() -> None:
    after = without(a_pdf(TEXT), SECRET)
    assert SAYS in " ".join(said_by_pdfium(after).split())
    words = " ".join(read_pages(after)[0].text.split())
    assert words == f"Rent of {SAYS} is nine"


@pytest.mark.parametrize(
    ("box", "left"),
    [
        ((0.0, 0.0, 0.15, 0.15), ["two"]),
        ((0.1999, 0.0, 0.21, 0.15), ["two"]),
        ((0.2, 0.0, 0.3, 0.15), ["one", "two"]),
        ((0.0, 0.2, 1.0, 0.3), ["one", "two"]),
        ((0.0, 0.0, 1.0, 1.0), []),
    ],
)
def test_a_word_that_a_box_cuts_is_gone_whole(box: tuple[float, ...], left: list[str]) -> None:
    words = [["one", 0.1, 0.1, 0.2, 0.2], ["two", 0.5, 0.1, 0.6, 0.2]]
    assert [word[0] for word in words_left(words, [Box(*box)])] == left


def test_a_cut_word_is_gone_from_the_picture_too() -> None:
    page = read_pages(a_pdf(TEXT))[0]
    [word] = [word for word in page.words if word[0] == SECRET]
    left, top, right, bottom = (float(edge) for edge in word[1:])
    corner = Box(left, top, left + (right - left) * 0.1, bottom)
    after = seen_of(without(a_pdf(TEXT), boxes=[corner]))
    inside = (
        int(left * after.width),
        int(top * after.height),
        int(right * after.width),
        int(bottom * after.height),
    )
    assert after.crop(inside).getextrema() == (0, 0)
    assert whole([corner], page.words)[-1] == corner


def test_a_word_without_width_is_taken_out_by_the_box_it_stands_in() -> None:
    thin = ["Threadgold", 0.3, 0.3, 0.3, 0.3]
    assert touches(Box(0.2, 0.2, 0.4, 0.4), thin)
    assert not touches(Box(0.4, 0.2, 0.5, 0.4), thin)
    assert whole([Box(0.2, 0.2, 0.4, 0.4)], [thin]) == [Box(0.2, 0.2, 0.4, 0.4)]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_turned_page_is_redacted_where_it_is_seen(turn: int) -> None:
    after = without(a_pdf(TEXT, rotate=turn), SECRET)
    said = " ".join(said_by_pdfium(after).split())
    assert SECRET not in said
    assert "nine" in said
    before, now = seen_of(a_pdf(TEXT, rotate=turn)), seen_of(after)
    assert before.size == now.size
    [page] = read_pages(a_pdf(TEXT, rotate=turn))
    for box in boxes_of(page.words, SECRET):
        inside = (
            int(box.left * now.width),
            int(box.top * now.height),
            int(box.right * now.width),
            int(box.bottom * now.height),
        )
        shown = now.crop(inside)
        # Black, with a label in white: never as much white as the word had around it.
        assert sum(shown.histogram()[:128]) > 0.6 * shown.width * shown.height
    others = [word for word in page.words if word[0] != SECRET]
    for word in others:
        place = int(float(word[1]) * now.width) + 1, int(float(word[2]) * now.height) + 1
        size = (
            int((float(word[3]) - float(word[1])) * now.width),
            int((float(word[4]) - float(word[2])) * now.height),
        )
        area = (*place, place[0] + max(size[0] - 8, 1), place[1] + max(size[1] - 8, 1))
        assert now.crop(area).getextrema()[1] == 255, word
