"""Pages of meetings: everybody reads them, papers show by the one query, keepers enter what happened."""

import datetime
import secrets
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from access_rules.models import Document, Meeting, Notice
from access_rules.queries.visible import visible_to
from casework.wording import short_date
from council.models import Person
from council.rules import BodyType
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.access import a_body, a_document, a_meeting, an_item
from tests.factories.browsers import signed_in
from tests.factories.enquiries import on_day
from tests.factories.meetings import a_keeper, the_cabinet

TODAY = timezone.localdate()
ONE = datetime.timedelta(days=1)
LONG_AGO = TODAY - 60 * ONE
pytestmark = pytest.mark.django_db


def page(browser: Client, name: str, *takes: object, query: str = "") -> str:
    """What somebody reads there, with plain spaces."""
    answer = browser.get(reverse(name, args=takes) + query)
    assert answer.status_code == 200, answer.status_code
    return unescape(answer.content.decode()).replace("\xa0", " ")


def send(browser: Client, name: str, *takes: object, **boxes: Any) -> Any:
    """The form of that page, sent on the version that stands now."""
    meeting = Meeting.objects.filter(reference=takes[0]).first() if takes else None
    version = meeting.version if meeting else ""
    return browser.post(
        reverse(name, args=takes), {"version": version, "token": secrets.token_urlsafe(12), **boxes}
    )


ROLES = {
    "member": make.a_member,
    "assistant": lambda: make.an_assistant_to(make.a_member()),
    "officer": make.an_officer,
    "monitoring officer": lambda: make.a_holder_of(Post.MONITORING_OFFICER),
    "proper officer": lambda: make.a_holder_of(Post.PROPER_OFFICER),
    "democratic services": a_keeper,
}
PAPERS: dict[Document.Marking, dict[str, object]] = {
    Document.Marking.PUBLIC: {},
    Document.Marking.EXEMPT: {"sch12a": ["3"]},
    Document.Marking.CONFIDENTIAL: {"confidential_source": Document.Source.COURT},
}


@pytest.mark.parametrize("role", list(ROLES))
def test_a_page_names_exactly_the_papers_that_the_one_query_shows(role: str) -> None:
    person = ROLES[role]()
    item = an_item(meeting=a_meeting(), title="Sale of the depot", is_private=True, private_under=["3"])
    papers = [
        a_document(title=f"Heronmere {mark.value}", item=item, marking=mark, **columns)
        for mark, columns in PAPERS.items()
    ]
    papers.append(a_document(title="Heronmere draft", item=item, released=False))
    papers.append(a_document(title="Heronmere agenda", meeting=item.meeting, kind=Document.Kind.AGENDA))
    shown = page(signed_in(person), "meeting", item.meeting.reference)
    may = set(visible_to(on_day(person)).values_list("pk", flat=True))
    assert {paper.title for paper in papers if paper.title in shown} == {
        paper.title for paper in papers if paper.pk in may
    }
    assert "1. Sale of the depot" in shown
    assert "Schedule 12A, paragraph 3." in shown


@pytest.mark.parametrize("role", list(ROLES))
def test_everybody_in_post_sees_the_meetings_and_only_keepers_what_is_due(role: str) -> None:
    person = ROLES[role]()
    a_meeting(body=a_body(name="Planning Committee"), on=TODAY + 3 * ONE, called_on=LONG_AGO)
    shown = page(signed_in(person), "meetings")
    keeps = role in {"proper officer", "democratic services"}
    assert "Planning Committee" in shown
    assert ("What is due" in shown) is keeps
    assert ("Call a meeting" in shown) is keeps
    assert ("the agenda and reports" in shown) is keeps


def test_the_list_tells_coming_from_past_and_one_body_from_others() -> None:
    planning, audit = a_body(name="Planning Committee"), a_body(name="Audit Committee")
    ahead = a_meeting(body=planning, on=TODAY + ONE)
    gone = a_meeting(body=audit, on=TODAY - ONE, concluded_at=timezone.now())
    cancelled = a_meeting(body=audit, on=TODAY + 5 * ONE, cancelled_at=timezone.now())
    browser = signed_in(make.a_member())
    coming, past = page(browser, "meetings"), page(browser, "meetings", query="?when=past")
    assert ahead.reference in coming
    assert cancelled.reference in coming
    assert gone.reference not in coming
    assert gone.reference in past
    assert not any(row.reference in past for row in (ahead, cancelled))
    licensing = a_body(name="Licensing Committee")
    assert "No meeting is called." in page(browser, "meetings", query=f"?body={licensing.pk}")
    of_audit = page(browser, "meetings", query=f"?body={audit.pk}")
    assert "Audit Committee" in of_audit
    assert "Coming meetings" in page(browser, "meetings", query="?body=nonsense")


