"""A report made part by part: gone on with where it was left, never twice; told when it cannot be made."""

import datetime
from pathlib import Path

import pytest
from django.utils import timezone
from pytest_django import Settings

from casework.actions import reporting
from casework.models import Attachment, CaseEvent, Report, ReportPart
from casework.states import ReportState
from council.models import PostHolding
from protocol_portal.reports import making
from protocol_portal.reports.parts import PARTS, STEPS
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.enquiries import on_day
from tests.factories.reports import a_report, a_report_that_is_made, given

pytestmark = pytest.mark.django_db
MINUTE = datetime.timedelta(minutes=1)


def again(report: Report) -> Report:
    """The row as it stands."""
    return Report.objects.get(pk=report.pk)


def kinds(report: Report) -> list[str]:
    """What happened to it."""
    return list(CaseEvent.objects.filter(stream=report.stream_id).values_list("kind", flat=True))


def half_made() -> Report:
    """A report of which a worker made two parts before it was ended."""
    report = a_report()
    for _part in range(2):
        assert making._one_step(report.pk, timezone.now())
    return again(report)


def test_it_is_made_of_every_part_once_and_has_its_three_files() -> None:
    report = a_report_that_is_made()
    assert report.state == ReportState.MADE
    assert [part.key for part in report.parts.all()] == [part.key for part in PARTS]
    assert [one["key"] for one in report.shown] == [part.key for part in PARTS]
    assert all((report.pdf, report.ods, report.csv))
    assert kinds(report) == ["report.asked", "report.made"]
    making.make_report(report.pk)
    assert ReportPart.objects.count() == STEPS - 1
    assert Attachment.objects.count() == 3


def test_what_a_worker_left_lying_is_gone_on_with_after_two_minutes_and_not_before() -> None:
    report = half_made()
    assert report.heard_at is not None
    made = list(report.parts.values_list("pk", flat=True))
    assert making.take_up_reports(clock=lambda: report.heard_at + MINUTE) == 0
    assert making.take_up_reports(clock=lambda: report.heard_at + 3 * MINUTE) == 1
    assert again(report).state == ReportState.MADE
    assert list(report.parts.values_list("pk", flat=True)[:2]) == made
    assert kinds(report) == ["report.asked", "report.taken-up", "report.made"]


def test_what_no_worker_took_is_made_by_the_sweep() -> None:
    report = a_report()
    assert making.take_up_reports(clock=lambda: report.asked_at + MINUTE) == 0
    assert making.take_up_reports(clock=lambda: report.asked_at + 2 * MINUTE) == 1
    assert kinds(report) == ["report.asked", "report.made"]


def test_what_ends_its_worker_every_time_fails_and_is_tried_again_by_a_person() -> None:
    report = half_made()
    for time in range(1, reporting.MOST_RESUMED + 1):
        at = timezone.now() + 3 * time * MINUTE
        assert reporting.take_up_again(report.pk, at=at)
    late = timezone.now() + 60 * MINUTE
    assert making.take_up_reports(clock=lambda: late) == 0
    report = again(report)
    assert (report.state, report.fault) == (ReportState.FAILED, reporting.ENDED)
    assert kinds(report)[-1] == "report.failed"
    reporting.try_again(who=on_day(report.asked_by), report=report, at=timezone.now())
    making.make_report(report.pk)
    assert again(report).state == ReportState.MADE


def test_a_full_disk_leaves_what_was_counted_and_the_report_waits_for_the_sweep(
    settings: Settings, tmp_path: Path
) -> None:
    report, room = half_made(), settings.MEDIA_ROOT
    (tmp_path / "full").write_text("no folder")
    settings.MEDIA_ROOT = str(tmp_path / "full")
    making.make_report(report.pk)
    assert again(report).state == ReportState.BEING_MADE
    assert report.parts.count() == len(PARTS)
    assert not Attachment.objects.exists()
    settings.MEDIA_ROOT = room
    making.make_report(report.pk)
    assert again(report).state == ReportState.MADE


def test_what_fails_at_its_first_step_is_not_tried_for_ever(settings: Settings, tmp_path: Path) -> None:
    report = a_report_that_is_made()
    reporting.write_foreword(
        who=on_day(report.asked_by), report=report, words="Read this first.", at=timezone.now()
    )
    (tmp_path / "full").write_text("no folder")
    settings.MEDIA_ROOT = str(tmp_path / "full")
    making.make_report(report.pk)
    assert again(report).heard_at is not None
    for time in range(1, reporting.MOST_RESUMED + 2):
        at = timezone.now() + 3 * time * MINUTE
        assert making.take_up_reports(clock=lambda at=at: at) == (time <= reporting.MOST_RESUMED)
    assert (again(report).state, again(report).fault) == (ReportState.FAILED, reporting.ENDED)


def test_one_that_was_asked_for_shows_life_before_any_work() -> None:
    report = a_report()
    assert reporting.show_life(report.pk, at=timezone.now())
    assert again(report).heard_at is not None
    assert not report.parts.exists()


def test_nothing_is_made_once_it_is_stopped() -> None:
    report = half_made()
    reporting.stop_report(who=on_day(report.asked_by), report=report, at=timezone.now())
    making.make_report(report.pk)
    assert making.take_up_reports(clock=lambda: timezone.now() + 60 * MINUTE) == 0
    assert report.parts.count() == 2
    assert not Attachment.objects.exists()


def test_it_is_not_made_for_whoever_is_not_the_monitoring_officer_any_more() -> None:
    report = half_made()
    PostHolding.objects.filter(person=report.asked_by).update(
        to_on=timezone.localdate() - datetime.timedelta(days=1)
    )
    making.make_report(report.pk)
    report = again(report)
    assert (report.state, report.fault) == (ReportState.FAILED, reporting.NO_POST)


def test_a_foreword_has_the_files_made_anew_and_counts_nothing_again() -> None:
    report = a_report_that_is_made()
    before = report.csv_id, list(report.parts.values_list("pk", flat=True))
    reporting.write_foreword(
        who=on_day(report.asked_by), report=report, words="Read this first.", at=timezone.now()
    )
    assert again(report).csv_id is None
    making.make_report(report.pk)
    report = again(report)
    assert report.state == ReportState.MADE
    assert report.csv_id != before[0]
    assert Attachment.objects.count() == 3
    assert list(report.parts.values_list("pk", flat=True)) == before[1]


def test_a_foreword_mends_what_could_not_be_made_and_counts_no_part_again() -> None:
    report = half_made()
    before = list(report.parts.values_list("pk", flat=True))
    reporting.give_up(report=report, fault=reporting.ENDED, at=timezone.now())
    who = on_day(report.asked_by)
    reporting.write_foreword(who=who, report=again(report), words="In other words.", at=timezone.now())
    assert (again(report).state, again(report).fault) == (ReportState.ASKED, "")
    making.make_report(report.pk)
    assert (again(report).state, again(report).foreword) == (ReportState.MADE, "In other words.")
    assert set(before) < set(report.parts.values_list("pk", flat=True))


def test_its_committee_is_told_and_whoever_asked_when_it_is_made() -> None:
    committee, member = make.a_body(name="Standards Committee"), make.a_member()
    make.a_seat(committee, member)
    make.a_holder_of(Post.DEMOCRATIC_SERVICES)
    report = given(a_report_that_is_made(), committee=committee)
    told = {
        (one.event.kind, one.person)
        for event in CaseEvent.objects.filter(stream=report.stream_id)
        for one in event.deliveries.all()
    }
    assert told == {("report.made", report.asked_by), ("report.given", member)}
