"""Closed days in the admin: whose dates move is read before a day comes, changes or goes."""

from datetime import date

import pytest
from django.test import Client
from pytest_django import Settings

from casework.actions.registering import load_bank_holidays
from casework.models import BankHoliday, CaseEvent, ClosureDay
from casework.queries import calendar
from enquiries.clock import Clock
from enquiries.models import Enquiry
from enquiries.states import State
from rulebook.duty import Duty
from rulebook.post import Post
from tests.factories.browsers import signed_in
from tests.factories.casework import MONDAY_MORNING, a_local_term
from tests.factories.council import a_holder_of, a_member, an_officer
from tests.factories.enquiries import an_enquiry
from tests.factories.reviewed import page_of, save, seen_on

CLOSURES = "/admin/casework/closureday/"
HOLIDAYS = "/admin/casework/bankholiday/"
RECEIVED = date(2026, 11, 23)
BURST = {"on": "25/11/2026", "name": "Burst main"}
PROCLAIMED = {"on": "26 November 2026", "name": "Proclaimed day", "region": "england-and-wales"}

pytestmark = pytest.mark.django_db


@pytest.fixture
def keeper() -> Client:
    """Democratic services at the keyboard."""
    return signed_in(a_holder_of(Post.DEMOCRATIC_SERVICES))


@pytest.fixture
def waiting() -> Enquiry:
    """An enquiry that is due in five working days: Monday 30 November 2026."""
    load_bank_holidays(at=MONDAY_MORNING)
    a_local_term(Duty.REPLY, 5)
    return an_enquiry(received_on=RECEIVED, state=State.ALLOCATED)


def told(events: int) -> bool:
    """Did whoever keeps deadlines hear of so many changes?"""
    kept = CaseEvent.objects.filter(kind="calendar.changed", stream__name="register:calendar")
    return kept.exclude(by=None).count() == events


@pytest.mark.parametrize(("register", "typed"), [(CLOSURES, BURST), (HOLIDAYS, PROCLAIMED)])
def test_whose_dates_will_move_is_read_before_the_day_is_saved(
    keeper: Client, waiting: Enquiry, register: str, typed: dict[str, str]
) -> None:
    days = ClosureDay.objects.count(), BankHoliday.objects.count()
    page = page_of(keeper, f"{register}add/", typed).replace("\xa0", " ")
    assert "1 open enquiry that you may see gets another date." in page
    assert waiting.reference in page
    assert page.index("Monday 30 November 2026") < page.index("Tuesday 1 December 2026")
    assert (ClosureDay.objects.count(), BankHoliday.objects.count()) == days
    assert told(0)
    assert save(keeper, f"{register}add/", typed).status_code == 302
    assert (ClosureDay.objects.count() + BankHoliday.objects.count()) == sum(days) + 1
    assert told(1)


def test_a_day_that_goes_shows_whose_dates_come_back(keeper: Client, waiting: Enquiry) -> None:
    day = ClosureDay.objects.create(on=date(2026, 11, 25), name="Burst main")
    Enquiry.objects.filter(pk=waiting.pk).update(due_on=date(2026, 12, 1))
    page = keeper.get(f"{CLOSURES}{day.pk}/delete/").content.decode().replace("\xa0", " ")
    assert page.index("Tuesday 1 December 2026") < page.index("Monday 30 November 2026")
    assert "Delete this day" in page
    assert ClosureDay.objects.exists()
    assert keeper.post(f"{CLOSURES}{day.pk}/delete/", {"post": "yes"}).status_code == 302
    assert not ClosureDay.objects.exists()
    assert told(1)


def test_a_day_that_moves_is_reviewed_too_and_a_new_name_moves_nothing(
    keeper: Client, waiting: Enquiry
) -> None:
    day = ClosureDay.objects.create(on=date(2026, 12, 31), name="Christmas")
    path = f"{CLOSURES}{day.pk}/change/"
    renamed = page_of(keeper, path, {"on": "31/12/2026", "name": "Christmas closure"})
    assert "No open enquiry that you may see gets another date." in renamed
    assert waiting.reference in page_of(keeper, path, BURST)
    save(keeper, path, BURST)
    day.refresh_from_db()
    assert (day.on, day.name) == (date(2026, 11, 25), "Burst main")


@pytest.mark.parametrize(
    ("on", "why"),
    [
        ("25/12/2026", "This day is already closed (Christmas Day)"),
        ("28/11/2026", "This day is already closed (Saturday)"),
        ("31/12/2026", "This day is already closed (Christmas closure)"),
        ("", "Enter day"),
        ("31/11/2026", "Enter a real date, like 25/11/2026"),
    ],
)
def test_a_day_that_is_closed_already_is_refused_with_its_reason(keeper: Client, on: str, why: str) -> None:
    load_bank_holidays(at=MONDAY_MORNING)
    ClosureDay.objects.create(on=date(2026, 12, 31), name="Christmas closure")
    answer = keeper.post(f"{CLOSURES}add/", {"on": on, "name": "Once more"})
    assert why in answer.content.decode()
    assert answer.context["adminform"].form["name"].value() == "Once more"
    assert ClosureDay.objects.count() == 1


