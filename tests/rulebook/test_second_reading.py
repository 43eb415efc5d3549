"""The terms for briefings and access, read a second time: from text to data, and from data to text."""

from collections.abc import Mapping
from enum import EnumType

import pytest

from rulebook.access import duties, papers, rights
from rulebook.briefing import given, request
from rulebook.obligations import obligation
from rulebook.protocols import PROTOCOLS
from rulebook.stated import Terms, Worded
from rulebook.term import Topic
from tests.rulebook.reading import Reading, is_at, of_topic, readings, terms_of, uncited, unread

TOPICS = (Topic.BRIEFINGS.value, Topic.ACCESS.value)
TERMS = [
    pytest.param(key, terms_of(text, topic), id=f"{key}-{topic}")
    for key, text in PROTOCOLS.items()
    for topic in TOPICS
]
UPDATES = "news for members by their role or ward, a register of its own and no help for a group"
WARD = "ward members are told: a register of its own"
MEETINGS = "public meetings and surgeries: a register of their own"
SCRUTINY = "officers before a scrutiny committee: a register of its own"
ELECTION = "the pre-election period"
ELSEWHERE: Mapping[str, str] = {
    "HA-3.2d": UPDATES,
    "HA-4.1a": UPDATES,
    "HA-4.4": WARD,
    "WO-P-9.3.7Mf": UPDATES,
    "WO-P-MR.6g": ELECTION,
    "WO-E-9.3.16c": "officers are alert to sensitive issues: no request and no release",
    "WO-E-9.3.25b": SCRUTINY,
    **dict.fromkeys(("WO-E-9.3.26a", "WO-E-9.3.26b", "WO-E-9.3.26c", "WO-E-9.3.26d"), SCRUTINY),
    **dict.fromkeys(("WO-E-9.3.27d", "WO-E-9.3.28b", "WO-E-9.3.28c", "WO-E-9.3.28d"), SCRUTINY),
    "WO-E-9.3.29": SCRUTINY,
    **dict.fromkeys(("WO-E-9.3.34", "WO-E-9.3.34b", "WO-E-9.3.34c", "WO-E-9.3.34.1"), WARD),
    **dict.fromkeys(("WO-E-9.3.34.2a", "WO-E-9.3.34.2b"), MEETINGS),
    "WO-E-9.3.34.2d": ELECTION,
    **dict.fromkeys(("WO-E-9.3.34.3a", "WO-E-9.3.34.3b", "WO-E-9.3.34.3c"), MEETINGS),
    "MW-3.1f": UPDATES,
    "MW-10.1a": MEETINGS,
    "MW-10.1c": ELECTION,
    "MW-10.1d": MEETINGS,
    "MW-10.2": WARD,
}

# Paragraphs of the sections read that give no value, each with the reason.
LEFT: Mapping[str, Mapping[str, str]] = {
    "waltham-forest": {
        **dict.fromkeys(("6-b1", "6-b5", "a3.4"), "members’ enquiries"),
        "6-b6": "members’ enquiries",
        **dict.fromkeys(("a0-p1", "a0-t1", "a0-t2", "a0-t3", "a0-t5", "a0-t6"), "title or head of the table"),
        **dict.fromkeys(("a0-t7", "a0-t9", "a0-t11"), "head of the table"),
        **dict.fromkeys(("a0-p3", "a0-p4", "a0-p6", "a0-p7"), "points to a later paragraph, which is read"),
        **dict.fromkeys([f"s12a-q-b{number}" for number in range(1, 7)], "the Acts of the paragraph above"),
    },
    "haringey": {
        "4.1": UPDATES,
        "4.2": "more contact with office holders",
        "4.19": "leads in what follows",
    },
    "wokingham-2007": dict.fromkeys(
        ("9.3.33-p1", "9.3.33-a", "9.3.33-b", "9.3.33-c"), "the posts of political assistants"
    ),
    "wokingham-2014": {"ai-6": "leads in what follows"},
    "mwda": {"5.6": "promptness: members’ enquiries"},
    "parish": {},
}
SECTIONS: Mapping[str, tuple[str, ...]] = {
    "waltham-forest": ("4-groups", "6-b", "a0", "a1", "a2", "a3", "a4", "s12a"),
    "haringey": ("2.9", "4.1", "4.2", "4.3", "4.9"),
    "wokingham-2007": ("9.3.32", "9.3.33", "ai", "co-1"),
    "wokingham-2014": ("ai", "co-1"),
    "mwda": ("12", "5", "6"),
    "parish": ("ati", "pri-3"),
}


@pytest.mark.parametrize(
    "reading", [one for topic in TOPICS for one in readings(topic)], ids=lambda one: "-".join(one.key)
)
def test_the_words_that_give_a_value_stand_in_a_paragraph_that_it_cites(reading: Reading) -> None:
    assert reading.stands
    assert is_at(reading.anchor, of_topic(reading.topic)[reading.key])


@pytest.mark.parametrize("topic", TOPICS)
def test_every_value_was_read_again_and_every_reading_has_its_value(topic: str) -> None:
    assert {one.key for one in readings(topic)} == set(of_topic(topic))


def test_there_is_no_value_that_no_text_has() -> None:
    said = {
        term.says
        for topic in TOPICS
        for text in PROTOCOLS.values()
        for term in terms_of(text, topic).in_words()
    }
    rooms = (request, given, rights, papers, duties)
    kinds = [kind for room in rooms for kind in vars(room).values() if isinstance(kind, EnumType)]
    values = [value for kind in kinds if issubclass(kind, Worded) for value in kind]
    assert len(values) > 200
    assert [value for value in values if value.says not in said] == []


def test_a_reading_that_the_text_does_not_bear_out_is_found() -> None:
    false = Reading("haringey", "access", "mode", "inspect", "4.26", "papers are inspected")
    assert not false.stands
    assert not is_at("4.27", of_topic("access")["haringey", "access", "mode", "marked-copy"])


@pytest.mark.parametrize(("key", "terms"), TERMS)
def test_every_citation_is_a_row_of_the_register_and_of_that_text(key: str, terms: Terms) -> None:
    for term in terms.in_words():
        for cite in term.cites:
            row = obligation(cite.id)
            assert row is not None, cite.id
            assert row.protocol == key


def test_what_the_portal_operates_or_prompts_is_cited_or_stands_elsewhere_with_its_reason() -> None:
    assert {row.id for topic in TOPICS for row in uncited(topic)} == set(ELSEWHERE)


@pytest.mark.parametrize("key", PROTOCOLS)
def test_no_paragraph_of_the_sections_read_is_left_without_a_term_or_a_reason(key: str) -> None:
    assert set(unread(key, SECTIONS[key])) == set(LEFT[key])


@pytest.mark.parametrize(("key", "terms"), TERMS)
def test_every_sentence_is_a_whole_one_and_silence_cites_nothing(key: str, terms: Terms) -> None:
    said = terms.in_words()
    assert {term.topic for term in said} == {terms.topic}, key
    assert len({term.says for term in said}) == len(said)
    for term in said:
        assert term.says.endswith(".")
        assert term.says[0].isupper()
        assert bool(term.cites) is not term.says.startswith("The protocol ")
