"""A copy as a PDF: every page bears its marking, whose copy it is and the duty; its words stay readable.

It is written anew from the pages as they were read: what else the file of origin held (programs, hidden
layers, attachments, notes, who wrote it) is not in it.
"""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pypdfium2
from PIL import Image
from pypdfium2 import raw

from access_rules.files.stamping import Stamp, band_heights, opened, stamped_image
from access_rules.files.unseen import POINTS, Word, font_of, write


@dataclass(frozen=True)
class Leaf:
    """One page of the document: its picture, and its words with their boxes as fractions of it."""

    picture: bytes
    words: Sequence[Word]


def marked_copy(leaves: Iterable[Leaf], stamp: Stamp) -> bytes:
    """The PDF. Raises ValueError where a picture is no page."""
    pdf = pypdfium2.PdfDocument.new()
    font = font_of(pdf)
    for leaf in leaves:
        _add(pdf, font, leaf, stamp)
    out = io.BytesIO()
    pdf.save(out)
    pdf.close()
    return out.getvalue()


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
        write(pdf, sheet, font, text, (0.0, bottom, width, bottom + 8.0))
    for word, left, top, right, base in leaf.words:
        box = (
            float(left) * width,
            (page.height * (1 - float(base)) + below) * POINTS,
            float(right) * width,
            (page.height * (1 - float(top)) + below) * POINTS,
        )
        write(pdf, sheet, font, str(word), box)
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
