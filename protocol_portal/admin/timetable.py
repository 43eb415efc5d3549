"""The timetable in the admin: democratic services may pause a task or change how often it runs, nothing else.

A free task name with arguments would be code by proxy, so that none of it can be typed here.
"""

import django_celery_beat.admin  # noqa: F401
from django.contrib import admin
from django.http import HttpRequest
from django_celery_beat.models import (
    ClockedSchedule,
    CrontabSchedule,
    IntervalSchedule,
    PeriodicTask,
    SolarSchedule,
)

from council.admin import RegisterAdmin

# Importing the package's own admin registers its pages; only then can they be taken off again.
for register in (ClockedSchedule, CrontabSchedule, IntervalSchedule, SolarSchedule, PeriodicTask):
    if admin.site.is_registered(register):
        admin.site.unregister(register)


@admin.register(PeriodicTask)
class TimetableAdmin(RegisterAdmin):
    """What the clock starts."""

    list_display = ("name", "description", "enabled", "interval", "crontab", "last_run_at")
    list_select_related = ("interval", "crontab")
    fields = ("name", "description", "enabled", "interval", "crontab", "last_run_at")
    readonly_fields = ("name", "description", "crontab", "last_run_at")
    search_fields = ("name", "description")
    ordering = ("name",)

    def has_add_permission(self, request: HttpRequest, *_parent: object) -> bool:
        """Never: the table in code says what there is."""
        return False

    def get_readonly_fields(self, request: HttpRequest, obj: PeriodicTask | None = None) -> tuple[str, ...]:
        """A task that runs at an hour of the day has no interval to change."""
        fixed = ("interval",) if obj is None or obj.crontab_id else ()
        return (*self.readonly_fields, *fixed)
