"""From the notice of election to the poll: which days, which wards, and what becomes of each matter."""

import datetime

import pytest

from casework.rules.elections import NO_PERIOD, ElectionPeriod, effect_of, period_of, what_is_stopped
from rulebook.pre_election import Effect, Matter
from rulebook.protocols import PROTOCOLS

DAY = datetime.timedelta(days=1)
NOTICE, POLL = datetime.date(2027, 3, 23), datetime.date(2027, 5, 6)
LOCAL = ElectionPeriod("Local elections 2027", NOTICE, POLL)
POPLAR, LIME = 7, 8
BY_ELECTION = ElectionPeriod("Poplar by-election", NOTICE - 30 * DAY, NOTICE + 2 * DAY, ward=POPLAR)
WOKINGHAM, MERSEYSIDE = PROTOCOLS["wokingham-2007"], PROTOCOLS["mwda"]


@pytest.mark.parametrize(
    ("day", "called_off_on", "holds"),
    [
        (NOTICE - DAY, None, False),
        (NOTICE, None, True),
        (NOTICE + DAY, None, True),
        (POLL, None, True),
        (POLL + DAY, None, False),
        (NOTICE + 4 * DAY, NOTICE + 5 * DAY, True),
        (NOTICE + 5 * DAY, NOTICE + 5 * DAY, False),
        (NOTICE, NOTICE, False),
    ],
)
def test_the_day_of_the_notice_and_the_day_of_the_poll_are_days_of_the_period(
    day: datetime.date, called_off_on: datetime.date | None, holds: bool
) -> None:
    one = ElectionPeriod("Local elections 2027", NOTICE, POLL, called_off_on=called_off_on)
    assert one.holds_on(day) is holds
    assert (period_of(day, [one]) is one) is holds
    told = what_is_stopped(Matter.MEMBERS_MEETING, day, WOKINGHAM, [one])
    assert told.effect is (Effect.STOPPED if holds else Effect.GOES_ON)
    assert [cite.id for cite in told.citations] == (["WO-E-9.3.34.2d"] if holds else [])
    assert (told.sentence == NO_PERIOD) is not holds


@pytest.mark.parametrize(
    ("day", "wards", "found"),
    [
        (NOTICE - DAY, None, BY_ELECTION),
        (NOTICE - DAY, {POPLAR, LIME}, BY_ELECTION),
        (NOTICE - DAY, {LIME}, None),
        (NOTICE - DAY, set(), None),
        (NOTICE, {POPLAR}, LOCAL),
        (NOTICE, {LIME}, LOCAL),
        (NOTICE, set(), LOCAL),
        (POLL, {POPLAR}, LOCAL),
        (POLL + DAY, None, None),
    ],
)
def test_an_election_in_a_ward_reaches_that_ward_and_one_of_the_whole_area_reaches_all(
    day: datetime.date, wards: set[int] | None, found: ElectionPeriod | None
) -> None:
    assert period_of(day, [BY_ELECTION, LOCAL], wards) is found
    told = what_is_stopped(Matter.OFFICER_AT_MEETING, day, MERSEYSIDE, [BY_ELECTION, LOCAL], wards)
    assert told.period is found
    assert told.effect is (Effect.NEEDS_REASON if found else Effect.GOES_ON)


# What stops, needs a reason or wants care by a text's own paragraph; in every other text the matter goes on.
BY_TEXT = {
    (Matter.MEMBERS_MEETING, "wokingham-2007"): (Effect.STOPPED, "WO-E-9.3.34.2d"),
    (Matter.OFFICER_AT_MEETING, "mwda"): (Effect.NEEDS_REASON, "MW-10.1c"),
    (Matter.MEMBERS_WORDS, "wokingham-2007"): (Effect.WITH_CARE, "WO-E-MR.6"),
    (Matter.MEMBERS_WORDS, "wokingham-2014"): (Effect.WITH_CARE, "WO-P-MR.6g"),
}
# By the law, or since no text stops it, under every text alike; with one of the places cited.
EVERYWHERE = {
    Matter.PUBLICITY: (Effect.WITH_CARE, "LGA 1986 s2"),
    Matter.PUBLISHING_HERE: (Effect.WITH_CARE, "LGA 1986 s6(4)"),
    Matter.GROUP_BRIEFING: (Effect.WITH_CARE, None),
    Matter.INFORMATION: (Effect.GOES_ON, "FOIA 2000 s1(1)"),
}


@pytest.mark.parametrize("key", PROTOCOLS)
@pytest.mark.parametrize("matter", Matter)
def test_each_matter_has_one_effect_under_each_text_with_its_paragraph(matter: Matter, key: str) -> None:
    told = what_is_stopped(matter, NOTICE, PROTOCOLS[key], [LOCAL])
    effect, cited = EVERYWHERE.get(matter) or BY_TEXT.get((matter, key), (Effect.GOES_ON, None))
    assert told.effect is effect
    assert cited is None or cited in {cite.id for cite in told.citations}
    assert told.citations or effect in (Effect.GOES_ON, Effect.WITH_CARE)
    assert told.sentence.endswith(".")
    assert told.sentence == effect_of(matter, PROTOCOLS[key]).sentence


@pytest.mark.parametrize("key", PROTOCOLS)
@pytest.mark.parametrize("day", [NOTICE - DAY, NOTICE, POLL])
def test_access_to_information_goes_on_whatever_the_day(key: str, day: datetime.date) -> None:
    told = what_is_stopped(Matter.INFORMATION, day, PROTOCOLS[key], [LOCAL])
    assert told.effect is Effect.GOES_ON
    assert told.sentence.startswith("An election never suspends access to information.")


def test_briefings_go_on_and_the_text_that_asks_for_equal_terms_is_cited() -> None:
    told = what_is_stopped(Matter.GROUP_BRIEFING, NOTICE, WOKINGHAM, [LOCAL])
    assert [cite.id for cite in told.citations] == ["WO-E-9.3.32g"]
    assert "go on before an election" in told.sentence
