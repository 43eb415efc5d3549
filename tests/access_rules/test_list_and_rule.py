"""What a list shows is what the rule opens: for every person and paper, under every text, on several days."""

import datetime
from collections.abc import Iterator
from urllib.parse import parse_qs

import pytest
import time_machine
from django.db import connection, transaction
from django.test import override_settings
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoDbBlocker, Settings

from access_rules.models import Document
from access_rules.policies.listing import Opened
from access_rules.policies.seeing import may_know_of, openings
from access_rules.queries.beside import beside_the_rules
from access_rules.queries.facts import with_facts
from access_rules.queries.shape import AskingPapers
from access_rules.queries.visible import in_place_of_members, known_to, opened_to, visible_to
from access_rules.views.listing import ORDER
from casework.paging import page_of
from council.queries import Standing, standing_of
from council.queries.prepared import Written
from rulebook.protocols import PROTOCOLS
from tests.access_rules.chance import DAYS, TODAY, Town
from tests.access_rules.town import a_town

PAPERS = 140


@pytest.fixture(scope="module")
def made(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Town]:
    """A council made by chance, once for this file: nothing here changes it."""
    kept = override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("kept"))
    with django_db_blocker.unblock(), kept, transaction.atomic():
        yield a_town(papers=PAPERS)
        transaction.set_rollback(True)


@pytest.fixture
def town(made: Town) -> Iterator[Town]:
    """The same as it was made, whatever the test before did."""
    with transaction.atomic():
        yield made
        transaction.set_rollback(True)


def differences(town: Town, *, on: datetime.date) -> list[str]:
    """Where list and rule say different things of somebody and a paper, in words."""
    documents = list(with_facts(Document.objects.all()))
    found = []
    for name, person in town.people.items():
        who = standing_of(person, on=on)
        listed = set(visible_to(who).values_list("pk", flat=True))
        opened = openings(who, documents) if who.in_post else {}
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


@pytest.mark.parametrize("key", PROTOCOLS)
def test_a_question_written_once_for_all_alike_opens_the_same(
    town: Town, settings: Settings, key: str
) -> None:
    settings.PROTOCOL = key
    ask = Written(
        lambda seer: Document.objects.filter(opened_to(seer, seer.beside, seer.in_place)).values_list("pk")
    )
    with time_machine.travel(TODAY, tick=False):
        for name, person in town.people.items():
            who = standing_of(person, on=TODAY)
            beside = beside_the_rules(who)
            if who.in_post:
                found = ask(AskingPapers(who, beside, in_place_of_members(who, beside)))
                assert {pk for (pk,) in found} == set(visible_to(who).values_list("pk", flat=True)), name


def paged(who: Standing, name: str, *, size: int) -> list[int]:
    """Every document on the pages that the person turns, until none is left."""
    open_to, rows = Opened(who, beside_the_rules(who)), with_facts(Document.objects.all())
    found, mark = list[int](), ""
    while True:
        page = page_of(rows, order=ORDER, after=mark, size=size, first=open_to.first)
        assert all(open_to.seen[one.pk].allowed for one in page.items), name
        found += [one.pk for one in page.items]
        if not page.older_url:
            return found
        mark = parse_qs(page.older_url.removeprefix("?"))["after"][0]


@pytest.mark.parametrize("key", PROTOCOLS)
def test_a_list_read_page_by_page_shows_the_same(town: Town, settings: Settings, key: str) -> None:
    # To some nearly all is open and the newest are enough; for others the database looks for what is.
    settings.PROTOCOL = key
    ways = set()
    with time_machine.travel(TODAY, tick=False):
        for name, person in town.people.items():
            who = standing_of(person, on=TODAY)
            with CaptureQueriesContext(connection) as asked:
                found = paged(who, name, size=12)
            assert found == list(visible_to(who).order_by(*ORDER).values_list("pk", flat=True)), name
            ways.add(any(" AS ruled " in one["sql"] for one in asked))
    assert ways == {True, False}


def test_whoever_may_know_of_one_has_it_among_those_that_may_be_known(town: Town) -> None:
    # Each is asked for by itself here, so a few stand for all.
    documents = list(Document.objects.select_related("body", "meeting", "item").order_by("pk")[:24])
    few = {one.pk for one in documents}
    with time_machine.travel(TODAY, tick=False):
        for name, person in town.people.items():
            who = standing_of(person, on=TODAY)
            known = few & set(known_to(who).values_list("pk", flat=True))
            assert known == {one.pk for one in documents if may_know_of(who, one)}, name
            assert few & set(visible_to(who).values_list("pk", flat=True)) <= known, name
