"""The words of complaints, in every stage and for every kind of reader, as those of test_gettext.py."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

from casework.events import registration_of
from casework.models import Delivery
from complaints import events, states
from tests.architecture.bracketed import Bracketed, in_sources, missing_from_sources
from tests.architecture.look import Look
from tests.architecture.seen_complaints import SCENES
from tests.architecture.spoken import WORD, known_data, left_over, unbracketed, without_data
from tests.factories.browsers import signed_in

Browsers = list[tuple[Client, list[str]]]


@pytest.fixture(params=SCENES)
def scene(request: pytest.FixtureRequest, settings: Settings, db: None) -> Browsers:
    """Who opens what of one scene; made before the language is changed."""
    settings.PROTOCOL, make = SCENES[request.param]
    looks: list[Look] = make()
    return [(signed_in(person), one.paths()) for one in looks for person in one.people]


def test_pages_and_letters_of_complaints_say_no_word_that_cannot_be_translated(
    scene: Browsers, language: Bracketed
) -> None:
    data = known_data()
    found: dict[str, str] = {}
    opened = 0
    for browser, paths in scene:
        for path, page in pages(browser, paths):
            opened += 1
            for words in left_over(page, data):
                found.setdefault(words, path)
    for line in lines_of_letters():
        for word in WORD.findall(without_data(unbracketed(line), data)):
            found.setdefault(word, f"a letter: {line}")
    assert opened > 3
    assert not found, "\n".join(sorted(map(str, found.items())))
    assert not missing_from_sources(language)


def pages(browser: Client, paths: list[str]) -> Iterator[tuple[str, str]]:
    """Each page; and where it has a form, the page with what is wrong with it.

    Nothing changes by a press: no form is whole, and the version is that of nothing.
    """
    for path in paths:
        answer = browser.get(path)
        if is_page(answer):
            page = answer.content.decode()
            yield path, page
            if answer.status_code == 200 and 'method="post"' in page:
                answer = browser.post(path, {"version": "-1"})
                if is_page(answer):
                    yield f"{path}, sent empty", answer.content.decode()
        elif answer.streaming:
            # A file is read to its end, so that it is closed.
            b"".join(answer.streaming_content)


def is_page(answer: Any) -> bool:
    """Whether it is a page, shown or refused with a sentence: no file, and not the page of what never was."""
    return answer.status_code in (200, 403) and answer["Content-Type"].startswith("text/html")


def lines_of_letters() -> Iterator[str]:
    """What the letters that are owed say."""
    for delivery in Delivery.objects.select_related("person", "event"):
        kind = registration_of(delivery.event.kind)
        if kind and kind.render:
            letter = kind.render(delivery.person, delivery.event)
            yield from (letter.subject, *letter.lines)


def test_the_words_of_complaints_that_are_plain_data_stand_in_the_sources() -> None:
    labels = {label for face in states.FACES.values() for label in face[:2]}
    labels |= {kind.label for kind in vars(events).values() if hasattr(kind, "audience")}
    assert not labels - in_sources()
