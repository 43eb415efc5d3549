"""What a list shows is what the rule opens: for every person and paper, under every text, on several days."""

import datetime

import pytest
import time_machine
from pytest_django import Settings

from access_rules.models import Document
from access_rules.policies.answers import Answers
from access_rules.policies.seeing import may_know_of, openings
from access_rules.queries.facts import with_facts
from access_rules.queries.visible import known_to, visible_to
from council.queries import standing_of
from rulebook.protocols import PROTOCOLS
from tests.access_rules.chance import DAYS, TODAY, Town
from tests.access_rules.town import a_town

PAPERS = 140


@pytest.fixture
def town(db: None) -> Town:
    """A council made by chance."""
    return a_town(papers=PAPERS)


def differences(town: Town, *, on: datetime.date) -> list[str]:
    """Where list and rule say different things of somebody and a paper, in words."""
    documents = list(with_facts(Document.objects.all()))
    answers, found = Answers(), []
    for name, person in town.people.items():
        who = standing_of(person, on=on)
        listed = set(visible_to(who).values_list("pk", flat=True))
        opened = openings(who, documents, answers=answers) if who.in_post else {}
        for document in documents:
            seeing = opened.get(document.pk)
            opens = seeing is not None and seeing.allowed
            if opens is not (document.pk in listed):
                rule = seeing.answer["rule"] if seeing is not None and seeing.answer is not None else ""
                found.append(f"{on} {name} {document.pk} {document.kind} {document.marking}: {opens} {rule}")
    return found


@pytest.mark.parametrize("key", PROTOCOLS)
def test_a_list_shows_what_the_rule_opens_and_nothing_else(town: Town, settings: Settings, key: str) -> None:
    settings.PROTOCOL = key
    for on in DAYS:
        with time_machine.travel(on, tick=False):
            found = differences(town, on=on)
        assert not found, "\n".join(found[:30])


@pytest.mark.django_db
def test_whoever_may_know_of_one_has_it_among_those_that_may_be_known() -> None:
    town = a_town(papers=24)
    documents = list(Document.objects.select_related("body", "meeting", "item"))
    with time_machine.travel(TODAY, tick=False):
        for name, person in town.people.items():
            who = standing_of(person, on=TODAY)
            known = set(known_to(who).values_list("pk", flat=True))
            assert known == {one.pk for one in documents if may_know_of(who, one)}, name
            assert set(visible_to(who).values_list("pk", flat=True)) <= known, name