def test_a_bank_holiday_that_is_kept_there_already_is_refused_and_another_region_is_not(
    keeper: Client,
) -> None:
    load_bank_holidays(at=MONDAY_MORNING)
    twice = {"on": "25/12/2026", "name": "Christmas", "region": "scotland"}
    assert "already a bank holiday there" in keeper.post(f"{HOLIDAYS}add/", twice).content.decode()
    assert seen_on(page_of(keeper, f"{HOLIDAYS}add/", {**PROCLAIMED, "region": "scotland"}))


def test_a_bank_holiday_of_scotland_alone_moves_no_enquiry(keeper: Client, waiting: Enquiry) -> None:
    page = page_of(keeper, f"{HOLIDAYS}add/", {**PROCLAIMED, "region": "scotland"})
    assert "No open enquiry" in page


def test_where_replies_are_counted_in_calendar_days_the_page_says_why_nothing_moves(keeper: Client) -> None:
    an_enquiry(received_on=RECEIVED)
    page = page_of(keeper, f"{CLOSURES}add/", BURST)
    assert "No open enquiry that you may see gets another date." in page
    assert "is due in 10 days, and a closed day moves no such date." in page


def test_a_promise_that_was_made_is_said_to_stay(keeper: Client) -> None:
    load_bank_holidays(at=MONDAY_MORNING)
    a_local_term(Duty.REPLY, 5)
    an_enquiry(received_on=RECEIVED, state=State.HOLDING, promised_on=date(2026, 12, 9))
    page = page_of(keeper, f"{CLOSURES}add/", BURST).replace("\xa0", " ")
    assert "The date promised in a holding reply stays: Wednesday 9 December 2026." in page


def test_cases_that_the_keeper_may_not_see_are_neither_named_nor_counted(keeper: Client) -> None:
    load_bank_holidays(at=MONDAY_MORNING)
    a_local_term(Duty.REPLY, 5)
    hidden = an_enquiry(received_on=RECEIVED, is_confidential=True)
    page = page_of(keeper, f"{CLOSURES}add/", BURST)
    assert "No open enquiry that you may see" in page
    assert hidden.reference not in page


def test_a_hundred_are_listed_and_the_rest_is_counted(keeper: Client, settings: Settings) -> None:
    load_bank_holidays(at=MONDAY_MORNING)
    a_local_term(Duty.REPLY, 5)
    member = a_member()
    for _number in range(102):
        an_enquiry(received_on=RECEIVED, member=member, unsure=True)
    page = page_of(keeper, f"{CLOSURES}add/", BURST)
    assert "102 open enquiries that you may see get another date." in page
    assert "And 2 more." in page
    assert page.count("ENQ-") == 2 * 100


def test_what_was_tried_for_the_page_is_taken_back_whole(keeper: Client, waiting: Enquiry) -> None:
    before = calendar()
    page_of(keeper, f"{CLOSURES}add/", BURST)
    assert calendar() == before
    assert Clock.read().deadline_of(waiting) == waiting.due_on
    assert not ClosureDay.objects.exists()


@pytest.mark.parametrize("register", [CLOSURES, HOLIDAYS])
def test_what_is_pressed_twice_stands_once(keeper: Client, register: str) -> None:
    typed = {**PROCLAIMED, "on": "25/11/2026"}
    page = page_of(keeper, f"{register}add/", typed)
    sent = {**typed, "seen": seen_on(page), "_save": "1"}
    assert keeper.post(f"{register}add/", sent).status_code == 302
    second = keeper.post(f"{register}add/", sent, follow=True)
    assert "This day is saved already." in second.content.decode()
    assert ClosureDay.objects.count() + BankHoliday.objects.count() == 1


def test_days_are_found_by_year_and_by_name(keeper: Client) -> None:
    load_bank_holidays(at=MONDAY_MORNING)
    page = keeper.get(f"{HOLIDAYS}?on__year=2026&q=boxing")
    assert (
        page.context["cl"].result_count
        == BankHoliday.objects.filter(on__year=2026, name__icontains="boxing").count()
    )


@pytest.mark.parametrize("register", [CLOSURES, HOLIDAYS])
def test_nobody_else_opens_them(register: str) -> None:
    for person in (a_member(), an_officer(), a_holder_of(Post.MONITORING_OFFICER)):
        browser = signed_in(person)
        assert browser.get(register).status_code in {302, 403, 404}
        assert browser.post(f"{register}add/", PROCLAIMED).status_code in {302, 403, 404}
    assert not ClosureDay.objects.exists()
    assert not BankHoliday.objects.exists()
