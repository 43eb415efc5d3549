"""A search as somebody makes it: signed in, by words and filters in the address."""

import re

from django.test import Client

from council.models import Person
from tests.factories.browsers import signed_in
from tests.factories.pages import text_of

NO_RESULTS = "No results for"
LEADS_TO = "leads to "


def asked(browser: Client, words: str, **filters: str) -> str:
    """The page of results; where a number leads straight to its page, that is said instead."""
    answer = browser.get("/search/", {"q": words, **filters})
    if answer.status_code == 302:
        return f"{LEADS_TO}{answer['Location']}"
    assert answer.status_code == 200
    return text_of(answer)


def found(person: Person, words: str, **filters: str) -> str:
    """The same for whoever signs in for it."""
    return asked(signed_in(person), words, **filters)


def plain(page: str, words: str) -> str:
    """The page without what was typed and what differs from one request to the next."""
    page = re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", page)
    page = re.sub(r'nonce="[^"]*"', "", page)
    page = re.sub(r'href="/saved/new/[^"]*"', "", page)
    return page.replace(words, "WORDS").replace(words.replace(" ", "+"), "WORDS")
