"""Reports to a committee: which of them a person may know of, which were given, which a worker left lying."""

import datetime

from django.db.models import Q, QuerySet

from casework.models import Report
from casework.rules.periods import year_of
from casework.states import ReportState
from council.models import Body
from council.queries import Standing
from council.rules import BodyType, Role

Reports = QuerySet[Report]
UNDER_WAY = (ReportState.ASKED, ReportState.BEING_MADE)
# Bodies that sit and may have a report before them; what is outside the council gets none here.
_SIT = (BodyType.COUNCIL, BodyType.COMMITTEE, BodyType.SUB_COMMITTEE, BodyType.SCRUTINY, BodyType.JOINT)
# A worker that showed no life for so long may have been ended; it is asked whether it still holds the row.
SILENT = datetime.timedelta(minutes=2)


def visible_to(who: Standing) -> Reports:
    """Every report that the person may know of on the day: for every page, file, letter, list and count.

    Whoever makes them; of a report that was given, the members of its committee, and every member from the
    day of the meeting.
    """
    if not who.in_post:
        return Report.objects.none()
    if who.has(Role.MONITORING_OFFICER, Role.DEMOCRATIC_SERVICES):
        return Report.objects.all()
    if not who.has(Role.MEMBER):
        return Report.objects.none()
    bodies = [seat.body_id for seat in who.seats]
    opened = Q(meeting_on__lte=who.on) | Q(committee__in=bodies)
    return Report.objects.filter(opened, state=ReportState.GIVEN)


def given_beside(report: Report) -> Reports:
    """The reports that were given of the same council years: a year less three of its quarters is the fourth,
    whichever of the five came first.
    """
    first, last = year_of(report.first_on).first, year_of(report.last_on).last
    rows = Report.objects.filter(first_on__gte=first, last_on__lte=last, state=ReportState.GIVEN)
    return rows.exclude(pk=report.pk)


def committees(*, on: datetime.date) -> QuerySet[Body]:
    """The bodies to which a report may be given on the day."""
    return Body.objects.on(on).filter(kind__in=_SIT).order_by("name")


def left_lying(*, at: datetime.datetime) -> Reports:
    """Those that no worker took, or whose worker showed no life for two minutes; oldest first."""
    silent = Q(heard_at__isnull=True, asked_at__lte=at - SILENT) | Q(heard_at__lte=at - SILENT)
    return Report.objects.filter(silent, state__in=UNDER_WAY).order_by("asked_at", "pk")
