"""What the six texts say of the days before an election: found in their own words, or honest silence."""

import pytest

from rulebook.obligations import Coverage, anchor_of, obligation
from rulebook.pre_election import BRIEFINGS_GO_ON, PreElectionTerms
from rulebook.protocols import PROTOCOLS
from rulebook.sources import statute
from rulebook.stated import Stated
from rulebook.text import paragraph

MORATORIUM = "moratorium on publicity"
# By text and field: the words that give the value, and the paragraph in which they stand.
SAID = {
    ("wokingham-2007", "members_meetings"): ("No such meetings should be arranged or held", "9.3.34.2-p2"),
    ("wokingham-2007", "publicity"): (MORATORIUM, "9.3.34.2-p2"),
    ("wokingham-2007", "media"): ("avoid giving the impression of electioneering", "mr-6-g"),
    ("wokingham-2014", "publicity"): (MORATORIUM, "mr-6-g"),
    ("wokingham-2014", "media"): ("avoid giving the impression of electioneering", "mr-6-g"),
    ("mwda", "officers_attending"): ("Officers will not normally attend such meetings", "10.1-b3"),
}
FIELDS = ("members_meetings", "officers_attending", "publicity", "media")
CASES = [(key, field) for key in PROTOCOLS for field in FIELDS]


def held(key: str, field: str) -> Stated:
    """What the text states on one matter."""
    value = getattr(PROTOCOLS[key].elections, field)
    assert isinstance(value, Stated)
    return value


@pytest.mark.parametrize(("key", "field"), CASES)
def test_a_value_stands_in_the_words_of_the_text_and_all_else_is_silence(key: str, field: str) -> None:
    stated = held(key, field)
    assert stated.is_silent is ((key, field) not in SAID)
    if not stated.is_silent:
        words, anchor = SAID[key, field]
        assert words in paragraph(key, anchor).text
        assert any(anchor.startswith(anchor_of(cite.id)) for cite in stated.cites)


@pytest.mark.parametrize("key", PROTOCOLS)
def test_each_matter_is_one_sentence_with_its_rule_and_no_briefing_is_stopped(key: str) -> None:
    terms: PreElectionTerms = PROTOCOLS[key].elections
    said = terms.in_words()
    assert [term.says for term in said] == [*(terms.of(name).says for name in FIELDS), BRIEFINGS_GO_ON]
    assert all(bool(term.by) is bool(term.cites) for term in said[:-1])
    assert said[-1].by == "briefings-before-an-election"


@pytest.mark.parametrize(
    ("id_", "coverage"),
    [
        # The register of public meetings asks before it saves.
        ("WO-E-9.3.34.2d", Coverage.APPLIED),
        ("MW-10.1c", Coverage.APPLIED),
    ],
)
def test_the_rows_of_the_period_are_covered_by_a_rule(id_: str, coverage: Coverage) -> None:
    row = obligation(id_)
    assert row is not None
    assert row.coverage is coverage
    assert row.by.startswith("pre-election-")


def test_care_in_words_to_the_media_is_prompted_where_they_are_prepared() -> None:
    row = obligation("WO-P-MR.6g")
    assert row is not None
    assert (row.coverage, row.by) == (Coverage.PROMPTED, "register-media-words")


def test_the_code_of_practice_is_cited_as_one() -> None:
    (code,) = statute("Publicity Code 2011 paras 33 to 35")
    assert code.source.label == "code of practice under an Act"
    assert code.label.endswith("on Local Authority Publicity 2011, paragraphs 33 to 35")
