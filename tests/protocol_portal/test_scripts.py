"""The scripts and what they print: shared servers, every variable explained, figures of the code."""

import os
import re
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from pathlib import Path

import pytest

from protocol_portal import environment
from protocol_portal.local import children, figures, postgres, servers, valkey
from protocol_portal.local.place import CHECKOUT
from tests.harness import template
from tests.harness.databases import Database

READ = re.compile(r'(?:text|flag|number|words|origins|database|environ\.get)\(\s*"([A-Z_]+)"')
SCRIPTS = ("bootstrap", "server", "test", "check", "manage", "bench", "stylesheet", "pdf_libraries")
# manage.py sets it, nobody else.
SET_BY_US = {"DATABASE_ROLE"}


def test_every_variable_that_the_portal_reads_is_explained_in_the_example():
    sources = [CHECKOUT / "protocol_portal" / name for name in ("settings.py", "environment.py")]
    read = {name for source in sources for name in READ.findall(source.read_text())}
    explained = set(re.findall(r"^#?([A-Z_]+)=", (CHECKOUT / ".env.example").read_text(), re.MULTILINE))
    assert read - SET_BY_US - explained == set()


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_can_be_run_and_says_on_its_second_line_what_it_does(name):
    path = CHECKOUT / "script" / name
    assert os.access(path, os.X_OK)
    assert re.match(r'#!/\S+.*\n(# |""")[A-Z]', path.read_text())


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("unix:///run/valkey.sock", "redis+socket:///run/valkey.sock"),
        ("unix:///run/valkey.sock?db=3", "redis+socket:///run/valkey.sock?virtual_host=3"),
        ("redis://127.0.0.1:6379/2", "redis://127.0.0.1:6379/2"),
        ("rediss://cache.council.example:6380/0", "rediss://cache.council.example:6380/0"),
    ],
)
def test_celery_is_given_the_brokers_address_in_its_own_spelling(ours, theirs):
    assert environment.broker(ours) == theirs


@pytest.mark.parametrize(
    ("ours", "numbered"),
    [
        ("unix:///run/valkey.sock", "unix:///run/valkey.sock?db=7"),
        ("unix:///run/valkey.sock?db=3", "unix:///run/valkey.sock?db=7"),
        ("redis://127.0.0.1:6379/2", "redis://127.0.0.1:6379/7"),
    ],
)
def test_another_numbered_database_of_the_same_server_has_its_own_address(ours, numbered):
    assert environment.with_database(ours, 7) == numbered


def test_the_figures_tell_of_files_of_tests_and_of_what_a_new_state_touches():
    median, largest, share, touched = figures.lines()
    assert re.fullmatch(r"Median file: \d+ lines \(aim 60\)\.", median)
    assert re.fullmatch(r"Largest file: \S+\.py, \d+ lines \(limit 300\)\.", largest)
    assert re.fullmatch(r"Test lines for each line of code: \d\.\d\d \(aim 1\.2 to 2\)\.", share)
    assert touched.startswith("Places that a new state touches: 3 (aim 3): enquiries/models/enquiry.py, ")


def test_a_command_uses_the_servers_of_another_and_the_first_waits_for_it(place, monkeypatch):
    for name in ("DATABASE_URL", "DATABASE_OWNER_URL", "REDIS_URL"):
        monkeypatch.delenv(name)
    with servers.hold(place, shared=True) as started:
        assert [child.name for child in started] == ["postgres", "valkey"]
        with servers.hold(place, shared=True) as borrowed:
            assert borrowed == []
            waiting = threading.Thread(target=servers.wait_for_other_users, args=[place])
            waiting.start()
            waiting.join(0.2)
            assert waiting.is_alive()
            assert valkey.running(place)
        assert valkey.running(place)
        # We are a user ourselves until the block ends: only then may the waiting one go on.
    waiting.join(30)
    assert not valkey.running(place)
    assert children.stop_leftovers(place) == []


def descendants(number: int) -> list[int]:
    """Every process that a process started, and what those started."""
    found = []
    for path in Path(f"/proc/{number}/task").glob("*/children"):
        for child in path.read_text().split():
            found += [int(child), *descendants(int(child))]
    return found


def test_the_whole_portal_starts_answers_and_leaves_nothing_when_it_is_killed(place, django_db_setup):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    named = ("DATABASE_URL", "DATABASE_OWNER_URL", "REDIS_URL", "DEBUG", "SECRET_KEY")
    usual = {name: value for name, value in os.environ.items() if name not in named}
    portal = subprocess.Popen(
        [sys.executable, "-m", "protocol_portal.local", "server", "--protocol", "mwda"],
        cwd=CHECKOUT,
        env={**usual, "PORTAL_DATA": str(place.folder), "PORT": str(port), "DEMONSTRATION": "0"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    said = []
    for line in portal.stdout:
        said.append(line)
        if "Ctrl-C" in line:
            break
    assert f"The portal runs on http://127.0.0.1:{port}\n" in said
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/static/portal.css", timeout=30) as sheet:
        assert sheet.headers["Content-Type"].startswith("text/css")
    # The tests' databases were made by a quicker way (tests/harness/migrating.py): it makes the same.
    made = template.shape(postgres.url(place, postgres.OWNER))
    assert made == template.shape(Database(template.name()).owner_url)
    assert len(made) > 1000
    started = {each: children.identity(each) for each in descendants(portal.pid)}
    portal.kill()
    portal.communicate()
    until = time.monotonic() + 60
    while time.monotonic() < until and any(
        identity == children.identity(each) for each, identity in started.items()
    ):
        time.sleep(0.1)
    assert [each for each, identity in started.items() if identity == children.identity(each)] == []
    assert len(started) > 10


def test_manage_runs_a_command_and_hands_on_its_exit_code(place):
    answer = subprocess.run(
        [sys.executable, "-m", "protocol_portal.local", "manage", "no-such-command"],
        cwd=CHECKOUT,
        env={**os.environ, "PORTAL_DATA": str(place.folder)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 1
    assert "no-such-command" in answer.stderr
