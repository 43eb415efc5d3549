"""Starts the whole portal on this machine, watches over it, and stops it."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Mapping, Sequence

from protocol_portal.local import children, servers, settled
from protocol_portal.local.place import CHECKOUT, Fault, Place

USUAL_PORT = 8000
PATIENCE = 90.0
# What a killed or interrupted child leaves in its exit code.
INTERRUPTED = 130


def say(line: str) -> None:
    """One line to the person who started us, at once."""
    print(line, flush=True)


def port() -> int:
    """The port of the portal. Raises Fault where PORT is no port."""
    value = os.environ.get("PORT", str(USUAL_PORT))
    if not value.isdigit() or not 0 < int(value) < 65536:
        raise Fault(f"PORT is a number from 1 to 65535, not {value!r}.")
    return int(value)


def refuse_used(number: int) -> None:
    """Raises Fault when another process listens on the port."""
    with socket.socket() as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind(("127.0.0.1", number))
        except OSError:
            raise Fault(
                f"Port {number} is in use: choose another, for example PORT={number + 1} script/server."
            ) from None


def serve(place: Place, *, asked: str | None) -> int:
    """Runs the portal until somebody ends it; returns the exit code. Raises Fault when it cannot start."""
    number = port()
    refuse_used(number)
    servers.obey_signals()
    try:
        with servers.hold(place, shared=False) as started:
            key = settled.protocol(place, asked)
            environment = settled.environment(place, protocol_key=key, port=number)
            prepare(environment)
            started.append(worker(place, environment))
            web_process = web(place, environment, number)
            started.append(web_process)
            wait_for_web(environment["PORTAL_ADDRESS"], web_process, place)
            greet(place, environment)
            return watch(place, started)
    except servers.Stopped:
        say("Stopped.")
        return 0


def prepare(environment: Mapping[str, str]) -> None:
    """Tables, rights, the timetable, and the demonstration council in an empty database."""
    say("Migrations and rights")
    manage(environment, "migrate", "--verbosity=0")
    manage(environment, "grant_rights", "--verbosity=0")
    manage(environment, "schedule")
    if environment["DEMONSTRATION"] == "1":
        say("Demonstration council")
        manage(environment, "demonstration")


def manage(environment: Mapping[str, str], *arguments: str) -> str:
    """Runs one command of manage.py; returns what it printed. Raises Fault with the end of what it said."""
    process = subprocess.Popen(
        [sys.executable, CHECKOUT / "manage.py", *arguments],
        cwd=CHECKOUT,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        process_group=0,
        preexec_fn=children.ends_with_parent(signal.SIGTERM, os.getpid()),
    )
    try:
        out, problem = process.communicate()
    except BaseException:
        process.terminate()
        process.wait()
        raise
    if process.returncode:
        raise Fault(f"manage.py {arguments[0]} failed:\n{(problem or out).strip()[-3000:]}")
    return out


def worker(place: Place, environment: Mapping[str, str]) -> children.Child:
    """The Celery worker with its beat: one process tree, as only one may run beat."""
    options = [
        "worker",
        "--beat",
        "--schedule",
        str(place.folder / "beat"),
        "--concurrency=2",
        "--loglevel=INFO",
    ]
    command = [sys.executable, "-m", "celery", "--app=protocol_portal.celery:application", *options]
    return children.start(
        "worker", command, log=place.log("worker"), environment=environment, place=place, cwd=CHECKOUT
    )


def web(place: Place, environment: Mapping[str, str], number: int) -> children.Child:
    """The web processes; with DEBUG they load changed code by themselves."""
    options = [f"--bind=127.0.0.1:{number}", "--workers=2", "--threads=4", "--graceful-timeout=5"]
    options += ["--no-control-socket", "--access-logfile=-"]
    if environment["DEBUG"] == "1":
        options.append("--reload")
    command = [sys.executable, "-m", "gunicorn", *options, "protocol_portal.wsgi:application"]
    return children.start(
        "web", command, log=place.log("web"), environment=environment, place=place, cwd=CHECKOUT
    )


def wait_for_web(address: str, child: children.Child, place: Place) -> None:
    """Returns when the sign-in page answers. Raises Fault when it does not."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and not child.ended():
        try:
            with urllib.request.urlopen(f"{address}/accounts/login/", timeout=10) as answer:  # noqa: S310
                if answer.status == 200:
                    return
        except urllib.error.HTTPError as error:
            raise Fault(f"The sign-in page answers {error.code}: {place.log('web')} says why.") from error
        except OSError:
            time.sleep(0.1)
    raise Fault(f"The portal does not answer: {place.log('web')} says why.")


def greet(place: Place, environment: Mapping[str, str]) -> None:
    """The address, one sign-in line for each role, and where things are."""
    say(f"\nThe portal runs on {environment['PORTAL_ADDRESS']}\n")
    if environment["DEMONSTRATION"] == "1":
        say(manage(environment, "sign_in_lines"))
    say(f"Mail lies in {environment['EMAIL_FILE_PATH']}, logs in {place.folder / 'log'}.")
    say("Ctrl-C stops everything.")


def watch(place: Place, started: Sequence[children.Child]) -> int:
    """Waits; when one part ends by itself, says which and ends the others."""
    while True:
        for child in started:
            if child.ended():
                say(f"{child.name} ended by itself: {place.log(child.name)} says why. Everything is stopped.")
                return 1
        time.sleep(0.5)


def run(environment: Mapping[str, str], command: Sequence[str]) -> int:
    """Runs a command at the terminal with our servers; hands a SIGTERM on, leaves Ctrl-C to the command."""
    process = subprocess.Popen(
        command,
        cwd=CHECKOUT,
        env={**os.environ, **environment},
        preexec_fn=children.ends_with_parent(signal.SIGTERM, os.getpid()),
    )
    while True:
        try:
            code = process.wait()
        except servers.Stopped as reason:
            if str(reason) != signal.SIGINT.name:
                process.terminate()
            continue
        return code if code >= 0 else INTERRUPTED
