"""Words on a page of a PDF that nobody sees and every screen reader finds, over their picture."""

import ctypes
from collections.abc import Sequence
from importlib.resources import files

import pypdfium2
from pypdfium2 import raw

# Pictures are kept at 144 pixels to the inch, and PDF counts 72 points to it.
POINTS = 0.5
_FONT = (files("font_manrope") / "files" / "Manrope-Medium.ttf").read_bytes()
# A word, and its box as fractions of the page: left, top, right, bottom.
Word = Sequence[str | float]


def font_of(pdf: pypdfium2.PdfDocument) -> raw.FPDF_FONT:
    """The letters, once for the whole file."""
    letters = (ctypes.c_uint8 * len(_FONT)).from_buffer_copy(_FONT)
    font: raw.FPDF_FONT = raw.FPDFText_LoadFont(pdf, letters, len(_FONT), raw.FPDF_FONT_TRUETYPE, 1)
    return font


def write(
    pdf: pypdfium2.PdfDocument,
    sheet: pypdfium2.PdfPage,
    font: raw.FPDF_FONT,
    text: str,
    box: tuple[float, float, float, float],
) -> None:
    """The words as wide and as high as those in the picture; `box` is left, bottom, right, top in points."""
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
