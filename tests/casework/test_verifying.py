"""The chains: whatever is changed behind the guards' back is found, also a cut tail and a deleted stream."""

import os
from pathlib import Path

import psycopg2
import pytest

from casework.actions.verifying import verify_streams
from casework.models import CaseEvent, Delivery, Stream
from casework.queries import broken_streams
from rulebook.post import Post
from tests.factories.casework import MONDAY_MORNING, a_stream, an_event
from tests.factories.council import a_holder_of, a_person
from tests.harness.databases import Database


def tamper(database: Database, *statements: str) -> None:
    """Somebody with the owner's password switches the guards off and rewrites the record."""
    connection = psycopg2.connect(database.owner_url)
    with connection, connection.cursor() as ask:
        for table in ("casework_caseevent", "casework_eventcontent", "casework_stream"):
            ask.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        for statement in statements:
            ask.execute(statement)
    connection.close()


def three_events(name: str = "enquiry:ENQ-7K4M-2") -> Stream:
    stream = a_stream(name)
    for _ in range(3):
        an_event(stream=stream, facts={"enquiry": 7}, content={"text": "Words"})
    return stream


@pytest.mark.parametrize(
    ("statement", "place", "reason"),
    [
        ("UPDATE casework_caseevent SET kind = 'test.other' WHERE place = 2", 2, "an event was changed"),
        (
            "UPDATE casework_caseevent SET at = at - interval '1 day' WHERE place = 1",
            1,
            "an event was changed",
        ),
        (
            "UPDATE casework_caseevent SET facts = '{\"enquiry\": 8}' WHERE place = 3",
            3,
            "an event was changed",
        ),
        ("UPDATE casework_caseevent SET audience = 'staff' WHERE place = 2", 2, "an event was changed"),
        ("UPDATE casework_caseevent SET digest = '' WHERE place = 2", 2, "an event was changed"),
        (
            'UPDATE casework_eventcontent SET body = \'{"text": "Other"}\' WHERE event_id = '
            "(SELECT id FROM casework_caseevent WHERE place = 2)",
            2,
            "what was written was changed",
        ),
        (
            "DELETE FROM casework_eventcontent; DELETE FROM casework_caseevent WHERE place = 2",
            2,
            "an event is missing",
        ),
        (
            "DELETE FROM casework_eventcontent; DELETE FROM casework_caseevent WHERE place = 3",
            3,
            "the end of the chain is gone",
        ),
        ("DELETE FROM casework_eventcontent; DELETE FROM casework_caseevent", 1, "every event is gone"),
    ],
)
def test_a_change_behind_the_guards_is_found(
    own_database: Database, statement: str, place: int, reason: str
) -> None:
    three_events()
    assert list(broken_streams()) == []
    tamper(own_database, statement)
    (broken,) = broken_streams()
    assert (broken.stream, broken.place, broken.reason) == ("enquiry:ENQ-7K4M-2", place, reason)


def test_a_cut_tail_shows_against_the_heads_outside_even_when_the_stream_was_mended(
    own_database: Database, tmp_path: Path, settings: object
) -> None:
    settings.HEADS_FILE = str(tmp_path / "kept" / "heads.tsv")  # type: ignore[attr-defined]
    officer = a_holder_of(Post.MONITORING_OFFICER)
    stream = three_events()
    assert verify_streams(at=MONDAY_MORNING) == ()
    second = CaseEvent.objects.get(stream=stream, place=2)
    tamper(
        own_database,
        "DELETE FROM casework_eventcontent",
        "DELETE FROM casework_caseevent WHERE place = 3",
        f"UPDATE casework_stream SET length = 2, head = '{second.chain}'",
    )
    assert list(broken_streams()) == []
    (broken,) = verify_streams(at=MONDAY_MORNING)
    assert broken.reason == "the end of the chain is gone"
    assert [row.person for row in Delivery.objects.all()] == [officer]
    # The heads that showed it stay as evidence; the alarm goes on until somebody has looked.
    assert len(os.listdir(tmp_path / "kept")) == 2
    assert len(verify_streams(at=MONDAY_MORNING)) == 1


def test_by_night_words_that_are_gone_are_found_each_time_and_the_heads_are_kept(
    own_database: Database, tmp_path: Path, settings: object
) -> None:
    settings.HEADS_FILE = str(tmp_path / "heads.tsv")  # type: ignore[attr-defined]
    three_events()
    assert verify_streams(at=MONDAY_MORNING) == ()
    tamper(own_database, "DELETE FROM casework_eventcontent")
    for _night in range(2):
        (broken,) = verify_streams(at=MONDAY_MORNING)
        assert broken.reason == "the words are gone"
    assert os.listdir(tmp_path) == ["heads.tsv"]


def test_a_deleted_stream_and_a_chain_written_anew_show(
    own_database: Database, tmp_path: Path, settings: object
) -> None:
    settings.HEADS_FILE = str(tmp_path / "heads.tsv")  # type: ignore[attr-defined]
    three_events("enquiry:ENQ-GONE-2")
    anew = three_events("enquiry:ENQ-ANEW-2")
    an_event(by=a_person())
    assert verify_streams(at=MONDAY_MORNING) == ()
    tamper(
        own_database,
        "DELETE FROM casework_eventcontent",
        "DELETE FROM casework_caseevent WHERE facts ? 'enquiry'",
        "DELETE FROM casework_stream WHERE name = 'enquiry:ENQ-GONE-2'",
        f"UPDATE casework_stream SET length = 0, head = '' WHERE id = {anew.pk}",
    )
    for _ in range(4):
        an_event(stream=anew)
    found = {(broken.stream, broken.reason) for broken in verify_streams(at=MONDAY_MORNING)}
    assert found == {
        ("enquiry:ENQ-GONE-2", "the stream is gone"),
        ("enquiry:ENQ-ANEW-2", "the chain was written anew"),
    }


@pytest.mark.django_db
def test_every_chain_is_checked_in_a_fixed_number_of_queries(django_assert_num_queries: object) -> None:
    for _ in range(5):
        three_events(f"enquiry:{_}")
    with django_assert_num_queries(4):  # type: ignore[operator]
        assert list(broken_streams()) == []
