"""Letters on paper: merge fields, the sheet, the PDF read back; hostile words reach no file and no host."""

import http.server
import io
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest

from casework.letters import (
    Letterhead,
    NoPdf,
    Section,
    Sheet,
    as_pdf,
    fill,
    framed,
    letterhead,
    paragraphs_of,
    unfilled,
    unknown_fields,
)
from casework.letters.pdf import _renderer, pdf_of
from council.models import CouncilProfile

SHEET = Sheet(
    title="ENQ-7K4M-2: Damp",
    day="25 November 2026",
    body=(Section(("The damp is treated.", "Line one\nline two")), Section(("By Friday.",), "When")),
    signed=("Dana Whitfield", "Housing officer"),
    head=Letterhead("Midshire Council", ("Town Hall", "1 Market Square"), "01632 960100", "ds@a.example"),
    reference="ENQ-7K4M-2",
    to=("Councillor Priya Nair",),
    greeting="Dear Councillor Nair",
    ending="Yours sincerely",
    copied=("Owen Hughes", "Grace Lowe"),
)


def read(made: bytes) -> pypdf.PdfReader:
    """The PDF as a reader opens it."""
    return pypdf.PdfReader(io.BytesIO(made))


def words(made: bytes) -> str:
    """All its words, page after page."""
    return "\n".join(page.extract_text() for page in read(made).pages)


def tags(made: bytes) -> set[str]:
    """The kinds of element of its structure."""
    found: set[str] = set()
    waiting = [read(made).trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        one = waiting.pop()
        one = one.get_object() if hasattr(one, "get_object") else one
        if isinstance(one, list):
            waiting += one
        elif isinstance(one, dict):
            found.add(str(one.get("/S", "")))
            waiting += [one["/K"]] if "/K" in one else []
    return found


@pytest.mark.parametrize(
    ("text", "unfilled_", "unknown"),
    [
        ("Dear {member}, by {due}.", ("member", "due"), ()),
        ("Dear { Member }.", ("Member",), ()),
        ("In {street} and {street}.", ("street",), ("street",)),
        ("At {house number}.", ("house number",), ("house number",)),
        ("For {resident’s name}.", ("resident’s name",), ("resident’s name",)),
        ("Braces {} and {1} and {a\nb} and { are no fields }1{.", ("are no fields",), ("are no fields",)),
        ("Nothing here.", (), ()),
    ],
)  # fmt: skip
def test_words_in_braces_are_found_and_those_that_nobody_knows_told(
    text: str, unfilled_: tuple[str, ...], unknown: tuple[str, ...]
) -> None:
    assert unfilled(text) == unfilled_
    assert unknown_fields(text) == unknown


def test_a_field_takes_the_cases_word_and_one_without_a_word_stays() -> None:
    assert fill("{member}, {Due}, {street}", {"member": "Councillor Nair", "due": ""}) == (
        "Councillor Nair, {Due}, {street}"
    )


def test_a_value_with_braces_in_it_is_not_filled_again() -> None:
    assert fill("{service} {due}", {"service": "{due}", "due": "Friday"}) == "{due} Friday"


@pytest.mark.parametrize(
    ("typed", "paragraphs"),
    [
        ("One.\n\nTwo.", ("One.", "Two.")),
        ("One.\r\n \r\nTwo\r\nlines.\n\n\n\n", ("One.", "Two\nlines.")),
        ("  ", ()),
    ],
)
def test_paragraphs_are_cut_at_empty_lines_and_keep_their_own(
    typed: str, paragraphs: tuple[str, ...]
) -> None:
    assert paragraphs_of(typed) == paragraphs


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        (
            "Dear Priya\n\nDone.\n\nYours sincerely\nDana Whitfield\nManager",
            ("Dear Priya", ("Done.",), "Yours sincerely"),
        ),
        ("Done.\n\nKind regards,\nDana", ("", ("Done.",), "Kind regards,")),
        ("Done.\n\nMore.", ("", ("Done.", "More."), "")),
        ("Dearly bought.\n\nYour bins.", ("", ("Dearly bought.", "Your bins."), "")),
        ("Yours faithfully", ("", ("Yours faithfully",), "")),
        ("", ("", (), "")),
        (
            "Done.\n\nYours is the only such case, and this sentence goes on and on for a while.",
            ("", ("Done.", "Yours is the only such case, and this sentence goes on and on for a while."), ""),
        ),
    ],
)
def test_a_typed_greeting_and_signature_give_way_to_the_sheets_own(
    typed: str, found: tuple[str, tuple[str, ...], str]
) -> None:
    made = framed(typed)
    assert (made.greeting, made.paragraphs, made.ending) == found


