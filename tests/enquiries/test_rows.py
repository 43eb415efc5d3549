"""Days left, in words: one number, one unit, then the date; the table of the design, row by row."""

import datetime

import pytest

from council.models import Person, Service
from enquiries.clock import Clock
from enquiries.models import Enquiry
from enquiries.screens.rows import line_of, status_of, tile_of
from enquiries.states import State
from rulebook.bank_holidays import shipped_calendars
from rulebook.duty import Duty
from rulebook.local_term import LocalTerm

TODAY = datetime.date(2026, 11, 21)
CLOCK = Clock(shipped_calendars(), ())
WORKING = Clock(
    shipped_calendars(), (LocalTerm(Duty.REPLY, 5, "working-days", "minute 3", datetime.date(2020, 1, 1)),)
)


def on(day: int, month: int = 11) -> datetime.date:
    """A day of 2026."""
    return datetime.date(2026, month, day)


def case(state: State = State.ALLOCATED, **columns: object) -> Enquiry:
    """An enquiry in memory, received ten days before it is owed unless a day is given."""
    owed = columns.get("owed_on")
    received = owed - datetime.timedelta(days=10) if isinstance(owed, datetime.date) else on(1)
    enquiry = Enquiry(
        reference="ENQ-7K4M-2",
        protocol="waltham-forest",
        member=Person(first_name="Priya", last_name="Nair", title="Councillor"),
        service=Service(name="Housing"),
        **{"received_on": received, "due_on": owed, **columns},
    )
    enquiry.__dict__["state"] = state.value
    return enquiry


def spaces(text: str) -> str:
    """With every space an ordinary one."""
    return text.replace("\N{NO-BREAK SPACE}", " ")


TILES = [
    ("more than three days", case(owed_on=on(30)), ("9", "days left", "teal")),
    ("three days", case(owed_on=on(24)), ("3", "days left", "amber")),
    ("one day", case(owed_on=on(22)), ("1", "day left", "amber")),
    ("the last day", case(owed_on=TODAY), ("Due today", "", "amber")),
    ("late", case(owed_on=on(19)), ("2", "days overdue", "red")),
    ("a day late", case(owed_on=on(20)), ("1", "day overdue", "red")),
    ("promised", case(State.HOLDING, owed_on=on(30), promised_on=on(30)), ("9", "days to new date", "teal")),
    ("a broken promise", case(owed_on=on(19), promised_on=on(19)), ("2", "days past new date", "red")),
    ("a question for the member", case(State.WAITING, owed_on=on(25)), ("4", "days left", "teal")),
    (
        "answered, still open",
        case(State.ANSWERED, closes_on=on(26), answered_on=on(19)),
        ("5", "days to respond", "teal"),
    ),
    ("closed", case(State.CLOSED, owed_on=on(25), answered_on=on(19)), None),
    ("no figure set", case(owed_on=None), None),
]


@pytest.mark.parametrize(
    ("what", "enquiry", "tile"), TILES, ids=lambda value: value if isinstance(value, str) else ""
)
def test_the_tile_says_how_many_days(what: str, enquiry: Enquiry, tile: tuple[str, str, str] | None) -> None:
    found = tile_of(enquiry, clock=CLOCK, today=TODAY)
    assert (found and (found.number, found.label, found.colour)) == tile


def test_the_unit_is_the_terms_own() -> None:
    """From Saturday to the Friday after: five working days."""
    found = tile_of(case(owed_on=on(27), received_on=on(20)), clock=WORKING, today=TODAY)
    assert found is not None
    assert (found.number, found.label) == ("5", "working days left")


LINES = [
    (case(owed_on=on(30)), "Reply due Monday 30 November 2026"),
    (case(owed_on=TODAY), "Reply due today, Saturday 21 November 2026"),
    (
        case(owed_on=on(22)),
        "Reply due Sunday 22 November 2026. The last working day before it was Friday 20 November 2026.",
    ),
    (case(owed_on=on(19)), "Reply was due on Thursday 19 November 2026"),
    (
        case(State.HOLDING, due_on=on(16), owed_on=on(30), promised_on=on(30)),
        "Holding reply: the full reply is promised by Monday 30 November 2026. "
        "It was first due Monday 16 November 2026.",
    ),
    (
        case(State.WAITING, owed_on=on(25)),
        "The officer asked you a question. The reply is still due Wednesday 25 November 2026.",
    ),
    (
        case(State.ANSWERED, answered_on=on(19), closes_on=on(26)),
        "Answered on Thursday 19 November 2026. "
        "It will close after Thursday 26 November 2026 unless you say it is not answered.",
    ),
    (case(State.CLOSED, received_on=on(2), due_on=on(12), answered_on=on(8)), "Answered in 6 days"),
    (
        case(State.CLOSED, received_on=on(2), due_on=on(12), answered_on=on(14)),
        "Answered 2 days late, in 12 days",
    ),
    (
        case(State.CLOSED, received_on=on(2), due_on=on(12), answered_on=on(2)),
        "Answered on the day it was received",
    ),
    (case(State.WITHDRAWN, ended_on=on(9)), "Withdrawn on Monday 9 November 2026"),
    (
        case(owed_on=None),
        "The protocol gives no number of days for a reply, and the council has set none.",
    ),
]


@pytest.mark.parametrize(
    ("enquiry", "line"), LINES, ids=lambda value: value if isinstance(value, str) else ""
)
def test_the_line_under_the_title_gives_the_date(enquiry: Enquiry, line: str) -> None:
    assert spaces(line_of(enquiry, clock=CLOCK, today=TODAY, for_staff=False)) == line


def test_overdue_and_confidential_are_shown_where_they_matter_more() -> None:
    assert status_of(case(owed_on=on(19)), today=TODAY, for_staff=False) == ("Overdue", "red")
    secret = case(owed_on=on(30), is_confidential=True)
    assert status_of(secret, today=TODAY, for_staff=False) == ("Confidential", "grey")
    assert (
        status_of(case(State.WAITING, owed_on=on(30)), today=TODAY, for_staff=True)[0]
        == "Waiting for the member"
    )
