"""«Search»: one box for everybody in post; it shows, counts and hints at nothing that is not for them."""

import datetime
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from council.models import Person
from enquiries.models import Enquiry, Message, Privacy
from enquiries.queries import visible_to as enquiries_visible_to
from enquiries.states import State
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.access import a_body, a_document, a_grant, a_meeting, an_item
from tests.factories.browsers import signed_in
from tests.factories.documents import TODAY, a_draft, on_day, weighed
from tests.factories.enquiries import an_enquiry
from tests.factories.pages import text_of
from tests.factories.preparing import a_part, another_team
from tests.protocol_portal.searching import LEADS_TO, NO_RESULTS, asked, found

pytestmark = pytest.mark.django_db

SECRET = "Quernstone"


def test_what_was_found_is_marked_and_nothing_else_in_it_is_markup() -> None:
    member = make.a_member()
    title = "<script>alert(1)</script> The \ue000bins\ue001 of \ue001Acacia\ue000 & more"
    a_document(title=title, item=an_item(), marking="public")
    shown = found(member, "acacia")
    assert "<mark>Acacia</mark>" in shown
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in shown
    assert shown.count("<mark>") == shown.count("</mark>")


def test_words_are_found_in_any_form_without_accents_and_together_in_quotation_marks() -> None:
    member = make.a_member()
    a_document(title="Café licences: deciding applications", item=an_item(), marking="public")
    for words in (
        "cafe",
        "CAFÉ licence",
        "application decided",
        '"deciding applications"',
        "“cafe licences”",
    ):
        assert "1 result<" in found(member, words), words
    assert NO_RESULTS in found(member, '"licences applications"')


def test_a_body_finds_its_meetings_and_a_marking_or_a_kind_finds_nothing() -> None:
    body, member = a_body(name=SECRET), make.a_member()
    a_document(title="Taxis", meeting=a_meeting(body=body), marking="public")
    shown = found(member, SECRET)
    assert "Meetings</h2>" in shown
    assert "Documents</h2>" not in shown
    for words in ("public", "report", "Open to everybody"):
        assert NO_RESULTS in found(member, words)


def test_all_words_are_wanted_in_any_order() -> None:
    member = make.a_member()
    a_document(title="Leisure centres: choosing a contractor", item=an_item(), marking="public")
    assert "1 result<" in found(member, "contractor leisure")
    assert NO_RESULTS in found(member, "contractor markets")


def test_a_number_is_looked_for_whole() -> None:
    document = a_document(title="Taxis", item=an_item(), marking="public")
    assert NO_RESULTS in found(make.a_member(), document.reference[:-2])


def test_the_count_and_the_link_to_all_are_of_what_may_be_seen() -> None:
    member, meeting = make.a_member(), a_meeting()
    for number in range(3):
        a_document(title=f"Taxi {number}", meeting=meeting, marking="public")
    for number in range(30):
        a_draft(title=f"Taxi rank {number}", body=meeting.body)
    browser = signed_in(member)
    shown = asked(browser, "taxi")
    assert "3 results<" in shown
    assert "See all" not in shown
    for number in range(19):
        a_document(title=f"Taxi again {number}", meeting=meeting, marking="public")
    shown = asked(browser, "taxi")
    assert "22 results" in shown
    assert "?q=taxi&amp;kind=documents" in shown
    first = asked(browser, "taxi", kind="documents")
    assert first.count('class="app-row"') == 20
    after = re.findall(r'href="(\?[^"]*after=[^"]*)"', first)[0].replace("&amp;", "&")
    rest = browser.get(f"/search/{after}")
    assert text_of(rest).count('class="app-row"') == 2


