"""What the clock does for complaints: each by itself, so that one broken case does not stop the rest."""

import datetime
import logging

from celery import shared_task
from django.utils import timezone

from complaints.actions.looking_at_handlers import look_at_handlers
from complaints.models import Complaint
from complaints.states import OPEN

_log = logging.getLogger(__name__)


@shared_task(name="complaints.look_at_handlers")
def look_at_all_handlers() -> int:
    """Looks at whoever deals with an open complaint; says how much it did."""
    at = timezone.now()
    return look_at_open_complaints(on=timezone.localdate(at), at=at)


def look_at_open_complaints(*, on: datetime.date, at: datetime.datetime) -> int:
    """The same for any day: what is so on the day counts; a fortnight without the clock loses none."""
    done = 0
    for row in Complaint.objects.filter(state__in=OPEN).order_by("pk"):
        try:
            done += look_at_handlers(row=row, on=on, at=at)
        except Exception:
            _log.exception("The clock could not look at who deals with %s; the others go on.", row)
    return done
