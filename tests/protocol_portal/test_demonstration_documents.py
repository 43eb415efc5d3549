"""The demonstration shows meetings, documents of every marking, and what members ask of them.

Under each text that is asked in test_demonstration_under_each_text.py, which loads each once.
"""

import datetime
from zoneinfo import ZoneInfo

import pypdfium2
import pytest
from django.core.files.storage import default_storage

from access_rules import tasks
from access_rules.models import (
    AccessRequest,
    Advice,
    Disclosure,
    Document,
    DocumentGrant,
    Item,
    Meeting,
    Notice,
    Privy,
    Version,
)
from access_rules.queries.meetings import MeetingClock, without_minutes
from access_rules.states import DisclosureState, DocumentState, RequestState
from casework.models import CaseEvent, Delivery, Dispute
from casework.queries import broken_streams
from complaints.models import Complaint
from council.models import Interest, User
from protocol_portal.demonstration.councils import council_under
from protocol_portal.demonstration.loading import load_demonstration
from protocol_portal.demonstration.sheets import sheets
from rulebook.access.papers import Public
from rulebook.protocol import BodyKind, Protocol
from rulebook.protocols import PROTOCOLS, protocol
from tests.protocol_portal.test_demonstration_complaints import EVERYWHERE

LONDON = ZoneInfo("Europe/London")
NOW = datetime.datetime(2026, 11, 23, 10, 30, tzinfo=LONDON)
# A Sunday; the first minutes of a Monday; a day between Christmas and New Year, and one soon after.
ODD_MOMENTS = (
    ("mwda", datetime.datetime(2026, 12, 6, 11, 0, tzinfo=LONDON)),
    ("parish", datetime.datetime(2026, 6, 15, 0, 5, tzinfo=LONDON)),
    ("haringey", datetime.datetime(2026, 12, 29, 9, 0, tzinfo=LONDON)),
    ("waltham-forest", datetime.datetime(2027, 1, 6, 9, 0, tzinfo=LONDON)),
)
Kind, Marking, Outcome = Document.Kind, Document.Marking, AccessRequest.Outcome


@pytest.fixture(autouse=True)
def _demonstration(db, settings, tmp_path):
    settings.DEMONSTRATION = True
    settings.MEDIA_ROOT = tmp_path


def meetings_are_behind_and_ahead(today: datetime.date, text: Protocol) -> None:
    assert Meeting.objects.filter(concluded_at__isnull=False, on__lt=today).exists()
    ahead = Meeting.objects.filter(concluded_at=None, cancelled_at=None)
    assert not ahead.filter(on__lt=today).exists()
    assert ahead.values("body").distinct().count() >= 3
    assert Item.objects.filter(is_private=True, meeting__concluded_at=None).exists()
    if text.body is BodyKind.COUNCIL:
        told_first = ahead.filter(
            notices__kind=Notice.Kind.PRIVATE_MEETING, items__is_private=True
        ).distinct()
        # A text that has the whole executive meet in public still has the public leave for an item.
        in_public = Public.CABINET_IN_PUBLIC in text.access.public
        assert told_first.get().is_private is not in_public
        assert Notice.objects.filter(exception_under="general-exception").exists()
        assert Item.objects.exclude(urgent_because="").filter(added_on__isnull=False).exists()
        assert Meeting.objects.exclude(cancelled_because="").exists()
        assert without_minutes(on=today)
    clock = MeetingClock.read()
    for meeting in Meeting.objects.filter(concluded_at__isnull=False):
        assert all(one.published for one in clock.notices(meeting)), meeting


def papers_are_of_every_marking(body: BodyKind) -> None:
    assert Document.objects.count() >= 9
    assert set(Document.objects.values_list("state", flat=True)) >= {
        DocumentState.DRAFT,
        DocumentState.RELEASED,
    }
    markings = {Marking.UNCLASSIFIED, Marking.PUBLIC, Marking.EXEMPT}
    assert set(Document.objects.values_list("marking", flat=True)) >= markings
    kinds = {Kind.REPORT, Kind.MINUTES, Kind.FILE, Kind.ACCOUNTS}
    assert set(Document.objects.values_list("kind", flat=True)) >= kinds
    exempt = Document.objects.filter(marking=Marking.EXEMPT, state=DocumentState.RELEASED)
    assert not exempt.filter(public_interest_reasons="").exists()
    if body is BodyKind.COUNCIL:
        assert Document.objects.filter(marking=Marking.CONFIDENTIAL).exists()
        assert Document.objects.filter(state=DocumentState.WITHDRAWN).exists()


