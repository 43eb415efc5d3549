"""PostgreSQL on our own data folder: made, started, and given its two roles."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import psycopg2

from protocol_portal.local import binaries, children
from protocol_portal.local.place import Fault, Place, as_ordinary_account

SUPERUSER = "postgres"
OWNER = "owner"
APPLICATION = "application"
DATABASE = "portal"
EXTENSIONS = ("pg_trgm", "btree_gist", "unaccent", "citext")
# For tests only: a crash of the machine would lose the data, which nobody needs. And tests roll back what
# they wrote: a server that looks by itself finds tables of many pages and no rows, and plans for none.
HASTY = (
    "-c",
    "autovacuum=off",
    "-c",
    "fsync=off",
    "-c",
    "synchronous_commit=off",
    "-c",
    "full_page_writes=off",
    "-c",
    "max_connections=200",
)
# A server that was killed may wait to be reaped, and its lock file then still names a living number.
ATTEMPTS = 8


def url(place: Place, role: str, database: str = DATABASE) -> str:
    """The address of our own database for a role, through its socket."""
    return f"postgresql://{role}@/{database}?host={place.sockets}"


def running(place: Place) -> bool:
    """True when our own server answers."""
    try:
        psycopg2.connect(url(place, SUPERUSER, "postgres"), connect_timeout=2).close()
    except psycopg2.OperationalError:
        return False
    return True


def start(place: Place, *, hasty: bool = False) -> children.Child:
    """Starts the server, on a new data folder where there is none; returns when it answers. Raises Fault."""
    folder = binaries.postgres_folder()
    if not place.has_data():
        make_cluster(place, folder)
    refuse_other_version(place, folder)
    server = folder / "postgres"
    command = [
        server,
        "-D",
        place.postgres_data,
        "-k",
        place.sockets,
        "-c",
        "listen_addresses=",
        *(HASTY if hasty else ()),
    ]
    log = place.log("postgres")
    for _attempt in range(ATTEMPTS):
        # SIGINT is PostgreSQL's «fast» shutdown; on SIGTERM it would wait for every client to leave.
        child = children.start(
            "postgres", command, log=log, ending=signal.SIGINT, place=place, **as_ordinary_account()
        )
        if answers(place, child):
            set_up(place)
            return child
        child.stop()
        time.sleep(1)
    raise Fault(f"PostgreSQL does not start: {log} says why.")


def answers(place: Place, child: children.Child) -> bool:
    """Waits until the server answers; False when it ended instead. Recovery after a crash takes its time."""
    while not child.ended():
        if running(place):
            return True
        time.sleep(0.05)
    return False


def refuse_other_version(place: Place, folder: Path) -> None:
    """Raises Fault when another PostgreSQL made this data: it would only say so in its log."""
    made, here = (place.postgres_data / "PG_VERSION").read_text().strip(), binaries.major_version(folder)
    if made != here:
        raise Fault(
            f"PostgreSQL {made} made this data, and {here} is here: "
            f"install {made} again, or start afresh with script/server --reset."
        )


def make_cluster(place: Place, folder: Path) -> None:
    """Makes an empty data folder. Raises Fault with what initdb said."""
    for unfinished in place.postgres_data.iterdir():
        shutil.rmtree(unfinished) if unfinished.is_dir() else unfinished.unlink()
    locale = "C.UTF-8" if sys.platform == "linux" else "C"
    options = [
        "--auth=trust",
        f"--username={SUPERUSER}",
        "--encoding=UTF8",
        f"--locale={locale}",
        "--no-sync",
    ]
    answer = subprocess.run(
        [folder / "initdb", "-D", place.postgres_data, *options],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "LC_ALL": locale},
        **as_ordinary_account(),
    )
    if answer.returncode:
        raise Fault(f"PostgreSQL could not make its data folder: {answer.stderr.strip()}")


def set_up(place: Place) -> None:
    """Makes the roles, the database and the extensions where they are missing; changes nothing else."""
    server = psycopg2.connect(url(place, SUPERUSER, "postgres"))
    server.autocommit = True
    with server.cursor() as ask:
        for role, rights in ((OWNER, "LOGIN CREATEDB"), (APPLICATION, "LOGIN")):
            ask.execute("SELECT FROM pg_roles WHERE rolname = %s", [role])
            if not ask.rowcount:
                ask.execute(f"CREATE ROLE {role} {rights} NOSUPERUSER NOCREATEROLE")
        extend(place, "template1")
        ask.execute("SELECT FROM pg_database WHERE datname = %s", [DATABASE])
        if not ask.rowcount:
            ask.execute(f"CREATE DATABASE {DATABASE} OWNER {OWNER}")
            ask.execute(f"REVOKE ALL ON DATABASE {DATABASE} FROM PUBLIC")
            ask.execute(f"GRANT CONNECT ON DATABASE {DATABASE} TO {APPLICATION}")
    server.close()
    extend(place, DATABASE)


def extend(place: Place, database: str) -> None:
    """Adds the extensions, so that no migration needs a superuser, and keeps PUBLIC out of the schema."""
    connection = psycopg2.connect(url(place, SUPERUSER, database))
    with connection, connection.cursor() as ask:
        for extension in EXTENSIONS:
            ask.execute(f"CREATE EXTENSION IF NOT EXISTS {extension}")
        ask.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC")
        ask.execute(f"GRANT CREATE ON SCHEMA public TO {OWNER}")
        rights = "SELECT, INSERT, UPDATE, DELETE ON TABLES", "USAGE, SELECT ON SEQUENCES"
        for right in rights if database == DATABASE else ():
            ask.execute(
                f"ALTER DEFAULT PRIVILEGES FOR ROLE {OWNER} IN SCHEMA public GRANT {right} TO {APPLICATION}"
            )
    connection.close()
