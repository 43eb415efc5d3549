"""The letter of an outcome on paper: who may take out which, and that it says what its side was shown."""

import pytest
from django.utils import timezone

from casework.letters import Sheet
from complaints.models import Complaint, Writing
from complaints.policies.telling import may_read_outcome, may_take_out_letter
from complaints.screens.outcome_paper import letters_of, outcome_sheet
from council.models import Person
from tests.factories.browsers import signed_in
from tests.factories.deciding import REASONS, Case, about_an_officer, decided
from tests.factories.enquiries import on_day

pytestmark = pytest.mark.django_db
# Who takes out the letter to whoever complained, and to whoever it was about, once both were told.
TABLE = {
    "complainant": "a-",
    "subject": "-a",
    "chief executive": "aa",
    "monitoring officer": "--",
    "manager of the subject": "--",
    "who answers to the subject": "--",
    "another member": "--",
    "democratic services": "--",
}


def may(person: Person, row: Complaint) -> str:
    """A letter for each of the two."""
    asked = (may_take_out_letter(on_day(person), row, side) for side in ("complainant", "subject"))
    return "".join("a" if one.allowed else "-" for one in asked)


def words(sheet: Sheet) -> str:
    """All that stands in the body."""
    return " ".join(part for one in sheet.body for part in (one.heading, *one.paragraphs))


def told() -> tuple[Case, Complaint]:
    """It is decided, and both sides were told."""
    case = about_an_officer()
    return case, decided(case, "chief executive", told=True)


def test_each_takes_out_the_letter_of_their_own_side_and_whoever_deals_with_it_both() -> None:
    case, row = told()
    assert {name: may(person, row) for name, person in case.people.items()} == TABLE
    for name, person in case.people.items():
        links = letters_of(on_day(person), row)
        assert len(links) == TABLE[name].count("a"), name
        if links:
            assert may_read_outcome(on_day(person), row).allowed


def test_before_a_side_is_told_no_letter_to_it_is_taken_out() -> None:
    case = about_an_officer()
    row = decided(case, "chief executive")
    assert {may(person, row) for person in case.people.values()} == {"--"}
    refused = may_take_out_letter(on_day(case["chief executive"]), row, "complainant")
    assert "not told yet how it ended" in refused.sentence
    for nonsense in ("", "handlers", "to"):
        assert not may_take_out_letter(on_day(case["chief executive"]), row, nonsense).allowed
        assert not may_take_out_letter(on_day(case["complainant"]), row, nonsense).allowed


def test_the_letter_says_the_decision_its_reasons_the_paragraph_and_what_is_open() -> None:
    case, row = told()
    hidden = {"kind": Writing.Kind.CAME_OF_IT, "by": case["chief executive"], "at": timezone.now()}
    row.writings.create(text="For those who deal with it alone.", **hidden)
    sheet = outcome_sheet(on_day(case["chief executive"]), row, "complainant")
    assert sheet.title == sheet.reference == row.reference
    assert sheet.to == (case["complainant"].name,)
    said = words(sheet)
    for part in ("Upheld", REASONS, "By which paragraph", "section 8", "What is still open", "Ombudsman"):
        assert part in said, part
    assert "For those who deal with it alone." not in said
    assert case["subject"].name not in said
    other = outcome_sheet(on_day(case["subject"]), row, "subject")
    assert other.to == (case["subject"].name,)


def test_it_is_a_pdf_called_by_its_number_alone() -> None:
    pytest.importorskip("weasyprint")
    case, row = told()
    address = f"/complaints/{row.reference}/outcome/"
    made = signed_in(case["complainant"]).get(address, {"format": "pdf", "for": "complainant"})
    assert made["Content-Type"] == "application/pdf"
    assert made["Content-Disposition"] == f'attachment; filename="{row.reference}.pdf"'
    assert made.content.startswith(b"%PDF-")
    crossed = signed_in(case["complainant"]).get(address, {"format": "pdf", "for": "subject"})
    assert crossed.status_code == 403
    stranger = signed_in(case["another member"]).get(address, {"format": "pdf", "for": "complainant"})
    assert stranger.status_code == 404
