"""The pages of reports: rows of the list; one report with its progress, its ways and its timeline."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.translation import gettext as _

from casework.actions.reporting import ENDED, NO_POST
from casework.events import Audience
from casework.models import Report
from casework.policies import reports as policies
from casework.queries import timeline
from casework.screens.happened import Happened, happened
from casework.screens.panels import Link, Way, links
from casework.states import REPORT_FACES, ReportState
from casework.wording import date_time
from council.queries import Standing
from protocol_portal.reports.filing import CSV, FORMS, ODS, PDF
from protocol_portal.reports.parts import STEPS
from protocol_portal.reports.shown import ShownReport, shown, title_of
from rulebook.wording import gettext_noop

_NAMES = {
    PDF: gettext_noop("Download the report (PDF)"),
    ODS: gettext_noop("Download the tables (ODS, for a spreadsheet)"),
    CSV: gettext_noop("Download the numbers (CSV)"),
}
_FAULTS = {
    ENDED: gettext_noop(
        "It could not be made: the work on it ended before it was finished, four times. Try again. If it "
        "ends again, ask whoever runs the portal to look at the log of the worker."
    ),
    NO_POST: gettext_noop(
        "It could not be made: whoever asked for it is not the monitoring officer any more. Make it anew."
    ),
}
_WAYS = (
    Way[Report](gettext_noop("Write a foreword"), "report-foreword", policies.may_write_foreword),
    Way[Report](gettext_noop("Give it to the committee"), "report-give", policies.may_give_report),
    Way[Report](gettext_noop("Stop making it"), "report-stop", policies.may_stop_report),
    Way[Report](gettext_noop("Try again"), "report-again", policies.may_try_again),
)


@dataclass(frozen=True)
class ReportRow:
    """A report on the list."""

    title: str
    reference: str
    url: str
    asked: str
    status: str
    colour: str


@dataclass(frozen=True)
class Progress:
    """How far its making is."""

    part: int
    of: int
    words: str


@dataclass(frozen=True)
class ReportPage:
    """One report as its page shows it; `report` holds its parts once it is made."""

    reference: str
    url: str
    status: str
    colour: str
    progress: Progress | None
    fault: str
    report: ShownReport
    is_made: bool
    files: tuple[Link, ...]
    ways: list[Link]
    timeline: list[Happened]


def caption_of(report: Report) -> str:
    """«Annual review 2026/27, RPT-7K4M-2»."""
    return f"{title_of(report.kind, report.period)}, {report.reference}"


def rows(reports: Iterable[Report], who: Standing) -> list[ReportRow]:
    """The lines of the list."""
    found = []
    for one in reports:
        status, colour = _status(one, who)
        title = title_of(one.kind, one.period)
        found.append(
            ReportRow(
                title=_("%(report)s, so far") % {"report": title} if one.is_so_far else title,
                reference=one.reference,
                url=reverse("report", args=[one.reference]),
                asked=date_time(one.asked_at),
                status=status,
                colour=colour,
            )
        )
    return found


def page_of(report: Report, who: Standing) -> ReportPage:
    """The page for this reader: what they may do, and what they may take."""
    status, colour = _status(report, who)
    is_made = report.state in (ReportState.MADE, ReportState.GIVEN)
    makes = policies.may_have_reports_made(who).allowed
    audiences = {Audience.EVERYBODY, Audience.STAFF} if makes else {Audience.EVERYBODY}
    return ReportPage(
        reference=report.reference,
        url=reverse("report", args=[report.reference]),
        status=status,
        colour=colour,
        progress=_progress(report),
        fault=_(_FAULTS[report.fault]) if report.fault in _FAULTS else "",
        report=shown(report),
        is_made=is_made,
        files=_files(report) if policies.may_take_out_report(who, report).allowed else (),
        ways=[Link(_(way.text), way.url) for way in links(_WAYS, who, report)],
        timeline=happened(timeline(report.stream, audience=frozenset(audiences))),
    )


def _status(report: Report, who: Standing) -> tuple[str, str]:
    staff, member, colour = REPORT_FACES[ReportState(report.state)]
    return _(staff if policies.may_have_reports_made(who).allowed else member), colour


def _progress(report: Report) -> Progress | None:
    if report.state not in (ReportState.ASKED, ReportState.BEING_MADE):
        return None
    part = report.parts.count()
    words = _("%(part)d of %(of)d parts are made") % {"part": part, "of": STEPS}
    return Progress(part, STEPS, words)


def _files(report: Report) -> tuple[Link, ...]:
    found = []
    for form in FORMS:
        file = getattr(report, form)
        if file is not None:
            size = filesizeformat(file.size)
            found.append(
                Link(f"{_(_NAMES[form])}, {size}", reverse("report-file", args=[report.reference, form]))
            )
    return tuple(found)
