"""The template that test databases are cloned from: made by the owner role, kept until the tables change."""

import functools
import hashlib
import time
from pathlib import Path
from urllib.parse import urlsplit

import django
from django.apps import apps
from django.conf import settings

from protocol_portal.management.commands import grant_rights
from tests.harness import databases, migrating

NAMES = "portal_template_"
LOCK = 7_301_994
UNUSED_FOR = 24 * 60 * 60
# Every column, constraint, index, trigger and function of a database, and what was migrated, a line each.
SHAPE = """
SELECT format('%s.%s %s %s %s %s', attrelid::regclass, attname, format_type(atttypid, atttypmod), attnotnull,
              attidentity, pg_get_expr(adbin, adrelid))
  FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
  LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
 WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'v', 'm')
   AND attnum > 0 AND NOT attisdropped
UNION ALL
SELECT format('%s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) FROM pg_constraint
 WHERE connamespace = 'public'::regnamespace
UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
UNION ALL SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
UNION ALL
SELECT pg_get_functiondef(oid) FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prokind = 'f'
   AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_proc.oid AND deptype = 'e')
UNION ALL SELECT format('%s %s', app, name) FROM django_migrations
"""


@functools.cache
def name() -> str:
    """Named after every migration and right, and after how it is made: a change of any makes a new one."""
    digest = hashlib.sha256()
    for application in sorted(apps.get_app_configs(), key=lambda each: each.label):
        for path in sorted(Path(application.path).glob("migrations/*.py")):
            digest.update(f"{application.label}/{path.name}".encode())
            digest.update(path.read_bytes())
    for statement in grant_rights.statements(settings.APPLICATION_ROLE):
        digest.update(statement.encode())
    # The quick way of making it is made for one version of Django, and both may change.
    digest.update(Path(migrating.__file__).read_bytes())
    digest.update(django.__version__.encode())
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
    databases.as_owner(unfinished, "-m", "tests.harness.migrating", "--verbosity=0")
    databases.as_owner(unfinished, "manage.py", "grant_rights", "--verbosity=0")
    with databases.asking(databases.os.environ["DATABASE_OWNER_URL"]) as ask:
        ask.execute(f'ALTER DATABASE "{unfinished.name}" RENAME TO "{name()}"')


def shape(url: str) -> set[str]:
    """What migrations made of that database."""
    with databases.asking(url, urlsplit(url).path.removeprefix("/")) as ask:
        ask.execute(SHAPE)
        return {line for (line,) in ask.fetchall()}


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
