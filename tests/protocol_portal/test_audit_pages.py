"""The audit desk: who looked and changed, for whom, what stays hidden, and that looking is on record."""

import datetime
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from casework.actions.announcing import announce, open_stream, record_security
from casework.actions.verifying import check_record, verify_streams
from casework.events import SECURITY_KINDS
from casework.models import CaseEvent, RecordCheck
from casework.states import AmendmentState
from complaints import events as complaint_events
from council.models import Person, PostHolding
from enquiries import events as enquiry_events
from enquiries.models import Enquiry
from enquiries.states import State
from protocol_portal.audit.changed import REGISTERS, registers
from protocol_portal.audit.kinds import KINDS, Group
from protocol_portal.audit.record import alarm
from rulebook.post import Post
from tests.factories.amendments import in_state, keepers
from tests.factories.browsers import signed_in
from tests.factories.complaints import a_complaint, dealing
from tests.factories.council import a_holder_of, a_holding, a_member, an_officer
from tests.factories.enquiries import an_enquiry, on_day
from tests.factories.pages import read_of

pytestmark = pytest.mark.django_db
NOW = timezone.now()
TODAY = timezone.localdate(NOW)
ADDRESSES = ("audit", "audit-csv", "audit-changes", "audit-changes-csv", "audit-record")


def the_monitoring_officer() -> Person:
    return a_holder_of(Post.MONITORING_OFFICER)


def opened(officer: Person) -> Enquiry:
    """A confidential enquiry that this officer opened."""
    enquiry = an_enquiry(state=State.ALLOCATED, officer=officer, is_confidential=True)
    facts = {"enquiry": enquiry.pk, "part": "resident"}
    record_security(enquiry_events.OPENED_CONFIDENTIAL, officer, NOW, facts)
    return enquiry


def test_only_the_monitoring_officer_and_the_deputy_have_the_desk() -> None:
    for person, status in (
        (the_monitoring_officer(), 200),
        (a_holder_of(Post.DEPUTY_MONITORING_OFFICER), 200),
        (a_holder_of(Post.DEMOCRATIC_SERVICES), 403),
        (a_holder_of(Post.HEAD_OF_PAID_SERVICE), 403),
        (an_officer(), 403),
        (a_member(), 403),
    ):
        browser = signed_in(person)
        found = {name: browser.get(reverse(name)).status_code for name in ADDRESSES}
        assert found == dict.fromkeys(ADDRESSES, status), person


def test_who_opened_what_when_and_why_by_name_or_number() -> None:
    officer = an_officer(name="Dana Whitfield")
    enquiry, other = opened(officer), opened(an_officer(name="Owen Marsh"))
    browser = signed_in(the_monitoring_officer())
    whole = read_of(browser.get("/audit/"))
    for words in ("Dana Whitfield", "Owen Marsh", enquiry.reference, "The resident’s details"):
        assert words in whole
    for search in ("dana whit", enquiry.reference, enquiry.reference.lower()):
        shown = read_of(browser.get("/audit/", {"q": search}))
        assert enquiry.reference in shown, search
        assert other.reference not in shown, search


@pytest.mark.parametrize("group", Group)
def test_where_a_search_finds_nothing_it_says_so_of_whatever_was_done(group: Group) -> None:
    browser = signed_in(the_monitoring_officer())
    tomorrow = (TODAY + datetime.timedelta(days=1)).isoformat()
    for search in ({"first": tomorrow}, {"q": "nobody at all"}):
        shown = read_of(browser.get("/audit/", {"what": group.value, **search}))
        assert "Nothing on record matches this search. Check the name or the days" in shown


def test_a_search_for_nothing_says_what_to_enter_and_days_the_wrong_way_round_too() -> None:
    browser = signed_in(the_monitoring_officer())
    assert "Enter a name or a case number" in read_of(browser.get("/audit/", {"q": ""}))
    days = {"q": "x", "first": "26/11/2026", "last": "25/11/2026"}
    assert "The last day must be on or after the first day" in read_of(browser.get("/audit/", days))


def test_looking_is_on_record_too_and_paging_is_the_same_search() -> None:
    officer = the_monitoring_officer()
    browser = signed_in(officer)
    browser.get("/audit/", {"q": "Dana"})
    browser.get("/audit/", {"q": "Dana", "after": "x"})
    browser.get("/audit/looked.csv", {"q": "Dana"})
    events = CaseEvent.objects.filter(kind__startswith="security.audit").order_by("place")
    assert [(event.kind, event.by, event.body["q"]) for event in events] == [
        ("security.audit-opened", officer, "Dana"),
        ("security.audit-exported", officer, "Dana"),
    ]
    assert not events.filter(facts__has_key="q").exists(), "what was typed is for retention to erase"
    assert "Record of who looked at what searched" in read_of(browser.get("/audit/", {"what": "record"}))


