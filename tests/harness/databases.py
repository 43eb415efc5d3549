"""The tests' databases: a template that the owner role makes, clones of it, and a part of the broker."""

import contextlib
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg2
import pytest
import redis
from django.conf import settings
from django.db import connections
from django.test import override_settings
from pytest_django import DjangoDbBlocker

from protocol_portal import environment
from protocol_portal.celery import application
from tests.harness import template

CHECKOUT = Path(__file__).resolve().parent.parent.parent
NAMES = "portal_test_"
# So many tests, and so many bytes, between two times at which what was rolled back is cleared away.
LOOKS_AFTER = 10
MAY_GROW_BY = 32 * 1024 * 1024


@dataclass(frozen=True)
class Database:
    """One database for tests, with the address for each role."""

    name: str

    @property
    def url(self) -> str:
        """For the application role, which can do less."""
        return named(os.environ["DATABASE_URL"], self.name)

    @property
    def owner_url(self) -> str:
        """For the role that owns the tables."""
        return named(os.environ["DATABASE_OWNER_URL"], self.name)

    def create(self, of: str | None = None) -> None:
        """A copy of the template, or of another database that nobody talks to, with its rights."""
        with asking(os.environ["DATABASE_OWNER_URL"]) as ask:
            ask.execute(f'CREATE DATABASE "{self.name}" TEMPLATE "{of or template.name()}"')

    def drop(self) -> None:
        """Away with it, whoever still talks to it: each role may end its own sessions."""
        for address in (os.environ["DATABASE_URL"], os.environ["DATABASE_OWNER_URL"]):
            with asking(address) as ask:
                ask.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                    "WHERE datname = %s AND usename = current_user",
                    [self.name],
                )
        with asking(os.environ["DATABASE_OWNER_URL"]) as ask:
            ask.execute(f'DROP DATABASE IF EXISTS "{self.name}"')

    def take(self) -> None:
        """From now on Django talks to this database."""
        connections["default"].close()
        connections["default"].settings_dict["NAME"] = self.name
        settings.DATABASES["default"]["NAME"] = self.name


def of_this_process(use: str) -> Database:
    """The database that this process has for that."""
    return Database(f"{NAMES}{os.getpid()}_{use}")


def named(url: str, name: str) -> str:
    """The same server, another database."""
    return urlunsplit(urlsplit(url)._replace(path=f"/{name}"))


@contextlib.contextmanager
def asking(url: str, database: str = "postgres") -> Iterator[psycopg2.extensions.cursor]:
    """A cursor outside any transaction, as CREATE DATABASE wants it."""
    connection = psycopg2.connect(named(url, database))
    connection.autocommit = True
    try:
        with connection.cursor() as ask:
            yield ask
    finally:
        connection.close()


def alive(pid: int) -> bool:
    """True when a process of that number runs on this machine."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def drop_leftovers() -> None:
    """Drops what killed runs on this machine left; a database names the process that made it."""
    with asking(os.environ["DATABASE_OWNER_URL"]) as ask:
        ask.execute("SELECT datname FROM pg_database WHERE datname LIKE %s", [f"{NAMES}%"])
        names = [name for (name,) in ask.fetchall()]
    for name in names:
        if not alive(int(name.removeprefix(NAMES).split("_")[0])):
            Database(name).drop()


@dataclass
class Clearing:
    """Clears away what tests rolled back, between two of them: while one runs, tables could not shrink, and
    a table of many pages and no rows is planned for as if it stayed so.
    """

    tests: int = 0
    most: int = 0

    def after_a_test(self) -> None:
        """Looks at the size now and then; nothing where the connection is in the middle of something."""
        self.tests += 1
        database = of_this_process("main")
        if self.tests % LOOKS_AFTER or connections["default"].settings_dict["NAME"] != database.name:
            return
        if connections["default"].in_atomic_block:
            return
        with asking(database.owner_url, database.name) as ask:
            if self._size(ask) > self.most:
                ask.execute("VACUUM")
                self.most = self._size(ask) + MAY_GROW_BY

    def _size(self, ask: psycopg2.extensions.cursor) -> int:
        ask.execute("SELECT pg_database_size(current_database())")
        return int(ask.fetchone()[0])  # type: ignore[index]


CLEARING = Clearing()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(nextitem: pytest.Item | None) -> Iterator[None]:
    """A test is over, and what it rolled back is dead; after the last one the database is gone itself."""
    result = yield
    if nextitem is not None:
        CLEARING.after_a_test()
    return result


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """In place of pytest-django's: a clone of the template, used under the application role."""
    if not settings.DATABASES["default"]["HOST"].startswith("/"):
        pytest.exit(
            "Tests make and drop databases: DATABASE_URL must name a server on this machine by its socket."
        )
    template.ensure()
    drop_leftovers()
    database = of_this_process("main")
    with django_db_blocker.unblock():
        database.create()
        database.take()
    yield
    with django_db_blocker.unblock():
        connections.close_all()
    database.drop()


@pytest.fixture
def own_database(
    request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[Database]:
    """A fresh clone for this test alone, with real commits: for threads, processes and the browser."""
    if "db" in request.fixturenames or request.node.get_closest_marker("django_db"):
        pytest.fail("own_database commits for real: leave out db and the mark django_db.")
    shared = Database(settings.DATABASES["default"]["NAME"])
    database = of_this_process("own")
    with django_db_blocker.unblock():
        database.drop()
        database.create()
        database.take()
        try:
            yield database
        finally:
            shared.take()
            database.drop()


@pytest.fixture(scope="session")
def _logical_database() -> Iterator[str]:
    """The address of a logical database of the broker that no other process uses, for cache and queue."""
    base = redis.Redis.from_url(os.environ["REDIS_URL"])
    count = int(base.config_get("databases")["databases"])
    for number in range(1, count):
        claim = f"portal-tests:{number}"
        holder = base.get(claim)
        if holder and not alive(int(holder)):
            base.delete(claim)
        if base.set(claim, os.getpid(), nx=True):
            break
    else:
        pytest.exit(f"All {count} logical databases of the broker are taken by other test runs.")
    address = environment.with_database(os.environ["REDIS_URL"], number)
    theirs = {"default": {**settings.CACHES["default"], "LOCATION": address}}
    queue = environment.broker(address)
    with override_settings(REDIS_URL=address, CACHES=theirs, CELERY_BROKER_URL=queue):
        application.conf.broker_url = queue
        yield address
    client = redis.Redis.from_url(address)
    client.flushdb()
    client.close()
    base.delete(claim)
    base.close()


@pytest.fixture(autouse=True)
def _empty_cache(_logical_database: str) -> None:
    """No test sees what another one cached, counted or queued."""
    with contextlib.closing(redis.Redis.from_url(_logical_database)) as client:
        client.flushdb()


@pytest.fixture
def broker(_logical_database: str) -> Iterator[redis.Redis]:
    """The real broker, empty: a client of the logical database that cache and queue of this test share."""
    with contextlib.closing(redis.Redis.from_url(_logical_database)) as client:
        yield client


def as_owner(database: Database, *arguments: str) -> None:
    """Runs Python with those arguments on that database as the owner role. Fails with what it said."""
    answer = subprocess.run(
        [sys.executable, *arguments],
        cwd=CHECKOUT,
        env={**os.environ, "DATABASE_OWNER_URL": database.owner_url, "DATABASE_ROLE": "owner"},
        capture_output=True,
        text=True,
        check=False,
    )
    if answer.returncode:
        pytest.exit(
            f"{' '.join(arguments)} failed while the test database was made:\n{answer.stderr[-3000:]}"
        )
