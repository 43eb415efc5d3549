"""What the clock does with briefings: each by itself, so that one broken case does not stop the rest."""

import datetime
import logging
from collections.abc import Callable, Iterable
from typing import TypeVar

from celery import shared_task
from django.utils import timezone

from briefings.actions.reminding import remind_of_date, remind_of_waiting
from briefings.actions.watching import (
    end_with_group,
    raise_alarm,
    remind_of_offer,
    share_again,
    work_out_again,
)
from briefings.clock import reminded_until
from briefings.models import Briefing, Session
from briefings.queries.parity import days_waited
from briefings.queries.sharing import due
from briefings.rules.parity import much_longer
from briefings.states import GOES_ON, BriefingState, SessionState
from casework.rules.periods import quarter_of

# Two working days, with bank holidays and a weekend to spare.
AHEAD = datetime.timedelta(days=10)
_log = logging.getLogger(__name__)
Row = TypeVar("Row")


@shared_task(name="briefings.share")
def share_everything() -> int:
    """Gives each group of the day what it should have, ends with groups that are no more; says how much."""
    at = timezone.now()
    return share_on(on=timezone.localdate(at), at=at)


def share_on(*, on: datetime.date, at: datetime.datetime) -> int:
    """The same for any day: the composition of that day counts; a fortnight without the clock loses none."""
    ended = Briefing.objects.filter(state__in=GOES_ON, group__to_on__lt=on).order_by("pk")
    done = _each(ended, lambda row: end_with_group(row=row, on=on, at=at))
    return done + _each(due().order_by("pk"), lambda matter: share_again(matter=matter, on=on, at=at))


@shared_task(name="briefings.remind")
def remind() -> int:
    """Reminds of dates, of groups that wait and of offers to answer; says how many reminders went out."""
    at = timezone.now()
    return send_reminders(on=timezone.localdate(at), at=at)


def send_reminders(*, on: datetime.date, at: datetime.datetime) -> int:
    """The same for any day."""
    return remind_of_dates_on(on=on, at=at) + remind_of_offers_on(on=on, at=at)


def remind_of_dates_on(*, on: datetime.date, at: datetime.datetime) -> int:
    """Reminds of dates ahead, and leads of what has neither date nor pack; says how many went out."""
    dates = Session.objects.filter(state=SessionState.FIXED.value, starts_at__lte=at + AHEAD)
    done = _each(
        dates.select_related("matter").order_by("starts_at", "pk"),
        lambda session: remind_of_date(session=session, on=on, at=at),
    )
    waiting = Briefing.objects.filter(state=BriefingState.AGREED.value).order_by("pk")
    return done + _each(waiting, lambda row: remind_of_waiting(row=row, on=on, at=at))


def remind_of_offers_on(*, on: datetime.date, at: datetime.datetime) -> int:
    """Reminds groups of offers that are soon to be answered; says how many reminders went out."""
    offers = Briefing.objects.filter(state=BriefingState.OFFERED, answer_by__lte=reminded_until(on))
    return _each(offers.order_by("pk"), lambda row: remind_of_offer(row=row, on=on, at=at))


@shared_task(name="briefings.work_out_days_again")
def work_out_days_again() -> int:
    """Works out again by when offers are to be answered, after the calendar changed; says how many moved."""
    at = timezone.now()
    offers = Briefing.objects.filter(state=BriefingState.OFFERED).order_by("pk")
    return _each(offers, lambda row: work_out_again(row=row, at=at))


@shared_task(name="briefings.compare_waits")
def compare_waits() -> int:
    """Raises the alarm where one group waits much longer than another; says how many it raised."""
    at = timezone.now()
    return compare_waits_on(on=timezone.localdate(at), at=at)


def compare_waits_on(*, on: datetime.date, at: datetime.datetime) -> int:
    """The same for any day."""
    found = much_longer(days_waited(first=quarter_of(on).first, on=on))
    return _each(found.items(), lambda pair: raise_alarm(group=pair[0], quickest=pair[1], on=on, at=at))


def _each(rows: Iterable[Row], action: Callable[[Row], int]) -> int:
    done = 0
    for row in list(rows):
        try:
            done += action(row)
        except Exception:
            _log.exception("The clock could not deal with %s; the others go on.", row)
    return done
