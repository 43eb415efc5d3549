"""What an interest changes about access, under each text and under the law."""

from datetime import date

import pytest

from access_rules.rules.interest_effects import DPI, PERSONAL, PREJUDICIAL, effect
from council.models import Interest
from council.rules.interests import localism_act_binds, notify_by
from rulebook.protocols import PROTOCOLS, protocol

# By text and standing: the paragraphs that say something; advice first; as a private person.
BARS = (("HA-4.20a", "HA-4.20b"), False, True)
ADVISES_2014, ADVISES_2007 = (("WO-P-AI.6b",), True, False), (("WO-E-AI.6",), True, False)
NOTHING = ((), False, False)
SAID = {
    ("haringey", PERSONAL): (("HA-4.20a",), False, False),
    ("haringey", PREJUDICIAL): BARS,
    ("haringey", DPI): BARS,
    **{("wokingham-2014", standing): ADVISES_2014 for standing in (PERSONAL, PREJUDICIAL, DPI)},
    **{("wokingham-2007", standing): ADVISES_2007 for standing in (PERSONAL, PREJUDICIAL, DPI)},
}


def ids(lines: object) -> tuple[str, ...]:
    """The sources of some lines."""
    return tuple(cite.id for line in lines for cite in line.cites)  # type: ignore[attr-defined]


@pytest.mark.parametrize("standing", [one.value for one in Interest.Standing])
@pytest.mark.parametrize("key", PROTOCOLS)
def test_each_text_says_what_an_interest_changes_or_that_it_is_silent(key: str, standing: str) -> None:
    found = effect(protocol(key), standing)
    cites, advice_first, as_private = SAID.get((key, standing), NOTHING)
    assert (ids(found.protocol), found.advice_first, found.as_private_person) == (
        cites,
        advice_first,
        as_private,
    )
    assert all(line.says for line in found.protocol)


@pytest.mark.parametrize("key", PROTOCOLS)
def test_the_law_warns_of_a_pecuniary_interest_everywhere_but_in_a_waste_authority(key: str) -> None:
    found = effect(protocol(key), DPI).law
    if key == "mwda":
        assert ids(found) == ("Localism Act 2011 s27(6)",)
        assert "own code" in found[0].says
        return
    assert ids(found)[:1] == ("Localism Act 2011 s31(4)",)


def test_where_the_text_bars_reading_the_page_says_that_the_act_does_not() -> None:
    assert "not reading" in effect(protocol("haringey"), PREJUDICIAL).law[-1].says
    assert effect(protocol("haringey"), PERSONAL).law == ()
    assert effect(protocol("waltham-forest"), PREJUDICIAL).law == ()


def test_the_act_binds_councils_and_parishes() -> None:
    assert [key for key, text in PROTOCOLS.items() if not localism_act_binds(text)] == ["mwda"]


def test_the_day_itself_is_the_first_of_the_28() -> None:
    assert notify_by(date(2026, 5, 7)) == date(2026, 6, 3)
    assert notify_by(date(2027, 2, 1)) == date(2027, 2, 28)
