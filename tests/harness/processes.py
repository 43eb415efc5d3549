"""Real web and worker processes for journeys and kill tests; each ends with its test, or with us."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from protocol_portal.local.children import ends_with_parent
from tests.harness.databases import CHECKOUT, Database

PATIENCE = 60.0


@dataclass
class Running:
    """A process under test: where it answers, what it wrote, where its mail lies."""

    process: "subprocess.Popen[bytes]"
    log: Path
    mail: Path
    address: str = ""

    def said(self) -> str:
        """All that it wrote so far."""
        return self.log.read_text(errors="replace")

    def kill(self) -> None:
        """Ends it with everything that it started, without a chance to tidy up."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def stop(self) -> None:
        """Asks it to end, as an operator would; insists after a while."""
        if self.process.poll() is None:
            self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.kill()


@pytest.fixture
def _started(
    own_database: Database, _logical_database: str, tmp_path: Path
) -> Iterator[Callable[..., Running]]:
    """Starts a process on this test's database and broker; all are ended after it."""
    running: list[Running] = []

    def start(name: str, command: list[str], changes: dict[str, str], files: tuple[int, ...] = ()) -> Running:
        log = tmp_path / f"{name}-{len(running)}.log"
        mail = tmp_path / "mail"
        environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "protocol_portal.settings_test",
            "DATABASE_URL": own_database.url,
            "DATABASE_OWNER_URL": own_database.owner_url,
            "REDIS_URL": _logical_database,
            "DEBUG": "0",
            "EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
            "EMAIL_FILE_PATH": str(mail),
            "FILES": str(tmp_path / "files"),
            **changes,
        }
        with log.open("wb") as out:
            process = subprocess.Popen(
                [sys.executable, "-m", *command],
                cwd=CHECKOUT,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.STDOUT,
                pass_fds=files,
                process_group=0,
                preexec_fn=ends_with_parent(signal.SIGTERM, os.getpid()),
            )
        running.append(Running(process, log, mail))
        return running[-1]

    yield start
    # The test is over: to wait until they have tidied up would take ten seconds each time.
    for each in reversed(running):
        each.kill()


@pytest.fixture
def portal_process(_started: Callable[..., Running]) -> Callable[..., Running]:
    """`portal_process(workers=1, **environment)`: a real web server on a free port; has `address`."""

    def start(workers: int = 1, **changes: str) -> Running:
        # The socket is ours and stays open until the server has it: nobody can take the port in between.
        with socket.socket() as listening:
            listening.bind(("127.0.0.1", 0))
            address = f"http://127.0.0.1:{listening.getsockname()[1]}"
            options = [f"--bind=fd://{listening.fileno()}", f"--workers={workers}", "--threads=4"]
            command = ["gunicorn", *options, "--no-control-socket", "protocol_portal.wsgi:application"]
            changes = {"PORTAL_ADDRESS": address, **changes}
            running = _started("portal", command, changes, (listening.fileno(),))
        running.address = address
        wait(running, lambda: answers(address))
        return running

    return start


@pytest.fixture
def worker_process(_started: Callable[..., Running]) -> Callable[..., Running]:
    """`worker_process(beat=False, **environment)`: a real Celery worker on this test's database."""

    def start(beat: bool = False, **changes: str) -> Running:
        options = ["--concurrency=1", "--loglevel=INFO", *(["--beat"] if beat else [])]
        running = _started(
            "worker", ["celery", "--app=protocol_portal.celery:application", "worker", *options], changes
        )
        wait(running, lambda: " ready." in running.said())
        return running

    return start


def answers(address: str) -> bool:
    """True when the sign-in page is served."""
    try:
        with urllib.request.urlopen(f"{address}/accounts/login/", timeout=10) as answer:  # noqa: S310
            return bool(answer.status == 200)
    except urllib.error.HTTPError as error:
        pytest.fail(f"The sign-in page answers {error.code}.")
    except OSError:
        return False


def wait(running: Running, ready: Callable[[], bool]) -> None:
    """Returns when the process is ready; fails with what it wrote when it ended instead."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and running.process.poll() is None:
        if ready():
            return
        time.sleep(0.05)
    pytest.fail(f"The process did not become ready:\n{running.said()[-3000:]}")
