"""A page made a PDF by WeasyPrint, which needs libraries of the machine: the one import that may fail."""

from pathlib import Path
from typing import Any

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.utils.functional import SimpleLazyObject

from casework.letters.sheet import Sheet

TEMPLATE, STYLE = "letters/sheet.html", "letter.css"
# Tagged, with title and language: a screen reader reads it as the page.
VARIANT = "pdf/ua-1"


class NoPdf(Exception):
    """This machine lacks what WeasyPrint needs (docs/running.md); the page can be printed all the same."""


def _renderer() -> Any:
    """The library. Raises NoPdf where it, or a library of the machine that it loads, is missing."""
    try:
        import weasyprint
    except (ImportError, OSError) as fault:
        raise NoPdf(str(fault)) from fault
    return weasyprint


def as_pdf(sheet: Sheet) -> bytes:
    """The sheet as a tagged PDF. Raises NoPdf.

    Nothing is fetched for it: no file, no host; only what stands in the page itself.
    """
    return page_as_pdf(render_to_string(TEMPLATE, {"sheet": sheet, "is_paper": True}))


def page_as_pdf(page: str) -> bytes:
    """Any page that was written for paper as a tagged PDF, with the look of letters. Raises NoPdf."""
    return pdf_of(_renderer(), page)


def pdf_of(weasyprint: Any, page: str) -> bytes:
    """The page as a PDF, with nothing fetched but data that the page holds."""
    fetcher = weasyprint.urls.URLFetcher(allowed_protocols={"data"}, allow_redirects=False)
    made: bytes = weasyprint.HTML(string=page, url_fetcher=fetcher).write_pdf(
        pdf_variant=VARIANT, stylesheets=[weasyprint.CSS(string=str(_style), url_fetcher=fetcher)]
    )
    return made


def _read_style() -> str:
    found = finders.find(STYLE)
    return Path(str(found)).read_text(encoding="utf-8")


_style = SimpleLazyObject(_read_style)
