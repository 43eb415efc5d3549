"""Creates the lines of the timetable that are missing; what is there stays as democratic services set it."""

import datetime
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import transaction
from django_celery_beat.models import CrontabSchedule, IntervalSchedule, PeriodicTask

from protocol_portal.schedule import TIMETABLE, Daily, Entry


class Command(BaseCommand):
    """Runs as often as you like."""

    help = "Creates the periodic tasks that are missing. Changes nothing that is there."

    def handle(self, *args: Any, **options: Any) -> None:
        """One line for each task that was made; a sentence when none was missing."""
        with transaction.atomic():
            present = set(PeriodicTask.objects.values_list("name", flat=True))
            missing = [entry for entry in TIMETABLE if entry.name not in present]
            for entry in missing:
                PeriodicTask.objects.create(
                    name=entry.name, task=entry.task, description=entry.says, **_when(entry)
                )
        if options["verbosity"]:
            made = [f"Made: {entry.name}." for entry in missing]
            self.stdout.write("\n".join(made or ["The timetable is complete."]))


def _when(entry: Entry) -> dict[str, Any]:
    """The row of django-celery-beat that says when, found or made."""
    if isinstance(entry.runs, Daily):
        crontab, _made = CrontabSchedule.objects.get_or_create(
            minute=str(entry.runs.minute), hour=entry.runs.hours, timezone=settings.TIME_ZONE
        )
        return {"crontab": crontab}
    interval, _made = IntervalSchedule.objects.get_or_create(
        every=entry.runs // datetime.timedelta(seconds=1), period=IntervalSchedule.SECONDS
    )
    return {"interval": interval}
