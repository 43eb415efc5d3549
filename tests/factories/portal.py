"""Somebody at a browser: Django's test client, signed in as a person; and files to send with it."""

from typing import Any

from allauth.mfa.totp.internal.auth import TOTP
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from casework.actions.attaching import attach
from casework.models import Attachment, CaseEvent
from council.models import Person, User
from enquiries.models import Enquiry
from rulebook.post import Post
from tests.factories.council import a_holder_of, a_login


def signed_in(person: Person) -> Client:
    """A client signed in as the person, who is given a login if there is none."""
    user = User.objects.filter(person=person).first() or a_login(person)
    client = Client()
    client.force_login(user)
    return client


def page(browser: Client, name: str, enquiry: Enquiry | None = None, query: str = "") -> str:
    """The page's text; it has to be there."""
    answer = browser.get(reverse(name, args=[enquiry.reference] if enquiry else []) + query)
    assert answer.status_code == 200, answer.content.decode()
    return answer.content.decode()


def post(browser: Client, name: str, enquiry: Enquiry, **data: Any) -> Any:
    """What came of sending the page's form."""
    return browser.post(reverse(name, args=[enquiry.reference]), data)


def a_pdf(name: str = "letter.pdf") -> SimpleUploadedFile:
    """A small file of a kind that is taken."""
    return SimpleUploadedFile(name, b"%PDF-1.4\n%%EOF\n", content_type="application/pdf")


def a_file(enquiry: Enquiry, *, name: str = "photo.pdf", event: CaseEvent | None = None) -> Attachment:
    """A file on the case."""
    return attach(
        stream=enquiry.stream, upload=a_pdf(name), by=enquiry.member, at=timezone.now(), event=event
    )


def a_democratic_services_officer() -> Person:
    """Holds the post, and has the second factor that it asks for."""
    person = a_holder_of(Post.DEMOCRATIC_SERVICES)
    TOTP.activate(a_login(person), "JBSWY3DPEHPK3PXP")
    return person
