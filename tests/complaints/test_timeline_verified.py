"""The timeline of a complaint proves by command that nobody changed it, before it was erased and after."""

import pytest
from django.core.management import CommandError, call_command

from casework.queries import broken_streams
from tests.casework.test_verifying import tamper
from tests.complaints.keeping import ended, erased
from tests.harness.databases import Database


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
def test_the_command_knows_no_case_that_there_is_not() -> None:
    with pytest.raises(CommandError, match="There is no case CMP-0000-0"):
        call_command("verify_timeline", "CMP-0000-0")


@pytest.mark.parametrize("is_erased", [False, True])
def test_a_change_behind_the_guards_is_found_by_command(own_database: Database, is_erased: bool) -> None:
    complaint = ended()
    if is_erased:
        erased(complaint)
    tamper(own_database, "UPDATE casework_caseevent SET kind = 'complaint.settled' WHERE place = 1")
    with pytest.raises(CommandError, match="breaks at event 1: an event was changed"):
        call_command("verify_timeline", complaint.reference)
