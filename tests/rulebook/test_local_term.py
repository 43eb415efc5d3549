"""Local terms: which one holds on a day."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from rulebook.duty import Duty
from rulebook.local_term import LocalTerm, term_in_force
from rulebook.period import CalendarDays, UnknownPeriod, WorkingDays

FIRST = LocalTerm(Duty.REPLY, 10, "working days", "minute 4", date(2025, 4, 1), date(2026, 3, 31))
SECOND = LocalTerm(Duty.REPLY, 15, "days", "minute 9", date(2026, 4, 1))


@pytest.mark.parametrize(
    ("on", "term"),
    [
        (date(2025, 3, 31), None),
        (date(2025, 4, 1), FIRST),
        (date(2026, 3, 31), FIRST),
        (date(2026, 4, 1), SECOND),
        (date(2036, 4, 1), SECOND),
    ],
)
def test_a_term_holds_from_its_first_to_its_last_day(on: date, term: LocalTerm | None) -> None:
    assert term_in_force([SECOND, FIRST], Duty.REPLY, on) == term
    assert term_in_force([SECOND, FIRST], Duty.CLOSE, on) is None


@pytest.mark.parametrize(
    ("opened_at", "counts"),
    [
        (None, True),
        (datetime(2026, 4, 9, 9, tzinfo=UTC), False),
        (datetime(2026, 4, 9, 10, tzinfo=UTC), True),
        (datetime(2026, 4, 9, 11, tzinfo=UTC), True),
    ],
)
def test_a_case_that_was_opened_before_a_term_was_set_is_not_under_it(
    opened_at: datetime | None, counts: bool
) -> None:
    term = replace(SECOND, set_at=datetime(2026, 4, 9, 10, tzinfo=UTC))
    found = term_in_force([term], Duty.REPLY, date(2026, 4, 9), opened_at=opened_at)
    assert (found is term) is counts
    assert term_in_force([SECOND], Duty.REPLY, date(2026, 4, 9), opened_at=opened_at) is SECOND


def test_a_term_is_a_period_in_its_own_unit() -> None:
    assert (FIRST.as_period(), SECOND.as_period()) == (WorkingDays(10), CalendarDays(15))
    with pytest.raises(UnknownPeriod):
        LocalTerm(Duty.REPLY, 0, "days", "minute 1", date(2026, 1, 1)).as_period()


def test_a_term_cites_the_minute_that_decided_it() -> None:
    assert FIRST.citation.label == "local term, minute 4"
