"""The rules in their order: the first that matches decides, and the trace tells every one that was tried."""

import pytest

from access_rules.rules import ACCESS_RULES
from access_rules.rules.walk import STEPS
from rulebook.citation import Source
from tests.access_rules.asking import (
    ADOPTED,
    FILE,
    HA,
    LAW,
    MEMBER,
    MW,
    OFFICER,
    ON_THE_BODY,
    PA,
    PAPER,
    PUBLIC,
    WF,
    WO_E,
    Facts,
    ask,
    cited,
    decided,
    exempt,
)


def test_the_order_is_that_of_the_law_as_corrected() -> None:
    assert " ".join(STEPS) == (
        "G1 G2 G3 K1 K2 K3 K4 R8 L1 L2 L3 L4 L5 F1 F2 A1 R5 I1 I2 I3 A3 R7 A4 A6 A5 T0 T1 T2 T3 S1 S0"
        " S2-mixed R2 R1 S5 S2 S3 S4 R4 R3 N1 N2 N3 N4 N5 N6"
    )


def test_every_step_has_its_rule_and_every_rule_its_sentence() -> None:
    assert [rule.id for rule in ACCESS_RULES] == [f"access-{name.lower()}" for name in STEPS]
    for rule in ACCESS_RULES:
        assert rule.says[0].isupper()
        assert rule.says.endswith(".")
        assert all(citation.source is not Source.PROTOCOL for citation in rule.cites)


def test_the_trace_tells_every_rule_up_to_the_one_that_decides_and_why_it_did_not_match() -> None:
    answer = ask(WF, MEMBER, exempt("3"))
    names = [tried.rule for tried in answer.trace]
    assert names == list(STEPS)[: len(names)]
    assert names[-1] == answer["rule"] == "S2"
    assert [tried.matched for tried in answer.trace] == [False] * (len(names) - 1) + [True]
    assert all(tried.why for tried in answer.trace)


def test_a_rule_that_corrects_the_facts_is_told_as_matched_and_the_walk_goes_on() -> None:
    answer = ask(WF, PUBLIC, exempt("3", registrable=True))
    matched = [tried.rule for tried in answer.trace if tried.matched]
    assert matched == ["K1", "A1"]


def test_where_no_rule_matches_the_monitoring_officer_is_asked() -> None:
    answer = ask(WF, OFFICER, FILE)
    assert decided(answer) == ("refer", None)
    assert answer.gap
    assert answer["refer_to"] == "monitoring-officer"


@pytest.mark.parametrize(
    ("text", "person", "document", "request_", "first"),
    [
        # Not held comes before one's own data.
        (WF, MEMBER, {**FILE, "held": False, "personal_data": "own"}, {}, "G1"),
        # One's own data comes before the classification.
        (WF, MEMBER, exempt("1", personal_data="own"), {}, "G2"),
        # The classification comes before a group's paper.
        (WF, MEMBER, {**exempt("7A"), "group_internal": "other"}, {}, "K3"),
        # The statutory officer comes before everything that is closed.
        (WF, {"kind": "monitoring_officer"}, exempt("1", group_internal="other"), {}, "R8"),
        # A group's workings come before a request under information law.
        (WF, PUBLIC, {**FILE, "group_internal": "other"}, {"regime": "FOI"}, "L1"),
        # Information law comes before what is public anyway.
        (WF, PUBLIC, {**PAPER, "status": "public"}, {"regime": "FOI"}, "F1"),
        # An interest comes before drafts, confidence and other people's data.
        (WO_E, {**MEMBER, "interest": "dpi"}, {**PAPER, "status": "draft"}, {}, "I2"),
        (WO_E, {**MEMBER, "interest": "dpi"}, {**PAPER, "status": "confidential"}, {}, "I2"),
        (HA, {**MEMBER, "interest": "dpi"}, {**FILE, "dp_breach_likely": True}, {}, "I1"),
        # A draft comes before the right of one's own body.
        (WF, ON_THE_BODY, {**PAPER, "status": "draft"}, {}, "A3"),
        # A likely breach comes before an accepted need.
        (WF, {**MEMBER, "need_to_know": "accepted"}, {**FILE, "dp_breach_likely": True}, {}, "T1"),
        # One's own body comes before the statutory rights.
        (WF, ON_THE_BODY, exempt("3"), {}, "R1"),
        # A statutory right comes before a finding of bad faith.
        (MW, MEMBER, PAPER, {"good_faith": False}, "S2"),
        # Bad faith comes before fishing, and fishing before a need.
        (WF, {**MEMBER, "need_to_know": "accepted"}, FILE, {"good_faith": False, "scope": "fishing"}, "N1"),
        (WF, {**MEMBER, "need_to_know": "accepted"}, FILE, {"scope": "fishing"}, "N2"),
    ],
)
def test_the_first_rule_that_matches_decides(
    text: str, person: Facts, document: Facts, request_: Facts, first: str
) -> None:
    assert ask(text, person, document, request_)["rule"] == first


@pytest.mark.parametrize("lens", [ADOPTED, LAW])
@pytest.mark.parametrize("text", [WF, HA, WO_E, MW, PA])
def test_local_ids_come_first_then_statutes_and_each_once(text: str, lens: str) -> None:
    ids = cited(ask(text, PUBLIC, exempt("3"), lens=lens))
    assert len(ids) == len(set(ids))
    local = [" " not in id_ for id_ in ids]
    assert local == sorted(local, reverse=True)