def test_more_than_a_hundred_are_not_counted_further(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("protocol_portal.views.search.COUNTED", 2)
    member, meeting = make.a_member(), a_meeting()
    for number in range(4):
        a_document(title=f"Taxi {number}", meeting=meeting, marking="public")
    assert "More than 2 results" in found(member, "taxi")


def test_access_by_name_is_found_until_its_last_day() -> None:
    member = make.a_member()
    make.a_login(member)
    document = weighed("1", by=make.an_officer(), title=SECRET)
    a_grant(document=document, to=member, until=TODAY)
    assert "1 result<" in found(member, SECRET)
    document.grants.update(expires_on=TODAY - datetime.timedelta(days=365))
    assert NO_RESULTS in found(member, SECRET)


def test_a_member_finds_their_own_enquiry_and_nobody_elses() -> None:
    member, other = make.a_member(), make.a_member()
    enquiry = an_enquiry(member=member, subject=f"{SECRET} bins", state=State.ALLOCATED)
    assert enquiry.reference in found(member, "bins")
    assert NO_RESULTS in found(other, "bins")
    assert NO_RESULTS in found(other, enquiry.reference)


def said(enquiry: Enquiry, by: Person, text: str, kind: Message.Kind = Message.Kind.REPLY) -> Message:
    """Something that was said in it."""
    return enquiry.messages.create(kind=kind, by=by, at=timezone.now(), text=text)


def test_words_of_the_thread_and_of_notes_are_found_by_those_who_read_them() -> None:
    member, owner = make.a_member(), make.an_officer(team=make.a_team())
    enquiry = an_enquiry(
        member=member, officer=owner, state=State.ALLOCATED, subject="Bins", resident_name="Ivy Threadgold"
    )
    said(enquiry, owner, "The Yarrowby lorry was late.")
    said(enquiry, owner, "Mugwort rang.", Message.Kind.NOTE)
    assert "the <mark>Yarrowby</mark> lorry" in found(member, "bins yarrowby").replace("The", "the")
    assert "<mark>Mugwort</mark>" in found(owner, "mugwort")
    assert NO_RESULTS in found(member, "mugwort")
    for person in (member, owner, make.a_holder_of(Post.MONITORING_OFFICER)):
        assert NO_RESULTS in found(person, "threadgold")


def test_a_subject_that_nobody_reads_yet_is_found_by_its_number_alone() -> None:
    enquiry = an_enquiry(state=State.SENT, subject=SECRET, privacy=Privacy.ASKED)
    said(enquiry, enquiry.member, "It is Yarrowby.", Message.Kind.INFORMATION)
    officer = make.a_holder_of(Post.MONITORING_OFFICER)
    assert enquiries_visible_to(on_day(officer)).filter(pk=enquiry.pk).exists()
    for words in (SECRET, "Yarrowby", enquiry.member.last_name):
        assert "Enquiries</h2>" not in found(officer, words)
    assert "Did you mean" not in found(officer, f"{SECRET[:-1]}x")
    shown = found(officer, enquiry.reference, kind="enquiries")
    assert "1 result<" in shown
    assert SECRET not in shown
    assert found(officer, enquiry.reference).startswith(LEADS_TO)
    assert "1 result<" in found(enquiry.member, SECRET)


def test_people_are_found_by_ward_and_by_a_name_that_is_misspelt() -> None:
    member = make.a_member()
    make.an_officer(name="Dana Whitfield")
    for words in ("whitfield", "dana whitf", "Whitfeild"):
        shown = found(member, words)
        assert "Dana Whitfield" in shown, words
        assert "/people/?q=Dana+Whitfield" in shown
    assert "Dana Whitfield" not in found(member, "Whitney")


@pytest.mark.parametrize("reader", ["monitoring officer", "a team that is asked for its part"])
def test_it_takes_as_many_queries_for_one_as_for_many(reader: str) -> None:
    chief, meeting = make.a_holder_of(Post.MONITORING_OFFICER), a_meeting()
    team, lettings = another_team()
    owner = make.an_officer()
    browser = signed_in(chief if reader == "monitoring officer" else lettings)

    def number() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert "Enquiries</h2>" in asked(browser, "taxi")
        return len(queries)

    def more() -> None:
        a_part(an_enquiry(state=State.ALLOCATED, subject="Taxi", officer=owner), team, by=owner)
        a_document(title="Taxi", meeting=meeting, marking="public")

    more()
    number()
    one = number()
    for _time in range(4):
        more()
    assert number() == one


@pytest.mark.parametrize("verb", ["post", "put", "delete"])
def test_nothing_is_sent_here(verb: str) -> None:
    assert getattr(signed_in(make.a_member()), verb)("/search/").status_code == 405


def test_whoever_holds_nothing_searches_nothing() -> None:
    a_document(title=SECRET, item=an_item(), marking="public")
    yesterday = TODAY - datetime.timedelta(days=1)
    for person in (make.a_person(), make.a_member(to_on=yesterday)):
        answer = signed_in(person).get("/search/", {"q": SECRET})
        assert answer.status_code in (302, 403)
        assert f"{SECRET}</a>" not in text_of(answer)
