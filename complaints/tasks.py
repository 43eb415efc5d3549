"""What the clock does with complaints: each by itself, so that one broken case does not stop the rest."""

import datetime
import logging
from collections.abc import Callable, Iterable
from typing import TypeVar

from celery import shared_task
from django.utils import timezone

from complaints.actions.looking_at_handlers import look_at_handlers
from complaints.actions.reminding import remind_of_complaint
from complaints.actions.retaining import date_retention, erase
from complaints.actions.retaining_handed import erase_handed_on
from complaints.models import Complaint, HandedOn
from complaints.queries.due import near
from complaints.states import ENDED, OPEN, ComplaintState

# The first rung of the ladder, with a weekend and a bank holiday to spare.
FIRST_RUNG_BEFORE = datetime.timedelta(days=10)
_log = logging.getLogger(__name__)
Row = TypeVar("Row", Complaint, HandedOn)


@shared_task(name="complaints.remind")
def remind() -> int:
    """Reminds of all that is due soon or late in complaints; says how many reminders went out."""
    at = timezone.now()
    return send_reminders(on=timezone.localdate(at), at=at)


def send_reminders(*, on: datetime.date, at: datetime.datetime) -> int:
    """The same for any day."""
    rows = near(on + FIRST_RUNG_BEFORE)
    return _each(rows, lambda row: remind_of_complaint(row=row, on=on, at=at))


@shared_task(name="complaints.erase")
def erase_what_is_over() -> int:
    """Erases the words of complaints, notes and matters handed on whose last day is over; says how many."""
    at = timezone.now()
    return erase_on(on=timezone.localdate(at), at=at)


def erase_on(*, on: datetime.date, at: datetime.datetime) -> int:
    """The same for any day; dates first what was not dated, should the worker have been away."""
    kept = Complaint.objects.filter(erased_at__isnull=True)
    undated = kept.filter(state__in=(*ENDED, ComplaintState.RAISED), keep_until__isnull=True)
    _each(undated, lambda row: date_retention(row=row))
    over = {"is_held": False, "keep_until__lt": on, "erased_at__isnull": True}
    done = _each(kept.filter(**over).order_by("keep_until", "pk"), lambda row: erase(row=row, on=on, at=at))
    handed = HandedOn.objects.filter(**over).order_by("keep_until", "pk")
    return done + _each(handed, lambda row: erase_handed_on(row=row, on=on, at=at))


@shared_task(name="complaints.look_at_handlers")
def look_at_all_handlers() -> int:
    """Looks at whoever deals with an open complaint; says how much it did."""
    at = timezone.now()
    return look_at_open_complaints(on=timezone.localdate(at), at=at)


def look_at_open_complaints(*, on: datetime.date, at: datetime.datetime) -> int:
    """The same for any day: what is so on the day counts; a fortnight without the clock loses none."""
    rows = Complaint.objects.filter(state__in=OPEN).order_by("pk")
    return _each(rows, lambda row: look_at_handlers(row=row, on=on, at=at))


def _each(rows: Iterable[Row], action: Callable[[Row], int]) -> int:
    done = 0
    for row in list(rows):
        try:
            done += action(row)
        except Exception:
            _log.exception("The clock could not deal with %s; the others go on.", row)
    return done