@pytest.mark.parametrize("role", ROLES)
def test_the_lists_lead_to_each_other_and_to_what_only_keepers_have(role: str) -> None:
    browser = signed_in(ROLES[role]())
    for name in ("documents", "meetings", "disclosures"):
        shown = page(browser, name)
        assert all(reverse(other) in shown for other in ("documents", "meetings", "disclosures"))
        keeps = role in {"proper officer", "democratic services"}
        assert (reverse("documents-register") in shown) is keeps
        watches = keeps or role == "monitoring officer"
        assert (reverse("access-to-decide") in shown) is watches


def test_a_meeting_whose_day_is_over_is_to_be_concluded() -> None:
    meeting = a_meeting(on=TODAY - ONE)
    shown = page(signed_in(a_keeper()), "meetings")
    assert "Enter when the meeting concluded" in shown
    assert reverse("meeting-conclude", args=[meeting.reference]) in shown


def test_the_page_says_when_papers_are_open_and_to_whom() -> None:
    cabinet = a_meeting(body=the_cabinet(), on=TODAY + 40 * ONE, called_on=TODAY)
    an_item(meeting=cabinet, is_private=True, is_key_decision=True)
    shown = page(signed_in(make.a_member()), "meeting", cabinet.reference)
    assert "Papers of business taken in private: Members" in shown
    assert "When the meeting concludes: at once, at the latest 24 hours later" in shown
    assert "regulation 16(3)" in shown
    assert "Law now: key decisions are announced 28 clear days ahead" in shown
    assert "Key decision" in shown
    # Members keep nothing.
    assert "Add an item" not in shown


def test_a_concluded_meeting_shows_when_the_right_to_inspect_ended() -> None:
    at = timezone.now() - ONE
    meeting = a_meeting(body=the_cabinet(), on=(TODAY - ONE), is_private=True, concluded_at=at)
    shown = page(signed_in(make.a_member()), "meeting", meeting.reference)
    assert "Concluded on" in shown
    assert "; at the latest on" in shown
    assert "No notice was entered." in shown


def test_the_arithmetic_of_each_notice_is_shown_and_days_that_count_alike_stand_in_one_line() -> None:
    meeting = a_meeting(on=datetime.date(2027, 1, 5), called_on=LONG_AGO)
    shown = page(signed_in(make.a_member()), "meeting-dates", meeting.reference)
    assert "5 clear days lie between the last day for it, Wednesday 23 December 2026" in shown
    assert "Not counted: Christmas Day" in shown
    assert "Tuesday 29 December 2026 to Thursday 31 December 2026" in shown
    assert ">2 to 4<" in shown
    assert "Not counted: day of the meeting" in shown
    assert "Elitestone" in shown


def test_a_keeper_takes_a_meeting_from_its_call_to_its_end(settings: Settings) -> None:
    settings.PROTOCOL = "haringey"
    browser, cabinet = signed_in(a_keeper()), the_cabinet()
    boxes = {"body": cabinet.pk, "on": short_date(TODAY), "at": "9am", "place": "Town Hall"}
    short = {"called_on": short_date(TODAY), "short_notice": "A flood.", "is_private": "on"}
    made = send(browser, "meeting-call", **boxes, **short)
    meeting = Meeting.objects.get()
    assert made.headers["Location"] == reverse("meeting", args=[meeting.reference])
    assert (meeting.at, meeting.place, meeting.is_private) == (datetime.time(9), "Town Hall", True)
    number = meeting.reference
    added = send(browser, "meeting-item-add", number, title="Depot", is_private="on", private_under=["3"])
    assert added.status_code == 302
    item = meeting.items.get()
    assert send(browser, "meeting-item-change", number, item.pk, title="The depot").status_code == 302
    words = {"words": "Urgent.", "published_on": short_date(TODAY), "exception": "The chair agreed."}
    under = {"exception_under": "urgent-private-meeting"}
    assert (
        send(browser, "meeting-notice", number, which="private-meeting:", **words, **under).status_code == 302
    )
    said = {"representations": "Hold it in public.", "answer": "It names a bidder."}
    second = send(
        browser, "meeting-notice", number, which="private-meeting-second:", **words, **under, **said
    )
    assert second.status_code == 302
    gone = send(browser, "meeting-item-withdraw", number, item.pk, because="Not ready.")
    assert gone.status_code == 302
    ended = send(browser, "meeting-conclude", number, on=short_date(TODAY), time="0:01")
    assert ended.status_code == 302
    shown = page(browser, "meeting", number)
    for words_of in ("At shorter notice: A flood.", "Hold it in public.", "It names a bidder.", "Not ready."):
        assert words_of in shown
    assert "The chair agreed." in shown
    assert "regulation 5(6)" in shown


