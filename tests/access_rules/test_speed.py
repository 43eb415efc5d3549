"""Two thousand documents and five hundred people: what one list costs, and the nightly check of all lists."""

import os
import time
from collections.abc import Iterator

import pytest
import time_machine
from django.db import connection
from pytest_django import DjangoAssertNumQueries, DjangoDbBlocker

from access_rules.policies.comparing import drift_on
from access_rules.queries.visible import visible_to
from council.models import Person
from council.queries import standing_of
from tests.access_rules.chance import TODAY, Town
from tests.access_rules.crowd import a_crowd
from tests.harness.databases import Database, asking

PEOPLE, PAPERS = 500, 2_000
# The check of everybody takes a minute and more: here it is tried on few, and measured on all when wanted.
CHECKED = int(os.environ.get("CHECKED_PEOPLE", "40"))
# A measure of the machine as well: far above what it takes, so that a busy one does not fail.
MOST_SECONDS = 5.0


@pytest.fixture
def crowd(
    request: pytest.FixtureRequest, own_database: Database, django_db_blocker: DjangoDbBlocker
) -> Iterator[Town]:
    """The large council, with the figures by which the database plans: only its owner may have them taken."""
    with django_db_blocker.unblock():
        with time_machine.travel(TODAY, tick=False):
            found = a_crowd(people=getattr(request, "param", PEOPLE), papers=PAPERS)
        with asking(own_database.owner_url, own_database.name) as ask:
            ask.execute("ANALYZE")
        yield found


def test_what_somebody_may_see_is_two_queries_and_the_plan_of_the_long_one_is_printed(
    crowd: Town, django_assert_num_queries: DjangoAssertNumQueries, capsys: pytest.CaptureFixture[str]
) -> None:
    assert Person.objects.count() >= PEOPLE
    for name in ("scrutiny", "other", "officer", "monitoring officer", "democratic services"):
        with time_machine.travel(TODAY, tick=False):
            who = standing_of(crowd.people[name], on=TODAY)
        began = time.perf_counter()
        with django_assert_num_queries(2):
            keys = set(visible_to(who).values_list("pk", flat=True))
        took = time.perf_counter() - began
        plan = visible_to(who).values("pk").explain(analyze=True)
        with capsys.disabled():
            print(f"\n{name}: {len(keys)} of {PAPERS} documents in {took:.2f} s")
            print(plan if name == "scrutiny" else plan.splitlines()[-1].strip())
        assert 0 < len(keys) < PAPERS
        assert took < MOST_SECONDS


@pytest.mark.parametrize("crowd", [CHECKED], indirect=True)
def test_the_nightly_check_asks_two_questions_for_each_person(
    crowd: Town, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[str] = []

    def count(execute, sql, params, many, context):  # type: ignore[no-untyped-def]
        asked.append(sql)
        return execute(sql, params, many, context)

    with time_machine.travel(TODAY, tick=False), connection.execute_wrapper(count):
        began, used = time.perf_counter(), time.process_time()
        found = list(drift_on(TODAY))
        took, used = time.perf_counter() - began, time.process_time() - used
    with capsys.disabled():
        print(f"\n{len(crowd.people)} people, {PAPERS} documents: {took:.0f} s ({used:.0f} s of work)")
    assert not found
    assert len(asked) < 2 * len(crowd.people) + 30
