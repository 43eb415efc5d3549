"""What the clock does with briefings: each by itself, so that one broken case does not stop the rest."""

import datetime
import logging
from collections.abc import Callable, Iterable
from typing import TypeVar

from celery import shared_task
from django.utils import timezone

from briefings.actions.reminding import remind_of_date, remind_of_waiting
from briefings.models import Briefing, Session
from briefings.states import BriefingState, SessionState

# Two working days, with bank holidays and a weekend to spare.
AHEAD = datetime.timedelta(days=10)
_log = logging.getLogger(__name__)
Row = TypeVar("Row", Briefing, Session)


@shared_task(name="briefings.remind")
def remind() -> int:
    """Reminds of dates and of groups that wait; says how many reminders went out."""
    at = timezone.now()
    return send_reminders(on=timezone.localdate(at), at=at)


def send_reminders(*, on: datetime.date, at: datetime.datetime) -> int:
    """The same for any day."""
    dates = Session.objects.filter(state=SessionState.FIXED.value, starts_at__lte=at + AHEAD)
    done = _each(
        dates.select_related("matter").order_by("starts_at", "pk"),
        lambda session: remind_of_date(session=session, on=on, at=at),
    )
    waiting = Briefing.objects.filter(state=BriefingState.AGREED.value).order_by("pk")
    return done + _each(waiting, lambda row: remind_of_waiting(row=row, on=on, at=at))


def _each(rows: Iterable[Row], action: Callable[[Row], int]) -> int:
    done = 0
    for row in list(rows):
        try:
            done += action(row)
        except Exception:
            _log.exception("The clock could not deal with %s; the others go on.", row)
    return done
