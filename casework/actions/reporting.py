"""What changes reports to a committee: asked for, made by the worker, stopped, given, taken out as files."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from celery import current_app
from django.db import transaction
from django.utils import timezone
from kombu.exceptions import OperationalError

from casework import events
from casework.actions.announcing import open_case, record_security
from casework.actions.attaching import attach_made, remove
from casework.actions.locking import demand, finish, locked
from casework.models import Report, ReportPart
from casework.policies import reports as policies
from casework.queries.reports import UNDER_WAY
from casework.rules import Fact
from casework.rules.periods import Period
from casework.screens.given import shows_too_much
from council.actions.turns import Turn, take_turn
from council.models import Body
from council.queries import Standing, protocol_in_force

MAKE_REPORT = "protocol_portal.make_report"
# So often a report is taken up again; what ended its worker every time is not tried for ever.
MOST_RESUMED = 3
# Why a report failed, as the page puts it into words.
ENDED, NO_POST = "ended", "no-post"


@dataclass(frozen=True)
class MadeFile:
    """A file of a report as the worker made it."""

    name: str
    content_type: str
    content: bytes


@transaction.atomic
def ask_report(
    *,
    who: Standing,
    kind: str,
    period: Period,
    parts_of: int,
    at: datetime.datetime,
    by_worker: bool = True,
) -> Report:
    """A new report, which the worker makes after the commit, unless the caller makes it. Raises Refused."""
    demand(policies.may_make_report(who, kind, period))
    reference, stream = open_case("report", "RPT")
    report = Report.objects.create(
        reference=reference,
        stream=stream,
        protocol=protocol_in_force().key,
        kind=kind,
        first_on=period.first,
        last_on=period.last,
        counted_to=period.until(who.on).last,
        asked_by=who.person,
        asked_at=at,
        parts_of=parts_of,
    )
    finish(report, kind=events.REPORT_ASKED, by=who.person, at=at)
    if by_worker:
        _publish(report)
    return report


@transaction.atomic
def show_life(pk: int, *, at: datetime.datetime) -> bool:
    """Whether a worker may begin. It stands before any work, which may fail: so each beginning is counted."""
    return hold(pk, at=at) is not None


def hold(pk: int, *, at: datetime.datetime) -> Report | None:
    """The report for its worker until the transaction ends, its sign of life renewed; None if not now.

    Not while another worker holds it, and not once it is stopped, made or failed.
    """
    rows = Report.objects.select_for_update(of=("self",), skip_locked=True)
    if rows.filter(pk=pk, state__in=UNDER_WAY).values_list("pk", flat=True).first() is None:
        return None
    report = Report.objects.select_related("stream", "asked_by").get(pk=pk)
    report.record_work(at=at)
    report.save()
    return report


def keep_part(
    *, report: Report, key: str, place: int, section: Mapping[str, Any], at: datetime.datetime
) -> None:
    """One part as it was counted. IntegrityError where it is there already."""
    ReportPart.objects.create(report=report, key=key, place=place, section=section, made_at=at)


def keep_made(
    *, report: Report, shown: list[Any], files: Mapping[str, MadeFile], at: datetime.datetime
) -> None:
    """The report as everybody reads it, and its files; within `files_and_rows`, on a report that is held."""
    report.shown = shown
    for field, file in files.items():
        kept = attach_made(
            stream=report.stream,
            name=file.name,
            content=file.content,
            content_type=file.content_type,
            by=report.asked_by,
            at=at,
        )
        setattr(report, field, kept)
    report.record_made(at=at)
    facts: dict[str, Fact] = {"parts": report.parts_of, "files": len(files)}
    finish(report, kind=events.REPORT_MADE, by=None, at=at, facts=facts)


@transaction.atomic
def take_up_again(pk: int, *, at: datetime.datetime) -> bool:
    """Whether a worker shall go on with it: not while one does, and not for ever."""
    rows = Report.objects.select_for_update(of=("self",), skip_locked=True)
    if rows.filter(pk=pk, state__in=UNDER_WAY).values_list("pk", flat=True).first() is None:
        return False
    report = Report.objects.select_related("stream").get(pk=pk)
    if report.heard_at is None:
        return True
    if report.resumed >= MOST_RESUMED:
        _fail(report, ENDED, at)
        return False
    report.resumed += 1
    report.record_work(at=at)
    finish(report, kind=events.REPORT_TAKEN_UP, by=None, at=at, facts={"time": report.resumed})
    return True


def give_up(*, report: Report, fault: str, at: datetime.datetime) -> None:
    """A report that is held cannot be made; its page says what to do."""
    _fail(report, fault, at)


@transaction.atomic
def stop_report(
    *, who: Standing, report: Report, at: datetime.datetime, seen_version: int | None = None
) -> Report:
    """It is not made any further. Raises Refused and Stale."""
    report = locked(report, seen_version=seen_version)
    demand(policies.may_stop_report(who, report))
    report.record_stop()
    finish(report, kind=events.REPORT_STOPPED, by=who.person, at=at)
    return report


@transaction.atomic
def try_again(
    *, who: Standing, report: Report, at: datetime.datetime, seen_version: int | None = None
) -> Report:
    """One that failed goes on from the part that it had reached. Raises Refused and Stale."""
    report = locked(report, seen_version=seen_version)
    demand(policies.may_try_again(who, report))
    report.record_asking_again()
    finish(report, kind=events.REPORT_ASKED, by=who.person, at=at)
    _publish(report)
    return report


@transaction.atomic
def write_foreword(
    *,
    who: Standing,
    report: Report,
    words: str,
    at: datetime.datetime,
    seen_version: int | None = None,
) -> Report:
    """Words that stand before the report; its files are made anew with them. Raises Refused and Stale."""
    report = locked(report, seen_version=seen_version)
    demand(policies.may_write_foreword(who, report))
    old = [file for file in (report.pdf, report.ods, report.csv) if file is not None]
    report.record_foreword(words=words.strip())
    finish(report, kind=events.REPORT_FOREWORD, by=who.person, at=at)
    for file in old:
        remove(file)
    _publish(report)
    return report


@transaction.atomic
def give_report(
    *,
    who: Standing,
    report: Report,
    committee: Body,
    meeting_on: datetime.date,
    at: datetime.datetime,
    seen_version: int | None = None,
) -> Report:
    """Its committee reads it from now on, every member from the day of the meeting. Raises Refused, Stale.

    One at a time, and held once more against those that were given since it was made: two that were made
    before either was given would tell together what each of them hides.
    """
    take_turn(Turn.REPORTS_GIVEN)
    report = locked(report, seen_version=seen_version)
    demand(policies.may_give_report(who, report))
    if shows_too_much(report):
        demand(policies.not_beside_others(report))
    report.record_giving(committee=committee, meeting_on=meeting_on, by=who.person, at=at)
    facts: dict[str, Fact] = {"body": committee.pk, "meeting": meeting_on.isoformat()}
    finish(report, kind=events.REPORT_GIVEN, by=who.person, at=at, facts=facts)
    return report


def record_taking_out(*, who: Standing, report: Report, form: str, rows: int) -> None:
    """The event: who took which report out, as what kind of file, how many rows. Raises Refused."""
    demand(policies.may_take_out_report(who, report))
    facts: dict[str, Fact] = {
        "report": report.pk,
        "kind": report.kind,
        "period": report.period.key,
        "form": form,
        "rows": rows,
    }
    record_security(events.REPORT_EXPORTED, who.person, timezone.now(), facts)


def _fail(report: Report, fault: str, at: datetime.datetime) -> None:
    report.record_failure(fault=fault)
    finish(report, kind=events.REPORT_FAILED, by=None, at=at, facts={"fault": fault})


def _publish(report: Report) -> None:
    """Asks a worker to make it after the commit; where the broker is away, the sweep finds it."""

    def ask() -> None:
        try:
            current_app.send_task(MAKE_REPORT, args=[report.pk], retry=False, ignore_result=True)
        except (OperationalError, OSError):
            return

    transaction.on_commit(ask)
