"""The template that test databases are cloned from: made by the owner role, kept until the tables change."""

import functools
import hashlib
import time
from pathlib import Path

from django.apps import apps
from django.conf import settings

from protocol_portal.management.commands import grant_rights
from tests.harness import databases

NAMES = "portal_template_"
LOCK = 7_301_994
UNUSED_FOR = 24 * 60 * 60


@functools.cache
def name() -> str:
    """Named after every migration and every right: a change of either makes a new template."""
    digest = hashlib.sha256()
    for application in sorted(apps.get_app_configs(), key=lambda each: each.label):
        for path in sorted(Path(application.path).glob("migrations/*.py")):
            digest.update(f"{application.label}/{path.name}".encode())
            digest.update(path.read_bytes())
    for statement in grant_rights.statements(settings.APPLICATION_ROLE):
        digest.update(statement.encode())
    return NAMES + digest.hexdigest()[:16]


def ensure() -> None:
    """Makes the template unless it is there; processes that come at once wait for the first."""
    with databases.asking(databases.os.environ["DATABASE_OWNER_URL"]) as ask:
        ask.execute("SELECT pg_advisory_lock(%s)", [LOCK])
        ask.execute("SELECT datname FROM pg_database WHERE datname LIKE %s", [f"{NAMES}%"])
        present = {row[0] for row in ask.fetchall()}
        if name() not in present:
            make()
        ask.execute(f"COMMENT ON DATABASE \"{name()}\" IS '{int(time.time())}'")
        drop_unused(ask)


def make() -> None:
    """Migrates and grants under another name first, so that a killed run leaves no half template."""
    unfinished = databases.Database(f"{databases.NAMES}{databases.os.getpid()}_template")
    unfinished.drop()
    with databases.asking(databases.os.environ["DATABASE_OWNER_URL"]) as ask:
        ask.execute(f'CREATE DATABASE "{unfinished.name}"')
    with databases.asking(databases.os.environ["DATABASE_OWNER_URL"], unfinished.name) as ask:
        for extension in ("pg_trgm", "btree_gist", "unaccent", "citext"):
            ask.execute(f"CREATE EXTENSION IF NOT EXISTS {extension}")
    databases.as_owner(unfinished, "migrate", "--verbosity=0")
    databases.as_owner(unfinished, "grant_rights", "--verbosity=0")
    with databases.asking(databases.os.environ["DATABASE_OWNER_URL"]) as ask:
        ask.execute(f'ALTER DATABASE "{unfinished.name}" RENAME TO "{name()}"')


def drop_unused(ask: "databases.psycopg2.extensions.cursor") -> None:
    """Drops templates that no run has asked for since yesterday."""
    ask.execute(
        "SELECT datname, coalesce(shobj_description(oid, 'pg_database'), '0') FROM pg_database "
        "WHERE datname LIKE %s AND datname <> %s",
        [f"{NAMES}%", name()],
    )
    for old, used in ask.fetchall():
        if int(used) < time.time() - UNUSED_FOR:
            ask.execute(f'DROP DATABASE IF EXISTS "{old}"')
