"""Two people on one button at the same moment: one effect, nobody gets an error, nothing typed is lost."""

from html import unescape
from typing import Any

import pytest
from pytest_django import Settings

from tests.architecture.table import (
    BESIDE_COMPLAINTS,
    NEVER_WAS,
    NO_ADVICE,
    NO_AMENDMENT,
    NO_BRIEFING,
    NO_COMPLAINT,
    NO_DISCLOSURE,
    NO_DISPUTE,
    NO_DOCUMENT,
    NO_ENTRY,
    NO_INTEREST,
    NO_MATTER,
    NO_MEETING,
    NO_REPORT,
    NO_REQUEST,
    OF_A_BRIEFING,
    OF_A_COMPLAINT,
    OF_A_DISCLOSURE,
    OF_A_DISPUTE,
    OF_A_DOCUMENT,
    OF_A_MEETING,
    OF_A_REPORT,
    OF_A_REQUEST,
    OF_ADVICE,
    OF_AN_AMENDMENT,
    OF_AN_ENQUIRY,
    OF_AN_ENTRY,
    OF_AN_INTEREST,
    OF_SIGNING,
    Address,
)
from tests.factories.browsers import signed_in
from tests.factories.council import a_member
from tests.harness.databases import Database
from tests.hostile.buttons import (
    advice,
    amendments,
    briefings,
    briefings_giving,
    complaints_aside,
    complaints_case,
    complaints_deciding,
    complaints_keeping,
    complaints_raising,
    complaints_settling,
    conditions,
    corrections,
    disputes,
    document_requests,
    documents,
    elsewhere,
    entries,
    meetings,
    onward,
    readers,
    reading,
    redaction,
    replies,
    reports,
    signing,
)
from tests.hostile.buttons.press import Button, Second, at_one_moment

PARTS = (
    complaints_case,
    elsewhere,
    conditions,
    replies,
    readers,
    corrections,
    disputes,
    documents,
    onward,
    document_requests,
    meetings,
    advice,
    reading,
    redaction,
    complaints_keeping,
    complaints_raising,
    complaints_settling,
    complaints_deciding,
    complaints_aside,
    briefings,
    briefings_giving,
    entries,
    signing,
    amendments,
    reports,
)
TABLE = tuple(button for part in PARTS for button in part.TABLE)


def text_of(answer: Any) -> str:
    """The page as somebody reads it."""
    return unescape(answer.content.decode()).replace("\xa0", " ")


@pytest.mark.parametrize("button", TABLE, ids=str)
def test_two_people_on_one_button_have_one_effect(
    own_database: Database, settings: Settings, button: Button
) -> None:
    settings.PROTOCOL = button.text
    scene = button.set_up()
    cases = (scene.case, *scene.besides)
    before = [button.written(case) for case in cases]
    first, second = at_one_moment(scene, scene.presses)
    after = [button.written(case) for case in cases]
    assert [now - then for now, then in zip(after, before, strict=True)] == [button.times] * len(cases)
    assert first.status_code == 302, text_of(first)
    if button.second is Second.LED:
        assert second.status_code == 302, text_of(second)
        return
    assert second.status_code in (200, 403)
    shown, typed = text_of(second), scene.presses[1].boxes
    assert "You cannot see this page" not in shown
    assert str(typed.get(button.words, "")) in shown
    assert button.says in shown


# Older buttons, which are pressed twice or on a stale page in tests of their own; and what changes nothing.
TRIED_OTHERWISE = {
    "enquiry-draft": "a draft is its writer’s alone: tests/enquiries/test_views_writing.py",
    "enquiry-delete": "a draft is its writer’s alone: tests/enquiries/test_views_writing.py",
    "enquiry-answer": "the member’s own words, each with its token: tests/enquiries/test_views_following.py",
    "enquiry-add": "the member’s own words, each with its token: tests/enquiries/test_views_following.py",
    "enquiry-chase": "tests/hostile/test_pressed_twice.py",
    "enquiry-verdict": "tests/hostile/test_pressed_twice.py",
    "enquiry-withdraw": "tests/hostile/test_pressed_twice.py",
    "enquiry-hand-back": "tests/hostile/test_pressed_twice.py",
    "enquiry-route": "tests/hostile/test_pressed_twice.py",
    "enquiry-correct": "tests/hostile/test_pressed_twice.py",
    "enquiry-acknowledge": "tests/enquiries/test_views_lists.py",
    "enquiry-allocate": "tests/enquiries/test_views_routing.py",
    "enquiry-notes": "notes stand beside each other: tests/enquiries/test_views_officer.py",
    "enquiry-files": "files stand beside each other: tests/enquiries/test_views_officer.py",
    "document-copy": "each copy is made anew and stands on record: tests/access_rules/test_views_copying.py",
    "document-breach": "reports stand beside each other: tests/access_rules/test_views_onward.py",
    "complaint-open": "openings stand beside each other: tests/complaints/test_emergency.py",
    "briefing-question": "questions stand beside each other: tests/briefings/test_later_questions.py",
    "briefing-put-words": "words stand beside each other: tests/briefings/test_words_and_incidents.py",
    "briefing-incident": "reports stand beside each other: tests/briefings/test_words_and_incidents.py",
    "enquiry-resident": "changes nothing: it shows the resident’s details, and every look is kept",
}


def path_of_nothing(address: Address) -> str:
    """The path of an enquiry, a dispute, a question or a document that never was."""
    return address.path(
        reference=NEVER_WAS,
        dispute=NO_DISPUTE,
        disclosure=NO_DISCLOSURE,
        ref=NO_DOCUMENT,
        case=NO_REQUEST,
        meeting=NO_MEETING,
        advice=NO_ADVICE,
        complaint=NO_COMPLAINT,
        briefing=NO_BRIEFING,
        matter=NO_MATTER,
        interest=NO_INTEREST,
        entry=NO_ENTRY,
        amendment=NO_AMENDMENT,
        report=NO_REPORT,
    )


@pytest.mark.django_db
def test_every_address_of_a_case_that_takes_a_press_is_in_a_table_or_says_where_it_is_tried() -> None:
    member = signed_in(a_member())
    tried = {button.name for button in TABLE} | TRIED_OTHERWISE.keys()
    taking = {
        address.name
        for address in (
            *OF_AN_ENQUIRY,
            *OF_A_DISPUTE,
            *OF_A_DISCLOSURE,
            *OF_A_DOCUMENT,
            *OF_A_MEETING,
            *OF_A_REQUEST,
            *OF_ADVICE,
            *OF_AN_INTEREST,
            *OF_AN_ENTRY,
            *OF_AN_AMENDMENT,
            *OF_A_COMPLAINT,
            *BESIDE_COMPLAINTS,
            *OF_A_BRIEFING,
            *OF_SIGNING,
            *OF_A_REPORT,
        )
        if member.post(path_of_nothing(address)).status_code != 405
    }
    # These make something new: no number stands in their addresses.
    new = {"officer-leaver", "relationship-declare", "complaint-hand-on", "signed-remind"}
    assert {button.name for button in TABLE} - taking <= new
    assert taking - tried == set(), "a button that two people were never tried on at once"
    assert TRIED_OTHERWISE.keys() - taking == set()
