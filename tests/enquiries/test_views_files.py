"""Files of a case: a download for those who may have it, a page that never was for everybody else."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from casework.models import CaseEvent
from council.models import Person
from enquiries.actions.replying import add_note
from enquiries.states import State
from tests.factories.council import a_member
from tests.factories.enquiries import an_enquiry, on_day
from tests.factories.portal import a_file, a_pdf, page, post

pytestmark = pytest.mark.django_db


def test_a_file_comes_as_a_download(browser: Client, member: Person) -> None:
    enquiry = an_enquiry(member=member)
    attachment = a_file(enquiry)
    answer = browser.get(reverse("enquiry-file", args=[enquiry.reference, attachment.pk]))
    assert answer.status_code == 200
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer.getvalue().startswith(b"%PDF")
    assert attachment.name in page(browser, "enquiry", enquiry)
    assert "not scanned for viruses" in page(browser, "enquiry", enquiry)


def test_a_file_of_another_case_is_not_reached_through_ones_own(browser: Client, member: Person) -> None:
    own, other = an_enquiry(member=member), an_enquiry(member=a_member())
    theirs = a_file(other)
    answer = browser.get(reverse("enquiry-file", args=[own.reference, theirs.pk]))
    assert answer.status_code == 404
    assert answer.content == browser.get(reverse("enquiry-file", args=[own.reference, 999_999])).content


def test_information_may_bring_files(browser: Client, member: Person) -> None:
    enquiry = an_enquiry(member=member)
    post(browser, "enquiry-add", enquiry, text="As asked", token="a", uploads=a_pdf("letter.pdf"))
    assert "letter.pdf" in page(browser, "enquiry", enquiry)


def test_an_unfit_file_is_named_and_the_text_is_kept(browser: Client, member: Person) -> None:
    enquiry = an_enquiry(member=member)
    bad = SimpleUploadedFile("run.exe", b"MZ...")
    words = post(browser, "enquiry-add", enquiry, text="As asked", token="a", uploads=bad).content.decode()
    assert "run.exe must be" in words
    assert "As asked" in words
    assert not enquiry.messages.exists()


def test_staff_files_are_not_the_members(browser: Client, member: Person) -> None:
    enquiry = an_enquiry(state=State.ALLOCATED, member=member)
    note = add_note(who=on_day(enquiry.owner), enquiry=enquiry, text="Mine", at=timezone.now())
    event = CaseEvent.objects.filter(stream=enquiry.stream, facts__message=note.pk).get()
    hidden = a_file(enquiry, event=event, name="working.pdf")
    assert "working.pdf" not in page(browser, "enquiry", enquiry)
    assert browser.get(reverse("enquiry-file", args=[enquiry.reference, hidden.pk])).status_code == 404