def test_what_is_missing_is_said_at_its_box_and_nothing_typed_is_lost() -> None:
    browser, body = signed_in(a_keeper()), a_body()
    boxes = {"body": body.pk, "on": short_date(TODAY + ONE), "called_on": short_date(TODAY)}
    answer = send(browser, "meeting-call", **boxes, place="Marigold Room")
    shown = unescape(answer.content.decode())
    assert answer.status_code == 200
    assert "Say why the meeting was called with less time" in shown
    assert "Marigold Room" in shown
    assert not Meeting.objects.exists()


def test_a_late_notice_wants_its_exception_on_the_page() -> None:
    meeting = a_meeting(on=TODAY + ONE, called_on=LONG_AGO)
    browser = signed_in(a_keeper())
    assert "Publish now, and enter the exception." in page(browser, "meeting-notice", meeting.reference)
    boxes = {"which": "agenda:", "published_on": short_date(TODAY), "words": "The agenda."}
    answer = send(browser, "meeting-notice", meeting.reference, **boxes)
    assert "Choose the exception" in unescape(answer.content.decode())
    assert not Notice.objects.exists()


def test_a_meeting_is_moved_and_cancelled_on_its_pages() -> None:
    meeting = a_meeting(on=TODAY + 30 * ONE, called_on=TODAY)
    browser, number = signed_in(a_keeper()), meeting.reference
    later = {"on": short_date(TODAY + 40 * ONE), "at": "19:30"}
    assert send(browser, "meeting-change", number, **later).status_code == 302
    meeting.refresh_from_db()
    assert (meeting.on, meeting.at) == (TODAY + 40 * ONE, datetime.time(19, 30))
    assert 'value="19:30"' in page(browser, "meeting-change", number)
    assert send(browser, "meeting-cancel", number, because="No business.").status_code == 302
    shown = page(browser, "meeting", number)
    assert "No business." in shown
    assert "When papers are open" not in shown


FORMS = (
    "meeting-change",
    "meeting-cancel",
    "meeting-conclude",
    "meeting-notice",
    "meeting-item-add",
    "meeting-item-change",
    "meeting-item-withdraw",
)


@pytest.mark.parametrize("role", ["member", "assistant", "officer", "monitoring officer"])
def test_whoever_keeps_no_meetings_is_told_who_does_and_changes_nothing(role: str) -> None:
    item = an_item(meeting=a_meeting(on=TODAY))
    browser = signed_in(ROLES[role]())
    for name in FORMS:
        of_item = name in ("meeting-item-change", "meeting-item-withdraw")
        takes: list[object] = [item.meeting.reference, item.pk] if of_item else [item.meeting.reference]
        assert browser.get(reverse(name, args=takes)).status_code == 403, name
        answer = send(browser, name, *takes, because="No.", title="Mine", words="Mine")
        assert answer.status_code == 403, name
        assert "Democratic services" in answer.content.decode(), name
    assert send(browser, "meeting-call", place="Mine").status_code == 403
    item.meeting.refresh_from_db()
    assert item.meeting.version == 0


def test_an_item_of_another_meeting_and_a_number_that_never_was_are_unknown() -> None:
    here, there = a_meeting(), an_item(meeting=a_meeting())
    browser = signed_in(a_keeper())
    for path in (
        reverse("meeting-item-change", args=[here.reference, there.pk]),
        reverse("meeting", args=["MTG-2222-2"]),
        reverse("meeting-dates", args=["MTG-2222-2"]),
        reverse("meeting-notice", args=["MTG-2222-2"]),
    ):
        assert browser.get(path).status_code == 404, path


def test_a_form_read_before_a_change_says_so_and_keeps_what_was_typed() -> None:
    meeting = a_meeting(on=TODAY + 30 * ONE, called_on=TODAY)
    browser = signed_in(a_keeper())
    Meeting.objects.filter(pk=meeting.pk).update(version=4)
    answer = browser.post(
        reverse("meeting-cancel", args=[meeting.reference]),
        {"version": 0, "token": "t-1", "because": "No quorum."},
    )
    shown = unescape(answer.content.decode())
    assert "Somebody changed this while you were typing" in shown
    assert "No quorum." in shown


def test_outside_bodies_call_their_own_meetings() -> None:
    a_body(name="Harbour Trust", kind=BodyType.OUTSIDE)
    a_body(name="Audit Committee")
    shown = page(signed_in(a_keeper()), "meeting-call")
    assert "Audit Committee" in shown
    assert "Harbour Trust" not in shown


def test_whoever_left_yesterday_sees_no_meeting() -> None:
    person: Person = make.an_officer(to_on=TODAY - ONE)
    make.a_login(person)
    meeting = a_meeting()
    answer = signed_in(person).get(reverse("meeting", args=[meeting.reference]))
    assert answer.status_code != 200 or meeting.body.name not in answer.content.decode()
