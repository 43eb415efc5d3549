"""The timeline of a complaint proves by command that nobody changed it, before it was erased and after."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.utils import timezone
from pytest_django import Settings

from casework.actions.announcing import announce
from casework.actions.verifying import verify_streams
from casework.management.commands.verify_timeline import BREAKS, MEANS, UNKNOWN
from casework.queries import broken_streams
from complaints import events
from complaints.models import Complaint
from tests.casework.test_verifying import tamper, three_events
from tests.complaints.keeping import ended, erased
from tests.harness.databases import Database


@pytest.fixture(autouse=True)
def heads(settings: Settings, tmp_path: Path) -> None:
    """The heads of the night before are those of this test alone."""
    settings.HEADS_FILE = str(tmp_path / "heads.tsv")


def with_three_events() -> Complaint:
    """One that was decided, of which nobody else was told, and closed; each with words."""
    complaint = ended()
    for kind in (events.NOT_TOLD, events.CLOSED):
        with transaction.atomic():
            words = {"words": "It is over."}
            announce(stream=complaint.stream, kind=kind, by=None, at=timezone.now(), content=words)
    return complaint


@pytest.mark.django_db
def test_the_timeline_proves_itself_by_command_before_and_after(capsys: pytest.CaptureFixture[str]) -> None:
    complaint = ended()
    call_command("verify_timeline", complaint.reference)
    assert capsys.readouterr().out == f"{complaint.reference} stands as it was written: 1 events.\n"
    erased(complaint)
    call_command("verify_timeline", complaint.reference)
    said = capsys.readouterr().out
    assert f"{complaint.reference} stands as it was written: 2 events." in said
    assert "The words of 1 of them are erased; that they were written is proved." in said
    assert list(broken_streams()) == []


@pytest.mark.django_db
def test_all_timelines_are_proved_by_one_command(capsys: pytest.CaptureFixture[str]) -> None:
    erased(ended())
    three_events("enquiry:ENQ-7K4M-2")
    call_command("verify_timeline", "--all")
    assert capsys.readouterr().out == "All 2 timelines stand as they were written.\n"


@pytest.mark.django_db
def test_the_command_knows_no_case_that_there_is_not() -> None:
    with pytest.raises(CommandError, match="There is no case CMP-0000-0") as fault:
        call_command("verify_timeline", "CMP-0000-0")
    assert fault.value.returncode == UNKNOWN


@pytest.mark.django_db
def test_the_command_wants_one_case_or_all() -> None:
    with pytest.raises(CommandError, match="reference"):
        call_command("verify_timeline")


OF = "stream_id = (SELECT stream_id FROM complaints_complaint)"
WORDS = (
    f"DELETE FROM casework_eventcontent WHERE event_id IN (SELECT id FROM casework_caseevent WHERE {OF} %s)"
)
FIRST = f"event_id = (SELECT id FROM casework_caseevent WHERE place = 1 AND {OF})"
TAMPERED: dict[str, tuple[tuple[str, ...], int, str]] = {
    "a changed row": (
        (f"UPDATE casework_caseevent SET kind = 'complaint.settled' WHERE place = 2 AND {OF}",),
        2,
        "an event was changed",
    ),
    "another actor": (
        (f"UPDATE casework_caseevent SET by_id = NULL WHERE place = 1 AND {OF}",),
        1,
        "an event was changed",
    ),
    "a removed event": (
        (
            WORDS % "AND place = 2",
            "DELETE FROM casework_delivery",
            f"DELETE FROM casework_caseevent WHERE place = 2 AND {OF}",
        ),
        2,
        "an event is missing",
    ),
    "a removed end": (
        (
            WORDS % "AND place = 3",
            "DELETE FROM casework_delivery",
            "DELETE FROM casework_effect",
            f"DELETE FROM casework_caseevent WHERE place = 3 AND {OF}",
        ),
        3,
        "the end of the chain is gone",
    ),
    "a swapped pair": (
        (
            f"UPDATE casework_caseevent SET place = 9 WHERE place = 2 AND {OF}",
            f"UPDATE casework_caseevent SET place = 2 WHERE place = 3 AND {OF}",
            f"UPDATE casework_caseevent SET place = 3 WHERE place = 9 AND {OF}",
        ),
        2,
        "an event was changed",
    ),
    "other words": (
        (f'UPDATE casework_eventcontent SET body = \'{{"words": "He never did."}}\' WHERE {FIRST}',),
        1,
        "what was written was changed",
    ),
    "words taken away": ((WORDS % "AND place = 2",), 2, "the words are gone"),
}


@pytest.mark.parametrize("how", TAMPERED)
def test_a_change_behind_the_guards_is_found_by_command(own_database: Database, how: str) -> None:
    statements, place, reason = TAMPERED[how]
    complaint = with_three_events()
    call_command("verify_timeline", "--all")
    tamper(own_database, *statements)
    said = f"{complaint.reference} breaks at event {place}: {reason}. {MEANS[reason]}"
    for asked in (complaint.reference, "--all"):
        with pytest.raises(CommandError) as fault:
            call_command("verify_timeline", asked)
        assert str(fault.value) == said
        assert fault.value.returncode == BREAKS


def test_a_change_after_it_was_erased_is_found_too(own_database: Database) -> None:
    complaint = with_three_events()
    erased(complaint)
    tamper(own_database, f"UPDATE casework_caseevent SET kind = 'complaint.settled' WHERE place = 1 AND {OF}")
    with pytest.raises(CommandError, match="breaks at event 1: an event was changed"):
        call_command("verify_timeline", complaint.reference)


def test_a_case_that_was_there_last_night_and_is_gone_is_missed(own_database: Database) -> None:
    three_events("enquiry:ENQ-GONE-2")
    assert verify_streams(at=timezone.now()) == ()
    tamper(
        own_database,
        "DELETE FROM casework_eventcontent",
        "DELETE FROM casework_caseevent",
        "DELETE FROM casework_stream",
    )
    for asked in ("ENQ-GONE-2", "--all"):
        with pytest.raises(CommandError, match="ENQ-GONE-2 breaks at event 1: the stream is gone"):
            call_command("verify_timeline", asked)
