"""What somebody typed as the pages of a PDF: a heading, what it is, and the paragraphs in lines."""

import ctypes
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files

import pypdfium2
from PIL import ImageFont
from pypdfium2 import raw

from access_rules.files.unseen import font_of

# An A4 page in points.
WIDTH, HEIGHT, MARGIN = 595.0, 842.0, 64.0
_LETTERS = (files("font_manrope") / "files" / "Manrope-Medium.ttf").read_bytes()
_BODY, _HEADING, _SMALL = 12, 18, 10
_AIR = 1.5


@dataclass(frozen=True)
class _Line:
    text: str
    size: int


def typed_pdf(heading: str, about: str, text: str) -> bytes:
    """The PDF: empty lines part its paragraphs, and a line that is too long goes on in the next."""
    pdf = pypdfium2.PdfDocument.new()
    font = font_of(pdf)
    lines = [*_broken(heading, _HEADING), *_broken(about, _SMALL), _Line("", _BODY)]
    for paragraph in text.splitlines():
        lines += _broken(paragraph, _BODY)
    for page in _pages(lines):
        sheet = pdf.new_page(WIDTH, HEIGHT)
        down = HEIGHT - MARGIN
        for line in page:
            down -= line.size * _AIR
            _write(pdf, sheet, font, line, down)
        sheet.gen_content()
        sheet.close()
    out = io.BytesIO()
    pdf.save(out)
    pdf.close()
    return out.getvalue()


def _broken(text: str, size: int) -> list[_Line]:
    """The text in lines no wider than the page; a word that is wider is cut."""
    letters, wide = ImageFont.truetype(io.BytesIO(_LETTERS), size), WIDTH - 2 * MARGIN
    lines, line = list[str](), ""
    for word in _short_words(text.split(), letters, wide):
        longer = f"{line} {word}".strip()
        if line and letters.getlength(longer) > wide:
            lines.append(line)
            longer = word
        line = longer
    return [_Line(one, size) for one in [*lines, line]]


def _short_words(words: Iterable[str], letters: ImageFont.FreeTypeFont, wide: float) -> Iterator[str]:
    for word in words:
        while letters.getlength(word) > wide:
            fits = next(end for end in range(len(word), 0, -1) if letters.getlength(word[:end]) <= wide)
            yield word[:fits]
            word = word[fits:]
        yield word


def _pages(lines: Iterable[_Line]) -> Iterator[list[_Line]]:
    page, room = list[_Line](), HEIGHT - 2 * MARGIN
    for line in lines:
        room -= line.size * _AIR
        if room < 0:
            yield page
            page, room = [], HEIGHT - 2 * MARGIN - line.size * _AIR
        page.append(line)
    yield page


def _write(
    pdf: pypdfium2.PdfDocument,
    sheet: pypdfium2.PdfPage,
    font: raw.FPDF_FONT,
    line: _Line,
    bottom: float,
) -> None:
    if not line.text:
        return
    words = raw.FPDFPageObj_CreateTextObj(pdf, font, line.size)
    letters = line.text.encode("utf-16-le") + b"\0\0"
    raw.FPDFText_SetText(words, ctypes.cast(ctypes.create_string_buffer(letters), raw.FPDF_WIDESTRING))
    raw.FPDFPageObj_Transform(words, 1, 0, 0, 1, MARGIN, bottom)
    raw.FPDFPage_InsertObject(sheet, words)
