"""When a page reminds a member: words that read like an order, and officers’ free time."""

import datetime

import pytest

from enquiries.rules.prompting import free_until, reads_like_an_order
from rulebook.calendar import Calendar

CHRISTMAS = datetime.date(2026, 12, 25)
CALENDAR = Calendar({CHRISTMAS: "Christmas Day"})


@pytest.mark.parametrize(
    "words",
    [
        "Instruct the team to resurface Larch Road.",
        "I require the report by Friday.",
        "I demand an answer",
        "The light is out. You must mend it today.",
        "Hello\n you are instructed to stop",
        "Please instruct the contractor",
        "Make sure your officers visit her.",
        "i insist that it is done",
    ],
)
def test_an_order_is_noticed(words: str) -> None:
    assert reads_like_an_order(words)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "When will the light be mended?",
        "Instructions for the bin store, please.",
        "Who may instruct the contractor?",
        "The resident says you must be told.",
        "Would you make sure that she is visited?",
        "I am required to ask this first.",
        "Where do residents order a bin?",
    ],
)
def test_a_question_is_no_order(words: str) -> None:
    assert not reads_like_an_order(words)


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2026-11-25 10:00", None),
        ("2026-11-25 09:00", None),
        ("2026-11-25 17:29", None),
        ("2026-11-25 08:59", "2026-11-25"),
        ("2026-11-25 17:30", "2026-11-26"),
        ("2026-11-27 22:00", "2026-11-30"),
        ("2026-11-28 10:00", "2026-11-30"),
        ("2026-11-29 23:59", "2026-11-30"),
        ("2026-12-24 18:00", "2026-12-28"),
        ("2026-12-25 10:00", "2026-12-28"),
    ],
)
def test_out_of_hours_the_page_says_when_officers_are_back(moment: str, day: str | None) -> None:
    at = datetime.datetime.fromisoformat(moment)
    assert free_until(at, CALENDAR) == (datetime.date.fromisoformat(day) if day else None)
