"""A witness without a page here: their statement is theirs, whoever took it down, and few read it."""

import datetime

import pytest
from django.utils import timezone

from casework.wording import long_date, short_date
from complaints.models import Complaint, Handler, Writing
from complaints.policies.seeing import writings_for
from complaints.queries.conflicts import conflicts_of
from complaints.rules.conflicts import Conflict
from complaints.states import ComplaintState
from rulebook.post import Post
from tests.complaints.keeping import erased
from tests.complaints.test_case_page import open_page, text_of
from tests.complaints.test_case_pages import in_stage, send
from tests.factories import council as make
from tests.factories.complaints import dealing
from tests.factories.enquiries import on_day

pytestmark = pytest.mark.django_db
YESTERDAY = timezone.localdate() - datetime.timedelta(days=1)
SAID = {
    "side": "statement",
    "name": "Ines Duarte",
    "on": short_date(YESTERDAY),
    "words": "I heard him shout.",
}


def test_it_stands_under_the_name_of_the_witness_with_who_took_it_and_when() -> None:
    row, officer = in_stage(ComplaintState.INVESTIGATING)
    send(officer, "complaint-interview", row, **SAID)
    kept = row.writings.get(kind=Writing.Kind.STATEMENT)
    assert (kept.said_by, kept.said_on, kept.by, kept.side) == ("Ines Duarte", YESTERDAY, officer, "")
    page = text_of(open_page(officer, row))
    day = long_date(YESTERDAY).replace("\xa0", " ")
    assert f"Statement of Ines Duarte on {day}, taken by {officer.name}" in page.replace("\xa0", " ")
    copied = make.a_holder_of(Post.MONITORING_OFFICER)
    dealing(row, copied, Handler.Part.COPIED, post=Post.MONITORING_OFFICER)
    for person in (row.complainant, row.subject, copied):
        assert person is not None
        assert not writings_for(on_day(person), row).filter(pk=kept.pk).exists()


def test_whoever_takes_it_down_is_no_witness_and_one_whom_it_names_is() -> None:
    row, officer = in_stage(ComplaintState.INVESTIGATING)
    other = make.an_officer()
    send(officer, "complaint-interview", row, **{**SAID, "name": other.name})
    named = dealing(row, other)
    on = timezone.localdate()
    mine = row.handlers.filter(person=officer).select_related("complaint", "person").first()
    assert mine is not None
    assert Conflict.WITNESS not in conflicts_of(mine, on=on)
    assert Conflict.WITNESS in conflicts_of(named, on=on)


def test_a_witness_has_a_name_and_the_day_has_come() -> None:
    row, officer = in_stage(ComplaintState.INVESTIGATING)
    unnamed = send(officer, "complaint-interview", row, **{**SAID, "name": " "})
    assert "Enter the name of the witness" in unnamed.content.decode()
    to_come = short_date(YESTERDAY + datetime.timedelta(days=2))
    unheard = send(officer, "complaint-interview", row, **{**SAID, "on": to_come})
    assert "The day must be today or in the past" in unheard.content.decode()
    assert not row.writings.filter(kind=Writing.Kind.STATEMENT).exists()


def test_the_name_goes_with_the_words_when_they_are_erased() -> None:
    row, officer = in_stage(ComplaintState.INVESTIGATING)
    send(officer, "complaint-interview", row, **SAID)
    Complaint.objects.filter(pk=row.pk).update(keep_until=YESTERDAY)
    gone = erased(row, on=timezone.localdate())
    kept = gone.writings.get(kind=Writing.Kind.STATEMENT)
    assert (kept.said_by, kept.text, kept.by) == ("", "", None)
