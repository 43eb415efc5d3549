"""A case’s pages as a browser asks for them and sends them."""

import re
from html import unescape
from typing import Any

from django.http import FileResponse, HttpResponse
from django.test import Client
from django.urls import reverse

from enquiries.models import Enquiry


def text_of(answer: HttpResponse) -> str:
    """The page as text."""
    return answer.content.decode()


def read_of(answer: HttpResponse) -> str:
    """The page as somebody reads it: its words, without a tag."""
    words = unescape(re.sub(r"<[^>]+>", " ", answer.content.decode()))
    return " ".join(words.replace("\xa0", " ").split())


def send(browser: Client, name: str, row: Any, **boxes: Any) -> HttpResponse:
    """What came of sending a page about one row, at the page where it leads; the version is the row’s."""
    given = {"version": row.version, "token": f"{name}-{row.version}", **boxes}
    return browser.post(reverse(name, args=[row.reference]), given, follow=True)


def get(browser: Client, name: str, case: Enquiry) -> HttpResponse:
    """The page."""
    return browser.get(reverse(name, args=[case.reference]))


def post(browser: Client, name: str, case: Enquiry, **boxes: Any) -> HttpResponse:
    """What came of sending it, with the version that was read."""
    given = {"version": case.version, "token": f"token-{name}", **boxes}
    return browser.post(reverse(name, args=[case.reference]), given)


def body_of(answer: HttpResponse) -> bytes:
    """What was sent; a file is read and closed, as a browser would have it."""
    if not answer.streaming:
        return bytes(answer.content)
    body = b"".join(answer.streaming_content)  # type: ignore[attr-defined]
    if isinstance(answer, FileResponse) and answer.file_to_stream:
        answer.file_to_stream.close()
    return body
