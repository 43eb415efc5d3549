"""The words of complaints, in every stage and for every kind of reader, as those of test_gettext.py."""

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

Browsers = list[tuple[Client, str, list[str]]]


@pytest.fixture(params=SCENES)
def scene(request: pytest.FixtureRequest, settings: Settings, db: None) -> Browsers:
    """Who opens what of one scene; made before the language is changed."""
    settings.PROTOCOL, make = SCENES[request.param]
    looks: list[Look] = make()
    return [
        (signed_in(person), f"{one.row or ''} {place}", one.paths())
        for one in looks
        for place, person in enumerate(one.people)
    ]


def test_pages_of_complaints_show_no_word_that_cannot_be_translated(
    scene: Browsers, language: Bracketed
) -> None:
    data = known_data()
    found: dict[str, str] = {}
    opened = 0
    # Nothing changes by a press: no form is whole, and the version is that of nothing.
    for browser, who, paths in scene:
        for path in paths:
            for answer in (browser.get(path), browser.post(path, {"version": "-1"})):
                if answer.status_code in (200, 403) and answer["Content-Type"].startswith("text/html"):
                    opened += 1
                    for words in left_over(answer.content.decode(), data):
                        found.setdefault(words, f"{who} at {path}")
    assert opened > 3
    assert not found, "\n".join(sorted(map(str, found.items())))
    assert not missing_from_sources(language)


def test_letters_of_complaints_say_no_word_that_cannot_be_translated(
    scene: Browsers, language: Bracketed
) -> None:
    data, found = known_data(), set()
    for delivery in Delivery.objects.select_related("person", "event"):
        kind = registration_of(delivery.event.kind)
        if kind and kind.render:
            letter = kind.render(delivery.person, delivery.event)
            for line in (letter.subject, *letter.lines):
                found |= set(WORD.findall(without_data(unbracketed(line), data)))
    assert not found, "\n".join(sorted(map(str, found)))
    assert not missing_from_sources(language)


def test_the_words_of_complaints_that_are_plain_data_stand_in_the_sources() -> None:
    labels = {label for face in states.FACES.values() for label in face[:2]}
    labels |= {kind.label for kind in vars(events).values() if hasattr(kind, "audience")}
    assert not labels - in_sources()
