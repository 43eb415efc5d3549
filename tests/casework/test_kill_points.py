"""A process killed while it sends: before the mail server accepts, and after, before the row is written."""

import datetime
import os
import signal
import subprocess
import sys
import time

import pytest
from django.db import connection

from casework.actions.delivering import deliver_due
from casework.events import EventKind
from casework.models import Delivery
from tests.casework.mail_server import MailServer
from tests.factories.casework import MONDAY_MORNING, a_kind, an_event
from tests.factories.council import a_person
from tests.harness.databases import CHECKOUT, Database

MINUTE = datetime.timedelta(minutes=1)


def sweep_and_kill(kind: EventKind, database: Database, server: MailServer) -> None:
    """A real process sweeps, and is killed when the mail server has it where the test wants it."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.casework.process", "sweep", kind.name, kind.label, str(MONDAY_MORNING)],
        cwd=CHECKOUT,
        env={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "protocol_portal.settings_test",
            "DATABASE_URL": database.url,
            **server.settings(),
        },
    )
    reached = server.asked.wait(60)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert reached, "The process never spoke to the mail server."
    server.holds_before_accepting = server.holds_after_accepting = False
    server.may_go_on.set()
    wait_until_it_is_gone()


def wait_until_it_is_gone() -> None:
    """The database ends the dead process's session a moment later; until then its row stays locked."""
    others = (
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
        "AND usename = current_user AND pid <> pg_backend_pid() AND xact_start IS NOT NULL"
    )
    for _ in range(400):
        with connection.cursor() as cursor:
            cursor.execute(others)
            row = cursor.fetchone()
        if row is not None and row[0] == 0:
            return
        time.sleep(0.05)
    raise AssertionError("The session of the killed process did not end.")


@pytest.mark.parametrize("people", [1, 3])
def test_killed_before_the_mail_server_accepts_each_is_sent_once_by_the_next_sweep(
    own_database: Database, mail_server: MailServer, people: int
) -> None:
    kind = a_kind(*[a_person() for _ in range(people)])
    an_event(kind=kind)
    mail_server.holds_before_accepting = True
    sweep_and_kill(kind, own_database, mail_server)
    assert mail_server.accepted == []
    assert deliver_due(at=MONDAY_MORNING + MINUTE) == people
    assert len(set(mail_server.message_ids())) == len(mail_server.accepted) == people
    assert deliver_due(at=MONDAY_MORNING + 90 * MINUTE) == 0
    assert set(Delivery.objects.values_list("state", flat=True)) == {"sent"}


def test_killed_after_acceptance_the_mail_is_repeated_once_with_the_same_message_id(
    own_database: Database, mail_server: MailServer
) -> None:
    kind = a_kind(a_person())
    an_event(kind=kind)
    mail_server.holds_after_accepting = True
    sweep_and_kill(kind, own_database, mail_server)
    assert len(mail_server.accepted) == 1
    # What happens meanwhile does not change what the repeat says: it waits for the next mail.
    an_event(kind=kind)
    assert deliver_due(at=MONDAY_MORNING + MINUTE) == 1
    first, second = mail_server.accepted
    assert first["Message-ID"] == second["Message-ID"]
    assert (first["Subject"], first.get_content()) == (second["Subject"], second.get_content())
    assert deliver_due(at=MONDAY_MORNING + 2 * MINUTE) == 0
    assert deliver_due(at=MONDAY_MORNING + 90 * MINUTE) == 1
    assert len(set(mail_server.message_ids())) == 2
    assert set(Delivery.objects.values_list("state", flat=True)) == {"sent"}
