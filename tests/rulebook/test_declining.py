"""Each text lets officers decline what it has a paragraph for, with its own exceptions, and nothing else."""

import pytest

from rulebook.declining import LABELS, ways_to_decline
from rulebook.obligations import obligations
from rulebook.protocols import PROTOCOLS
from rulebook.triage import NO_INSTRUCTIONS, Ground

PARTY, ORDER, RESEARCH = Ground.PARTY_POLITICAL, Ground.INSTRUCTION, Ground.RESEARCH
GROUNDS = {
    "waltham-forest": {PARTY: "WF-4.12", ORDER: "WF-5.2", RESEARCH: "WF-5.2"},
    "haringey": {PARTY: "HA-2.5b", ORDER: "HA-2.3", RESEARCH: "HA-2.3"},
    "wokingham-2007": {PARTY: "WO-E-PR.4", ORDER: "WO-E-9.3.10", RESEARCH: "WO-E-9.3.10"},
    # It says that members are not involved in day-to-day running, not that an instruction is declined.
    "wokingham-2014": {PARTY: "WO-P-PR.4"},
    "mwda": {PARTY: "MW-2.3b", RESEARCH: "MW-5.3"},
    "parish": {PARTY: "PA-RES.2", ORDER: "PA-EMP.4", RESEARCH: "PA-EMP.4"},
}
EXCEPTIONS = {("haringey", ORDER): 1, ("wokingham-2007", ORDER): 4, ("mwda", RESEARCH): 2}


@pytest.mark.parametrize("key", list(PROTOCOLS))
def test_a_ground_is_offered_only_where_the_text_has_a_paragraph_for_it(key: str) -> None:
    found = {way.ground: way.cites[0].id for way in ways_to_decline(PROTOCOLS[key].triage)}
    assert found == GROUNDS[key]


def test_the_exceptions_are_the_texts_own() -> None:
    found = {
        (key, way.ground): len(way.unless)
        for key, text in PROTOCOLS.items()
        for way in ways_to_decline(text.triage)
        if way.unless
    }
    assert found == EXCEPTIONS


@pytest.mark.parametrize("key", list(PROTOCOLS))
def test_every_paragraph_of_a_ground_is_a_row_of_its_own_text(key: str) -> None:
    rows = {row.id for row in obligations() if row.protocol == key}
    for way in ways_to_decline(PROTOCOLS[key].triage):
        assert {cite.id for cite in way.cites} <= rows
        assert len(way.cites) == len(set(way.cites))
        assert way.label == LABELS[way.ground]


@pytest.mark.parametrize("key", list(PROTOCOLS))
def test_a_text_that_bars_instructions_says_so_among_its_terms(key: str) -> None:
    said = [term for term in PROTOCOLS[key].triage.in_words() if term.says == NO_INSTRUCTIONS]
    assert bool(said) == (ORDER in GROUNDS[key])
    assert [term.by for term in said] == ["decline"] * len(said)
