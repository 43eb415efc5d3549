"""When papers open and when that ends, for each kind of paper, reader and body, under the six texts."""

from datetime import UTC, date, datetime, timedelta

import pytest

from access_rules.rules.meeting_clocks import (
    Begins,
    Ends,
    Inspection,
    Paper,
    Reader,
    inspections,
    last_day_of,
    minutes_due,
    opens_on,
)
from access_rules.rules.meeting_notices import ItemFacts, MeetingFacts
from access_rules.rules.meeting_stages import Stage, stage_of
from council.rules import BodyType
from rulebook.bank_holidays import shipped_calendars
from rulebook.protocols import PROTOCOLS, protocol

CALENDARS = shipped_calendars()
TUESDAY, OPENS = date(2026, 11, 10), date(2026, 11, 2)
CALLED = date(2026, 10, 1)
CONCLUDED = datetime(2026, 11, 10, 21, 30, tzinfo=UTC)
COUNCILS = ("waltham-forest", "haringey", "wokingham-2007", "wokingham-2014")


def found(
    text: str,
    body: BodyType = BodyType.COMMITTEE,
    *,
    concluded_at: datetime | None = None,
    is_private: bool = False,
    items: tuple[ItemFacts, ...] = (),
) -> dict[tuple[Paper, Reader], Inspection]:
    """What of a meeting on 10 November 2026 is open, by paper and reader."""
    meeting = MeetingFacts(protocol(text), body, TUESDAY, CALLED, is_private, items)
    rows = inspections(meeting, calendars=CALENDARS, concluded_at=concluded_at)
    return {(row.opening.paper, row.opening.reader): row for row in rows}


def ids(row: Inspection) -> list[str]:
    """What it rests on."""
    return [str(cite) for cite in row.cites]


@pytest.mark.parametrize("text", [*COUNCILS, "mwda"])
def test_a_committees_papers_are_open_for_six_years_and_background_papers_for_four(text: str) -> None:
    rows = found(text)
    reports, background = rows[Paper.REPORTS, Reader.PUBLIC], rows[Paper.BACKGROUND, Reader.PUBLIC]
    minutes = rows[Paper.MINUTES, Reader.PUBLIC]
    assert (reports.opens_on, reports.until_on) == (OPENS, date(2032, 11, 9))
    assert (background.opens_on, background.until_on) == (OPENS, date(2030, 11, 9))
    assert (minutes.begins, minutes.until_on) == (Begins.MADE, date(2032, 11, 9))
    assert ids(reports) == ["LGA 1972 s100B(3)", "LGA 1972 s100C(1)"]
    assert ids(background) == ["LGA 1972 s100D(2)"]
    assert [line.number for line in reports.lines if line.counted] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize("text", [*COUNCILS, "mwda"])
def test_members_inspect_business_to_be_transacted_until_the_meeting_concludes(text: str) -> None:
    before = found(text)[Paper.BUSINESS, Reader.MEMBERS]
    after = found(text, concluded_at=CONCLUDED)[Paper.BUSINESS, Reader.MEMBERS]
    assert (before.begins, before.opening.ends, before.ended_at) == (Begins.HELD, Ends.CONCLUSION, None)
    assert after.ended_at == CONCLUDED
    assert "LGA 1972 s100F(1)" in ids(before)


def test_what_a_text_writes_of_inspection_is_cited_before_the_law() -> None:
    assert ids(found("waltham-forest")[Paper.BUSINESS, Reader.MEMBERS]) == [
        "WF-A2.1.4",
        "WF-A2.1.5",
        "LGA 1972 s100F(1)",
    ]
    assert ids(found("mwda")[Paper.BUSINESS, Reader.MEMBERS]) == ["LGA 1972 s100F(1)"]


@pytest.mark.parametrize("text", COUNCILS)
def test_the_executives_papers_open_to_members_five_clear_days_before(text: str) -> None:
    rows = found(text, BodyType.EXECUTIVE, concluded_at=CONCLUDED)
    business = rows[Paper.BUSINESS, Reader.MEMBERS]
    assert (business.opens_on, business.ended_at) == (OPENS, CONCLUDED)
    assert ids(business)[-2:] == ["SI 2012/2089 reg 16(1)", "SI 2012/2089 reg 16(2)"]
    assert rows[Paper.REPORTS, Reader.PUBLIC].until_on == date(2032, 11, 9)
    assert ids(rows[Paper.BACKGROUND, Reader.PUBLIC])[-1] == "SI 2012/2089 reg 21(7)"
    # After an open meeting regulation 16 gives nothing more.
    assert (Paper.PRIVATE, Reader.MEMBERS) not in rows


