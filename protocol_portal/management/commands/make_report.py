"""Makes a report to a committee and, if asked, puts its files into a folder: all by one command."""

import datetime
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from casework.actions.reporting import ask_report, record_taking_out
from casework.models import Report
from casework.rules.periods import Period, quarter_of, year_of
from casework.states import ReportState
from council.models import Person
from council.queries import holders_of, standing_of
from protocol_portal.reports.filing import FORMS, rows_in
from protocol_portal.reports.making import make_report
from protocol_portal.reports.parts import STEPS
from rulebook.decision import Refused
from rulebook.post import Post


class Command(BaseCommand):
    """For whoever runs the portal, in the monitoring officer’s name."""

    help = "Makes the annual review or a quarterly report, and writes its PDF, ODS and CSV into a folder."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """`annual --year 2026`, `quarter --year 2026 --quarter 2`; the year is that of its April."""
        parser.add_argument("kind", choices=[one.value for one in Report.Kind])
        parser.add_argument("--year", type=int, required=True, help="The year in which it begins, in April.")
        parser.add_argument("--quarter", type=int, choices=range(1, 5), help="1 is April to June.")
        parser.add_argument("--out", type=Path, help="An empty or new folder for the files.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Says the number of the report, and which files it wrote. CommandError says what to do."""
        period = _period(options["kind"], options["year"], options["quarter"])
        who = standing_of(_monitoring_officer(), on=timezone.localdate())
        try:
            report = ask_report(
                who=who,
                kind=options["kind"],
                period=period,
                parts_of=STEPS,
                at=timezone.now(),
                # Made here: a worker that was asked, too, would hold it when the command looks at it.
                by_worker=False,
            )
        except Refused as refusal:
            raise CommandError(refusal.decision.sentence) from refusal
        make_report(report.pk)
        report = Report.objects.select_related(*FORMS).get(pk=report.pk)
        if report.state != ReportState.MADE:
            raise CommandError(f"Report {report.reference} could not be made yet: see its page.")
        self.stdout.write(f"Report {report.reference} is made.")
        if options["out"]:
            options["out"].mkdir(parents=True, exist_ok=True)
            for form in FORMS:
                self._write(report, form, options["out"], who)

    def _write(self, report: Report, form: str, folder: Path, who: Any) -> None:
        file = getattr(report, form)
        if file is None:
            self.stderr.write("No PDF: this machine lacks what makes one (docs/running.md).")
            return
        record_taking_out(who=who, report=report, form=form, rows=rows_in(report))
        with file.file.open("rb") as opened:
            (folder / file.name).write_bytes(opened.read())
        self.stdout.write(str(folder / file.name))


def _period(kind: str, year: int, quarter: int | None) -> Period:
    if not 2000 <= year <= 2199:
        raise CommandError("The year must have four digits, like 2026.")
    if kind == Report.Kind.ANNUAL:
        return year_of(datetime.date(year, 4, 1))
    if quarter is None:
        raise CommandError("Say which quarter: --quarter 1 is April to June.")
    month = 3 * quarter + 1
    return quarter_of(datetime.date(year + (month > 12), (month - 1) % 12 + 1, 1))


def _monitoring_officer() -> Person:
    holders = list(holders_of(Post.MONITORING_OFFICER, on=timezone.localdate()))
    if not holders:
        raise CommandError(
            "Nobody holds the post of monitoring officer today. Enter who does, then try again."
        )
    found: Person = holders[0]
    return found
