"""Reports to a committee in every state, asked for by a monitoring officer on days that are over."""

import datetime

from django.utils import timezone

from casework.actions.reporting import ask_report, give_report
from casework.models import Report
from casework.rules.periods import Period, quarter_of, year_of
from council.models import Body, Person
from council.queries import Standing
from protocol_portal.reports.making import make_report
from protocol_portal.reports.parts import STEPS
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.enquiries import on_day


def last_quarter() -> Period:
    """The quarter before this one."""
    return quarter_of(timezone.localdate()).before


def last_year() -> Period:
    """The council’s year before this one."""
    return year_of(timezone.localdate()).before


def a_report(*, period: Period | None = None, by: Person | None = None) -> Report:
    """Asked for, and not made yet; a quarter, unless the period is a year."""
    period = period or last_quarter()
    kind = Report.Kind.ANNUAL if (period.last - period.first).days > 100 else Report.Kind.QUARTER
    who = on_day(by or make.a_holder_of(Post.MONITORING_OFFICER))
    return ask_report(who=who, kind=kind, period=period, parts_of=STEPS, at=timezone.now())


def a_report_that_is_made(*, period: Period | None = None, by: Person | None = None) -> Report:
    """With all its parts and files."""
    report = a_report(period=period, by=by)
    make_report(report.pk)
    return Report.objects.select_related("stream", "asked_by").get(pk=report.pk)


def given(
    report: Report,
    *,
    who: Standing | None = None,
    committee: Body | None = None,
    meeting_on: datetime.date | None = None,
) -> Report:
    """The report given to a committee that meets in a week, unless another day is said."""
    return give_report(
        who=who or on_day(report.asked_by),
        report=report,
        committee=committee or make.a_body(name="Standards Committee"),
        meeting_on=meeting_on or timezone.localdate() + datetime.timedelta(days=7),
        at=timezone.now(),
    )
