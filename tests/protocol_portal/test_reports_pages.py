"""The pages of reports: asked for by a press, watched, read, given; and the one command that does it all."""

import datetime
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks

from casework.actions import reporting
from casework.models import Report
from casework.rules.periods import year_of
from casework.states import ReportState
from council.models import Person
from protocol_portal.reports.forms import offered
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.browsers import signed_in
from tests.factories.reports import a_report, a_report_that_is_made, given, last_quarter, last_year

pytestmark = pytest.mark.django_db


def page(person: Person, name: str = "reports", *args: str) -> str:
    """What the person reads there."""
    return signed_in(person).get(reverse(name, args=args)).content.decode()


def test_the_monitoring_officer_has_a_report_made_by_one_press() -> None:
    monitoring = make.a_holder_of(Post.MONITORING_OFFICER)
    browser = signed_in(monitoring)
    asked = browser.get(reverse("report-make")).content.decode()
    assert "so far" in asked
    given_period = last_quarter()
    sent = {"which": f"quarter:{given_period.key}", "token": "once"}
    for _press in range(2):
        answer = browser.post(reverse("report-make"), sent)
        report = Report.objects.get()
        assert answer["Location"] == reverse("report", args=[report.reference])
    assert (report.kind, report.period, report.is_so_far) == ("quarter", given_period, False)
    shown = page(monitoring, "report", report.reference)
    assert '<progress value="0" max="9"' in shown
    assert "0 of 9 parts are made" in shown
    assert "See how far it is now" in shown


@pytest.mark.parametrize("which", ["", "quarter:2026-01-01--2026-01-02", "x"])
def test_a_report_that_is_not_offered_is_not_made(which: str) -> None:
    answer = signed_in(make.a_holder_of(Post.MONITORING_OFFICER)).post(
        reverse("report-make"), {"which": which, "token": "once"}
    )
    assert answer.status_code == 200
    assert "Error:" in answer.content.decode()
    assert not Report.objects.exists()


def test_the_year_and_quarter_that_go_on_and_those_before_are_offered() -> None:
    found = list(offered(datetime.date(2026, 11, 26)))
    assert [kind for kind, _period in found] == ["annual"] * 3 + ["quarter"] * 5
    assert found[0][1] == year_of(datetime.date(2026, 11, 26))
    assert [str(period.first) for _kind, period in found[3:]] == [
        "2026-10-01",
        "2026-07-01",
        "2026-04-01",
        "2026-01-01",
        "2025-10-01",
    ]


def test_the_page_of_a_report_has_its_parts_definitions_and_ways() -> None:
    report = a_report_that_is_made()
    shown = page(report.asked_by, "report", report.reference)
    for said in ("Enquiries", "Equal treatment", "What the words mean", "A number below 5 is not shown"):
        assert said in shown
    for way in ("report-foreword", "report-give"):
        assert reverse(way, args=[report.reference]) in shown
    assert reverse("report-file", args=[report.reference, "ods"]) in shown
    keeper = page(make.a_holder_of(Post.DEMOCRATIC_SERVICES), "report", report.reference)
    assert reverse("report-give", args=[report.reference]) not in keeper
    assert reverse("report-file", args=[report.reference, "ods"]) in keeper


def test_a_report_that_could_not_be_made_offers_its_foreword_and_another_try() -> None:
    report = a_report()
    Report.objects.filter(pk=report.pk).update(state=ReportState.FAILED, fault="ended")
    shown = page(report.asked_by, "report", report.reference)
    for way, offers in (("report-foreword", True), ("report-again", True), ("report-give", False)):
        assert (reverse(way, args=[report.reference]) in shown) is offers, way


