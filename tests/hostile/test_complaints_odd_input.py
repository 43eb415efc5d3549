"""Odd words, days, numbers and files in every form of a complaint: never an error of ours."""

from collections.abc import Iterator

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.forms import BaseForm
from django.urls import NoReverseMatch, reverse

from complaints.models import Complaint, Handler
from complaints.states import ComplaintState
from complaints.urls import urlpatterns
from council.models import Person
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.browsers import signed_in
from tests.factories.complaints import a_complaint, dealing

pytestmark = pytest.mark.django_db

ODD = {
    "long": "x" * 10_001,
    "turned": "\u202e\u2067abc\u200b\ud7ff💡" * 20,
    "nul": "It was\x00 so.",
    "first year": "1/1/1",
    "last year": "31/12/9999",
    "huge number": "9" * 30,
    "nothing": " \t\n",
}
STAGES = (
    ComplaintState.INFORMAL,
    ComplaintState.ACKNOWLEDGED,
    ComplaintState.INVESTIGATING,
    ComplaintState.DECIDED,
)
NOT_A_PDF = b"MZ\x90\x00 this is no paper"


def pages(row: Complaint) -> Iterator[tuple[str, str]]:
    """Every address of one complaint."""
    handler = row.handlers.order_by("pk").first()
    for pattern in urlpatterns:
        more = ([], [handler.pk if handler else 1])
        for numbers in more:
            try:
                yield pattern.name, reverse(pattern.name, args=[row.reference, *numbers])
            except NoReverseMatch:
                continue


def boxes(form: BaseForm, odd: str) -> dict[str, object]:
    """Every box filled with the odd words, the marks of the page as they were."""
    kept = {"version", "token"}
    return {
        name: form[name].value() or "" if name in kept else _in_box(form, name, odd) for name in form.fields
    }


def _in_box(form: BaseForm, name: str, odd: str) -> object:
    if form.fields[name].widget.needs_multipart_form:
        return SimpleUploadedFile("minutes.pdf", NOT_A_PDF, "application/pdf")
    choices = [value for value, _words in getattr(form.fields[name], "choices", ()) if value]
    # A choice that exists keeps the form going to the boxes that are typed into.
    return str(choices[0]) if choices and len(odd) < 100 else odd


def people(row: Complaint) -> dict[str, Person]:
    """Who may open a form of it: both sides, and whoever deals with it."""
    chief = make.a_holder_of(Post.CHIEF_EXECUTIVE)
    formal = (Handler.Part.RECIPIENT, Handler.Part.INVESTIGATOR, Handler.Part.DECIDER)
    for part in (Handler.Part.HELPER,) if row.state == ComplaintState.INFORMAL else formal:
        dealing(row, chief, part)
    assert row.complainant is not None
    assert row.subject is not None
    return {"complainant": row.complainant, "subject": row.subject, "keeper": chief}


@pytest.mark.parametrize("state", STAGES)
def test_no_form_of_a_complaint_breaks_on_what_is_typed(state: ComplaintState) -> None:
    row = a_complaint(state=state, subject_knows=True, informal_tried=False)
    met = 0
    for part, person in people(row).items():
        browser = signed_in(person)
        browser.raise_request_exception = False
        for name, address in pages(row):
            page = browser.get(address)
            assert page.status_code < 500, (part, name)
            form = (page.context or {}).get("form")
            if page.status_code != 200 or form is None:
                continue
            met += 1
            for what, odd in ODD.items():
                answer = browser.post(address, boxes(form, odd))
                assert answer.status_code < 500, (part, name, what)
    assert met > 3
