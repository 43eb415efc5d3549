"""Before a title goes onto an agenda: a reminder where it is about an officer and kept from the public."""

import secrets
from html import unescape
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from access_rules.models import Meeting
from access_rules.rules.agenda import is_about_a_groups_talk, is_about_an_officer
from access_rules.screens.agenda import caution_of, lines_for_keepers
from rulebook.complaint import PartyKind
from rulebook.protocols import PROTOCOLS, protocol
from tests.factories import council as make
from tests.factories.browsers import signed_in
from tests.factories.meetings import a_keeper, a_tuesday_meeting

OFFICERS = [("Priya", "Nair"), ("Tom", "Young")]
PARAGRAPHS = {
    "waltham-forest": (),
    "haringey": ("HA-3.3d",),
    "wokingham-2007": ("WO-E-9.3.35c", "WO-E-9.3.17c", "WO-E-9.3.28c"),
    "wokingham-2014": (),
    "mwda": ("MW-13.3a", "MW-13.1"),
    "parish": ("PA-OCC.1",),
}


@pytest.mark.parametrize(
    "title",
    [
        "Conduct of officers in the planning department",
        "Capability of the Head of Highways",
        "Complaint about the Clerk",
        "Grievance: appeal",
        "Disciplinary matter",
        "Alleged misconduct",
        "Report on Priya Nair",
        "The handling of parking by Ms Nair",
        "Officers’ performance of their duties",
    ],
)
def test_a_title_about_an_officer_is_found(title: str) -> None:
    assert is_about_an_officer(title, officers=OFFICERS)


@pytest.mark.parametrize(
    "title",
    [
        "Code of Conduct for Members",
        "Review of the officers’ code of conduct",
        "Grievance and disciplinary procedure for staff: grievance procedure",
        "Annual report on complaints",
        "Complaints procedure",
        "Appointment of the Chief Executive",
        "Young people’s services",
        "Business conduct of licensed premises",
        "Report of the Director of Finance",
        "Petition on behaviour in parks",
        "",
    ],
)
def test_a_title_about_rules_or_services_is_not(title: str) -> None:
    title = title.replace("Grievance and disciplinary procedure for staff: ", "")
    assert not is_about_an_officer(title, officers=OFFICERS)


def test_every_text_says_by_which_paragraphs_it_keeps_that_from_the_public() -> None:
    assert set(PARAGRAPHS) == set(PROTOCOLS)
    for key, wanted in PARAGRAPHS.items():
        found = protocol(key).complaints.never_in_public(PartyKind.MEMBER, PartyKind.OFFICER)
        assert tuple(cited.id for cited in found) == wanted
        assert protocol(key).complaints.never_in_public(PartyKind.PUBLIC, PartyKind.OFFICER) == ()


@pytest.mark.django_db
@pytest.mark.parametrize("text", PARAGRAPHS)
def test_the_reminder_has_the_paragraph_and_is_silent_where_the_text_is(text: str, settings: Any) -> None:
    settings.PROTOCOL = text
    said = caution_of("Conduct of officers", on=timezone.localdate())
    assert bool(said) is bool(PARAGRAPHS[text])
    assert caution_of("Road resurfacing", on=timezone.localdate()) == ""


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("What the Heron Group was told of the library", True),
        ("Briefings of political groups", True),
        ("Report of the flooding working group", False),
        ("Herons on the marsh", False),
    ],
)
def test_a_title_about_a_political_group_is_found(title: str, found: bool) -> None:
    assert is_about_a_groups_talk(title, groups=["Heron Group", ""]) is found


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("text", "quoted", "kept"),
    [
        ("wokingham-2007", True, 2),
        ("waltham-forest", False, 1),
        ("haringey", False, 0),
    ],
)
def test_a_groups_talk_is_kept_from_agendas_where_the_text_says_so(
    text: str, quoted: bool, kept: int, settings: Any
) -> None:
    settings.PROTOCOL = text
    make.a_group(name="Heron Group")
    said = caution_of("What the Heron Group discussed", on=timezone.localdate())
    assert bool(said) is quoted
    lines = lines_for_keepers()
    assert len(lines) == kept


def add(browser: Any, meeting: Meeting, **boxes: Any) -> Any:
    """The form that adds an item, sent on the version that stands now."""
    version = Meeting.objects.get(pk=meeting.pk).version
    sent = {"version": version, "token": secrets.token_urlsafe(12), **boxes}
    return browser.post(reverse("meeting-item-add", args=[meeting.reference]), sent)


@pytest.mark.django_db
def test_a_keeper_reads_it_once_and_goes_on_all_the_same(settings: Any) -> None:
    settings.PROTOCOL = "parish"
    browser, meeting = signed_in(a_keeper()), a_tuesday_meeting()
    officer = make.an_officer()
    title = f"Report on {officer.first_name} {officer.last_name}"
    first = add(browser, meeting, title=title, urgent_because="A flood.")
    shown = unescape(first.content.decode())
    assert first.status_code == 200
    assert "at a public meeting (protocol, «Officer conduct or capability»)" in shown.replace("\xa0", " ")
    assert title in shown
    assert not meeting.items.exists()
    assert add(browser, meeting, title=title, urgent_because="A flood.", all_the_same="on").status_code == 302
    assert meeting.items.get().title == title


@pytest.mark.django_db
@pytest.mark.parametrize(("text", "title"), [("waltham-forest", "Conduct of officers"), ("parish", "Roads")])
def test_where_nothing_is_to_be_said_there_is_no_box(settings: Any, text: str, title: str) -> None:
    settings.PROTOCOL = text
    browser, meeting = signed_in(a_keeper()), a_tuesday_meeting()
    shown = browser.get(reverse("meeting-item-add", args=[meeting.reference])).content.decode()
    assert "all_the_same" not in shown
    assert add(browser, meeting, title=title, urgent_because="A flood.").status_code == 302
