"""The clock's registers in the admin: kept by democratic services alone, terms ended and never edited."""

from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from django_celery_beat.models import PeriodicTask

from casework.models import BankHoliday, CaseEvent, ClosureDay, LocalTerm
from rulebook.post import Post
from tests.factories.browsers import signed_in
from tests.factories.council import a_holder_of, a_member

TERM = {"duty": "reply", "value": "8", "unit": "calendar-days", "paragraph": "Minute 7", "to_on": ""}


@pytest.fixture
def keeper(db: None) -> Client:
    """Democratic services at the keyboard."""
    return signed_in(a_holder_of(Post.DEMOCRATIC_SERVICES))


@pytest.mark.django_db
def test_a_member_cannot_reach_the_registers() -> None:
    client = signed_in(a_member())
    for page in ("closureday", "bankholiday", "localterm"):
        assert client.get(f"/admin/casework/{page}/").status_code in {302, 403, 404}


@pytest.mark.django_db
def test_a_local_term_is_entered_by_name_and_can_only_be_ended(keeper: Client) -> None:
    today = timezone.localdate()
    answer = keeper.post("/admin/casework/localterm/add/", {**TERM, "from_on": f"{today:%d/%m/%Y}"})
    assert answer.status_code == 302, answer.content.decode()
    term = LocalTerm.objects.get()
    assert term.set_by is not None
    last = today + timedelta(days=30)
    keeper.post(f"/admin/casework/localterm/{term.pk}/change/", {"value": "99", "to_on": f"{last:%d/%m/%Y}"})
    term.refresh_from_db()
    assert (term.value, term.to_on) == (8, last)
    keeper.post(f"/admin/casework/localterm/{term.pk}/change/", {"to_on": ""})
    term.refresh_from_db()
    assert term.to_on == last
    assert keeper.post(f"/admin/casework/localterm/{term.pk}/delete/", {"post": "yes"}).status_code == 403


@pytest.mark.django_db
def test_a_closed_day_that_comes_and_goes_is_told_to_whoever_keeps_deadlines(keeper: Client) -> None:
    day = date(2026, 12, 31)
    keeper.post("/admin/casework/closureday/add/", {"on": "31/12/2026", "name": "Christmas closure"})
    assert ClosureDay.objects.get().on == day
    keeper.post(f"/admin/casework/closureday/{ClosureDay.objects.get().pk}/delete/", {"post": "yes"})
    assert not ClosureDay.objects.exists()
    assert CaseEvent.objects.filter(kind="calendar.changed", stream__name="register:calendar").count() == 2


@pytest.mark.django_db
@pytest.mark.parametrize("page", ["localterm", "closureday", "bankholiday"])
def test_every_register_shows_its_list_and_its_form(keeper: Client, page: str) -> None:
    BankHoliday.objects.create(on=date(2026, 12, 25), region="scotland", name="Christmas Day")
    assert keeper.get(f"/admin/casework/{page}/").status_code == 200
    assert keeper.get(f"/admin/casework/{page}/add/").status_code == 200


@pytest.mark.django_db
def test_no_case_event_file_or_letter_is_in_the_admin(keeper: Client) -> None:
    for page in ("caseevent", "delivery", "attachment", "eventcontent", "stream", "effect", "formtoken"):
        assert keeper.get(f"/admin/casework/{page}/").status_code == 404


@pytest.mark.django_db
def test_of_the_timetable_only_the_pause_and_the_interval_can_be_changed(keeper: Client) -> None:
    call_command("schedule", verbosity=0)
    task = PeriodicTask.objects.get(task="casework.sweep_deliveries")
    page = f"/admin/django_celery_beat/periodictask/{task.pk}/change/"
    keeper.post(page, {"task": "os.system", "args": '["x"]', "name": "x", "interval": task.interval_id})
    after = PeriodicTask.objects.get(pk=task.pk)
    assert (after.task, after.args, after.name, after.enabled) == (task.task, "[]", task.name, False)
    assert keeper.get("/admin/django_celery_beat/periodictask/").status_code == 200
    assert keeper.get("/admin/django_celery_beat/periodictask/add/").status_code == 403
    assert keeper.get("/admin/django_celery_beat/crontabschedule/").status_code == 404
