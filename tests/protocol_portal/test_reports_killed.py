"""A worker killed in the middle of a report: the next one goes on from the part that was reached."""

import datetime
import time
from collections.abc import Callable

import psycopg2
import redis
from django.utils import timezone

from casework.models import Attachment, CaseEvent, Report
from casework.states import ReportState
from protocol_portal.reports import making
from protocol_portal.reports.parts import PARTS
from tests.factories.reports import a_report
from tests.harness.databases import Database
from tests.harness.processes import PATIENCE, Running

# The worker waits in this part, because the test holds the table that it counts.
PART, TABLE = "complaints", "complaints_complaint"
HOUR = datetime.timedelta(hours=1)
WAITING = (
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
)


def until(is_so: Callable[[], bool], worker: Running) -> None:
    """Returns once it is so; fails with what the worker wrote when it never is."""
    until = time.monotonic() + 4 * PATIENCE
    while time.monotonic() < until:
        if is_so():
            return
        time.sleep(0.05)
    raise AssertionError(worker.said()[-2000:])


def test_a_killed_worker_loses_no_part_and_makes_no_file_twice(
    own_database: Database, broker: redis.Redis, worker_process: Callable[..., Running]
) -> None:
    worker = worker_process()
    with psycopg2.connect(own_database.url) as holding, holding.cursor() as cursor:
        cursor.execute(f"LOCK TABLE {TABLE} IN ACCESS EXCLUSIVE MODE")
        report = a_report()
        until(lambda: _waits(cursor), worker)
        before = [part.key for part in report.parts.all()]
        # However long it takes: a worker that lives holds its report.
        assert making.take_up_reports(clock=lambda: timezone.now() + HOUR) == 0
        worker.kill()
    keys = [part.key for part in PARTS]
    assert before == keys[: keys.index(PART)]
    assert Report.objects.get(pk=report.pk).state == ReportState.BEING_MADE
    assert making.take_up_reports(clock=timezone.now) == 0
    late = timezone.now() + datetime.timedelta(minutes=3)
    until(lambda: making.take_up_reports(clock=lambda: late) == 1, worker)
    report = Report.objects.get(pk=report.pk)
    assert report.state == ReportState.MADE
    assert [part.key for part in report.parts.all()] == keys
    assert Attachment.objects.filter(stream=report.stream_id).count() == 3
    told = CaseEvent.objects.filter(stream=report.stream_id).values_list("kind", flat=True)
    assert list(told) == ["report.asked", "report.taken-up", "report.made"]


def _waits(cursor: "psycopg2.extensions.cursor") -> bool:
    # The transaction that holds the table would go on reading who waited when it first asked.
    cursor.execute("SELECT pg_stat_clear_snapshot()")
    cursor.execute(WAITING)
    row = cursor.fetchone()
    return bool(row and row[0])
