"""Letters on paper: what a sheet holds, what its writer may have forgotten, and the sheet as a PDF."""

from casework.letters.fields import FIELDS, fill, unfilled, unknown_fields
from casework.letters.pdf import NoPdf, as_pdf, page_as_pdf
from casework.letters.sheet import Framed, Letterhead, Section, Sheet, framed, letterhead, paragraphs_of
from casework.letters.standing import unfit

__all__ = [
    "FIELDS",
    "Framed",
    "Letterhead",
    "NoPdf",
    "Section",
    "Sheet",
    "as_pdf",
    "fill",
    "framed",
    "letterhead",
    "page_as_pdf",
    "paragraphs_of",
    "unfilled",
    "unfit",
    "unknown_fields",
]
