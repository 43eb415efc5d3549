"""The words of every register of every text, its pages and letters, as those of test_gettext.py."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from casework import events, states
from casework.events import registration_of
from casework.models import Delivery
from rulebook.protocols import PROTOCOLS, protocol
from rulebook.register import Enters, Of, Register, Whom
from tests.architecture.bracketed import Bracketed, in_sources, missing_from_sources
from tests.architecture.spoken import WORD, known_data, left_over, unbracketed, without_data
from tests.factories.browsers import signed_in
from tests.factories.entries import Council, a_council, ahead, an_entry, boxes

WITH_SOME = [key for key, text in PROTOCOLS.items() if text.registers]
Asked = tuple[Client, str, dict[str, Any] | None]


@pytest.fixture(params=WITH_SOME)
def asked(request: pytest.FixtureRequest, settings: Settings, db: None) -> list[Asked]:
    """Who opens or sends what under one text; made before the language is changed."""
    settings.PROTOCOL = request.param
    council = a_council()
    found: list[Asked] = [(signed_in(council.member), reverse("notices"), None)]
    for register in protocol(request.param).registers:
        found += _of_a_register(request.param, register, council)
    return found


def _of_a_register(key: str, register: Register, council: Council) -> Iterator[Asked]:
    kind = register.kind.value
    entry = an_entry(key, kind, council)
    browser = signed_in(council.who(register.enters[0]))
    enter = reverse("notice-enter", args=[kind])
    yield browser, reverse("notices-of", args=[kind]), None
    yield signed_in(council.manager), enter, None
    yield browser, enter, None
    yield browser, enter, {}
    barred = {box.key: choice.value for box in register.fields for choice in box.choices if choice.bar}
    heeded = {box.key: choice.value for box in register.fields for choice in box.choices if choice.caution}
    # A form that is too late or barred makes nothing.
    for answers in (barred, heeded):
        yield browser, enter, boxes(register, council, **answers, day=ahead(-9).isoformat(), officer="")
    for name in ("notice", "notice-correct", "notice-withdraw", "notice-approve", "notice-refuse"):
        for reader in (browser, signed_in(council.director), signed_in(council.keeper)):
            yield reader, reverse(name, args=[entry.reference]), None


def test_pages_and_letters_of_notices_say_no_word_that_cannot_be_translated(
    asked: list[Asked], language: Bracketed
) -> None:
    data = known_data()
    found: dict[str, str] = {}
    for browser, path, sent in asked:
        answer = browser.get(path) if sent is None else browser.post(path, sent)
        if answer.status_code in (200, 403):
            for words in left_over(answer.content.decode(), data):
                found.setdefault(words, path)
    for line in _lines_of_letters():
        for word in WORD.findall(without_data(unbracketed(line), data)):
            found.setdefault(word, f"a letter: {line}")
    assert not found, "\n".join(sorted(map(str, found.items())))
    assert not missing_from_sources(language)


def _lines_of_letters() -> Iterator[str]:
    for delivery in Delivery.objects.select_related("person", "event"):
        kind = registration_of(delivery.event.kind)
        assert kind is not None
        assert kind.render is not None
        letter = kind.render(delivery.person, delivery.event)
        yield from (letter.subject, *letter.lines)


def test_the_words_of_registers_that_are_plain_data_stand_in_the_sources() -> None:
    labels = {label for face in states.ENTRY_FACES.values() for label in face[:2]}
    labels |= {kind.label for kind in events.ENTRY_KINDS}
    labels |= {one.says for worded in (Enters, Of, Whom) for one in worded}
    for text in PROTOCOLS.values():
        for register in text.registers:
            kind = register.kind
            labels |= {kind.heading, kind.says, kind.group, register.about, register.notice, register.day}
            labels |= {term.says for term in register.in_words()}
            labels |= {words for box in register.fields for words in (box.label, box.hint)}
            labels |= {choice.label for box in register.fields for choice in box.choices}
    assert not labels - {""} - in_sources()
