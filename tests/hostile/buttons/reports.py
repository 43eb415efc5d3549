"""Buttons of a report, pressed by two at the same moment: the monitoring officer and the deputy."""

from casework.models import Report
from casework.states import ReportState
from casework.wording import short_date
from council.models import Person
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.entries import ahead
from tests.factories.reports import a_report, a_report_that_is_made
from tests.hostile.buttons.press import Button, Scene, each, press

NOT_MADE = "A foreword is written to a report that is made"
HAS_ONE = "that no committee has yet"
ENDED = "This report is not being made any more."
NOT_FAILED = "Only a report that could not be made is tried again."


def _both() -> tuple[Person, Person]:
    return make.a_holder_of(Post.MONITORING_OFFICER), make.a_holder_of(Post.DEPUTY_MONITORING_OFFICER)


def writing() -> Scene:
    """Each writes a foreword of their own."""
    both = _both()
    report = a_report_that_is_made(by=both[0])
    return Scene(report, each(both, "report-foreword", report, "words"))


def giving() -> Scene:
    """Each gives it to a committee of their own."""
    both = _both()
    report = a_report_that_is_made(by=both[0])
    day = short_date(ahead())
    one, other = (press(by, "report-give", report, committee=make.a_body().pk, meeting_on=day) for by in both)
    return Scene(report, (one, other))


def stopping() -> Scene:
    """Both stop it."""
    both = _both()
    report = a_report(by=both[0])
    one, other = (press(by, "report-stop", report) for by in both)
    return Scene(report, (one, other))


def trying_again() -> Scene:
    """Both have it tried again."""
    both = _both()
    report = a_report(by=both[0])
    Report.objects.filter(pk=report.pk).update(state=ReportState.FAILED, fault="ended")
    report = Report.objects.get(pk=report.pk)
    one, other = (press(by, "report-again", report) for by in both)
    return Scene(report, (one, other))


TABLE = (
    Button("report-foreword", writing, ("report.foreword",), words="words", says=NOT_MADE),
    Button("report-give", giving, ("report.given",), words="meeting_on", says=HAS_ONE),
    Button("report-stop", stopping, ("report.stopped",), says=ENDED),
    Button("report-again", trying_again, ("report.asked",), says=NOT_FAILED),
)
