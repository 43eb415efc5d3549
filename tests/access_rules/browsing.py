"""Pages of requests as somebody reads them, and the question as its form sends it."""

import re
from html import unescape
from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from council.models import Person
from council.queries import Standing, standing_of
from tests.factories.asking import PURPOSE

TODAY = timezone.localdate


def now_as(person: Person) -> Standing:
    """The person today."""
    return standing_of(person, on=TODAY())


def text_of(answer: HttpResponse) -> str:
    """The page as somebody reads it."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).replace("\xa0", " ").split())


def word_of(answer: HttpResponse) -> str:
    """The largest word of the page."""
    found = re.search(r'id="answer-word">([^<]*)<', answer.content.decode())
    return unescape(found[1]) if found else ""


def ask(browser: Client, **boxes: Any) -> HttpResponse:
    """What came of sending the question, at the page where it leads."""
    given = {
        "token": "token-ask",
        "purpose": "duties",
        "purpose_words": PURPOSE,
        "capacity": "member",
        "interest": "none",
        "wants": "inspect",
        "scope": "specific",
        **boxes,
    }
    return browser.post(reverse("access-ask"), given, follow=True)
