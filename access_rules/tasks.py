"""What a worker and the clock do: each row by itself, so that one broken case does not stop the rest."""

import datetime
import logging
from collections.abc import Callable, Iterable

from celery import shared_task
from django.utils import timezone

from access_rules.actions import comparing
from access_rules.actions.advising import remind
from access_rules.actions.deciding_requests import look_again
from access_rules.actions.granting import end_if_over
from access_rules.actions.interests import remind_to_notify
from access_rules.actions.reading_files import read_version
from access_rules.actions.reminding import WAITING, remind_of_request
from access_rules.actions.reminding_meetings import remind_of_meeting
from access_rules.actions.reviewing import remind_of_review
from access_rules.models import AccessRequest, Advice, Version
from access_rules.queries.grants import grants_that_fell
from access_rules.queries.interests import to_notify
from access_rules.queries.meetings import MeetingClock
from access_rules.queries.outstanding import all_outstanding
from access_rules.queries.register import to_review
from access_rules.states import AdviceState, RequestState

# The first rung of the ladder, with a weekend and a bank holiday to spare.
FIRST_RUNG_BEFORE = datetime.timedelta(days=10)
# By then whoever was asked to read a file is done or gone: none takes so long.
_FORGOTTEN = datetime.timedelta(minutes=10)
_log = logging.getLogger(__name__)


@shared_task(name="access_rules.remind_of_requests")
def remind_of_requests() -> int:
    """Reminds of every request that is to be answered soon or is late; says how many reminders went out."""
    at = timezone.now()
    return send_reminders(on=timezone.localdate(at), at=at)


def send_reminders(*, on: datetime.date, at: datetime.datetime) -> int:
    """The same for any day: one query finds the requests whose date is near or past."""
    near = AccessRequest.objects.filter(state__in=WAITING, decide_by__lte=on + FIRST_RUNG_BEFORE)
    return _each(near.order_by("decide_by", "pk"), lambda row: remind_of_request(row=row, on=on, at=at))


@shared_task(name="access_rules.look_again")
def look_at_decisions_again() -> int:
    """Sends back to be decided what was to be looked at again; says how many."""
    at = timezone.now()
    return look_again_due(on=timezone.localdate(at), at=at)


def look_again_due(*, on: datetime.date, at: datetime.datetime) -> int:
    """The same for any day: a fortnight without the clock loses none."""
    due = AccessRequest.objects.filter(state=RequestState.DECIDED, review_on__lte=on)
    return _each(due.order_by("review_on", "pk"), lambda row: look_again(row=row, on=on, at=at))


def _each(rows: Iterable[AccessRequest], action: Callable[[AccessRequest], bool]) -> int:
    done = 0
    for row in list(rows):
        try:
            done += action(row)
        except Exception:
            _log.exception("The clock could not deal with %s; the others go on.", row)
    return done


@shared_task(name="access_rules.read_version")
def read_one(pk: int) -> None:
    """Reads one file into pages."""
    read_version(pk=pk, at=timezone.now())


@shared_task(name="access_rules.read_waiting_versions")
def read_waiting() -> int:
    """Reads what waits and was forgotten: the broker was away, or the worker was ended; says how many."""
    return read_what_waits(at=timezone.now())


def read_what_waits(*, at: datetime.datetime) -> int:
    """The same for any moment."""
    waiting = Version.objects.filter(stage=Version.Stage.WAITING, made_at__lte=at - _FORGOTTEN)
    read = 0
    for pk in waiting.order_by("pk").values_list("pk", flat=True):
        try:
            read += read_version(pk=pk, at=at) is not None
        except Exception:
            _log.exception("Version %s could not be read.", pk)
    return read


@shared_task(name="access_rules.remind_of_reviews")
def remind_of_reviews() -> int:
    """Tells the keepers of every exemption that is to be looked at again; says how many."""
    at = timezone.now()
    return send_reviews(on=timezone.localdate(at), at=at)


def send_reviews(*, on: datetime.date, at: datetime.datetime) -> int:
    """The same for any day: a fortnight without the clock loses none and tells each once."""
    sent = 0
    for document in to_review(on).order_by("review_on", "pk"):
        try:
            sent += remind_of_review(document=document, on=on, at=at)
        except Exception:
            _log.exception("The clock could not deal with %s; the others go on.", document)
    return sent


@shared_task(name="access_rules.end_grants")
def end_grants() -> int:
    """Clears away access by name that opens nothing any more; says how much."""
    at = timezone.now()
    return clear_grants(on=timezone.localdate(at), at=at)


def clear_grants(*, on: datetime.date, at: datetime.datetime) -> int:
    """The same for any day. What is cleared away opened nothing before: lists ask the rows themselves."""
    done = 0
    for row in list(grants_that_fell(on).select_related("content_object")):
        try:
            done += end_if_over(row=row, on=on, at=at)
        except Exception:
            _log.exception("The clock could not end %s; the others go on.", row)
    return done


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


@shared_task(name="access_rules.compare_lists_with_rule")
def compare_lists_with_rule() -> int:
    """Compares what lists show with what the rule opens, for everybody in post; says how many differ."""
    at = timezone.now()
    return comparing.compare_lists_with_rule(on=timezone.localdate(at), at=at)