def test_the_second_page_is_the_first_search_gone_on_and_a_wrong_filter_takes_nothing_out() -> None:
    for _number in range(52):
        record_security(enquiry_events.OPENED_CONFIDENTIAL, None, NOW, {"part": "case"})
    browser = signed_in(the_monitoring_officer())
    first = browser.get("/audit/").context["page"]
    second = browser.get(f"/audit/{first.older_url}")
    assert "Enter a name or a case number" not in read_of(second)
    assert len(second.context["lines"]) == 2
    wrong = browser.get("/audit/looked.csv", {"q": "x", "first": "soon"})
    assert (wrong.status_code, wrong.url) == (302, "/audit/?q=x&first=soon")
    assert browser.get("/audit/changes.csv", {"register": "nonsense"}).status_code == 302
    assert not CaseEvent.objects.filter(kind="security.audit-exported").exists()


def test_the_words_of_a_search_are_read_by_whoever_typed_them_alone() -> None:
    deputy, officer = a_holder_of(Post.DEPUTY_MONITORING_OFFICER), the_monitoring_officer()
    complaint = a_complaint(complainant=a_member(), subject=officer)
    signed_in(deputy).get("/audit/", {"q": complaint.reference})
    for who, reads in ((deputy, True), (officer, False)):
        browser = signed_in(who)
        for shown in (
            read_of(browser.get("/audit/", {"what": "record"})),
            browser.get("/audit/looked.csv", {"what": "record"}).content.decode(),
        ):
            assert (complaint.reference in shown) is reads
            assert "only they read here" in shown or reads


def test_an_adoption_and_a_shared_case_stand_among_the_changes_of_access() -> None:
    who = keepers()
    row = in_state(who, AmendmentState.ADOPTED)
    ana = a_member(name="Ana Lopez")
    enquiry, facts = an_enquiry(state=State.ALLOCATED), {"person": ana.pk}
    facts["enquiry"] = enquiry.pk
    announce(stream=enquiry.stream, kind=enquiry_events.SHARED, by=enquiry.member, at=NOW, facts=facts)
    shown = read_of(signed_in(who.officer).get("/audit/", {"what": "rights"}))
    for words in (row.reference, "Adopted", enquiry.reference, f"About {ana.name}"):
        assert words in shown


def test_of_a_complaint_only_who_deals_with_it_learns_who_opened_it() -> None:
    mine, reader = the_monitoring_officer(), an_officer(name="Ruth Adeyemi")
    about_me = a_complaint(complainant=a_member(), subject=mine)
    with_me = a_complaint(complainant=a_member(), subject=an_officer())
    dealing(with_me, mine, post=Post.MONITORING_OFFICER)
    for complaint in (about_me, with_me):
        facts = {"complaint": complaint.pk, "part": "case"}
        announce(stream=complaint.stream, kind=complaint_events.OPENED, by=reader, at=NOW, facts=facts)
        record_security(complaint_events.OPENING_ON_RECORD, reader, NOW, facts)
    browser = signed_in(mine)
    for query in ({}, {"q": "Ruth"}, {"q": about_me.reference}):
        shown = browser.get("/audit/", query)
        assert about_me.reference not in read_of(shown).replace(query.get("q", ""), "")
        assert read_of(shown).count("Ruth Adeyemi") == (0 if query.get("q") == about_me.reference else 2)
    assert about_me.reference not in browser.get("/audit/looked.csv").content.decode()
    assert with_me.reference in read_of(browser.get("/audit/"))


def test_grants_logins_and_files_have_lists_of_their_own() -> None:
    browser = signed_in(the_monitoring_officer())
    record_security(SECURITY_KINDS[2], an_officer(), NOW, {"dispute": 0})
    for group in KINDS:
        assert browser.get("/audit/", {"what": group.value}).status_code == 200, group
    assert browser.get("/audit/", {"what": "nonsense"}).status_code == 200


def test_a_kind_of_event_that_is_watched_stands_in_one_group_and_no_tie_in_any() -> None:
    every = [kind.name for kinds in KINDS.values() for kind in kinds]
    assert len(every) == len(set(every))
    assert {kind.name for kind in SECURITY_KINDS} <= set(every)
    assert not [name for name in every if "relationship" in name]


