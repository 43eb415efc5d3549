"""What the audit desk says of what was taken out, searched or merged, and what it leaves out."""

import datetime

import pytest
from django.http import HttpResponse
from django.utils import timezone

from briefings.actions.exporting import record_figures as briefing_figures
from casework.actions.auditing import record_audit_export
from casework.actions.reporting import record_taking_out
from casework.models import Report
from casework.rules.periods import Period
from complaints.actions.exporting import record_figures as complaint_figures
from council.actions import merge_people
from council.queries.merge_plan import plan_merge
from protocol_portal.audit.changed import registers
from protocol_portal.audit.said import Reading
from protocol_portal.reports.shown import title_of
from rulebook.post import Post
from tests.factories.browsers import signed_in
from tests.factories.complaints import a_complaint
from tests.factories.council import a_holder_of, a_member, an_officer
from tests.factories.enquiries import on_day
from tests.factories.pages import read_of
from tests.factories.reports import a_report_that_is_made

pytestmark = pytest.mark.django_db
NOW = timezone.now()
TODAY = timezone.localdate(NOW)


@pytest.fixture
def report() -> Report:
    """One that is made and not given."""
    return a_report_that_is_made()


def unbroken(answer: HttpResponse) -> str:
    """Its words, with plain spaces in days."""
    return read_of(answer).replace("\xa0", " ")


def test_what_was_taken_out_is_told_and_by_which_days(report: Report) -> None:
    officer = report.asked_by
    who = on_day(officer)
    days = Period(datetime.date(2026, 4, 1), datetime.date(2026, 6, 30))
    record_taking_out(who=who, report=report, form="pdf", rows=12)
    complaint_figures(who=who, year=2025, rows=3, at=NOW)
    briefing_figures(who=who, period=days, rows=7, at=NOW)
    chosen = {"q": "Dana", "what": "rights", "first": "2026-04-01", "last": "2026-06-30"}
    record_audit_export(who=who, page="audit", chosen=chosen, rows=4, at=NOW)
    browser = signed_in(officer)
    shown = unbroken(browser.get("/audit/", {"what": "taken-out"}))
    for words in (
        f"{title_of(report.kind, report.period)}. As a PDF. 12 rows".replace("\xa0", " "),
        report.reference,
        "Council year 2025/26. 3 rows",
        "1 April 2026 to 30 June 2026. 7 rows",
        "Who looked at what. Access, logins, entries and the protocol changed. 1 April 2026 to 30 June 2026."
        " 4 rows",
    ):
        assert words in shown
    found = unbroken(browser.get("/audit/", {"what": "taken-out", "q": report.reference}))
    assert "As a PDF" in found
    assert "Figures on complaints" not in found
    assert report.reference in browser.get("/audit/looked.csv", {"what": "taken-out"}).content.decode()


def test_a_search_of_the_desk_tells_its_page_its_register_and_its_days() -> None:
    officer = a_holder_of(Post.MONITORING_OFFICER)
    browser = signed_in(officer)
    portfolios = dict(registers(on_day(officer)))["council.portfolio"]
    for search, words in (
        ({"register": "council.portfolio"}, f"Who changed what. {portfolios}"),
        ({"register": "council.postholding", "first": "1/4/2026"}, "From 1 April 2026"),
        ({"register": "council.postholding", "last": "30/6/2026"}, "Until 30 June 2026"),
    ):
        assert browser.get("/audit/changes/", search).status_code == 200
        assert words in unbroken(browser.get("/audit/", {"what": "record"})), search


def test_a_register_that_its_reader_may_not_read_is_not_named() -> None:
    reader = Reading(on_day(an_officer()), {})
    assert [reader.register(name) for name in ("council.interest", "members", "nonsense")] == [
        "",
        "Members",
        "",
    ]
    assert reader.register("council.postholding")


def test_a_merge_names_both_entries_and_either_name_finds_it() -> None:
    keeper, kept = a_holder_of(Post.DEMOCRATIC_SERVICES), a_member(name="Dana Whitfield")
    merged = an_officer(name="Diana Whitfeld")
    a_complaint(complainant=merged, subject=an_officer())
    state = plan_merge(kept, merged, on=TODAY).state
    merge_people(kept=kept, merged=merged, by=keeper, at=NOW, seen_state=state)
    browser = signed_in(a_holder_of(Post.MONITORING_OFFICER))
    for search in ({}, {"q": "diana"}, {"q": "dana whit"}):
        told = [one.why for one in browser.get("/audit/", {"what": "rights", **search}).context["lines"]]
        gone, stays = f"Diana Whitfeld (number {merged.pk})", f"Dana Whitfield (number {kept.pk})"
        assert told == [f"The entry of {gone} went into that of {stays}"], search
    assert "went into" not in read_of(browser.get("/audit/", {"what": "rights", "q": "nobody at all"}))
