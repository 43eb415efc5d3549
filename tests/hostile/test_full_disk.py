"""A disk that takes no more: the text is kept, the page says what to do, and no half file is left.

The limit is the operating system's own on the size of files that this process may write, so that the write
itself fails, where it would on a full disk.
"""

import logging
import resource
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from casework.models import Attachment
from enquiries.models import Enquiry, Message
from enquiries.states import State
from tests.factories.council import a_member, a_service
from tests.factories.enquiries import an_enquiry
from tests.factories.portal import a_pdf, signed_in

pytestmark = pytest.mark.django_db
SMALL, LARGE = 20_000, 3_000_000


@contextmanager
def no_room() -> Iterator[None]:
    """While it lasts, nothing longer than a few bytes is written to any file."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (16, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.fixture(autouse=True)
def _place_for_files(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.FILE_UPLOAD_TEMP_DIR = tmp_path
    # What is logged of it would be written to a file too.
    logging.getLogger("casework").addHandler(logging.NullHandler())


def a_file(size: int) -> SimpleUploadedFile:
    """A text file of that size: small ones come in memory, large ones by way of the disk."""
    return SimpleUploadedFile("letter.txt", b"Dear councillor\n" * (size // 16), content_type="text/plain")


def left_on(disk: Path) -> list[Path]:
    return [path for path in disk.rglob("*") if path.is_file()]


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_a_new_enquiry_becomes_a_draft_with_all_that_was_typed(tmp_path: Path, size: int) -> None:
    browser = signed_in(a_member())
    typed = {"service": a_service().pk, "subject": "Damp wall", "details": "It is black.", "token": "t" * 20}
    with no_room():
        answer = browser.post(reverse("enquiry-new"), {**typed, "uploads": [a_file(size)]})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "letter.txt could not be kept" in page
    assert "It is black." in page
    enquiry = Enquiry.objects.get()
    assert (enquiry.state, enquiry.details) == (State.DRAFT, "It is black.")
    assert not Attachment.objects.exists()
    assert left_on(tmp_path) == []
    again = {**typed, "token": secrets.token_urlsafe(8)}
    sent = browser.post(reverse("enquiry-draft", args=[enquiry.reference]), again)
    assert sent.status_code == 302
    assert Enquiry.objects.get().state == State.SENT


@pytest.mark.parametrize("size", [SMALL, LARGE])
@pytest.mark.parametrize(
    ("name", "field", "side"),
    [
        ("enquiry-add", "uploads", "member"),
        ("enquiry-files", "attachments", "owner"),
        ("enquiry-check", "attachments", "owner"),
    ],
)
def test_an_answer_is_not_lost_with_its_file(
    tmp_path: Path, name: str, field: str, side: str, size: int
) -> None:
    enquiry = an_enquiry(state=State.ALLOCATED)
    browser = signed_in(getattr(enquiry, side))
    data = {"text": "See the letter.", "answer": "full", "version": enquiry.version, field: [a_file(size)]}
    with no_room():
        answer = browser.post(reverse(name, args=[enquiry.reference]), data)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "letter.txt could not be kept" in page
    if name != "enquiry-files":
        assert "See the letter." in page
    assert not Attachment.objects.exists()
    assert not Message.objects.filter(enquiry=enquiry).exists()
    assert left_on(tmp_path) == []


def test_once_there_is_room_again_the_same_file_is_kept(tmp_path: Path) -> None:
    enquiry = an_enquiry(state=State.ALLOCATED)
    browser, page = signed_in(enquiry.member), reverse("enquiry-add", args=[enquiry.reference])
    with no_room():
        browser.post(page, {"text": "See it.", "uploads": [a_pdf()], "token": "t" * 20})
    assert browser.post(page, {"text": "See it.", "uploads": [a_pdf()], "token": "t" * 20}).status_code == 302
    assert Attachment.objects.count() == len(left_on(tmp_path / "media")) == 1
