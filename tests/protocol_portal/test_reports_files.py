"""The files of a report, each opened by a library of another maker; nothing in them is calculated."""

import csv
import io
import re

import pypdfium2
import pytest
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from casework.actions import reporting
from casework.files.open_document import SheetOf, as_ods
from casework.models import CaseEvent, Report
from casework.states import ReportState
from complaints.models import Complaint
from complaints.states import ComplaintState
from council.models import Service
from protocol_portal.reports.filing import FORMS, rows_in
from protocol_portal.reports.making import make_report
from protocol_portal.reports.shown import HIDDEN
from tests.factories import council as make
from tests.factories.browsers import signed_in
from tests.factories.complaints import a_complaint
from tests.factories.enquiries import an_enquiry, on_day
from tests.factories.reports import a_report_that_is_made, last_quarter

pytestmark = pytest.mark.django_db
FORMULA = "=HYPERLINK(1)"


def a_full_report() -> Report:
    """Complaints of which two are upheld, and enquiries for a service whose name is a formula."""
    first = last_quarter().first
    made = [a_complaint(state=ComplaintState.CLOSED) for _number in range(15)]
    rows = Complaint.objects.filter(pk__in=[one.pk for one in made])
    rows.update(received_on=first, outcome="no-action")
    rows.filter(pk__in=[one.pk for one in made[:2]]).update(outcome="upheld")
    rows.filter(pk__in=[one.pk for one in made[2:9]]).update(outcome="partly")
    service = make.a_service()
    Service.objects.filter(pk=service.pk).update(name=FORMULA)
    for _number in range(5):
        an_enquiry(service=service)
    type(an_enquiry(service=service)).objects.update(received_on=first, due_on=first)
    report = a_report_that_is_made()
    who = on_day(report.asked_by)
    reporting.write_foreword(who=who, report=report, words="+ Read this first.", at=timezone.now())
    make_report(report.pk)
    return Report.objects.get(pk=report.pk)


def content(report: Report, form: str) -> bytes:
    """The file as the monitoring officer takes it out."""
    answer = signed_in(report.asked_by).get(reverse("report-file", args=[report.reference, form]))
    assert answer.status_code == 200
    assert "attachment" in answer["Content-Disposition"]
    return b"".join(answer.streaming_content)  # type: ignore[attr-defined]


def test_the_paper_is_a_tagged_pdf_with_a_title_and_every_part() -> None:
    report = a_full_report()
    paper = content(report, "pdf")
    pages = pypdfium2.PdfDocument(paper)
    words = " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in pages)
    for said in ("Quarterly report", "+ Read this first.", "Equal treatment", "Complaints", "not shown"):
        assert said in words
    assert re.search(r"Upheld not shown", words)
    assert pages.get_metadata_value("Title").startswith("Quarterly report")
    root = PdfReader(io.BytesIO(paper)).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en-GB"


def test_the_spreadsheet_has_numbers_as_numbers_and_words_as_words() -> None:
    report = a_full_report()
    book = CalamineWorkbook.from_filelike(io.BytesIO(content(report, "ods")))
    stages = {row[0]: row[1] for row in book.get_sheet_by_name("Where complaints stand").to_python()}
    assert stages["Upheld"] == HIDDEN
    assert stages["Withdrawn"] == 0
    assert stages["All"] == 15
    assert isinstance(stages["All"], float)
    services = next(name for name in book.sheet_names if name.startswith("Enquiries by service"))
    heads, line, *_rest = book.get_sheet_by_name(services).to_python()
    assert heads[1:4] == ["Counted", "In time for the first date", "In time for the first date, out of"]
    assert line[:2] == [FORMULA, 6.0]
    front = book.get_sheet_by_name("About this report").to_python()
    assert ["+ Read this first.", ""] in front


def test_the_plain_table_has_a_line_for_each_number_and_no_formula() -> None:
    report = a_full_report()
    heads, *lines = csv.reader(io.StringIO(content(report, "csv").decode("utf-8-sig")))
    assert heads == ["Part", "Table", "Line", "Figure", "Number", "Out of", "Note"]
    found = {(line[1], line[2]): line[4:] for line in lines if line[0] == "Complaints"}
    assert found["Where complaints stand", "Upheld"] == ["", "", HIDDEN]
    assert found["Where complaints stand", "All"] == ["15", "", ""]
    assert [line[2] for line in lines if FORMULA in line[2]] == [f"'{FORMULA}"] * 3
    assert not [cell for line in lines for cell in line if cell.startswith(("=", "+", "-", "@"))]


def test_no_small_number_stands_in_any_of_them() -> None:
    report = a_full_report()
    for line in csv.reader(io.StringIO(content(report, "csv").decode("utf-8-sig"))):
        number, of, figure = line[4], line[5], line[3]
        if number.isdigit() and "days" not in figure.casefold():
            left = int(of) - int(number) if of else 0
            assert int(number) not in range(1, 5), line
            assert left not in range(1, 5), line


def test_every_file_taken_out_is_an_event_with_its_report_and_rows() -> None:
    report = a_full_report()
    for form in FORMS:
        content(report, form)
    events = CaseEvent.objects.filter(kind="security.report-exported")
    assert [event.facts["form"] for event in events] == list(FORMS)
    assert {event.facts["rows"] for event in events} == {rows_in(report)}
    assert {event.facts["period"] for event in events} == {report.period.key}
    assert {event.by for event in events} == {report.asked_by}


def test_sheets_have_names_that_every_program_takes_each_its_own() -> None:
    names = ["Where [they] stand: now/then", "x" * 40, "x" * 40, "X" * 40]
    book = CalamineWorkbook.from_filelike(io.BytesIO(as_ods([SheetOf(one, []) for one in names], title="T")))
    assert len({name.casefold() for name in book.sheet_names}) == 4
    assert book.sheet_names[0] == "Where they stand now then"
    assert all(len(name) <= 31 for name in book.sheet_names)


@pytest.mark.parametrize("mark", ["\x00", "\x0b", "\x0c", "\x1f", "\ud800", "\ufffe", "\uffff"])
def test_what_no_xml_holds_is_a_space_in_names_cells_and_title(mark: str) -> None:
    sheet = SheetOf(f"Repairs{mark}parks", [[f"Leisure{mark}centre", 3]])
    book = CalamineWorkbook.from_filelike(io.BytesIO(as_ods([sheet], title=f"A{mark}report")))
    assert book.sheet_names == ["Repairs parks"]
    assert book.get_sheet_by_index(0).to_python() == [["Leisure centre", 3.0]]


def test_a_foreword_with_what_no_xml_holds_stops_no_report() -> None:
    report = a_report_that_is_made()
    words = "Read\x0bthis\x0cfirst.\n\nThen\tthat."
    reporting.write_foreword(who=on_day(report.asked_by), report=report, words=words, at=timezone.now())
    make_report(report.pk)
    report = Report.objects.get(pk=report.pk)
    assert report.state == ReportState.MADE
    book = CalamineWorkbook.from_filelike(io.BytesIO(content(report, "ods")))
    front = [row[0] for row in book.get_sheet_by_name("About this report").to_python()]
    assert "Read this first." in front
