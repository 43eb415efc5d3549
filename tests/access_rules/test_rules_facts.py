"""The facts of a question about a document: what fits, what does not, and what contradicts itself."""

import pytest

from access_rules.rules.facts import known_facts
from rulebook.facts import UNKNOWN, FactFault
from tests.access_rules.asking import MEMBER, PAPER, REQUEST, WF, ask, exempt


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"colour": "red"}, "no fact «colour»"),
        ({"lens": "both"}, "«lens» is one of as_adopted, current_law"),
        ({"person": ["member"]}, "«person» is a JSON object"),
        ({"person": {"kind": "mayor"}}, "«kind» is one of public"),
        ({"person": {"kind": None}}, "«kind» is one of public"),
        ({"person": {"rank": "high"}}, "no fact «rank»"),
        ({"person": {"on_deciding_body": "yes"}}, "true or false"),
        ({"person": {"group": 7}}, "«group» is text"),
        ({"document": {"sch12a": ["8"]}}, "«sch12a» is a list of 1"),
        ({"document": {"sch12a": "3"}}, "«sch12a» is a list of 1"),
        ({"document": {"sch12a": [["3"]]}}, "«sch12a» is a list of 1"),
        ({"document": {"age_years": -1}}, "zero or more"),
        ({"document": {"age_years": True}}, "zero or more"),
        ({"request": {"hours": "20"}}, "zero or more"),
        ({"request": {"hours": float("nan")}}, "zero or more"),
        ({"request": {"regime": "foi"}}, "«regime» is one of FOI, EIR, SAR"),
    ],
)
def test_a_fact_that_does_not_fit_is_a_fault(given: dict[str, object], told: str) -> None:
    with pytest.raises(FactFault, match=told):
        known_facts(given)


@pytest.mark.parametrize(
    "given",
    [
        {"document": {"status": "public", "sch12a": ["3"]}},
        {"document": {"status": "unclassified", "confidential_source": "court"}},
        {"person": {"kind": "press", "on_deciding_body": True}},
        {"document": {"third_party_confidential": True, "third_party_owned": False}},
    ],
)
def test_facts_that_cannot_both_be_so_are_a_fault(given: dict[str, object]) -> None:
    with pytest.raises(FactFault, match="contradict"):
        known_facts(given)


def test_what_is_left_out_is_unknown_and_null_is_none() -> None:
    asked = known_facts(
        {"person": {"on_behalf_of": None, "privy": None}, "document": {"sch12a": None}, "request": None}
    )
    assert asked.person.kind is UNKNOWN
    assert asked.person.on_behalf_of is None
    assert asked.person.privy is False
    assert asked.document.sch12a == ()
    assert asked.lens is None


def test_the_same_paragraph_twice_is_one() -> None:
    assert known_facts({"document": {"sch12a": ["3", "3", "1"]}}).document.sch12a == ("3", "1")


def test_without_who_asks_or_what_it_is_nobody_can_say() -> None:
    answer = ask(WF, {}, {**PAPER}, REQUEST)
    assert (answer["decision"], answer["mode"], answer["rule"]) == ("refer", "hold", None)
    assert answer.hangs_on == ("kind",)
    assert "who asks" in answer.reason
    assert ask(WF, MEMBER, {}).hangs_on == ("body", "status")


def test_what_holds_whoever_asks_is_said_without_knowing_who() -> None:
    answer = ask(WF, {}, {"held": False})
    assert (answer["decision"], answer["rule"]) == ("refuse", "G1")


def test_an_exempt_paper_without_a_paragraph_stays_closed() -> None:
    answer = ask(WF, MEMBER, {**exempt(), "sch12a": None})
    assert (answer["decision"], answer["rule"]) == ("refuse", "N5")


@pytest.mark.parametrize(
    ("document", "hanging"),
    [
        ({**PAPER, "status": "exempt", "sch12a": ["1"]}, {"public_interest", "own_development"}),
        (exempt("3"), {"contract_terms", "registrable", "own_development"}),
        ({**PAPER, "stage": "after"}, {"need_to_know"}),
        (PAPER, set()),
    ],
)
def test_what_was_left_out_and_would_change_the_answer_is_told(
    document: dict[str, object], hanging: set[str]
) -> None:
    assert set(ask(WF, MEMBER, document).hangs_on) == hanging
