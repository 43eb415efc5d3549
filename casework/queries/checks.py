"""Looks at the whole record: the newest, and whether the nightly one is missing."""

import datetime

from django.db.models import QuerySet

from casework.models import RecordCheck

# The clock looks each night; a day and a half without a look means that it did not.
OVERDUE = datetime.timedelta(hours=36)


def checks() -> QuerySet[RecordCheck]:
    """Every look, the newest first."""
    return RecordCheck.objects.select_related("asked_by__merged_into").order_by("-ended_at", "-pk")


def last_check() -> RecordCheck | None:
    """The newest look, by night or by hand; None before the first."""
    return checks().first()


def last_nightly_check() -> RecordCheck | None:
    """The clock's newest look; None before the first night, whoever looked by hand."""
    return checks().filter(asked_by__isnull=True).first()