def files_can_be_read() -> None:
    assert set(Version.objects.values_list("stage", flat=True)) == {Version.Stage.READY}
    assert set(Version.objects.values_list("kind", flat=True)) == {Version.Kind.WHOLE, Version.Kind.REDACTED}
    for version in Version.objects.select_related("attachment", "document"):
        assert version.is_current
        assert default_storage.exists(version.attachment.file.name)
        assert version.page_count == version.pages.count() > 0
        for page in version.pages.all():
            assert default_storage.exists(page.picture.name)
            assert page.text.strip()
            assert "#" not in page.text


def requests_are_answered_waiting_and_disputed() -> None:
    assert set(AccessRequest.objects.values_list("outcome", flat=True)) == {one.value for one in Outcome}
    assert AccessRequest.objects.filter(state=RequestState.REFERRED).exists()
    assert AccessRequest.objects.filter(state=RequestState.ASKED, document=None).exists()
    decided = AccessRequest.objects.filter(state=RequestState.DECIDED, outcome=Outcome.YES)
    assert decided.get().findings.exists()
    refused = AccessRequest.objects.get(stream__in=Dispute.objects.values("about"))
    assert refused.outcome == Outcome.NO
    assert Dispute.objects.filter(about=refused.stream).exclude(respondent_words="").exists()


def others_know_are_given_ask_and_declare() -> None:
    visitors = User.objects.values("person")
    assert DocumentGrant.objects.count() == 2
    assert Privy.objects.exclude(person=None).exists()
    assert Privy.objects.exclude(name="").exists()
    assert Disclosure.objects.get().state == DisclosureState.HELD
    assert Advice.objects.filter(published_on__isnull=False).exclude(reading_of="").count() == 1
    assert Advice.objects.filter(answered_at=None).count() == 1
    assert Interest.objects.filter(person__in=visitors).count() == 2
    for rows, who in ((AccessRequest.objects.all(), "asked_by"), (Disclosure.objects.all(), "asked_by")):
        assert not rows.exclude(**{f"{who}__in": visitors}).exists()


def nothing_is_owed_tomorrow() -> None:
    later = NOW + datetime.timedelta(hours=1)
    assert tasks.send_reminders(on=later.date(), at=later) == 0
    assert tasks.send_reminders_of_meetings(on=later.date(), at=later) == 0
    assert tasks.remind_members(on=later.date(), at=later) == 0
    assert not list(broken_streams({}))
    assert not Delivery.objects.exclude(state=Delivery.State.SENT).exists()


@pytest.mark.parametrize(("key", "now"), ODD_MOMENTS, ids=str)
def test_they_are_there_at_odd_moments_and_nothing_was_done_in_the_future(key, now, settings):
    settings.PROTOCOL = key
    load_demonstration(now=now, history=1)
    meetings_are_behind_and_ahead(now.astimezone(LONDON).date(), protocol(key))
    requests_are_answered_waiting_and_disputed()
    assert set(Complaint.objects.values_list("state", flat=True)) >= EVERYWHERE
    of_documents = CaseEvent.objects.exclude(kind__startswith="enquiry")
    assert not of_documents.filter(at__gt=now).exists()


def test_a_paper_has_its_pages_and_breaks_its_lines_where_the_paper_ends():
    told = "# Heading (one)\nShort.\n\n" + "word " * 20 + "more\nand on.\nLast – £5, the council’s."
    pdf = pypdfium2.PdfDocument(sheets((told, "Page two")))
    first, second = (page.get_textpage().get_text_range().split("\r\n") for page in pdf)
    assert first[:2] == ["Heading (one)", "Short."]
    assert first[-2].endswith("more and on.")
    assert first[-1] == "Last – £5, the council’s."
    assert second == ["Page two"]


@pytest.mark.parametrize("key", PROTOCOLS)
def test_what_is_told_names_only_bodies_teams_groups_and_papers_that_there_are(key):
    council = council_under(protocol(key))
    told = council.papers
    meetings = {one.key: one for one in told.meetings}
    papers = {one.key for one in told.papers}
    bodies = {one.name for one in council.bodies}
    assert {one.body for one in told.meetings} <= bodies
    assert {one.body for one in told.papers} <= bodies | {""}
    assert {one.team for one in told.papers} <= {one.team for one in council.services} | {""}
    assert {one.group for one in told.papers} <= set(council.groups) | {""}
    for paper in told.papers:
        assert not paper.item or paper.item <= len(meetings[paper.meeting].items)
        assert paper.mark is None or bool(paper.mark.outcome) == bool(paper.mark.reasons)
    named = [*told.asks, *told.grants, *told.knowers, *told.tellings]
    assert {one.paper for one in named} <= papers | {""}
    assert all(one.paper or one.described for one in told.asks)
