"""The broker only makes delivery quick: with it a worker sends at once, without it the sweep sends later."""

import os
import subprocess
import sys
import time
from collections.abc import Callable

import redis
from django.utils import timezone

from casework.actions.announcing import record_security
from casework.actions.delivering import deliver_due
from casework.events import CHAINS_BROKEN
from casework.models import Delivery
from rulebook.post import Post
from tests.factories.casework import MONDAY_MORNING, a_kind
from tests.factories.council import a_holder_of, a_person
from tests.harness.databases import CHECKOUT, Database
from tests.harness.processes import Running

PROCESS = "tests.casework.process"


def test_a_dead_broker_loses_nothing_and_holds_nobody_up(own_database: Database) -> None:
    a_person()
    kind = a_kind()
    answer = subprocess.run(
        [
            sys.executable,
            "-m",
            "tests.casework.process",
            "announce",
            kind.name,
            kind.label,
            str(MONDAY_MORNING),
        ],
        cwd=CHECKOUT,
        env={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "protocol_portal.settings_test",
            "DATABASE_URL": own_database.url,
            "REDIS_URL": "unix:///nobody/listens/here.sock",
        },
        capture_output=True,
        text=True,
        check=True,
    )
    # Whoever tried again would wait longer; a busy machine may take a second to connect.
    assert float(answer.stdout) < 10
    assert "waits for the sweep" in answer.stderr
    assert Delivery.objects.get().state == "pending"
    assert deliver_due(at=MONDAY_MORNING) == 1
    assert Delivery.objects.get().state == "sent"


def test_a_worker_delivers_right_after_commit(
    own_database: Database, broker: redis.Redis, worker_process: Callable[..., Running]
) -> None:
    a_holder_of(Post.MONITORING_OFFICER)
    worker = worker_process()
    record_security(CHAINS_BROKEN, None, timezone.now(), {"broken": 1})
    until = time.monotonic() + 30
    while Delivery.objects.get().state == "pending" and time.monotonic() < until:
        time.sleep(0.1)
    assert Delivery.objects.get().state == "sent", worker.said()
    (letter,) = worker.mail.glob("*")
    assert "The record of events was changed" in letter.read_text()
