"""A generated council and its year, made once for a file of tests: many cases, without a minute for each."""

import contextlib
import datetime
from collections.abc import Iterator
from zoneinfo import ZoneInfo

from django.db import connection, transaction
from django.test import override_settings
from pytest_django import DjangoDbBlocker

from protocol_portal.benchmark.year import SEED, Year, generate_year

# A Thursday in November: the last twelve months hold a summer, a Christmas and an election.
NOW = datetime.datetime(2026, 11, 26, 10, 30, tzinfo=ZoneInfo("Europe/London"))
TODAY = NOW.date()
CASES = 2_000


@contextlib.contextmanager
def a_generated_year(
    blocker: DjangoDbBlocker,
    *,
    cases: int = CASES,
    seed: int = SEED,
    text: str = "waltham-forest",
    has_others: bool = True,
) -> Iterator[Year]:
    """The year, in a transaction that ends with the block: some ten seconds, without `has_others` three.

    For a fixture of a whole file, with a savepoint for each test (see test_generated_year.py):

    @pytest.fixture(scope="module")
    def year(django_db_setup, django_db_blocker):
        with a_generated_year(django_db_blocker) as year:
            yield year
    """
    with blocker.unblock(), override_settings(PROTOCOL=text), transaction.atomic():
        made = generate_year(cases=cases, seed=seed, now=NOW, has_others=has_others)
        # Rows that are not committed have no statistics, and without them loops in loops look cheap.
        with connection.cursor() as ask:
            ask.execute("SET LOCAL enable_nestloop = off")
        yield made
        transaction.set_rollback(True)
