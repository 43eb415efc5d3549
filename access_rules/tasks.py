"""What a worker and the clock do: each document by itself, so that one broken row does not stop the rest."""

import datetime
import logging

from celery import shared_task
from django.utils import timezone

from access_rules.actions.granting import end_if_over
from access_rules.actions.reading_files import read_version
from access_rules.actions.reviewing import remind_of_review
from access_rules.models import Version
from access_rules.queries.grants import grants_that_fell
from access_rules.queries.register import to_review

# By then whoever was asked to read it is done or gone: no file takes so long.
_FORGOTTEN = datetime.timedelta(minutes=10)
_log = logging.getLogger(__name__)


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
