"""By text: what an author certifies, who speaks, who else is in the room."""

import pytest

from briefings.rules.giving import (
    is_barred,
    is_senior,
    may_be_refused,
    may_speak,
    speaks_as,
    statements,
    with_others_in_room,
)
from rulebook.briefing.request import Form
from rulebook.protocols import protocol

FULL = ["facts", "options", "recommendation", "political-implications", "business"]


@pytest.mark.parametrize(
    ("text", "keys", "paragraph"),
    [
        ("haringey", FULL, "HA-4.11"),
        ("mwda", FULL, "MW-12.2b"),
        ("wokingham-2007", ["facts", "advice", "business"], "WO-E-9.3.32b"),
        ("parish", ["facts", "advice", "business"], "PA-PRI.5"),
        ("waltham-forest", ["facts-only", "business"], None),
        ("wokingham-2014", ["facts-only"], None),
    ],
)
def test_the_author_certifies_what_the_text_has_officers_give(
    text: str, keys: list[str], paragraph: str | None
) -> None:
    found = statements(protocol(text))
    assert [one.key for one in found] == keys
    cites = [cite.id for cite in found[0].cites]
    assert (paragraph in cites) if paragraph else cites == []


SPEAKS = [
    # text, senior on the day, named by a director, specialist, beside a senior one; as what, whether barred
    ("haringey", True, False, False, False, "senior-officer", False),
    ("haringey", False, False, False, False, "representative", False),
    ("mwda", False, False, False, False, "representative", False),
    ("waltham-forest", True, False, False, False, "senior-officer", False),
    ("waltham-forest", False, False, True, True, "junior-officer", False),
    ("waltham-forest", False, False, True, False, "junior-officer", True),
    ("waltham-forest", False, False, False, True, "junior-officer", True),
    ("waltham-forest", False, True, False, False, "junior-officer", True),
    ("wokingham-2007", True, False, False, False, "senior-officer", False),
    ("wokingham-2007", False, True, False, False, "nominee", False),
    ("wokingham-2007", False, False, True, True, "officer", True),
    ("wokingham-2014", False, False, False, False, "officer", False),
    ("parish", False, False, False, False, "officer", False),
]


@pytest.mark.parametrize(("text", "senior", "by_director", "specialist", "beside", "comes", "bar"), SPEAKS)
def test_who_speaks_follows_the_text(
    text: str, senior: bool, by_director: bool, specialist: bool, beside: bool, comes: str, bar: bool
) -> None:
    terms = protocol(text)
    comes_as = speaks_as(terms, senior=senior, named_by_director=by_director)
    assert comes_as == comes
    found = may_speak(terms, Form.ATTENDANCE, comes_as=comes_as, specialist=specialist, beside_senior=beside)
    assert is_barred(found) is bar
    if bar:
        wanted = {"waltham-forest": "WF-4.2", "wokingham-2007": "WO-E-9.3.2c"}[text]
        assert wanted in [cite.id for cite in found.cite]


@pytest.mark.parametrize(
    ("text", "grade", "senior"),
    [
        ("waltham-forest", "head-of-service", True),
        ("waltham-forest", "senior-officer", False),
        ("wokingham-2007", "assistant-director", False),
        ("wokingham-2007", "director", True),
        ("haringey", "", False),
    ],
)
def test_who_is_senior_follows_the_text(text: str, grade: str, senior: bool) -> None:
    assert is_senior(protocol(text), grade) is senior


@pytest.mark.parametrize(
    ("text", "barred", "may_refuse"),
    [
        ("haringey", True, False),
        ("waltham-forest", False, True),
        ("wokingham-2007", False, True),
        ("mwda", False, False),
        ("parish", False, False),
        ("wokingham-2014", False, False),
    ],
)
def test_others_in_the_room_are_barred_or_left_to_officers(text: str, barred: bool, may_refuse: bool) -> None:
    found = with_others_in_room(protocol(text), Form.ATTENDANCE)
    assert (is_barred(found), may_be_refused(found)) == (barred, may_refuse)
    # Nobody attends who reads a report.
    assert not is_barred(with_others_in_room(protocol(text), Form.REPORT))
