"""Ten thousand people in one file: as many queries as for a thousand but for batches, and bounded memory."""

import math
import time
import tracemalloc

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from council.actions import make_changes, plan_of
from council.actions.importing import BATCH
from council.files.columns import Register
from council.files.plans import Plan
from council.models import OfficerAppointment, Person
from tests.factories.registers import DAY, kept, lines

HEAD = "First name,Last name,Email,Job title,Directorate,Team,Line manager"
MOST_BYTES_OF_MEMORY = 200 * 1024 * 1024


def a_list(number: int, *, title: str = "Officer") -> bytes:
    """So many officers in ten directorates and a hundred teams; everybody but the first has a manager."""
    rows = [
        f"First{n},Last{n},person.{n}@x.example,{title},Directorate {n % 10},Team {n % 100},"
        + (f"person.{n // 8}@x.example" if n else "")
        for n in range(number)
    ]
    return lines(HEAD, *rows)


def bring_in(content: bytes) -> tuple[Plan, int]:
    """What the file changed, and in how many queries from the plan to the last row."""
    file = kept(Register.OFFICERS, content)
    seen = plan_of(file, today=timezone.localdate())
    with CaptureQueriesContext(
        connection,
    ) as queries:
        make_changes(kept=file, seen=seen.mark(), by=file.keeper, at=timezone.now())
    return seen, len(queries)


@pytest.mark.django_db
def test_queries_grow_by_batches_alone(capsys: pytest.CaptureFixture[str]) -> None:
    """A person and a job for each row, written in batches."""
    Person.objects.all()
    begun = time.monotonic()
    plan, small = bring_in(a_list(1_000))
    assert plan.counts()["new"] == 1_000
    plan, large = bring_in(a_list(10_000))
    assert plan.counts() == {"new": 9_000, "changed": 0, "unchanged": 1_000, "refused": 0}
    assert OfficerAppointment.objects.filter(from_on=DAY).count() == 10_000
    batches = 2 * (math.ceil(9_000 / BATCH) - 1)
    assert large - small <= batches
    taken = time.monotonic() - begun
    with capsys.disabled():
        print(f"\n11,000 rows brought in: {taken:.1f} s, {small} and {large} queries")


@pytest.mark.django_db
def test_ten_thousand_rows_are_planned_in_bounded_memory(capsys: pytest.CaptureFixture[str]) -> None:
    file = kept(Register.OFFICERS, a_list(10_000))
    tracemalloc.start()
    begun = time.monotonic()
    try:
        plan = plan_of(file, today=timezone.localdate())
        _now, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert plan.counts()["new"] == 10_000
    assert peak < MOST_BYTES_OF_MEMORY
    with capsys.disabled():
        print(f"\n10,000 rows planned: {peak / 1024 / 1024:.0f} MB, {time.monotonic() - begun:.1f} s")
