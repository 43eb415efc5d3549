"""The supervisor: nothing outlives it, data outlives everything, and each refusal is one sentence."""

import os
import signal
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg2
import pytest

from protocol_portal.local import binaries, children, postgres, servers, settled, supervisor, valkey
from protocol_portal.local.__main__ import main
from protocol_portal.local.place import CHECKOUT, Fault, Place

PATIENCE = 30.0
SET_BY_OTHERS = ("DATABASE_URL", "DATABASE_OWNER_URL", "REDIS_URL", "PROTOCOL", "PORT")


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch):
    """As on a newcomer's machine: no variable of the portal is set."""
    for name in SET_BY_OTHERS:
        monkeypatch.delenv(name, raising=False)


def command(place: Place, *arguments: str, **options) -> "subprocess.Popen[str]":
    """The supervisor as a process, on that place."""
    return subprocess.Popen(
        [sys.executable, "-m", "protocol_portal.local", *arguments],
        cwd=CHECKOUT,
        env={**os.environ, "PORTAL_DATA": str(place.folder)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **options,
    )


@pytest.fixture
def supervised(place: Place) -> Iterator[Callable[..., "subprocess.Popen[str]"]]:
    """Starts database and broker under the supervisor; returns when both are up."""
    started = []

    def start(**options) -> "subprocess.Popen[str]":
        process = command(place, "servers", **options)
        started.append(process)
        lines = [process.stdout.readline() for _address in servers.addresses(place)]
        assert all(line.startswith("export ") for line in lines), process.stderr.read()
        return process

    yield start
    for process in started:
        if process.poll() is None:
            process.kill()
        process.communicate()


def left_behind(place: Place) -> list[str]:
    """Every living process that names this place, or was started by one that does."""
    numbers = [int(record.read_text().split()[0]) for record in (place.folder / "run").glob("*")]
    found = [str(number) for number in numbers if children.identity(number)]
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            words = (entry / "cmdline").read_bytes().decode(errors="replace")
        except (FileNotFoundError, ProcessLookupError):
            continue
        if words and (str(place.postgres_data) in words or str(place.sockets) in words):
            found.append(words)
    return found


def nothing_is_left(place: Place) -> bool:
    """Waits a while for the last process to go."""
    until = time.monotonic() + PATIENCE
    while left_behind(place) and time.monotonic() < until:
        time.sleep(0.05)
    return left_behind(place) == []


def test_a_killed_supervisor_leaves_no_process(place, supervised):
    process = supervised()
    assert len(left_behind(place)) > 2
    process.kill()
    process.wait()
    assert nothing_is_left(place)


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_supervisor_that_is_asked_to_end_leaves_no_process_and_no_record(place, supervised, ending):
    process = supervised()
    process.send_signal(ending)
    assert process.wait(PATIENCE) == supervisor.INTERRUPTED
    assert left_behind(place) == []
    assert list((place.folder / "run").iterdir()) == []


def test_ctrl_c_is_obeyed_where_a_shell_has_it_ignored(place, supervised):
    process = supervised(preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_IGN))
    process.send_signal(signal.SIGINT)
    process.wait(PATIENCE)
    assert left_behind(place) == []


def test_what_was_written_survives_a_kill_and_the_next_start_works(place, supervised):
    first = supervised()
    link = psycopg2.connect(postgres.url(place, postgres.OWNER))
    with link, link.cursor() as ask:
        ask.execute("CREATE TABLE kept AS SELECT generate_series(1, 1500) AS number")
    link.close()
    first.kill()
    first.wait()
    supervised()
    link = psycopg2.connect(postgres.url(place, postgres.APPLICATION))
    with link, link.cursor() as ask:
        ask.execute("SELECT count(*) FROM kept")
        assert ask.fetchone() == (1500,)
    link.close()


def test_the_cluster_has_an_owner_and_an_application_role_and_no_way_in_for_anybody_else(place, supervised):
    supervised()
    link = psycopg2.connect(postgres.url(place, postgres.APPLICATION))
    with link, link.cursor() as ask:
        ask.execute(
            "SELECT rolname::text, rolsuper, rolcreatedb FROM pg_roles "
            "WHERE rolname IN ('owner', 'application') ORDER BY 1"
        )
        assert ask.fetchall() == [("application", False, False), ("owner", False, True)]
        ask.execute("SELECT has_database_privilege('public', 'portal', 'CONNECT')")
        assert ask.fetchone() == (False,)
        ask.execute("SELECT count(*) FROM pg_extension WHERE extname = ANY(%s)", [list(postgres.EXTENSIONS)])
        assert ask.fetchone() == (len(postgres.EXTENSIONS),)
        ask.execute("SHOW listen_addresses")
        assert ask.fetchone() == ("",)
    link.close()
    assert stat.S_IMODE(place.sockets.stat().st_mode) == 0o700


def test_data_of_another_version_of_the_database_is_refused_with_a_sentence(place):
    place.make()
    (place.postgres_data / "PG_VERSION").write_text("9\n")
    with pytest.raises(Fault, match="PostgreSQL 9 made this data, and"):
        postgres.start(place)


def test_a_second_start_from_the_same_folder_is_refused(place, supervised):
    supervised()
    out, problem = command(place, "servers").communicate(timeout=PATIENCE)
    assert (out, problem.strip()) == ("", servers.BUSY)
    assert valkey.running(place)