def test_who_changed_a_post_and_what_stood_before() -> None:
    keeper = a_holder_of(Post.DEMOCRATIC_SERVICES)
    holding = a_holding(Post.SECTION_151_OFFICER, person=an_officer(name="Dana Whitfield"))
    PostHolding.objects.filter(pk=holding.pk).update(is_acting=True)
    browser = signed_in(the_monitoring_officer())
    shown = read_of(browser.get("/audit/changes/"))
    assert "Dana Whitfield" in shown
    assert "Acting: no → yes" in shown
    assert "The portal" in shown
    nobody = read_of(browser.get("/audit/changes/", {"q": keeper.last_name}))
    assert "Nothing was changed in this register" in nobody
    rows = browser.get("/audit/changes.csv").content.decode("utf-8-sig").splitlines()
    assert any("Acting: no → yes" in row for row in rows)


def test_every_register_can_be_read() -> None:
    officer = the_monitoring_officer()
    browser = signed_in(officer)
    found = registers(on_day(officer))
    assert len(found) == len(REGISTERS)
    for name, words in found:
        assert words
        assert browser.get("/audit/changes/", {"register": name}).status_code == 200, name


@pytest.fixture
def heads(settings: Settings, tmp_path: Path) -> Path:
    """Where the heads are kept outside the database."""
    settings.HEADS_FILE = str(tmp_path / "heads.tsv")
    return tmp_path / "heads.tsv"


def test_the_record_is_checked_by_a_press_and_by_night(heads: Path) -> None:
    officer = the_monitoring_officer()
    opened(an_officer())
    browser = signed_in(officer)
    assert "Nobody has checked the record yet" in read_of(browser.get("/audit/record/"))
    browser.post("/audit/record/", {"token": "a-press"})
    browser.post("/audit/record/", {"token": "a-press"})
    row = RecordCheck.objects.get()
    assert (row.asked_by, row.broken) == (officer, [])
    assert row.events > 0
    assert "The log is unbroken" in read_of(browser.get("/audit/record/"))
    verify_streams(at=NOW)
    assert heads.exists()
    assert RecordCheck.objects.filter(asked_by=None).count() == 1
    assert "By night" in read_of(browser.get("/audit/record/"))


def test_a_break_is_an_alarm_on_the_page_and_on_the_first_page(heads: Path) -> None:
    officer = the_monitoring_officer()
    heads.write_text("enquiry:ENQ-2222-2\t3\tabc\n", encoding="utf-8")
    row = check_record(by=officer, at=NOW)
    assert [one["reason"] for one in row.broken] == ["the stream is gone"]
    assert CaseEvent.objects.filter(kind="security.chains-broken", by=officer).exists()
    browser = signed_in(officer)
    for path in ("/audit/record/", "/dashboard/"):
        assert "The record of events was changed" in read_of(browser.get(path)), path
    assert "The record of events was changed" not in read_of(signed_in(an_officer()).get("/", follow=True))


def test_a_night_without_a_check_is_told(heads: Path) -> None:
    assert alarm(at=NOW) is None
    announce(stream=open_stream("security"), kind=SECURITY_KINDS[0], by=None, at=NOW)
    assert alarm(at=NOW) is None
    late = alarm(at=NOW + datetime.timedelta(hours=37))
    assert late is not None
    assert "not checked last night" in late.heading
    check_record(by=the_monitoring_officer(), at=NOW)
    assert alarm(at=NOW) is None


def test_a_check_by_hand_finds_a_break_and_does_not_hide_that_the_nightly_one_is_missing(heads: Path) -> None:
    officer = the_monitoring_officer()
    announce(stream=open_stream("security"), kind=SECURITY_KINDS[0], by=None, at=NOW)
    late = NOW + datetime.timedelta(hours=37)
    for had_a_night in (False, True):
        if had_a_night:
            verify_streams(at=NOW)
        check_record(by=officer, at=late)
        found = alarm(at=late)
        assert found is not None
        assert "not checked last night" in found.heading
    verify_streams(at=late)
    check_record(by=officer, at=late)
    assert alarm(at=late) is None
    heads.write_text("enquiry:ENQ-2222-2\t3\tabc\n", encoding="utf-8")
    check_record(by=officer, at=late)
    broken = alarm(at=late)
    assert broken is not None
    assert "was changed" in broken.heading
