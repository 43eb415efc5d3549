"""What an answer comes to on a page, when it ends, and by when a person answers."""

import datetime

import pytest

from access_rules.clock import decide_by
from access_rules.rules.findings import FINDINGS, found, graver
from access_rules.rules.outcomes import outcome_of, until_day
from casework.models import LocalTerm

DAY = datetime.date(2026, 11, 25)


@pytest.mark.parametrize(
    ("decision", "word"),
    [
        ("grant_copy", "yes"),
        ("grant_inspect", "yes"),
        ("grant_part", "partly"),
        ("refuse", "no"),
        ("refer", ""),
    ],
)
def test_each_decision_has_its_word(decision: str, word: str) -> None:
    assert outcome_of({"decision": decision}) == word


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("until the meeting", datetime.date(2026, 12, 1)),
        ("six years from the meeting or decision", datetime.date(2032, 12, 1)),
        ("four years from the meeting or decision", datetime.date(2030, 12, 1)),
        ("within 20 working days", None),
        (None, None),
    ],
)
def test_the_end_is_a_day_where_the_register_knows_one(words: str | None, day: datetime.date | None) -> None:
    assert until_day(words, meeting_on=datetime.date(2026, 12, 1), decided_on=None) == day


def test_a_leap_day_ends_on_the_28th() -> None:
    leap = datetime.date(2028, 2, 29)
    assert until_day("six years from the decision", meeting_on=None, decided_on=leap) == datetime.date(
        2034, 2, 28
    )


def test_the_graver_interest_counts() -> None:
    assert graver("personal", "dpi") == "dpi"
    assert graver(None, "") == "none"
    assert graver("dpi", "none") == "dpi"


def test_every_finding_is_found_by_its_key_and_good_faith_is_yes_or_no() -> None:
    assert all(found(one.key) == one for one in FINDINGS)
    assert found("need_to_know:perhaps") is None
    assert {one.fact for one in FINDINGS if one.kind == "good_faith"} == {True, False}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("regime", "is_scrutiny", "last"),
    [
        ("", False, datetime.date(2026, 12, 9)),
        ("", True, datetime.date(2026, 12, 5)),
        # The day of St Andrew counts: a bank holiday of any part of the United Kingdom.
        ("FOI", False, datetime.date(2026, 12, 24)),
        ("SAR", False, datetime.date(2026, 12, 25)),
    ],
)
def test_the_day_follows_from_the_law_or_is_the_portals_own_promise(
    regime: str, is_scrutiny: bool, last: datetime.date
) -> None:
    assert decide_by(regime=regime, is_scrutiny=is_scrutiny, received_on=DAY)[0] == last


@pytest.mark.django_db
def test_a_local_term_sets_the_day_and_is_cited() -> None:
    LocalTerm.objects.create(
        duty="open-document", value=5, unit="working-days", paragraph="Minute 12", from_on=DAY
    )
    day, _period, cites = decide_by(regime="", is_scrutiny=False, received_on=DAY)
    assert day == datetime.date(2026, 12, 2)
    assert [cite.pinpoint for cite in cites] == ["Minute 12"]
