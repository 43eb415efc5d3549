"""What keepers hear while no number of days holds, and that they hear nothing where one does."""

from datetime import date

import pytest

from enquiries.clock import Clock
from enquiries.screens.opening import no_days
from rulebook.bank_holidays import shipped_calendars
from rulebook.duty import Duty
from rulebook.local_term import LocalTerm
from rulebook.protocols import PROTOCOLS

TODAY = date(2026, 11, 25)
BARE = "The protocol gives no number of days. Add one before opening."


def said(text: str, *terms: LocalTerm) -> str:
    """Of a council with these terms."""
    return no_days(Clock(shipped_calendars(), terms), text=text, today=TODAY).replace("\xa0", " ")


def a_term(duty: Duty, from_on: date, to_on: date | None = None) -> LocalTerm:
    """Ten working days."""
    return LocalTerm(duty, 10, "working-days", "Minute 3", from_on, to_on)


@pytest.mark.parametrize("text", PROTOCOLS)
def test_only_a_text_without_a_number_asks_for_one(text: str) -> None:
    bare = PROTOCOLS[text].enquiries.reply is None
    assert said(text) == (BARE if bare else "")
    assert said(text, a_term(Duty.REPLY, TODAY)) == ""


def test_a_term_for_another_duty_or_one_that_is_over_sets_no_number() -> None:
    assert said("haringey", a_term(Duty.CLOSE, TODAY)) == BARE
    assert said("haringey", a_term(Duty.REPLY, date(2026, 1, 1), date(2026, 11, 24))) == BARE
    assert said("haringey", a_term(Duty.REPLY, date(2026, 1, 1), TODAY)) == ""


def test_a_term_that_is_to_come_is_named_with_its_first_day() -> None:
    told = said("haringey", a_term(Duty.REPLY, date(2027, 1, 1)), a_term(Duty.REPLY, date(2026, 12, 1)))
    assert "begins on Tuesday 1 December 2026" in told
    assert "An enquiry sent before then has no date." in told
