"""What can be alleged under each text, what passes over the informal stage, and words that attack."""

import pytest

from complaints.rules.raising import (
    ALLEGATIONS,
    WRONGS,
    alleged_by,
    at_once,
    cites_of,
    forbidden,
    harsh_words,
)
from rulebook.complaint import Allegation, PartyKind, Wrong
from rulebook.protocols import PROTOCOLS, protocol

MEMBER, OFFICER = PartyKind.MEMBER, PartyKind.OFFICER
# What each text forbids, by the paragraph that the work is measured by.
FORBIDDEN = [
    ("haringey", MEMBER, Wrong.BULLYING, "HA-1.3"),
    ("haringey", OFFICER, Wrong.BULLYING, "HA-1.3"),
    ("haringey", MEMBER, Wrong.BREACH_OF_CONFIDENCE, "HA-4.27"),
    ("wokingham-2007", MEMBER, Wrong.PRESSURE_ON_ADVICE, "WO-E-9.3.13"),
    ("wokingham-2007", OFFICER, Wrong.PERSONAL_ATTACK, "WO-E-9.3.17b"),
    ("mwda", MEMBER, Wrong.PRESSURE_ON_ADVICE, "MW-2.5b"),
    ("parish", MEMBER, Wrong.UNLAWFUL_INSTRUCTION, "PA-PRI.3"),
    ("waltham-forest", OFFICER, Wrong.PERSONAL_ATTACK, "WF-3.4"),
]


@pytest.mark.parametrize(("text", "kind", "wrong", "place"), FORBIDDEN)
def test_what_a_text_forbids_can_be_alleged_with_its_paragraph(
    text: str, kind: PartyKind, wrong: Wrong, place: str
) -> None:
    terms = protocol(text).complaints
    assert wrong in [one.wrong for one in forbidden(terms, kind)]
    assert place in [cite.id for cite in cites_of(terms, kind, [wrong])]


def test_what_is_forbidden_to_members_alone_is_not_alleged_of_an_officer() -> None:
    terms = protocol("mwda").complaints
    assert Wrong.PRESSURE_ON_ADVICE not in [one.wrong for one in forbidden(terms, OFFICER)]
    assert cites_of(terms, OFFICER, [Wrong.PRESSURE_ON_ADVICE]) == ()


def test_each_wrong_alleges_bullying_or_a_breach_and_the_code_where_the_text_says_so() -> None:
    haringey, parish = protocol("haringey").complaints, protocol("parish").complaints
    assert alleged_by(haringey, MEMBER, [Wrong.HARASSMENT]) == {Allegation.BULLYING}
    assert alleged_by(parish, MEMBER, [Wrong.UNDUE_PRESSURE]) == {Allegation.PROTOCOL_BREACH}
    assert alleged_by(parish, MEMBER, [Wrong.PRESSURE_ON_ADVICE]) == {
        Allegation.PROTOCOL_BREACH,
        Allegation.CODE_OF_CONDUCT,
    }
    assert alleged_by(parish, MEMBER, []) == frozenset()


@pytest.mark.parametrize("alleged", Allegation)
def test_bullying_fraud_a_crime_and_harm_pass_over_the_informal_stage_and_nothing_else(
    alleged: Allegation,
) -> None:
    named = {"bullying", "fraud", "criminality", "safeguarding"}
    assert at_once([alleged]) is (alleged.value in named)


def test_everything_that_can_be_alleged_has_words() -> None:
    assert set(ALLEGATIONS) == set(Allegation)
    assert set(WRONGS) == set(Wrong)
    for key in PROTOCOLS:
        for kind in (MEMBER, OFFICER):
            assert len({one.wrong for one in forbidden(protocol(key).complaints, kind)}) == len(
                forbidden(protocol(key).complaints, kind)
            )


WORDS = {
    "He is a LIAR and an idiot. A liar!": ("liar", "idiot"),
    "They are useless.": ("useless",),
    "He lied on 3 March: the report was not sent.": (),
    "The sacks stood in the way; she believes it was a reliable source.": ("sacks",),
    "She was bullied.": (),
    "": (),
}


@pytest.mark.parametrize("text", WORDS)
def test_words_that_attack_a_person_are_found_once_each_as_whole_words(text: str) -> None:
    assert harsh_words(text) == WORDS[text]
