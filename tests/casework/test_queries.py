"""What casework knows: calendars and local terms of the day, and word of a changed calendar."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import Error, transaction

from casework.actions.registering import load_bank_holidays
from casework.models import BankHoliday, CaseEvent, ClosureDay, LocalTerm
from casework.queries import calendar, calendars, local_term, local_terms
from rulebook.bank_holidays import Region
from rulebook.duty import Duty
from rulebook.period import CalendarDays
from tests.factories.casework import MONDAY_MORNING

SCOTTISH = date(2026, 1, 2)
CHRISTMAS = date(2026, 12, 25)
BRIDGE = date(2026, 12, 31)


def a_term(value: int, from_on: date, to_on: date | None = None) -> LocalTerm:
    return LocalTerm.objects.create(
        duty=Duty.REPLY, value=value, unit="calendar-days", paragraph="Minute 7", from_on=from_on, to_on=to_on
    )


@pytest.mark.django_db
def test_without_rows_the_shipped_bank_holidays_hold() -> None:
    assert calendar().why_closed(CHRISTMAS)
    assert calendar().is_working_day(SCOTTISH)
    assert not calendar(Region.SCOTLAND).is_working_day(SCOTTISH)


@pytest.mark.django_db
def test_closure_days_close_the_council_and_lengthen_no_statute() -> None:
    ClosureDay.objects.create(on=BRIDGE, name="Christmas closure")
    assert calendar().why_closed(BRIDGE) == "Christmas closure"
    assert calendars().protocol.why_closed(BRIDGE) == "Christmas closure"
    assert calendars().england_and_wales.is_working_day(BRIDGE)
    assert calendars().united_kingdom.is_working_day(BRIDGE)
    assert not calendars().united_kingdom.is_working_day(SCOTTISH)


@pytest.mark.django_db
def test_rows_rule_over_what_was_shipped() -> None:
    load_bank_holidays(at=MONDAY_MORNING)
    BankHoliday.objects.filter(on=CHRISTMAS, region=Region.ENGLAND_AND_WALES).delete()
    BankHoliday.objects.create(on=date(2027, 5, 10), region=Region.ENGLAND_AND_WALES, name="Coronation")
    assert calendar().is_working_day(CHRISTMAS)
    assert calendar().why_closed(date(2027, 5, 10)) == "Coronation"
    assert calendar().known_until == date(2028, 12, 31)


@pytest.mark.django_db
def test_loading_bank_holidays_again_adds_nothing_and_renames_nothing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    call_command("load_bank_holidays")
    BankHoliday.objects.filter(on=CHRISTMAS).update(name="Christmas")
    call_command("load_bank_holidays")
    assert capsys.readouterr().out.endswith("\n0 bank holidays added.\n")
    assert set(BankHoliday.objects.filter(on=CHRISTMAS).values_list("name", flat=True)) == {"Christmas"}
    assert CaseEvent.objects.filter(kind="calendar.changed").count() == 1


@pytest.mark.django_db
def test_a_local_term_holds_from_its_first_to_its_last_day() -> None:
    a_term(10, date(2026, 1, 1), date(2026, 6, 30))
    a_term(8, date(2026, 7, 1))
    assert local_term(Duty.REPLY, on=date(2025, 12, 31)) is None
    first, later = (local_term(Duty.REPLY, on=day) for day in (date(2026, 6, 30), date(2026, 7, 1)))
    assert first is not None
    assert later is not None
    assert (first.as_period(), later.as_period()) == (CalendarDays(10), CalendarDays(8))
    assert local_terms(on=date(2026, 7, 1)) == (later,)
    assert str(LocalTerm.objects.first()) == "Reply: 10 calendar days"


@pytest.mark.django_db
@pytest.mark.parametrize("value", [0, 3661])
def test_a_local_term_that_is_no_period_is_refused_whoever_writes(value: int) -> None:
    with pytest.raises(Error), transaction.atomic():
        a_term(value, date(2026, 1, 1))


@pytest.mark.django_db
def test_a_local_term_of_one_month_is_named_so() -> None:
    assert str(LocalTerm(duty=Duty.REPLY, value=1, unit="month")) == "Reply: 1 month"


@pytest.mark.django_db
def test_two_local_terms_never_hold_on_one_day() -> None:
    a_term(10, date(2026, 1, 1))
    with pytest.raises(Error), transaction.atomic():
        a_term(8, date(2026, 7, 1))
    with pytest.raises(ValidationError, match="End the local term"):
        LocalTerm(
            duty=Duty.REPLY, value=8, unit="calendar-days", paragraph="Minute 8", from_on=date(2026, 7, 1)
        ).full_clean()


@pytest.mark.django_db
def test_a_local_term_is_ended_and_never_edited_or_deleted() -> None:
    term = a_term(10, date(2026, 1, 1))
    LocalTerm.objects.filter(pk=term.pk).update(to_on=date(2026, 6, 30))
    for change in ({"value": 12}, {"paragraph": "Minute 9"}, {"from_on": date(2025, 1, 1)}):
        with pytest.raises(Error), transaction.atomic():
            LocalTerm.objects.filter(pk=term.pk).update(**change)
    with pytest.raises(Error), transaction.atomic():
        term.delete()


@pytest.mark.django_db
def test_a_calendar_costs_one_query(django_assert_num_queries: object) -> None:
    load_bank_holidays(at=MONDAY_MORNING)
    with django_assert_num_queries(1):  # type: ignore[operator]
        calendars()
