"""Decisions and answers: three outcomes, never a truth value."""

from datetime import date

import pytest

from rulebook.citation import Citation, Source
from rulebook.decision import Answer, Outcome, Tried, allowed, refused, unknown
from rulebook.rule import Rule, in_force

PARAGRAPH = Citation("WF-6.9", Source.PROTOCOL, "a protocol", "section 6")
RULE = Rule("only-theirs", "Only the officer who has the enquiry may answer it.", (PARAGRAPH,))


@pytest.mark.parametrize("decision", [allowed(), refused(RULE), unknown()])
def test_a_decision_mistaken_for_its_answer_fails_loudly(decision: object) -> None:
    with pytest.raises(TypeError, match="outcome"):
        bool(decision)


def test_a_refusal_keeps_its_rule_its_sentence_and_its_paragraph() -> None:
    decision = refused(RULE)
    assert (decision.outcome, decision.allowed) == (Outcome.REFUSED, False)
    assert (decision.rule, decision.sentence, decision.citations) == (RULE, RULE.says, (PARAGRAPH,))
    assert refused(RULE, "Not today.", ()).sentence == "Not today."


def test_what_may_not_be_known_says_nothing_at_all() -> None:
    assert (unknown().rule, unknown().sentence, unknown().citations) == (None, "", ())


def test_an_allowed_decision_may_name_the_rule_that_allows() -> None:
    assert allowed(RULE).allowed
    assert allowed(RULE).citations == (PARAGRAPH,)
    assert allowed().citations == ()


def test_an_answer_is_written_in_json_types_and_cites_each_id_once() -> None:
    answer = Answer(
        {"due": date(2026, 11, 30), "missing": ("action",)},
        (PARAGRAPH, PARAGRAPH),
        "Because.",
        trace=(Tried("reply", True, "it fits"),),
    )
    assert answer.as_json() == {
        "due": "2026-11-30",
        "missing": ["action"],
        "cite": ["WF-6.9"],
        "reason": "Because.",
        "gap": False,
        "hangs_on": [],
    }
    assert answer.as_json(trace=True)["trace"] == [{"rule": "reply", "matched": True, "why": "it fits"}]


def test_a_rule_holds_from_its_first_to_its_last_day() -> None:
    rule = Rule("r", "says", in_force_from=date(2020, 1, 2), in_force_until=date(2021, 1, 1))
    held = [
        rule.is_in_force(day)
        for day in (date(2020, 1, 1), date(2020, 1, 2), date(2021, 1, 1), date(2021, 1, 2))
    ]
    assert held == [False, True, True, False]
    assert in_force([rule, RULE], date(2022, 1, 1)) == (RULE,)
