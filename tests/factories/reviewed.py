"""The two steps of a register that is reviewed: what is typed, what is read, what is sent back."""

import re
from collections.abc import Mapping
from typing import Any

from django.test import Client

SEEN = re.compile(r'name="seen" value="(\w+)"')


def page_of(browser: Client, path: str, typed: Mapping[str, object]) -> str:
    """The page that the first step leads to."""
    answer = browser.post(path, dict(typed))
    assert answer.status_code == 200, answer.content.decode()
    return str(answer.content.decode())


def seen_on(page: str) -> str:
    """What the page of the second step sends back; empty where the first step stands there again."""
    found = SEEN.search(page)
    return found[1] if found else ""


def save(browser: Client, path: str, typed: Mapping[str, object]) -> Any:
    """Both steps, as somebody takes them who changes nothing in between."""
    page = page_of(browser, path, typed)
    return browser.post(path, {**typed, "seen": seen_on(page), "_save": "1"})