def test_a_foreword_and_a_committee_are_given_on_their_pages() -> None:
    report = a_report_that_is_made()
    committee, browser = make.a_body(name="Standards Committee"), signed_in(report.asked_by)
    words = {"words": "A year of <b>change</b>.", "token": "one", "version": report.version}
    assert browser.post(reverse("report-foreword", args=[report.reference]), words).status_code == 302
    Report.objects.filter(pk=report.pk).update(state=ReportState.BEING_MADE)
    Report.objects.filter(pk=report.pk).update(state=ReportState.MADE)
    assert "A year of &lt;b&gt;change&lt;/b&gt;." in page(report.asked_by, "report", report.reference)
    report = Report.objects.get(pk=report.pk)
    day = timezone.localdate() + datetime.timedelta(days=3)
    sent = {"committee": committee.pk, "meeting_on": f"{day:%d/%m/%Y}", "token": "two"}
    past = {**sent, "meeting_on": "1/1/2020"}
    url = reverse("report-give", args=[report.reference])
    assert "must be today or later" in browser.post(url, past).content.decode()
    assert browser.post(url, {**sent, "version": report.version}).status_code == 302
    report = Report.objects.get(pk=report.pk)
    assert (report.state, report.committee, report.meeting_on) == (ReportState.GIVEN, committee, day)


def test_members_are_led_to_what_was_given_and_officers_are_told_who_reads_it() -> None:
    report = given(a_report_that_is_made(), meeting_on=timezone.localdate())
    made = a_report_that_is_made(by=report.asked_by, period=last_year())
    member = make.a_member()
    shown = page(member)
    assert report.reference in shown
    assert made.reference not in shown
    assert reverse("reports") in page(member, "my-enquiries")
    assert report.asked_by.name in page(member, "report", report.reference)
    officer = make.an_officer()
    answer = signed_in(officer).get(reverse("reports"))
    assert answer.status_code == 403
    assert "Ask democratic services for a copy" in answer.content.decode()
    assert reverse("reports") not in page(officer, "my-cases")


def test_a_list_without_reports_says_so() -> None:
    assert "There is no report that you can read yet." in page(make.a_member())


def test_a_report_that_is_not_theirs_is_the_page_that_never_was() -> None:
    report = a_report()
    browser = signed_in(make.a_member())
    for name in ("report", "report-foreword", "report-give", "report-stop", "report-again"):
        real = browser.get(reverse(name, args=[report.reference]))
        never = browser.get(reverse(name, args=["RPT-2222-2"]))
        assert real.status_code == never.status_code == 404
        assert real.content.replace(report.reference.encode(), b"RPT-2222-2") == never.content


def test_a_file_that_is_not_there_is_no_page(client: object) -> None:
    report = a_report_that_is_made()
    answer = signed_in(report.asked_by).get(reverse("report-file", args=[report.reference, "docx"]))
    assert answer.status_code == 404


def test_one_command_makes_the_annual_review_and_writes_its_files(tmp_path: Path) -> None:
    make.a_holder_of(Post.MONITORING_OFFICER)
    year, said = year_of(timezone.localdate()).before.first.year, StringIO()
    call_command("make_report", "annual", year=year, out=tmp_path, stdout=said)
    report = Report.objects.get()
    assert report.kind == "annual"
    assert {path.suffix for path in tmp_path.iterdir()} == {".pdf", ".ods", ".csv"}
    assert report.reference in said.getvalue()


def test_the_command_asks_no_worker_to_make_the_same_report_beside_it(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    monitoring = make.a_holder_of(Post.MONITORING_OFFICER)
    year = year_of(timezone.localdate()).before.first.year
    with django_capture_on_commit_callbacks(execute=False) as by_command:
        call_command("make_report", "annual", year=year, stdout=StringIO())
    with django_capture_on_commit_callbacks(execute=False) as by_page:
        a_report(by=monitoring)
    asks = [reporting.__name__ in [one.__module__ for one in found] for found in (by_command, by_page)]
    assert asks == [False, True]


@pytest.mark.parametrize(
    ("given_words", "sentence"),
    [
        ({"kind": "quarter", "year": 2025}, "Say which quarter"),
        ({"kind": "annual", "year": 26}, "four digits"),
        ({"kind": "annual", "year": 2098}, "still to come"),
    ],
)
def test_the_command_says_what_is_missing(given_words: dict[str, object], sentence: str) -> None:
    make.a_holder_of(Post.MONITORING_OFFICER)
    with pytest.raises(CommandError, match=sentence):
        call_command("make_report", given_words["kind"], year=given_words["year"])


def test_the_command_asks_for_a_monitoring_officer() -> None:
    with pytest.raises(CommandError, match="Nobody holds the post"):
        call_command("make_report", "annual", year=2025)
