"""Two thousand documents and five hundred people: what one list costs, and the nightly check of all lists."""

import time

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from access_rules.policies.comparing import drift_on
from access_rules.queries.visible import visible_to
from council.queries import standing_of
from tests.access_rules.crowd import a_crowd
from tests.access_rules.town import TODAY, Town

pytestmark = pytest.mark.django_db

PEOPLE, PAPERS = 500, 2_000


@pytest.fixture
def crowd() -> Town:
    began = time.perf_counter()
    with time_machine.travel(TODAY, tick=False):
        found = a_crowd(people=PEOPLE, papers=PAPERS)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    print("made in", time.perf_counter() - began)
    return found


def test_x(crowd: Town) -> None:
    with time_machine.travel(TODAY):
        for name in (
            "other",
            "scrutiny",
            "officer",
            "monitoring officer",
            "democratic services",
            "assistant",
        ):
            who = standing_of(crowd.people[name], on=TODAY)
            began = time.perf_counter()
            with CaptureQueriesContext(
                connection,
            ) as c:
                n = len(visible_to(who).values_list("pk", flat=True))
            print(name, n, len(c), time.perf_counter() - began, "sql", [q["time"] for q in c])
        began = time.perf_counter()
        import cProfile
        import pstats

        p = cProfile.Profile()
        p.enable()
        found = list(drift_on(TODAY))
        p.disable()
        print("drift", len(found), time.perf_counter() - began)
        pstats.Stats(p).sort_stats("tottime").print_stats(25)
