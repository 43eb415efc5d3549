"""The form of an enquiry: dates as people type them, none that cannot be, drafts that may be unfinished."""

import datetime
from typing import Any

import pytest

from council.models import Person
from enquiries.actions.logging import Draft
from enquiries.forms.logging import LoggedForMemberForm
from enquiries.forms.writing import EnquiryForm
from enquiries.models import Channel
from tests.factories.council import a_member, a_service

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 11, 23)


def logged(member: Person, /, *, to_send: bool = True, **typed: Any) -> LoggedForMemberForm:
    """Democratic services' form, filled in; `typed` replaces what it would hold."""
    service = a_service()
    data = {
        "member": member.pk,
        "channel": "letter",
        "received_on": "20/11/2026",
        "service": service.pk,
        "subject": "Bins",
        "details": "When?",
        **typed,
    }
    return LoggedForMemberForm(
        data, members=[member, a_member()], services=[service], to_send=to_send, today=TODAY
    )


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("23/11/2026", TODAY),
        ("2026-11-23", TODAY),
        ("21 November 2026", datetime.date(2026, 11, 21)),
        ("25/12/2025", datetime.date(2025, 12, 25)),
        ("22/11/2025", datetime.date(2025, 11, 22)),
    ],
)
def test_a_day_in_the_past_is_taken_a_closed_one_too(typed: str, day: datetime.date) -> None:
    form = logged(a_member(), received_on=typed)
    assert form.is_valid(), form.errors
    assert form.draft(Draft()).received_on == day


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Enter the date received"),
        ("24/11/2026", "The date received must be today or earlier"),
        ("1/1/2199", "The date received must be today or earlier"),
        ("21/11/2025", "The date received must be 22"),
        ("1/1/1900", "The date received must be 22"),
        ("1/1/1066", "Enter a real date, like 25/11/2026"),
        ("31/2/2026", "Enter a real date, like 25/11/2026"),
        ("soon", "Enter a real date, like 25/11/2026"),
    ],
)
def test_a_day_that_cannot_be_is_refused_with_a_sentence(typed: str, sentence: str) -> None:
    form = logged(a_member(), received_on=typed)
    assert [error.startswith(sentence) for error in form.errors["received_on"]] == [True], form.errors


@pytest.mark.parametrize("channel", ["", "web", "pigeon"])
def test_it_came_by_one_of_the_ways_that_are_offered(channel: str) -> None:
    form = logged(a_member(), channel=channel)
    assert form.errors["channel"] == ["Choose how it reached us"]


def test_a_draft_needs_its_member_and_nothing_else() -> None:
    member = a_member()
    empty = dict.fromkeys(("channel", "received_on", "service", "subject", "details"), "")
    form = logged(member, to_send=False, **empty)
    assert form.is_valid(), form.errors
    assert form.member_chosen == member
    assert form.draft(Draft()).channel == Channel.WEB
    assert logged(member, to_send=False, member="").errors["member"] == ["Choose a member"]


def test_a_box_that_was_emptied_is_empty_in_the_draft() -> None:
    form = logged(a_member(), to_send=False, subject="", details="  ")
    assert form.is_valid()
    draft = form.draft(Draft(subject="Old", details="Old"))
    assert (draft.subject, draft.details) == ("", "")


def test_what_cannot_be_kept_leaves_what_was_kept_before() -> None:
    form = logged(a_member(), to_send=False, subject="x" * 81)
    assert not form.is_valid()
    assert form.draft(Draft(subject="Old")).subject == "Old"


def test_one_member_is_not_asked_about() -> None:
    member = a_member()
    form = EnquiryForm({}, members=[member], services=[], to_send=False, today=TODAY)
    assert form.is_valid()
    assert "member" not in form.fields
    assert form.member_chosen == member