def test_a_leftover_is_found_and_ended_where_no_signal_came_from_the_kernel(place):
    place.make()
    orphan = subprocess.Popen(["sleep", "600"], process_group=0)
    known = children.identity(orphan.pid)
    (place.folder / "run" / "web").write_text(f"{orphan.pid} {signal.SIGTERM.value} {known}\n")
    assert children.stop_leftovers(place) == ["web"]
    assert orphan.wait(PATIENCE) == -signal.SIGTERM


def test_a_leftover_that_does_not_listen_is_killed(place):
    place.make()
    stubborn = subprocess.Popen(
        ["sh", "-c", "trap '' TERM; echo ready; while :; do sleep 1; done"],
        process_group=0,
        stdout=subprocess.PIPE,
    )
    stubborn.stdout.readline()
    known = children.identity(stubborn.pid)
    (place.folder / "run" / "worker").write_text(f"{stubborn.pid} {signal.SIGTERM.value} {known}\n")
    children.stop_leftovers(place, patience=0.2)
    assert stubborn.wait(PATIENCE) == -signal.SIGKILL
    stubborn.stdout.close()


def test_a_process_that_only_has_the_number_of_an_old_one_is_left_alone(place):
    place.make()
    record = place.folder / "run" / "web"
    record.write_text(f"{os.getpid()} {signal.SIGTERM.value} 1@another-day\n")
    assert children.stop_leftovers(place) == []
    assert not record.exists()


@pytest.mark.parametrize("content", ["", "nonsense", "12 x y", "-1 15 z"])
def test_a_broken_record_does_not_stop_the_start(place, content):
    place.make()
    (place.folder / "run" / "web").write_text(content)
    assert children.stop_leftovers(place) == []


def test_a_reset_is_refused_when_nobody_can_be_asked(place, capsys, monkeypatch):
    place.make()
    monkeypatch.setenv("PORTAL_DATA", str(place.folder))
    with Path(os.devnull).open() as nobody:
        monkeypatch.setattr("sys.stdin", nobody)
        assert main(["server", "--reset"]) == 1
    assert capsys.readouterr().err == "--reset removes all data: add --yes to do it without being asked.\n"
    assert place.folder.exists()


def test_a_reset_is_refused_while_the_portal_runs(place, supervised):
    supervised()
    _out, problem = command(place, "server", "--reset", "--yes").communicate(timeout=PATIENCE)
    assert problem.strip() == servers.BUSY
    assert place.has_data()


def test_another_protocol_on_the_same_data_is_refused(place):
    place.make()
    assert settled.protocol(place, "mwda") == "mwda"
    assert settled.protocol(place, None) == "mwda"
    with pytest.raises(Fault, match="was made under mwda: add --reset to start afresh under waltham-forest"):
        settled.protocol(place, "waltham-forest")


def test_an_unknown_protocol_is_refused_by_name_before_anything_is_kept(place):
    place.make()
    with pytest.raises(Fault, match="There is no protocol «atlantis»"):
        settled.protocol(place, "atlantis")
    assert not (place.folder / "protocol").exists()


def test_the_secret_is_made_once_and_only_we_may_read_it(place):
    place.make()
    secret = settled.secret_key(place)
    assert settled.secret_key(place) == secret
    assert len(secret) > 50
    assert stat.S_IMODE((place.folder / "secret_key").stat().st_mode) == 0o600


def test_a_used_port_is_one_sentence(place):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        number = taken.getsockname()[1]
        with pytest.raises(Fault, match=f"Port {number} is in use: choose another"):
            supervisor.refuse_used(number)


@pytest.mark.parametrize("value", ["0", "65536", "http", "-1", ""])
def test_a_port_that_is_none_is_refused(monkeypatch, value):
    monkeypatch.setenv("PORT", value)
    with pytest.raises(Fault, match="PORT is a number from 1 to 65535"):
        supervisor.port()


def test_servers_that_the_environment_names_are_used_as_they_are(place, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://a@/b?host=/c")
    monkeypatch.setenv("DATABASE_OWNER_URL", "postgresql://o@/b?host=/c")
    monkeypatch.setenv("REDIS_URL", "unix:///d")
    with servers.hold(place, shared=False) as started:
        assert started == []
        assert servers.addresses(place)["DATABASE_URL"] == "postgresql://a@/b?host=/c"


def test_a_database_without_its_owners_address_is_one_sentence(place, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://a@/b?host=/c")
    with pytest.raises(Fault, match="Set DATABASE_OWNER_URL beside DATABASE_URL"):
        servers.addresses(place)


def test_without_the_wheels_the_newest_servers_of_the_machine_are_taken(tmp_path, monkeypatch):
    for version in ("9", "15", "17"):
        folder = tmp_path / version / "bin"
        folder.mkdir(parents=True)
        (folder / "initdb").touch()
    (tmp_path / "valkey-server").touch(mode=0o700)
    monkeypatch.setattr(binaries, "wheel_folder", lambda package: None)
    monkeypatch.setattr(binaries, "DEBIAN_POSTGRES", tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert binaries.postgres_folder() == tmp_path / "17" / "bin"
    assert binaries.valkey_server() == tmp_path / "valkey-server"


def test_without_any_server_one_sentence_says_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setattr(binaries, "wheel_folder", lambda package: None)
    monkeypatch.setattr(binaries, "DEBIAN_POSTGRES", tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Fault, match=r"Install PostgreSQL 14 or newer \(Debian: apt-get install postgresql\)"):
        binaries.postgres_folder()
    with pytest.raises(Fault, match=r"Install Valkey or Redis \(Debian: apt-get install redis-server\)"):
        binaries.valkey_server()
