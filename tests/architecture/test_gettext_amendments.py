"""The words of amendments and reviews, their pages and letters, as those of test_gettext.py."""

from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import reverse

from casework import events, states
from casework.actions.reviewing import record_review, remind_of_review
from casework.events import registration_of
from casework.models import Amendment, Delivery, ProtocolReview
from casework.states import AmendmentState
from casework.subscribers.amendments import PLANS
from council.rules import BodyType
from tests.architecture.bracketed import Bracketed, in_sources, missing_from_sources
from tests.architecture.spoken import WORD, known_data, left_over, unbracketed, without_data
from tests.architecture.table import OF_AN_AMENDMENT
from tests.factories import council as make
from tests.factories.amendments import Keepers, in_state, keepers, sent_out
from tests.factories.browsers import signed_in
from tests.factories.enquiries import moment

Asked = tuple[Client, str]
PLACE = {"anchor": "1-purpose-p1"}


@pytest.fixture(params=AmendmentState)
def asked(request: pytest.FixtureRequest, db: None) -> list[Asked]:
    """Who opens what of an amendment in one state; made before the language is changed."""
    who = keepers()
    make.a_body(kind=BodyType.COMMITTEE, name="Standards Committee")
    row = in_state(who, request.param)
    if request.param is AmendmentState.CONSULTED:
        sent_out(who, row, make.a_member(), answers=False)
    remind_of_review(on=who.first.on, at=moment(who.first.on))
    if request.param is AmendmentState.ADOPTED:
        _reviewed(who)
    return list(_pages(who, row))


def _reviewed(who: Keepers) -> None:
    record_review(
        who=who.first,
        kind=ProtocolReview.Kind.REVIEW,
        reviewed_on=who.first.on,
        committee="Standards Committee",
        minute="Minute 3",
        outcome="Quietly rose larks",
        at=moment(who.first.on),
    )


def _pages(who: Keepers, row: Amendment) -> Iterator[Asked]:
    number = getattr(row.consulted.last(), "pk", 1)
    readers = [signed_in(one) for one in (who.officer, who.services, make.a_member())]
    for browser in readers:
        for name in ("amendments", "amendment-draft", "protocol-review"):
            yield browser, reverse(name)
        for address in OF_AN_AMENDMENT:
            yield browser, address.path(amendment=row.reference, consulted=number, **PLACE)


def test_pages_and_letters_of_amendments_say_no_word_that_cannot_be_translated(
    asked: list[Asked], language: Bracketed
) -> None:
    data = known_data()
    found: dict[str, str] = {}
    for browser, path in asked:
        for answer in (browser.get(path), browser.post(path, {"version": "-1"})):
            if answer.status_code in (200, 403):
                for words in left_over(answer.content.decode(), data):
                    found.setdefault(words, path)
    for delivery in Delivery.objects.select_related("person", "event"):
        kind = registration_of(delivery.event.kind)
        assert kind is not None
        assert kind.render is not None
        letter = kind.render(delivery.person, delivery.event)
        for line in (letter.subject, *letter.lines):
            for word in WORD.findall(without_data(unbracketed(line), data)):
                found.setdefault(word, f"a letter: {line}")
    assert not found, "\n".join(sorted(map(str, found.items())))
    assert not missing_from_sources(language)


def test_the_words_of_amendments_that_are_plain_data_stand_in_the_sources() -> None:
    labels = {label for face in states.AMENDMENT_FACES.values() for label in face[:2]}
    labels |= {kind.label for kind in events.AMENDMENT_KINDS}
    assert not labels - in_sources()
    assert PLANS.keys() <= set(events.AMENDMENT_KINDS)
