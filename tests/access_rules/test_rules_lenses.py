"""Both lenses on one question, and which of them opens the file."""

import pytest

from access_rules.rules import Difference, both_lenses
from rulebook.facts import FactFault
from rulebook.protocols import protocol
from tests.access_rules.asking import (
    ADOPTED,
    CABINET,
    FILE,
    HA,
    LAW,
    MEMBER,
    MW,
    PA,
    PAPER,
    SCRUTINY,
    WF,
    WO_E,
    WO_P,
    Facts,
    ask,
    cited,
    exempt,
    facts,
)

CASEWORK: Facts = {"purpose": "constituent", "authority": "written_explicit"}
DECISION: Facts = {**CABINET, "body": "officer_executive", "key_decision": False}


@pytest.mark.parametrize(
    ("text", "person", "document", "request_", "adopted", "law", "enforced", "difference"),
    [
        # Both say the same.
        (WF, MEMBER, PAPER, {}, "grant_inspect", "grant_inspect", "grant_inspect", None),
        # Statute grants more and wins.
        (WF, MEMBER, PAPER, {"wants": "copy"}, "grant_inspect", "grant_copy", "grant_copy", "NARROWER"),
        (HA, MEMBER, exempt("3"), {}, "refuse", "grant_inspect", "grant_inspect", "NARROWER"),
        (
            WF,
            {**SCRUTINY, "scrutiny_link": "none"},
            DECISION,
            {},
            "refuse",
            "grant_copy",
            "grant_copy",
            "NARROWER",
        ),
        # What either refers is referred.
        (
            WF,
            {**SCRUTINY, "scrutiny_link": "both"},
            {**CABINET, "status": "confidential"},
            {},
            "grant_copy",
            "refer",
            "refer",
            "REFERRED",
        ),
        (HA, {**MEMBER, "interest": "dpi"}, PAPER, {}, "refuse", "refer", "refer", "REFERRED"),
        # The text refuses casework altogether; the law lets it be met in part.
        (
            WO_P,
            MEMBER,
            {**FILE, "personal_data": "constituent"},
            CASEWORK,
            "refuse",
            "grant_part",
            "grant_part",
            "NARROWER",
        ),
    ],
)
def test_what_the_portal_does_follows_from_both_lenses(
    text: str,
    person: Facts,
    document: Facts,
    request_: Facts,
    adopted: str,
    law: str,
    enforced: str,
    difference: str | None,
) -> None:
    both = both_lenses(protocol(text), facts(person, document, request_, None))
    assert (both.as_adopted["decision"], both.current_law["decision"]) == (adopted, law)
    assert both.enforced["decision"] == enforced
    assert both.difference == (Difference[difference] if difference else None)
    assert [answer["lens"] for answer in (both.as_adopted, both.current_law, both.enforced)] == [
        ADOPTED,
        LAW,
        "enforced",
    ]


def test_without_a_lens_the_answer_is_what_the_portal_does() -> None:
    answer = ask(HA, MEMBER, exempt("3"), lens=None)
    assert (answer["lens"], answer["decision"], answer["rule"]) == ("enforced", "grant_inspect", "S2")


def test_where_the_lenses_differ_the_reason_says_how_and_cites_both() -> None:
    answer = ask(HA, MEMBER, exempt("3"), lens=None)
    assert "By the protocol alone it would be refused" in answer.reason
    assert {"HA-4.19d", "LGA 1972 s100F(2A)(a)"} <= set(cited(answer))
    assert "By the protocol alone" not in ask(MW, MEMBER, exempt("3"), lens=None).reason


def test_the_law_that_forbids_outweighs_a_referral() -> None:
    """A confidential paper that no need was shown for is refused, whatever the text would let be asked."""
    answer = ask(WF, {**MEMBER, "need_to_know": "not_shown"}, {**PAPER, "status": "confidential"}, lens=None)
    assert (answer["decision"], answer["rule"]) == ("refuse", "A4")


def test_every_difference_has_its_label() -> None:
    assert all(difference.label.endswith(".") for difference in Difference)


def test_both_lenses_need_to_know_who_asks_for_what() -> None:
    with pytest.raises(FactFault, match="kind, body, status"):
        both_lenses(protocol(PA), {})


@pytest.mark.parametrize(
    ("text", "lens", "decision"), [(WO_E, ADOPTED, "grant_inspect"), (WO_E, LAW, "refer")]
)
def test_an_assistant_is_as_good_as_a_member_only_in_the_text(text: str, lens: str, decision: str) -> None:
    person = {"kind": "political_assistant", "capacity": "officer", "on_behalf_of": None}
    assert ask(text, person, exempt("3"), lens=lens)["decision"] == decision
