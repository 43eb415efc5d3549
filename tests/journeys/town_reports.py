"""The reports of a town: one that a committee has, one to be given, one being made, one that failed."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils import timezone

from casework.models import Report
from casework.states import ReportState
from council.models import Person
from tests.factories import council as make
from tests.factories.reports import a_report, a_report_that_is_made, given, last_quarter


@dataclass(frozen=True)
class Reports:
    """The numbers of the reports, by what they are."""

    numbers: Mapping[str, str] = field(default_factory=dict)

    def samples(self) -> list[dict[str, object]]:
        """What stands in the address of a report."""
        return [{"report": number, "form": "csv"} for number in self.numbers.values()]


def reports_of_a_town(people: dict[str, Person]) -> Reports:
    """Each on a quarter of its own."""
    by, quarter = people["monitoring officer"], last_quarter()
    committee = make.a_body(name="Standards Committee")
    make.a_seat(committee, people["member"])
    had = given(a_report_that_is_made(by=by, period=quarter), committee=committee)
    ready = a_report_that_is_made(by=by, period=quarter.before)
    under_way = a_report(by=by, period=quarter.before.before)
    failed = a_report(by=by, period=quarter.before.before.before)
    Report.objects.filter(pk=failed.pk).update(state=ReportState.FAILED, fault="ended")
    Report.objects.filter(pk=under_way.pk).update(state=ReportState.BEING_MADE, heard_at=timezone.now())
    numbers = {"given": had, "made": ready, "under way": under_way, "failed": failed}
    return Reports({name: report.reference for name, report in numbers.items()})
