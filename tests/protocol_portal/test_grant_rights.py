"""The application role may add to audit tables and read them; ordinary tables it may change."""

import contextlib
from collections.abc import Iterator

import pghistory.models
import psycopg2
import pytest
from django.apps import apps
from django.db import connection, models
from django.test.utils import isolate_apps
from guardian.models import GroupObjectPermission, UserObjectPermission
from psycopg2.errors import InsufficientPrivilege

from protocol_portal.management.commands import grant_rights
from tests.harness.databases import Database, as_owner

REWRITING = ("UPDATE {} SET note = 'changed'", "DELETE FROM {}", "TRUNCATE {}")
VERBS = ("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE")


@contextlib.contextmanager
def speaking(url: str) -> Iterator[psycopg2.extensions.cursor]:
    """A cursor under one of the roles; each statement stands for itself."""
    link = psycopg2.connect(url)
    link.autocommit = True
    try:
        with link.cursor() as ask:
            yield ask
    finally:
        link.close()


def rights(table: str) -> set[str]:
    """What the role of this connection may do with a table, as the database itself says."""
    with connection.cursor() as ask:
        ask.execute(
            "SELECT verb FROM unnest(%s) verb WHERE has_table_privilege(%s, verb)", [list(VERBS), table]
        )
        return {verb for (verb,) in ask.fetchall()}


@pytest.fixture
def two_tables(own_database: Database) -> Database:
    """An ordinary table and one that is only added to, made by the owner, with rights given."""
    with isolate_apps("council"):

        class Note(models.Model):
            note = models.TextField()

            class Meta:
                app_label = "council"
                db_table = "trial_note"

        class Entry(models.Model):
            append_only = True
            note = models.TextField()

            class Meta:
                app_label = "council"
                db_table = "trial_entry"

        registry = Note._meta.apps
        with speaking(own_database.owner_url) as ask:
            for model in (Note, Entry):
                ask.execute(f"CREATE TABLE {model._meta.db_table} (id bigserial PRIMARY KEY, note text)")
            for _again in range(2):
                for statement in grant_rights.statements("application", registry):
                    ask.execute(statement)
    return own_database


def test_a_row_of_an_append_only_table_can_be_added_and_read(two_tables):
    with speaking(two_tables.url) as ask:
        ask.execute("INSERT INTO trial_entry (note) VALUES ('first')")
        ask.execute("SELECT note FROM trial_entry")
        assert ask.fetchall() == [("first",)]


@pytest.mark.parametrize("statement", REWRITING)
def test_a_row_of_an_append_only_table_cannot_be_rewritten(two_tables, statement):
    with speaking(two_tables.url) as ask, pytest.raises(InsufficientPrivilege):
        ask.execute(statement.format("trial_entry"))


def test_an_ordinary_table_can_be_changed_and_deleted_from_but_not_emptied_at_a_stroke(two_tables):
    with speaking(two_tables.url) as ask:
        ask.execute("INSERT INTO trial_note (note) VALUES ('first'), ('second')")
        ask.execute("UPDATE trial_note SET note = 'changed' WHERE note = 'first'")
        ask.execute("DELETE FROM trial_note WHERE note = 'second'")
        with pytest.raises(InsufficientPrivilege):
            ask.execute("TRUNCATE trial_note")


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE mine (id int)",
        "ALTER TABLE trial_note ADD COLUMN other text",
        "ALTER TABLE trial_entry DISABLE TRIGGER ALL",
        "DROP TABLE trial_entry",
        "CREATE DATABASE mine",
        "SET ROLE owner",
    ],
)
def test_the_application_role_cannot_change_the_shape_of_the_database(two_tables, statement):
    with speaking(two_tables.url) as ask, pytest.raises(InsufficientPrivilege):
        ask.execute(statement)


def test_the_application_role_cannot_give_itself_a_right(two_tables):
    with speaking(two_tables.url) as ask:
        # PostgreSQL only warns here: what counts is that nothing was given.
        ask.execute("GRANT UPDATE ON trial_entry TO application")
        with pytest.raises(InsufficientPrivilege):
            ask.execute("UPDATE trial_entry SET note = 'changed'")


def test_a_table_of_a_later_migration_can_be_used_before_rights_are_given_again(own_database):
    with speaking(own_database.owner_url) as ask:
        ask.execute("CREATE TABLE later (id bigserial PRIMARY KEY, note text)")
    with speaking(own_database.url) as ask:
        ask.execute("INSERT INTO later (note) VALUES ('first')")
        ask.execute("UPDATE later SET note = 'changed'")


def test_the_command_can_be_run_again(own_database):
    as_owner(own_database, "manage.py", "grant_rights")


@pytest.mark.django_db
def test_tests_run_under_a_role_that_is_neither_superuser_nor_owner():
    with connection.cursor() as ask:
        ask.execute(
            "SELECT current_user, rolsuper, rolcreatedb, rolcreaterole, rolbypassrls "
            "FROM pg_roles WHERE rolname = current_user"
        )
        assert ask.fetchone() == ("application", False, False, False, False)
        ask.execute("SELECT tableowner FROM pg_tables WHERE tablename = 'django_session'")
        assert ask.fetchone() == ("owner",)


@pytest.mark.django_db
def test_every_append_only_table_of_the_portal_can_be_added_to_and_read_and_no_more():
    tables = grant_rights.append_only_tables()
    assert pghistory.models.Context._meta.db_table in tables
    assert [table for table in tables if rights(table) != {"SELECT", "INSERT"}] == []


@pytest.mark.django_db
def test_every_other_table_of_the_portal_can_be_changed():
    models_with_tables = [
        model._meta
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed and not model._meta.proxy and model not in grant_rights.READ_ONLY_MODELS
    ]
    ordinary = {meta.db_table for meta in models_with_tables} - set(grant_rights.append_only_tables())
    assert {table for table in ordinary if rights(table) != {"SELECT", "INSERT", "UPDATE", "DELETE"}} == set()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "table", [UserObjectPermission._meta.db_table, GroupObjectPermission._meta.db_table, "django_migrations"]
)
def test_guardians_generic_grants_and_the_list_of_migrations_can_only_be_read(table):
    assert rights(table) == {"SELECT"}
