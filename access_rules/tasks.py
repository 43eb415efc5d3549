"""What the clock starts: reminders of questions that are due or late, and of interests to be notified."""

import datetime
import logging

from celery import shared_task
from django.utils import timezone

from access_rules.actions.advising import remind
from access_rules.actions.interests import remind_to_notify
from access_rules.models import Advice
from access_rules.queries.interests import to_notify
from access_rules.states import AdviceState

# Of a date further away no rung of the ladder is owed, however many closed days lie between.
FIRST_RUNG_BEFORE = datetime.timedelta(days=10)
_log = logging.getLogger(__name__)


@shared_task(name="access_rules.remind_of_advice")
def remind_of_advice() -> int:
    """Sends every reminder of a question that is due and not yet sent; says how many."""
    at = timezone.now()
    return remind_advisers(on=timezone.localdate(at), at=at)


def remind_advisers(*, on: datetime.date, at: datetime.datetime) -> int:
    """The same for any day; one broken question does not stop the rest."""
    sent = 0
    near = Advice.objects.filter(state=AdviceState.ASKED, answer_by__lte=on + FIRST_RUNG_BEFORE)
    for advice in near.order_by("answer_by", "pk"):
        try:
            sent += remind(advice=advice, on=on, at=at)
        except Exception:
            _log.exception("The clock could not deal with %s; the others go on.", advice)
    return sent


@shared_task(name="access_rules.remind_of_interests")
def remind_of_interests() -> int:
    """Sends every reminder of interests that is due and not yet sent; says how many."""
    at = timezone.now()
    return remind_members(on=timezone.localdate(at), at=at)


def remind_members(*, on: datetime.date, at: datetime.datetime) -> int:
    """The same for any day; one broken row does not stop the rest."""
    sent = 0
    for owed in to_notify(on=on):
        try:
            sent += remind_to_notify(owed=owed, on=on, at=at)
        except Exception:
            _log.exception("The clock could not deal with %s; the others go on.", owed.key)
    return sent
