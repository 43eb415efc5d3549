"""What the clock starts: each meeting by itself, so that one broken row does not stop the rest."""

import datetime
import logging

from celery import shared_task
from django.utils import timezone

from access_rules.actions.reminding import remind_of_meeting
from access_rules.queries.meetings import MeetingClock
from access_rules.queries.outstanding import all_outstanding

_log = logging.getLogger(__name__)


@shared_task(name="access_rules.remind_of_meetings")
def remind_of_meetings() -> int:
    """Sends every reminder of a notice or of minutes that is due and not yet sent; says how many."""
    at = timezone.now()
    return send_reminders_of_meetings(on=timezone.localdate(at), at=at)


def send_reminders_of_meetings(*, on: datetime.date, at: datetime.datetime) -> int:
    """The same for any day."""
    clock, sent = MeetingClock.read(), 0
    meetings = {what.meeting.pk: what.meeting for what in all_outstanding(clock=clock, on=on)}
    for meeting in meetings.values():
        try:
            sent += remind_of_meeting(meeting=meeting, clock=clock, on=on, at=at)
        except Exception:
            _log.exception("The clock could not deal with %s; the others go on.", meeting)
    return sent
