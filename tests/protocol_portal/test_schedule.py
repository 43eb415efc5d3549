"""The timetable: what is missing is made, what democratic services set stays, every task exists."""

import pytest
from django.core.management import call_command
from django_celery_beat.models import IntervalSchedule, PeriodicTask

from protocol_portal.celery import application
from protocol_portal.schedule import TIMETABLE


@pytest.mark.django_db
def test_every_line_of_the_table_is_made_once(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("schedule")
    call_command("schedule")
    assert capsys.readouterr().out.endswith("The timetable is complete.\n")
    made = {task.name: task for task in PeriodicTask.objects.exclude(name__startswith="celery.")}
    assert set(made) == {entry.name for entry in TIMETABLE}
    for entry in TIMETABLE:
        task = made[entry.name]
        assert (task.task, task.description, task.enabled) == (entry.task, entry.says, True)
        assert bool(task.interval_id) != bool(task.crontab_id)
        assert str(task.crontab.timezone if task.crontab else "Europe/London") == "Europe/London"


@pytest.mark.django_db
def test_what_was_paused_or_slowed_stays_so() -> None:
    call_command("schedule", verbosity=0)
    slow = IntervalSchedule.objects.create(every=5, period=IntervalSchedule.MINUTES)
    PeriodicTask.objects.filter(task="casework.sweep_deliveries").update(interval=slow)
    PeriodicTask.objects.filter(task="enquiries.remind_of_replies").update(enabled=False)
    PeriodicTask.objects.filter(task="casework.verify_streams").delete()
    call_command("schedule", verbosity=0)
    assert PeriodicTask.objects.get(task="casework.sweep_deliveries").interval == slow
    assert not PeriodicTask.objects.get(task="enquiries.remind_of_replies").enabled
    assert PeriodicTask.objects.get(task="casework.verify_streams").enabled


def test_every_task_of_the_table_is_one_that_a_worker_knows() -> None:
    application.loader.import_default_modules()
    assert {entry.task for entry in TIMETABLE} <= set(application.tasks)
