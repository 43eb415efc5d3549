"""The pages of an enquiry that is elsewhere: number and date there, outcome with files, taken back."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from casework.models import Attachment
from enquiries.models import Enquiry, Message
from enquiries.states import State
from tests.enquiries.test_views_redirecting import in_days, moved, opened, send, text_of
from tests.factories.browsers import signed_in
from tests.factories.enquiries import OWN_DATA
from tests.factories.repairs import Council, the_repairs_team

PDF = b"%PDF-1.4\n%%EOF\n"


@pytest.fixture
def council(db: None) -> Council:
    """Exampleshire's repairs."""
    return the_repairs_team()


def test_a_statutes_date_is_shown_with_its_arithmetic(council: Council) -> None:
    case = moved(council, OWN_DATA, "sar")
    member = signed_in(council.member)
    assert "The law gives 1 month from the day of receipt" in text_of(opened(member, "enquiry", case))
    page = text_of(opened(member, "enquiry-date-there", case))
    assert "How the date there is worked out" in page
    assert "UK General Data Protection Regulation, article 12(3)" in page
    assert "day of receipt" in page
    assert opened(member, "enquiry-date-there", moved(council)).status_code == 404


def test_the_number_is_added_and_another_date_wants_a_reason(council: Council) -> None:
    case, browser = moved(council), signed_in(council.officer)
    boxes = {"their_reference": "CC-18", "expected_on": in_days(40), "reason": "", "version": case.version}
    page = text_of(send(browser, "enquiry-redirection", case, {**boxes, "token": "a"}))
    assert "Say why the date is another" in page
    assert "CC-18" in page
    boxes["reason"] = "The investigator is ill."
    for _time in range(2):
        page = text_of(send(browser, "enquiry-redirection", case, {**boxes, "token": "a"}, follow=True))
        assert "It is put on record, and the member is told" in page
    member = text_of(opened(signed_in(council.member), "enquiry", case))
    assert "CC-18" in member
    assert "The investigator is ill." in member
    assert Enquiry.objects.get(pk=case.pk).version == case.version + 1


def test_the_outcome_comes_with_files_and_the_member_says_whether_it_answers(council: Council) -> None:
    case, browser = moved(council), signed_in(council.officer)
    boxes = {"text": "", "version": case.version, "token": "a"}
    assert "Enter what came of it" in text_of(send(browser, "enquiry-outcome", case, boxes))
    for _time in range(2):
        upload = SimpleUploadedFile("decision.pdf", PDF, "application/pdf")
        given = {**boxes, "text": "The complaint is upheld.", "uploads": upload}
        page = text_of(send(browser, "enquiry-outcome", case, given, follow=True))
        assert "The outcome is sent to the member" in page
    assert Attachment.objects.get().event.kind == "enquiry.outcome_recorded"  # type: ignore[union-attr]
    member = signed_in(council.member)
    page = text_of(opened(member, "enquiry", case))
    assert "The complaint is upheld." in page
    assert "Yes, close it" in page
    assert "It was handled elsewhere" in page
    assert "decision.pdf" in page
    assert "The complaint is upheld." in text_of(opened(member, "enquiry-verdict", case))
    send(member, "enquiry-verdict", case, {"answer": "yes"})
    assert Enquiry.objects.get(pk=case.pk).state == State.CLOSED


def test_an_unfit_file_is_named_and_nothing_is_brought_back(council: Council) -> None:
    case = moved(council)
    boxes = {"text": "Upheld.", "version": case.version, "token": "a"}
    upload = SimpleUploadedFile("page.html", b"<script>", "text/html")
    page = text_of(send(signed_in(council.officer), "enquiry-outcome", case, {**boxes, "uploads": upload}))
    assert "page.html must be" in page
    assert "Upheld." in page
    assert Enquiry.objects.get(pk=case.pk).state == State.REDIRECTED
    assert not Message.objects.filter(kind=Message.Kind.OUTCOME).exists()


def test_an_outcome_after_a_withdrawal_is_told_and_what_was_typed_stays(council: Council) -> None:
    case = moved(council)
    send(signed_in(council.member), "enquiry-withdraw", case, {"sure": "1"})
    boxes = {"text": "The complaint is upheld.", "version": case.version, "token": "a"}
    page = text_of(send(signed_in(council.officer), "enquiry-outcome", case, boxes))
    assert "withdrew this enquiry at" in page
    assert "not handled elsewhere now" in page
    assert "The complaint is upheld." in page


def test_it_is_taken_back_with_a_reason_that_the_member_reads(council: Council) -> None:
    case, browser = moved(council), signed_in(council.officer)
    boxes = {"reason": "", "version": case.version, "token": "a"}
    page = text_of(send(browser, "enquiry-bring-back", case, boxes))
    assert "Say why it is answered here after all" in page
    boxes["reason"] = "It is no complaint."
    for _time in range(2):
        page = text_of(send(browser, "enquiry-bring-back", case, boxes, follow=True))
        assert "It is an enquiry here again" in page
    after = Enquiry.objects.get(pk=case.pk)
    assert (after.state, after.owed_on) == (State.SENT, case.due_on)
    assert "It is no complaint." in text_of(opened(signed_in(council.member), "enquiry", case))
