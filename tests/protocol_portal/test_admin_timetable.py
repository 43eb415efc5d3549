"""The timetable in the admin: a task may be paused, or run more often, and nothing else."""

import pytest
from django.core.management import call_command
from django_celery_beat.models import PeriodicTask

from rulebook.post import Post
from tests.factories.browsers import signed_in
from tests.factories.council import a_holder_of

pytestmark = pytest.mark.django_db


def test_of_the_timetable_only_the_pause_and_the_interval_can_be_changed() -> None:
    keeper = signed_in(a_holder_of(Post.DEMOCRATIC_SERVICES))
    call_command("schedule", verbosity=0)
    task = PeriodicTask.objects.get(task="casework.sweep_deliveries")
    page = f"/admin/django_celery_beat/periodictask/{task.pk}/change/"
    keeper.post(page, {"task": "os.system", "args": '["x"]', "name": "x", "interval": task.interval_id})
    after = PeriodicTask.objects.get(pk=task.pk)
    assert (after.task, after.args, after.name, after.enabled) == (task.task, "[]", task.name, False)
    assert keeper.get("/admin/django_celery_beat/periodictask/").status_code == 200
    assert keeper.get("/admin/django_celery_beat/periodictask/add/").status_code == 403
    assert keeper.get("/admin/django_celery_beat/crontabschedule/").status_code == 404