@pytest.mark.django_db
def test_the_letterhead_is_the_councils_own_row() -> None:
    CouncilProfile.objects.create(
        pk=1, council_name="Midshire Council", phone="01632 960100", address="Town Hall\n\n 1 Market Square "
    )
    assert letterhead() == Letterhead(
        "Midshire Council", ("Town Hall", "1 Market Square"), "01632 960100", ""
    )


@pytest.mark.django_db
def test_a_council_that_has_entered_nothing_has_a_letterhead_all_the_same() -> None:
    assert letterhead() == Letterhead("Your council")


def test_a_pdf_says_all_that_the_sheet_says() -> None:
    said = words(as_pdf(SHEET))
    for part in (
        *("Midshire Council", "1 Market Square", "Telephone: 01632 960100", "Email: ds@a.example"),
        *("Councillor Priya Nair", "Our reference: ENQ-7K4M-2", "25 November 2026", "Dear Councillor Nair"),
        *("The damp is treated.", "Line one\nline two", "When", "By Friday.", "Yours sincerely"),
        *("Dana Whitfield", "Housing officer", "Copied to: Owen Hughes, Grace Lowe", "1/1"),
    ):
        assert part in said, part


def test_a_pdf_is_tagged_and_has_its_title_and_language() -> None:
    made = as_pdf(SHEET)
    root = read(made).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en-GB"
    assert read(made).metadata.title == SHEET.title  # type: ignore[union-attr]
    assert {"/H1", "/H2", "/P", "/Document"} <= tags(made)


def test_a_marking_stands_on_every_page_and_none_on_a_letter_without() -> None:
    long = tuple(f"Paragraph {number}. " * 40 for number in range(20))
    marked = replace(SHEET, title="ENQ-7K4M-2", marking="Confidential", body=(Section(long),))
    pages = read(as_pdf(marked)).pages
    assert len(pages) > 2
    assert all(page.extract_text().count("Confidential") == 1 for page in pages)
    assert all("ENQ-7K4M-2" in page.extract_text() for page in pages)
    assert "Confidential" not in words(as_pdf(replace(marked, marking="")))


HOSTILE = (
    '<img src="{address}"><link rel="stylesheet" href="{address}"><style>@import "{address}";</style>'
    '<script>fetch("{address}")</script><a rel="attachment" href="{address}">x</a>'
)


@pytest.fixture
def heard() -> Iterator[tuple[str, list[str]]]:
    """A web server of this machine and what it was asked for."""
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(404)
            self.end_headers()

        def log_message(self, *_given: object) -> None:
            """Says nothing."""

    server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/x.css", asked
    server.shutdown()
    server.server_close()
    thread.join()


def test_typed_markup_is_words_on_the_letter(heard: tuple[str, list[str]]) -> None:
    address, asked = heard
    typed = HOSTILE.format(address=address) + HOSTILE.format(address="file:///etc/passwd")
    said = words(as_pdf(replace(SHEET, body=(Section((typed,)),), subject=typed, signed=(typed,))))
    assert "file:///etc/passwd" in "".join(said.split())
    assert "root:" not in said
    assert asked == []


def test_even_markup_that_got_through_reaches_no_file_and_no_host(
    heard: tuple[str, list[str]], tmp_path: Path
) -> None:
    address, asked = heard
    secret = tmp_path / "secret.html"
    secret.write_text("marrowfat", encoding="utf-8")
    page = "<p>There.</p>" + "".join(
        HOSTILE.format(address=one) + f'<object data="{one}"></object><embed src="{one}">'
        for one in (address, secret.as_uri(), "file:///etc/passwd")
    )
    made = pdf_of(_renderer(), f"<html lang=en><title>x</title><body>{page}</body></html>")
    assert "There." in words(made)
    assert b"marrowfat" not in made
    assert not read(made).attachments
    assert asked == []


def test_one_letter_takes_less_than_a_second() -> None:
    as_pdf(SHEET)
    begun = time.process_time()
    as_pdf(SHEET)
    assert time.process_time() - begun < 1


def test_without_the_package_there_is_no_pdf(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(NoPdf):
        as_pdf(SHEET)


def test_without_a_library_of_the_machine_there_is_no_pdf(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "weasyprint.py").write_text('raise OSError("no libpango")', encoding="utf-8")
    for name in [one for one in sys.modules if one.partition(".")[0] == "weasyprint"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.syspath_prepend(str(tmp_path))
    with pytest.raises(NoPdf, match="libpango"):
        as_pdf(SHEET)
