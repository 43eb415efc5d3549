"""A report as files: the paper, the spreadsheet, the plain table; nothing in them is calculated."""

import csv
import io
import logging
from collections.abc import Iterator, Mapping

from django.template.loader import render_to_string
from django.utils.text import slugify
from django.utils.translation import gettext as _

from casework.actions.reporting import MadeFile
from casework.files.open_document import CONTENT_TYPE, SheetOf, as_ods
from casework.files.spreadsheets import harmless
from casework.letters import NoPdf, page_as_pdf
from casework.models import Report
from casework.screens.figures import Cell, Row, Table, Unit
from protocol_portal.reports.shown import HIDDEN, ShownReport, sections_of, shown

PDF, ODS, CSV = "pdf", "ods", "csv"
FORMS = (PDF, ODS, CSV)
_log = logging.getLogger(__name__)
_Value = str | int | None


def files_of(report: Report) -> Mapping[str, MadeFile]:
    """Every file of the report by its form; no paper where this machine cannot make a PDF."""
    page = shown(report)
    name = slugify(f"{page.title} {report.reference}")
    found = {
        ODS: MadeFile(f"{name}.ods", CONTENT_TYPE, _spreadsheet(report, page)),
        CSV: MadeFile(f"{name}.csv", "text/csv; charset=utf-8", _plain(report)),
    }
    try:
        paper = page_as_pdf(render_to_string("reports/paper.html", {"report": page}))
    except NoPdf as fault:
        _log.warning("No PDF of report %s: %s", report.reference, fault)
        return found
    return {PDF: MadeFile(f"{name}.pdf", "application/pdf", paper), **found}


def rows_in(report: Report) -> int:
    """How many lines with numbers its tables have, whichever the file."""
    tables = (table for section in sections_of(report) for table in section.tables)
    return sum(len(_lines(table)) for table in tables)


def _lines(table: Table) -> tuple[Row, ...]:
    return (*table.rows, table.total) if table.total else table.rows


def _plain(report: Report) -> bytes:
    """Each number in a line of its own, so that any program reads it without knowing the tables."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([_("Part"), _("Table"), _("Line"), _("Figure"), _("Number"), _("Out of"), _("Note")])
    for section in sections_of(report):
        for table in section.tables:
            for row in _lines(table):
                for column, cell in zip(table.columns, row.cells, strict=True):
                    words = (section.heading, table.heading, row.label, column.label)
                    number, of, note = _numbers(cell, column.unit)
                    writer.writerow([*map(harmless, words), number, of, note])
    return out.getvalue().encode("utf-8-sig")


def _numbers(cell: Cell, unit: Unit) -> tuple[_Value, _Value, str]:
    if cell.is_hidden:
        return None, None, _(HIDDEN)
    return cell.number, cell.of if unit is Unit.SHARE else None, ""


def _spreadsheet(report: Report, page: ShownReport) -> bytes:
    front: list[list[_Value]] = [[page.council], [page.title], [page.period]]
    front += [[page.so_far]] if page.so_far else []
    front += [[name, words] for name, words in page.about]
    front += [[paragraph] for paragraph in page.foreword]
    sheets = [SheetOf(_("About this report"), front)]
    for section in sections_of(report):
        sheets += [SheetOf(table.heading, list(_rows(table))) for table in section.tables]
        if section.lines:
            sheets.append(SheetOf(section.heading, [[line] for line in section.lines]))
    sheets.append(SheetOf(_("What the words mean"), [[name, words] for name, words in page.means]))
    return as_ods(sheets, title=page.title)


def _rows(table: Table) -> Iterator[list[_Value]]:
    """The heads, then the lines; a share takes two columns, its part and what it is out of."""
    heads: list[_Value] = [table.heading]
    for column in table.columns:
        out_of = _("%(figure)s, out of") % {"figure": column.label}
        heads += [column.label, out_of] if column.unit is Unit.SHARE else [column.label]
    yield heads
    for row in _lines(table):
        cells: list[_Value] = [row.label]
        for column, cell in zip(table.columns, row.cells, strict=True):
            number, of, note = _numbers(cell, column.unit)
            cells += [note or number, of] if column.unit is Unit.SHARE else [note or number]
        yield cells
