"""A case’s pages as a browser asks for them and sends them."""

from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from enquiries.models import Enquiry


def text_of(answer: HttpResponse) -> str:
    """The page as text."""
    return answer.content.decode()


def get(browser: Client, name: str, case: Enquiry) -> HttpResponse:
    """The page."""
    return browser.get(reverse(name, args=[case.reference]))


def post(browser: Client, name: str, case: Enquiry, **boxes: Any) -> HttpResponse:
    """What came of sending it, with the version that was read."""
    given = {"version": case.version, "token": f"token-{name}", **boxes}
    return browser.post(reverse(name, args=[case.reference]), given)
