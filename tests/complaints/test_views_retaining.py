"""How long a complaint is kept, on its page and on the two pages on which that is changed."""

from html import unescape
from typing import Any

import pytest
from django.urls import reverse

from complaints.models import Complaint, Handler
from complaints.screens.retaining import retaining_panel
from council.models import Person
from tests.complaints.keeping import ended
from tests.factories import council as make
from tests.factories.browsers import signed_in
from tests.factories.complaints import dealing
from tests.factories.enquiries import on_day

pytestmark = pytest.mark.django_db
PAGES = ("complaint-hold", "complaint-release")


def recipient(complaint: Complaint) -> Person:
    """Whoever received it."""
    return complaint.handlers.get(part=Handler.Part.RECIPIENT).person


def send(person: Person, name: str, complaint: Complaint, **boxes: Any) -> Any:
    """The form of that page, sent on the version that stands now."""
    version = Complaint.objects.get(pk=complaint.pk).version
    address = reverse(name, args=[complaint.reference])
    return signed_in(person).post(address, {"version": version, "token": name, **boxes})


def test_those_who_deal_with_it_read_how_long_and_why() -> None:
    complaint = ended(outcome="upheld")
    panel = retaining_panel(on_day(recipient(complaint)), complaint)
    assert panel is not None
    assert [line.replace("\xa0", " ") for line in panel.given["lines"]] == [
        "It was upheld: kept for six years, as long as a claim may follow from it.",
        "The last day is Wednesday 25 November 2026. After it the words, the files and the names are erased.",
    ]
    for side in (complaint.complainant, complaint.subject):
        assert side is not None
        assert retaining_panel(on_day(side), complaint) is None


def test_it_is_held_and_let_go_on_their_pages_with_a_reason() -> None:
    complaint = ended()
    person = recipient(complaint)
    assert send(person, "complaint-hold", complaint, because="").status_code == 200
    answer = send(person, "complaint-hold", complaint, because="A claim is made.")
    assert answer.status_code == 302
    page = unescape(signed_in(person).get(answer.headers["Location"]).content.decode())
    assert "It is kept beyond its day, until somebody who deals with it lets it go." in page
    assert "A claim is made." in page
    assert "Let it be erased on its day" in page
    assert send(person, "complaint-release", complaint, because="It is settled.").status_code == 302
    assert not Complaint.objects.get(pk=complaint.pk).is_held


@pytest.mark.parametrize("name", PAGES)
def test_nobody_else_gets_to_change_it(name: str) -> None:
    complaint = ended()
    copied = make.an_officer()
    dealing(complaint, copied, Handler.Part.COPIED)
    for person, status in ((complaint.complainant, 403), (complaint.subject, 403), (copied, 403)):
        assert person is not None
        assert send(person, name, complaint, because="No.").status_code == status
    assert send(make.a_member(), name, complaint, because="No.").status_code == 404
    assert not Complaint.objects.get(pk=complaint.pk).is_held
