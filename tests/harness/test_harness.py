"""What the tests stand on: it fails loudly where a test proves nothing, and its processes are real."""

import os
import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.db import connection
from django.template import Context, engines
from django.template.base import Origin, Template
from pytest_socket import SocketConnectBlockedError

from tests.harness import databases
from tests.harness.databases import CHECKOUT
from tests.harness.undefined import UndefinedVariable

BAD = """
import pytest

def test_left_out():
    pytest.skip("later")

@pytest.mark.xfail
def test_known_to_fail():
    assert False
"""
FLUSHING = """
import pytest

@pytest.mark.django_db(transaction=True)
def test_flushes():
    pass
"""


def outcome(folder: Path, text: str) -> "subprocess.CompletedProcess[str]":
    """Runs a file of tests under this harness."""
    (folder / "test_trial.py").write_text(text)
    (folder / "conftest.py").write_text("from tests.conftest import *\n")
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-c", CHECKOUT / "pyproject.toml", folder],
        cwd=CHECKOUT,
        env={name: value for name, value in os.environ.items() if not name.startswith("PYTEST")},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_skipped_test_and_an_expected_failure_fail_the_run(tmp_path):
    answer = outcome(tmp_path, BAD)
    assert answer.returncode == 1
    assert "2 failed" in answer.stdout
    assert "a test either holds or is removed" in answer.stdout


def test_a_test_that_would_flush_the_database_is_refused_with_a_sentence(tmp_path):
    answer = outcome(tmp_path, FLUSHING)
    assert answer.returncode == pytest.ExitCode.USAGE_ERROR
    assert "use the fixture own_database" in answer.stderr


def rendered(text: str, place: Path) -> str:
    """What a template at that place shows when its view gives nothing."""
    engine = engines["django"].engine
    return Template(text, Origin(str(place)), engine=engine).render(Context({}))


@pytest.mark.parametrize(
    "text", ["{{ enquiry }}", "{{ enquiry|upper }}", "{% for day in days %}{% endfor %}x{{ a.b }}"]
)
def test_a_variable_that_no_view_gave_fails_in_a_template_of_ours(text):
    with pytest.raises(UndefinedVariable, match=r"templates/trial\.html shows"):
        rendered(text, CHECKOUT / "templates" / "trial.html")


def test_a_question_about_a_variable_may_find_nothing():
    assert (
        rendered("{% if enquiry %}yes{% else %}no{% endif %}", CHECKOUT / "templates" / "trial.html") == "no"
    )


def test_a_template_of_another_package_shows_an_undefined_variable_as_nothing():
    assert rendered('{{ title }}{{ title|default:"none" }}', Path("/elsewhere/admin/base.html")) == "none"


def test_no_test_reaches_beyond_this_machine():
    with socket.socket() as beyond, pytest.raises((SocketConnectBlockedError, UserWarning)):
        beyond.connect(("192.0.2.1", 80))


def test_a_thread_sees_what_another_committed_in_an_own_database(own_database):
    ContentType.objects.create(app_label="trial", model="trial")
    seen = []

    def look() -> None:
        seen.append(ContentType.objects.filter(app_label="trial").exists())
        connection.close()

    thread = threading.Thread(target=look)
    thread.start()
    thread.join()
    assert seen == [True]


@pytest.mark.django_db
def test_what_was_committed_in_an_own_database_is_not_in_the_common_one():
    assert not ContentType.objects.filter(app_label="trial").exists()


def test_what_a_test_caches_is_in_the_real_broker(broker):
    cache.set("kept", "here")
    assert broker.dbsize() == 1


def test_the_next_test_finds_nothing_of_it(broker):
    assert broker.dbsize() == 0


def test_a_real_browser_opens_a_page_of_a_real_portal_with_and_without_javascript(portal_process, page):
    portal = portal_process()
    for javascript in (True, False):
        sheet = page(width=390, javascript=javascript, address=portal.address)
        sheet.goto("/accounts/login/")
        assert sheet.get_by_role("heading", level=1).count() == 1
        assert sheet.viewport_size["width"] == 390
    portal.kill()
    assert portal.process.returncode


def test_a_real_worker_takes_its_tasks_from_the_broker_and_ends_when_asked(worker_process):
    worker = worker_process()
    assert "redis+socket://" in worker.said() or "redis://" in worker.said()
    worker.stop()
    assert worker.process.returncode == 0


@pytest.mark.parametrize(("more_to_come", "looks"), [(True, 1), (False, 0)])
def test_after_the_last_test_nobody_looks_at_a_database_that_is_gone(request, more_to_come, looks):
    before = databases.CLEARING.tests
    around = databases.pytest_runtest_protocol(request.node if more_to_come else None)
    next(around)
    with pytest.raises(StopIteration):
        around.send(True)
    assert databases.CLEARING.tests - before == looks
