"""What a worker does for documents: each file by itself, so that one broken file does not stop the rest."""

import datetime
import logging

from celery import shared_task
from django.utils import timezone

from access_rules.actions.reading_files import read_version
from access_rules.models import Version

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
