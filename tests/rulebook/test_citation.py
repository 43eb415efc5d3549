"""Citations: what a page prints, and which ids meet which."""

import pytest

from rulebook.citation import Citation, Source, is_met_by
from rulebook.protocols import PROTOCOLS


@pytest.mark.parametrize(
    ("wanted", "given", "met"),
    [
        ("WF-8", "WF-8", True),
        ("WF-8", "WF-8.2", True),
        ("WF-8", "WF-80", False),
        ("HA-5.3", "HA-5.3a", True),
        ("HA-5.3", "HA-5.30", False),
        ("LGA 1972 s100F(2A)", "LGA 1972 s100F(2A)(a)", True),
        ("WF-S12A.7", "WF-S12A.7A", False),
        ("WF-6", "WF-6(1)", False),
        ("WF-8.2", "WF-8", False),
        ("", "WF-8", False),
    ],
)
def test_an_id_is_met_by_itself_and_by_what_lies_below_it(wanted: str, given: str, met: bool) -> None:
    assert is_met_by(wanted, [given]) is met


@pytest.mark.parametrize(
    ("key", "id_", "label"),
    [
        ("waltham-forest", "WF-6.9", "protocol, section 6"),
        ("haringey", "HA-3.2b", "protocol, paragraph 3.2"),
        ("haringey", "HA-4.6n", "protocol, note 2"),
        ("wokingham-2007", "WO-E-9.3.17h2", "protocol, paragraph 9.3.17"),
        ("wokingham-2014", "WO-P-AI.2", "protocol, access guidance, paragraph 2"),
        ("mwda", "MW-7.6", "protocol, paragraph 7.6"),
        ("parish", "PA-INT.2", "protocol, «Introduction»"),
    ],
)
def test_a_label_names_the_place_as_the_text_numbers_it(key: str, id_: str, label: str) -> None:
    cited = {c.id: c for cites in PROTOCOLS[key].duties.values() for c in cites}
    assert cited[id_].label == label


def test_a_statute_is_labelled_by_its_own_title() -> None:
    section = Citation("FOIA 2000 s10(6)", Source.ACT, "Freedom of Information Act 2000", "section 10(6)")
    assert section.label == "Freedom of Information Act 2000, section 10(6)"
    assert str(section) == "FOIA 2000 s10(6)"