@pytest.mark.parametrize("text", COUNCILS)
@pytest.mark.parametrize("whole", [True, False])
def test_what_the_executive_took_in_private_opens_when_it_concludes_and_at_the_latest_a_day_later(
    text: str, whole: bool
) -> None:
    items = () if whole else (ItemFacts(1, is_private=True),)
    before = found(text, BodyType.EXECUTIVE, is_private=whole, items=items)
    after = found(text, BodyType.EXECUTIVE, is_private=whole, items=items, concluded_at=CONCLUDED)
    waiting, opened = before[Paper.PRIVATE, Reader.MEMBERS], after[Paper.PRIVATE, Reader.MEMBERS]
    assert (waiting.opens_on, waiting.opens_at, waiting.at_latest) == (None, None, None)
    assert (opened.opens_at, opened.at_latest) == (CONCLUDED, CONCLUDED + timedelta(hours=24))
    assert ids(opened)[-2:] == ["SI 2012/2089 reg 16(3)", "SI 2012/2089 reg 16(4)"]
    # Before a meeting that is private as a whole, regulation 16(1) opens nothing.
    assert ((Paper.BUSINESS, Reader.MEMBERS) in before) is not whole
    reports = before[Paper.REPORTS, Reader.PUBLIC]
    assert (reports.opens_on, reports.begins) == ((None, Begins.MADE) if whole else (OPENS, reports.begins))


def test_waltham_forest_says_itself_what_follows_a_private_meeting() -> None:
    rows = found("waltham-forest", BodyType.EXECUTIVE, is_private=True)
    assert ids(rows[Paper.PRIVATE, Reader.MEMBERS])[0] == "WF-A2.2.5"


@pytest.mark.parametrize("body", list(BodyType))
def test_a_parish_opens_minutes_to_electors_without_an_end(body: BodyType) -> None:
    rows = found("parish", body, concluded_at=CONCLUDED)
    minutes, business = rows[Paper.MINUTES, Reader.ELECTORS], rows[Paper.BUSINESS, Reader.MEMBERS]
    assert (minutes.opening.ends, minutes.until_on, ids(minutes)) == (Ends.NEVER, None, ["LGA 1972 s228(1)"])
    assert (business.ended_at, ids(business)) == (CONCLUDED, ["PA-ATI.1", "PA-ATI.3"])
    assert rows[Paper.REPORTS, Reader.PUBLIC].opens_on == date(2026, 11, 4)
    assert not any("100" in cite for row in rows.values() for cite in ids(row))


@pytest.mark.parametrize("text", sorted(PROTOCOLS))
def test_no_answer_is_without_a_source_of_its_law(text: str) -> None:
    for body in BodyType:
        assert all(row.cites for row in found(text, body, is_private=True).values()), body


@pytest.mark.parametrize(
    ("called_on", "added_on", "opens"),
    [
        (CALLED, None, OPENS),
        (date(2026, 11, 6), None, date(2026, 11, 6)),
        (CALLED, date(2026, 11, 9), date(2026, 11, 9)),
        (CALLED, date(2026, 10, 20), OPENS),
    ],
)
def test_reports_open_when_a_meeting_is_called_or_an_item_added_where_that_is_later(
    called_on: date, added_on: date | None, opens: date
) -> None:
    meeting = MeetingFacts(protocol("haringey"), BodyType.COMMITTEE, TUESDAY, called_on)
    assert opens_on(meeting, calendars=CALENDARS, added_on=added_on) == opens


@pytest.mark.parametrize(
    ("begins", "years", "last"),
    [
        (date(2026, 11, 10), 6, date(2032, 11, 9)),
        (date(2026, 1, 1), 4, date(2029, 12, 31)),
        (date(2024, 2, 29), 6, date(2030, 2, 28)),
        (date(2024, 2, 29), 4, date(2028, 2, 28)),
    ],
)
def test_years_that_begin_with_a_day_end_the_day_before_it_comes_again(
    begins: date, years: int, last: date
) -> None:
    assert last_day_of(begins, years=years) == last


def test_minutes_are_asked_for_ten_days_after() -> None:
    assert minutes_due(TUESDAY) == date(2026, 11, 20)


@pytest.mark.parametrize(
    ("today", "concluded", "cancelled", "stage"),
    [
        (date(2026, 11, 9), False, False, Stage.AHEAD),
        (date(2026, 11, 10), False, False, Stage.DUE),
        (date(2026, 12, 1), False, False, Stage.DUE),
        (date(2026, 11, 10), True, False, Stage.CONCLUDED),
        (date(2026, 11, 9), False, True, Stage.CANCELLED),
        (date(2026, 11, 10), True, True, Stage.CANCELLED),
    ],
)
def test_a_meeting_moves_on_by_itself_at_midnight(
    today: date, concluded: bool, cancelled: bool, stage: Stage
) -> None:
    assert stage_of(TUESDAY, today, concluded=concluded, cancelled=cancelled) is stage
    assert stage.label
    assert stage.colour
