"""Letters on paper: what a sheet holds, what its writer may have forgotten, and the sheet as a PDF."""

from casework.letters.fields import FIELDS, fill, unfilled, unknown_fields
from casework.letters.pdf import NoPdf, as_pdf
from casework.letters.sheet import Letterhead, Section, Sheet, letterhead, paragraphs_of
from casework.letters.standing import unfit

__all__ = [
    "FIELDS",
    "Letterhead",
    "NoPdf",
    "Section",
    "Sheet",
    "as_pdf",
    "fill",
    "letterhead",
    "paragraphs_of",
    "unfilled",
    "unfit",
    "unknown_fields",
]
