"""The worker’s part: a report made part by part, each in its own transaction, so that another can go on."""

import datetime
import logging
from collections.abc import Callable

from django.utils import timezone

from casework.actions import reporting
from casework.actions.attaching import files_and_rows
from casework.models import Report
from casework.queries.reports import left_lying
from casework.screens.given import earlier, whole
from casework.screens.protected import protect
from casework.screens.sections import Section, kept
from council.queries import standing_of
from council.rules import Role
from protocol_portal.figures.shielding import RESTS_ON
from protocol_portal.reports.filing import files_of
from protocol_portal.reports.parts import PARTS, made

_log = logging.getLogger(__name__)
Clock = Callable[[], datetime.datetime]


def make_report(pk: int, *, clock: Clock = timezone.now) -> None:
    """Makes what is missing of the report; nothing where another worker is at it, or it was stopped.

    What goes wrong leaves it as it stood after its last part: the sweep takes it up again.
    """
    try:
        if reporting.show_life(pk, at=clock()):
            while _one_step(pk, clock()):
                pass
    except Exception:
        _log.exception("Report %s could not be made further now; it is taken up again.", pk)


def take_up_reports(*, clock: Clock = timezone.now) -> int:
    """Goes on with every report that was left lying; says how many."""
    taken = 0
    for pk in list(left_lying(at=clock()).values_list("pk", flat=True)):
        if reporting.take_up_again(pk, at=clock()):
            taken += 1
            make_report(pk, clock=clock)
    return taken


@files_and_rows()
def _one_step(pk: int, at: datetime.datetime) -> bool:
    """The next part, or the files when all parts are there; whether there is more to do."""
    report = reporting.hold(pk, at=at)
    if report is None:
        return False
    if not standing_of(report.asked_by, on=timezone.localdate(at)).has(Role.MONITORING_OFFICER):
        reporting.give_up(report=report, fault=reporting.NO_POST, at=at)
        return False
    there = set(report.parts.values_list("key", flat=True))
    for place, part in enumerate(PARTS):
        if part.key not in there:
            # As on the day on which it was asked for, however late the worker comes to it.
            day = timezone.localdate(report.asked_at)
            who = standing_of(report.asked_by, on=day)
            section = made(part, who, report.period, today=day)
            reporting.keep_part(report=report, key=part.key, place=place, section=kept(section), at=at)
            return True
    report.made_at = at
    report.shown = [kept(one) for one in _protected(report)]
    reporting.keep_made(report=report, shown=report.shown, files=files_of(report), at=at)
    return False


def _protected(report: Report) -> list[Section]:
    """All parts, without the numbers that may not be shown."""
    sections = whole(report)
    tables = [table for section in sections for table in section.tables]
    covered = iter(protect(tables, period=report.period, earlier=earlier(report), rests_on=RESTS_ON))
    return [
        Section(one.key, one.heading, tuple(next(covered) for _table in one.tables), one.lines)
        for one in sections
    ]
