"""What reports tell together: those that were made before the first was given, and on days that go on."""

import datetime

import pytest
import time_machine
from django.utils import timezone

from casework.models import Report
from casework.rules.periods import Period, quarter_of, year_of
from casework.screens.figures import Cell, Column, Row, Table
from casework.screens.given import shows_too_much
from casework.screens.protected import protect
from casework.screens.sections import Section, kept
from casework.states import ReportState
from complaints.models import Complaint, Lesson
from complaints.states import ComplaintState
from council.models import Body, Person
from protocol_portal.reports.counted import learned
from protocol_portal.reports.making import make_report
from protocol_portal.reports.parts import NOT_YET
from rulebook.decision import Refused
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.complaints import a_complaint
from tests.factories.enquiries import moment
from tests.factories.reports import a_report, a_report_that_is_made, given

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 5, 4)
YEAR = year_of(datetime.date(2025, 4, 1))
QUARTERS = [quarter_of(datetime.date(2025, month, 1)) for month in (4, 7, 10)] + [
    quarter_of(datetime.date(2026, 1, 1))
]


def made(period: Period, upheld: int, by: Person) -> Report:
    """A report of one table, as the worker makes it where nothing was given yet."""
    lines = {"upheld": upheld, "closed": 20 * (1 + 3 * (period == YEAR))}
    rows = tuple(Row(key, key, (Cell(number),)) for key, number in lines.items())
    total = Row("total", "All", (Cell(sum(lines.values())),))
    table = Table("stages", "Stages", "", (Column("number", "Number"),), rows, total)
    report = a_report(period=period, by=by)
    report.parts.create(
        key="stages", place=0, section=kept(Section("stages", "", (table,))), made_at=timezone.now()
    )
    covered = protect([table], period=period)
    report.record_work(at=timezone.now())
    report.save()
    report.record_made(at=timezone.now())
    report.shown = [kept(Section("stages", "", covered))]
    report.save()
    return report


@pytest.fixture
def monitoring() -> Person:
    return make.a_holder_of(Post.MONITORING_OFFICER)


@pytest.fixture
def committee() -> Body:
    return make.a_body(name="Standards Committee")


@pytest.mark.parametrize("last", ["the year", "a quarter"])
def test_of_reports_made_before_any_was_given_the_one_that_gives_the_rest_away_is_not_given(
    monitoring: Person, committee: Body, last: str
) -> None:
    with time_machine.travel(moment(TODAY), tick=False):
        # The fourth quarter had three; it is never given, or its own report hides it.
        quarters = [made(period, 10, monitoring) for period in QUARTERS[:3]]
        year = made(YEAR, 33, monitoring)
        order = [*quarters, year] if last == "the year" else [year, *quarters]
        for report in order[:-1]:
            assert not shows_too_much(report)
            given(report, committee=committee)
        with pytest.raises(Refused) as refused:
            given(order[-1], committee=committee)
    assert "Make it anew" in refused.value.decision.sentence
    assert Report.objects.get(pk=order[-1].pk).state == ReportState.MADE


def test_reports_that_tell_nothing_together_are_all_given(monitoring: Person, committee: Body) -> None:
    with time_machine.travel(moment(TODAY), tick=False):
        every = [made(period, 10, monitoring) for period in QUARTERS] + [made(YEAR, 40, monitoring)]
        for report in every:
            given(report, committee=committee)
    assert Report.objects.filter(state=ReportState.GIVEN).count() == 5


@pytest.mark.parametrize(("asked_on", "is_over"), [(TODAY, False), (datetime.date(2026, 7, 1), True)])
def test_complaints_are_not_counted_while_the_days_of_the_report_go_on(
    monitoring: Person, asked_on: datetime.date, is_over: bool
) -> None:
    with time_machine.travel(moment(TODAY), tick=False):
        rows = [a_complaint(state=ComplaintState.CLOSED).pk for _number in range(6)]
        Complaint.objects.filter(pk__in=rows).update(received_on=TODAY)
    with time_machine.travel(moment(asked_on), tick=False):
        report = a_report(period=quarter_of(TODAY), by=monitoring)
        make_report(report.pk)
    report = Report.objects.get(pk=report.pk)
    shown = {one["key"]: one for one in report.shown}
    for key in ("complaints", "determinations"):
        assert (shown[key]["lines"] == [NOT_YET]) == (not is_over)
    assert bool(shown["complaints"]["tables"]) == is_over
    assert report.is_so_far == (not is_over)


def test_a_report_of_the_last_day_of_its_period_is_still_so_far(monitoring: Person) -> None:
    with time_machine.travel(moment(datetime.date(2026, 6, 30)), tick=False):
        report = a_report_that_is_made(period=quarter_of(TODAY), by=monitoring)
        with pytest.raises(Refused):
            given(report, committee=committee)
    assert report.is_so_far


def test_a_quarter_says_what_was_published_in_it_and_a_year_what_was_learned_in_it(
    monitoring: Person,
) -> None:
    for words, year, at in (
        ("Train in March.", 2025, datetime.date(2025, 8, 1)),
        ("Ask before you send.", 2025, TODAY),
        ("Answer in plain words.", 2024, datetime.date(2025, 8, 2)),
    ):
        Lesson.objects.create(year=year, words=words, by=monitoring, at=moment(at))
    assert learned(QUARTERS[1]) == ("Answer in plain words.", "Train in March.")
    assert learned(QUARTERS[0]) == ()
    assert learned(YEAR) == ("Ask before you send.", "Train in March.")
