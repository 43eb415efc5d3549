"""A copy as a PDF: every page bears its marking, whose copy it is and the duty; its words stay readable.

It is written anew from the pages as they were read: what else the file of origin held (programs, hidden
layers, attachments, notes, who wrote it) is not in it.
"""

import ctypes
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.resources import files

import pypdfium2
from PIL import Image
from pypdfium2 import raw

from access_rules.files.stamping import Stamp, band_heights, opened, stamped_image

# Pictures are kept at 144 pixels to the inch, and PDF counts 72 points to it.
POINTS = 0.5
_FONT = (files("font_manrope") / "files" / "Manrope-Medium.ttf").read_bytes()
Word = Sequence[str | float]


@dataclass(frozen=True)
class Leaf:
    """One page of the document: its picture, and its words with their boxes as fractions of it."""

    picture: bytes
    words: Sequence[Word]


def marked_copy(leaves: Iterable[Leaf], stamp: Stamp) -> bytes:
    """The PDF. Raises ValueError where a picture is no page."""
    pdf = pypdfium2.PdfDocument.new()
    font = _font(pdf)
    for leaf in leaves:
        _add(pdf, font, leaf, stamp)
    out = io.BytesIO()
    pdf.save(out)
    pdf.close()
    return out.getvalue()


def _font(pdf: pypdfium2.PdfDocument) -> raw.FPDF_FONT:
    letters = (ctypes.c_uint8 * len(_FONT)).from_buffer_copy(_FONT)
    font: raw.FPDF_FONT = raw.FPDFText_LoadFont(pdf, letters, len(_FONT), raw.FPDF_FONT_TRUETYPE, 1)
    return font


def _add(pdf: pypdfium2.PdfDocument, font: raw.FPDF_FONT, leaf: Leaf, stamp: Stamp) -> None:
    page = opened(leaf.picture)
    whole = stamped_image(page, stamp)
    width, height = whole.width * POINTS, whole.height * POINTS
    sheet = pdf.new_page(width, height)
    picture = _picture(pdf, whole)
    picture.set_matrix(pypdfium2.PdfMatrix().scale(width, height))
    sheet.insert_obj(picture)
    above, below = band_heights(page.width, stamp)
    for text, bottom in ((stamp.above, height - above * POINTS), (stamp.below, 0.0)):
        _write(pdf, sheet, font, text, (0.0, bottom, width, bottom + 8.0))
    for word, left, top, right, base in leaf.words:
        box = (
            float(left) * width,
            (page.height * (1 - float(base)) + below) * POINTS,
            float(right) * width,
            (page.height * (1 - float(top)) + below) * POINTS,
        )
        _write(pdf, sheet, font, str(word), box)
    sheet.gen_content()
    sheet.close()


def _picture(pdf: pypdfium2.PdfDocument, whole: Image.Image) -> pypdfium2.PdfImage:
    """Greys and colours as a photograph: half the size of what the library would write."""
    out = io.BytesIO()
    whole.save(out, "JPEG", quality=62)
    out.seek(0)
    picture: pypdfium2.PdfImage = pypdfium2.PdfImage.new(pdf)
    picture.load_jpeg(out, inline=True, autoclose=True)
    return picture


def _write(
    pdf: pypdfium2.PdfDocument,
    sheet: pypdfium2.PdfPage,
    font: raw.FPDF_FONT,
    text: str,
    box: tuple[float, float, float, float],
) -> None:
    """Words that nobody sees and every screen reader finds, as wide and as high as those in the picture."""
    left, bottom, right, top = box
    size = max(top - bottom, 1.0)
    if not text:
        return
    words = raw.FPDFPageObj_CreateTextObj(pdf, font, size)
    letters = (text + " ").encode("utf-16-le") + b"\0\0"
    raw.FPDFText_SetText(words, ctypes.cast(ctypes.create_string_buffer(letters), raw.FPDF_WIDESTRING))
    raw.FPDFTextObj_SetTextRenderMode(words, raw.FPDF_TEXTRENDERMODE_INVISIBLE)
    edges = [ctypes.c_float() for _edge in range(4)]
    raw.FPDFPageObj_GetBounds(words, *map(ctypes.byref, edges))
    wide = edges[2].value - edges[0].value
    stretch = (right - left) / wide if wide > 0 and right > left else 1.0
    raw.FPDFPageObj_Transform(words, stretch, 0, 0, 1, left, bottom + size * 0.2)
    raw.FPDFPage_InsertObject(sheet, words)
