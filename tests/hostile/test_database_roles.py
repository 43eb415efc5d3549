"""The application's own role turns on the records: what it may not do; what shows when its owner does."""

import psycopg2
import pytest
from django.db import connection, transaction
from django.utils import timezone

from casework.actions.verifying import verify_streams
from casework.models import CaseEvent, EventContent
from enquiries.models import Enquiry
from enquiries.states import State
from tests.factories.casework import a_stream, an_event
from tests.factories.enquiries import an_enquiry
from tests.harness.databases import Database

# The owner of the tables can take their guards off; then only the chains and the heads outside tell.
UNGUARDED = "".join(
    f"ALTER TABLE {table} DISABLE TRIGGER USER;"
    for table in ("casework_caseevent", "casework_eventcontent", "casework_stream")
)
FORBIDDEN = (
    "UPDATE casework_caseevent SET kind = 'x'",
    "DELETE FROM casework_caseevent",
    "TRUNCATE casework_caseevent CASCADE",
    "UPDATE casework_eventcontent SET body = '{}'",
    "TRUNCATE casework_eventcontent",
    "DELETE FROM casework_stream",
    "TRUNCATE casework_stream CASCADE",
    "UPDATE enquiries_message SET text = 'x'",
    "DELETE FROM enquiries_message",
    "TRUNCATE enquiries_message",
    "UPDATE enquiries_enquiry SET state = 'closed' WHERE state = 'allocated'",
    "UPDATE enquiries_enquiry SET state = 'nonsense'",
    "UPDATE pghistory_context SET metadata = '{}'",
    "DELETE FROM pghistory_context",
    "INSERT INTO guardian_userobjectpermission (id) VALUES (1)",
    "DELETE FROM django_migrations",
    "INSERT INTO django_migrations (app, name, applied) VALUES ('x', 'y', now())",
    "ALTER TABLE casework_caseevent DISABLE TRIGGER ALL",
    "ALTER TABLE enquiries_enquiry DISABLE TRIGGER USER",
    "SET session_replication_role = replica",
    "SET ROLE owner",
    "SET ROLE postgres",
    "SET SESSION AUTHORIZATION owner",
    "ALTER ROLE application SUPERUSER",
    "CREATE FUNCTION public.f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "CREATE OR REPLACE FUNCTION _pgh_attach_context() RETURNS uuid LANGUAGE sql AS 'SELECT NULL::uuid'",
    "ALTER FUNCTION _pgh_attach_context() RESET search_path",
    "COPY casework_stream TO PROGRAM 'true'",
    "COPY casework_stream FROM '/etc/passwd'",
    "SELECT pg_read_file('/etc/passwd')",
    "SELECT lo_import('/etc/passwd')",
    "CREATE EXTENSION dblink",
    "CREATE EVENT TRIGGER e ON ddl_command_start EXECUTE FUNCTION f()",
    "CREATE SCHEMA mine",
)


@pytest.mark.django_db
@pytest.mark.parametrize("statement", FORBIDDEN)
def test_the_application_role_is_refused(statement: str) -> None:
    with transaction.atomic():
        an_enquiry(state=State.ALLOCATED)
        an_event(content={"text": "x"})
    with pytest.raises(Exception, match=r"(?s).+") as fault, transaction.atomic(), connection.cursor() as ask:
        ask.execute(statement)
    assert isinstance(fault.value.__cause__, psycopg2.Error), fault.value


@pytest.mark.django_db
def test_the_one_function_that_runs_as_its_owner_looks_for_names_where_nobody_else_writes() -> None:
    with connection.cursor() as ask:
        ask.execute(
            "SELECT p.proname, pg_get_userbyid(p.proowner), p.proconfig FROM pg_proc p "
            "JOIN pg_namespace n ON n.oid = p.pronamespace WHERE p.prosecdef AND n.nspname = 'public'"
        )
        assert ask.fetchall() == [("_pgh_attach_context", "owner", ["search_path=public, pg_temp"])]
        ask.execute("SELECT has_schema_privilege('application', 'public', 'CREATE')")
        assert ask.fetchone() == (False,)


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE casework_caseevent SET kind = 'other' WHERE place = 1",
        "UPDATE casework_caseevent SET facts = '{\"a\": 1}' WHERE place = 2",
        "UPDATE casework_caseevent SET at = at - interval '1 day' WHERE place = 1",
        "UPDATE casework_caseevent SET audience = 'staff' WHERE place = 2",
        'UPDATE casework_eventcontent SET body = \'{"text": "forged"}\'',
        "DELETE FROM casework_eventcontent; DELETE FROM casework_caseevent WHERE place = 3",
        "DELETE FROM casework_eventcontent; DELETE FROM casework_caseevent WHERE place = 2",
    ],
)
def test_what_somebody_with_every_right_rewrites_is_found(
    own_database: Database, tampering: str, settings, tmp_path
) -> None:
    settings.HEADS_FILE = str(tmp_path / "heads.tsv")
    stream = a_stream()
    for _ in range(3):
        an_event(stream=stream, content={"text": "as it was"})
    assert verify_streams(at=timezone.now()) == ()
    link = psycopg2.connect(own_database.owner_url)
    with link, link.cursor() as ask:
        ask.execute(UNGUARDED + tampering)
    link.close()
    assert [broken.stream for broken in verify_streams(at=timezone.now())] == [stream.name]


def test_a_tail_that_was_cut_and_mended_shows_against_the_heads_outside(
    own_database: Database, settings, tmp_path
) -> None:
    settings.HEADS_FILE = str(tmp_path / "heads.tsv")
    stream = a_stream()
    for _ in range(3):
        an_event(stream=stream)
    verify_streams(at=timezone.now())
    second = CaseEvent.objects.get(stream=stream, place=2)
    link = psycopg2.connect(own_database.owner_url)
    with link, link.cursor() as ask:
        ask.execute(UNGUARDED)
        ask.execute("DELETE FROM casework_caseevent WHERE stream_id = %s AND place = 3", [stream.pk])
        ask.execute(
            "UPDATE casework_stream SET head = %s, length = 2 WHERE id = %s", [second.chain, stream.pk]
        )
    link.close()
    assert [broken.stream for broken in verify_streams(at=timezone.now())] == [stream.name]
    assert EventContent.objects.count() == 0
    assert Enquiry.objects.count() == 0
