"""Who hears of a report: whoever asked, when it is made or cannot be; its committee, when it is given."""

import datetime
from collections.abc import Iterable

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from casework.events import REPORT_FAILED, REPORT_GIVEN, REPORT_KINDS, REPORT_MADE, EventKind, Letter
from casework.models import CaseEvent, Report
from casework.policies.reports import may_see_report
from casework.subscribers.plan import Plan, register_all
from council.models import Person, Seat
from council.queries import standing_of
from rulebook.decision import Decision

_WORDS: dict[str, tuple[Promise, Promise]] = {
    REPORT_MADE.name: (_("A report is made"), _("The report that you asked for, %(reference)s, is made.")),
    REPORT_FAILED.name: (
        _("A report could not be made"),
        _("The report that you asked for, %(reference)s, could not be made. Its page says what to do."),
    ),
    REPORT_GIVEN.name: (
        _("A report for your committee"),
        _("The monitoring officer gave your committee report %(reference)s."),
    ),
}


def report_of(event: CaseEvent) -> Report:
    """The report that the event is about."""
    return Report.objects.select_related("asked_by").get(stream=event.stream_id)


def whoever_asked(event: CaseEvent) -> Iterable[Person]:
    """Who had it made."""
    return [report_of(event).asked_by]


def committee(event: CaseEvent) -> Iterable[Person]:
    """The members of its committee on the day."""
    report = report_of(event)
    seats = Seat.objects.on(timezone.localdate(event.at)).filter(body=report.committee_id)
    return Person.objects.filter(pk__in=seats.values("person"))


def may_receive(person: Person, event: CaseEvent, on: datetime.date) -> Decision:
    """Asked again on the day of delivery."""
    return may_see_report(standing_of(person, on=on), report_of(event))


def render(person: Person, event: CaseEvent) -> Letter:
    """Its number and the way to it; no number of the report."""
    report = report_of(event)
    subject, line = _WORDS[event.kind]
    words = str(line) % {"reference": report.reference}
    return Letter(f"{subject}: {report.reference}", (words,), reverse("report", args=[report.reference]))


PLANS: dict[EventKind, Plan] = {
    REPORT_MADE: Plan(whoever_asked, may_receive, render),
    REPORT_FAILED: Plan(whoever_asked, may_receive, render),
    REPORT_GIVEN: Plan(committee, may_receive, render),
}


def wire() -> None:
    """Registers every kind of event of reports, and its letters."""
    register_all(REPORT_KINDS, PLANS)
