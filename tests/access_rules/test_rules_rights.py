"""Public papers, information law and members’ rights: each rule, and the nearly matching case."""

import pytest

from tests.access_rules.asking import (
    ADOPTED,
    CABINET,
    FILE,
    HA,
    LAW,
    MEMBER,
    MW,
    ON_THE_BODY,
    PA,
    PAPER,
    PUBLIC,
    SCRUTINY,
    WF,
    WO_E,
    WO_P,
    Facts,
    ask,
    cited,
    decided,
    exempt,
)

OPEN: Facts = {**PAPER, "status": "public", "stage": "after"}
CO_OPTED: Facts = {"kind": "co_opted_member", "remit": "in", "interest": "none", "on_deciding_body": False}
LEADER: Facts = {"kind": "executive_member", "on_deciding_body": True, "interest": "none"}
REVIEWER: Facts = {**SCRUTINY, "scrutiny_link": "reviewing"}
UNTIED: Facts = {**SCRUTINY, "scrutiny_link": "none", "need_to_know": "not_shown"}
UNSHOWN: Facts = {**MEMBER, "need_to_know": "not_shown"}
PRIVATE: Facts = {**CABINET, "meeting": "private"}
COMING: Facts = {**CABINET, "stage": "before"}
OWN: Facts = {"on_deciding_body": True}


def cabinet(*paragraphs: str, **changed: object) -> Facts:
    """An executive paper that is exempt under those paragraphs."""
    return {**exempt(*paragraphs), **CABINET, "status": "exempt", **changed}


@pytest.mark.parametrize(
    ("text", "person", "document", "decision", "rule"),
    [
        # A1 and the periods.
        (WF, PUBLIC, {**OPEN, "age_years": 5}, "grant_copy", "A1"),
        (WF, PUBLIC, {**OPEN, "age_years": 6}, "grant_copy", "F1"),
        (WF, PUBLIC, {**OPEN, "background_paper": True, "age_years": 5}, "grant_copy", "F1"),
        (PA, PUBLIC, {**OPEN, "age_years": 60}, "grant_copy", "A1"),
        (MW, PUBLIC, {**OPEN, "age_years": 7}, "grant_copy", "F1"),
        (HA, {**MEMBER, "interest": "dpi"}, OPEN, "grant_copy", "A1"),
        # F2: any member of the body, and nobody else.
        (MW, MEMBER, {**FILE, "accounts": True}, "grant_copy", "F2"),
        (MW, PUBLIC, {**FILE, "accounts": True}, "refuse", "F1"),
        # S2: before the meeting, of the council's own bodies, by open paragraphs.
        (WF, MEMBER, PAPER, "grant_inspect", "S2"),
        (WF, UNSHOWN, {**PAPER, "stage": "after"}, "refuse", "N5"),
        (WF, UNSHOWN, FILE, "refuse", "N5"),
        (WF, MEMBER, exempt("3"), "grant_inspect", "S2"),
        (WF, MEMBER, exempt("6"), "grant_inspect", "S2"),
        (WF, MEMBER, exempt("3", "6"), "grant_inspect", "S2"),
        (WF, UNSHOWN, exempt("1"), "refuse", "N5"),
        (WF, UNSHOWN, exempt("3", contract_terms=True), "refuse", "N5"),
        (WF, MEMBER, exempt("3", "6", contract_terms=True), "refer", "S2"),
        (WF, MEMBER, exempt("3", "7"), "refer", "S2"),
        (WF, UNSHOWN, exempt("3", "7", stage="after"), "refuse", "N5"),
        (WF, {**UNSHOWN, "kind": "co_opted_member"}, PAPER, "refuse", "N5"),
        (PA, MEMBER, PAPER, "grant_inspect", "S0"),
        # S3: a public meeting of an executive to come.
        (WF, MEMBER, COMING, "grant_inspect", "S3"),
        (WF, MEMBER, cabinet("3", stage="before"), "grant_inspect", "S3"),
        (WF, UNSHOWN, {**COMING, "meeting": "private"}, "refuse", "N5"),
        (WF, UNSHOWN, {**COMING, "report_or_background_paper": False}, "refuse", "N5"),
        (MW, UNSHOWN, COMING, "refuse", "N5"),
        # S4: after a private meeting, or one person's decision.
        (WF, MEMBER, PRIVATE, "grant_inspect", "S4"),
        (WF, UNSHOWN, CABINET, "refuse", "N5"),
        (WF, MEMBER, {**CABINET, "body": "executive_member"}, "grant_inspect", "S4"),
        (WF, MEMBER, {**CABINET, "body": "officer_executive"}, "grant_inspect", "S4"),
        (WF, UNSHOWN, {**CABINET, "body": "officer_non_executive"}, "refuse", "N5"),
        (WF, MEMBER, cabinet("3", "1", meeting="private"), "refer", "S2"),
        # S5: scrutiny, what was transacted, and what is relevant.
        (WF, SCRUTINY, CABINET, "grant_copy", "S5"),
        (WF, REVIEWER, cabinet("1"), "grant_copy", "S5"),
        (WF, UNTIED, cabinet("1"), "refuse", "N5"),
        (WF, REVIEWER, COMING, "grant_inspect", "S3"),
        (WF, {**CO_OPTED, "scrutiny_link": "reviewing"}, cabinet("1"), "grant_copy", "S5"),
        (WF, {**CO_OPTED, "scrutiny_link": "reviewing", "remit": "out"}, cabinet("1"), "refuse", "R3"),
        (WF, {**LEADER, "on_deciding_body": False, "scrutiny_link": "both"}, CABINET, "grant_copy", "R2"),
        # R1 and R2: the body's own members.
        (WF, ON_THE_BODY, exempt("1"), "grant_inspect", "R1"),
        (HA, ON_THE_BODY, exempt("1"), "grant_copy", "R1"),
        (WO_P, ON_THE_BODY, exempt("1"), "grant_inspect", "R1"),
        (MW, ON_THE_BODY, exempt("1"), "grant_copy", "R1"),
        (PA, ON_THE_BODY, exempt("1"), "refer", "S0"),
        (WF, LEADER, cabinet("5"), "grant_copy", "R2"),
        (WF, {**LEADER, "on_deciding_body": False, "need_to_know": "not_shown"}, exempt("1"), "refuse", "N5"),
        (HA, LEADER, cabinet("5"), "grant_copy", "R1"),
        (WO_E, LEADER, cabinet("5"), "grant_inspect", "R1"),
        (WF, {**CO_OPTED, **OWN}, exempt("1"), "grant_inspect", "R1"),
        (WF, {**CO_OPTED, **OWN, "remit": "out"}, exempt("1"), "refuse", "R3"),
        # R4: independent members.
        (WF, {"kind": "independent_standards_member"}, FILE, "refer", "R4"),
        # N: the need to know.
        (WF, {**MEMBER, "need_to_know": "claimed"}, FILE, "refer", "N3"),
        (PA, {**MEMBER, "interpretation_dispute": True}, FILE, "refer", "N3"),
        (WF, {**MEMBER, "need_to_know": "accepted"}, FILE, "grant_inspect", "N4"),
        (PA, MEMBER, FILE, "refer", "N6"),
        (PA, UNSHOWN, FILE, "refuse", "N5"),
        (PA, UNSHOWN, PAPER, "refuse", "N5"),
    ],
)  # fmt: skip
def test_each_right_opens_its_own_case_and_not_the_one_beside_it(
    text: str, person: Facts, document: Facts, decision: str, rule: str
) -> None:
    assert decided(ask(text, person, document)) == (decision, rule)


@pytest.mark.parametrize("lens", [ADOPTED, LAW])
@pytest.mark.parametrize(
    ("text", "wants", "mode"),
    [
        (WF, "copy", {ADOPTED: "inspect", LAW: "copy"}),
        (WF, "inspect", {ADOPTED: "inspect", LAW: "inspect"}),
        (WO_E, "copy", {ADOPTED: "copy", LAW: "copy"}),
        (MW, "copy", {ADOPTED: "marked_copy", LAW: "marked_copy"}),
    ],
)
def test_what_may_be_inspected_may_be_copied_save_as_adopted_in_waltham_forest(
    text: str, wants: str, mode: dict[str, str], lens: str
) -> None:
    assert ask(text, MEMBER, exempt("3"), {"wants": wants}, lens)["mode"] == mode[lens]


@pytest.mark.parametrize(
    ("undertaking", "lens", "document", "decision"),
    [
        ("given", LAW, exempt("5"), "grant_copy"),
        ("refused", ADOPTED, exempt("6"), "refuse"),
        ("refused", LAW, exempt("6"), "grant_inspect"),
        ("refused", LAW, exempt("5"), "refuse"),
        ("contested", ADOPTED, exempt("5"), "refer"),
        ("contested", LAW, exempt("5"), "refer"),
    ],
)
def test_an_undertaking_at_the_waste_authority_never_bars_what_section_100f_opens_in_law(
    undertaking: str, lens: str, document: Facts, decision: str
) -> None:
    assert ask(MW, ON_THE_BODY, document, {"undertaking": undertaking}, lens)["decision"] == decision


@pytest.mark.parametrize("undertaking", ["refused", "contested"])
@pytest.mark.parametrize("text", [WF, HA, WO_E, PA])
def test_no_other_text_has_the_power_to_ask_for_an_undertaking(text: str, undertaking: str) -> None:
    answer = ask(text, {**MEMBER, "need_to_know": "accepted"}, FILE, {"undertaking": undertaking})
    assert decided(answer) == ("refer", "N4")
    assert answer.gap


@pytest.mark.parametrize(
    ("link", "adopted", "law"),
    [
        ("none", "refuse", "refuse"),
        ("reviewing", "refuse", "grant_copy"),
        ("work_programme", "grant_copy", "grant_copy"),
        ("both", "grant_copy", "grant_copy"),
    ],
)
def test_haringey_asks_for_the_agreed_programme_and_the_law_for_either(
    link: str, adopted: str, law: str
) -> None:
    person = {**SCRUTINY, "scrutiny_link": link, "need_to_know": "not_shown"}
    assert ask(HA, person, cabinet("1"), lens=ADOPTED)["decision"] == adopted
    assert ask(HA, person, cabinet("1"), lens=LAW)["decision"] == law


def test_a_refusal_to_scrutiny_states_what_the_committee_is_owed() -> None:
    person = {**SCRUTINY, "scrutiny_link": "none", "need_to_know": "not_shown"}
    answer = ask(WF, person, cabinet("1"))
    assert "written statement" in answer.reason
    assert "SI 2012/2089 reg 17(4)" in cited(answer)
    assert "paragraph 1" in answer.reason


@pytest.mark.parametrize(
    ("hours", "lens", "decision"),
    [
        (18, LAW, "grant_copy"),
        (18.25, LAW, "refuse"),
        (18.25, ADOPTED, "grant_copy"),
        (18.5, ADOPTED, "grant_copy"),
        (18.75, ADOPTED, "refuse"),
    ],
)
def test_the_cost_limit_of_the_text_and_of_the_law(hours: float, lens: str, decision: str) -> None:
    assert ask(WF, PUBLIC, FILE, {"regime": "FOI", "hours": hours}, lens)["decision"] == decision


@pytest.mark.parametrize("text", [WF, HA, WO_E, WO_P, MW])
def test_a_statutory_right_needs_no_purpose(text: str) -> None:
    for purpose in ("duties", "political", "unstated", "constituent"):
        assert ask(text, MEMBER, PAPER, {"purpose": purpose})["rule"] == "S2"


@pytest.mark.parametrize(
    ("kept", "decision", "mode"),
    [("none", "grant_copy", "copy"), ("part", "grant_part", "redacted_copy"), ("whole", "refuse", "none")],
)
def test_a_political_advisers_advice_is_left_out_or_closes_the_paper(
    kept: str, decision: str, mode: str
) -> None:
    answer = ask(WF, REVIEWER, {**CABINET, "political_adviser_advice": kept})
    assert (answer["decision"], answer["mode"]) == (decision, mode)


def test_the_waste_authority_rests_on_the_order_that_set_it_up() -> None:
    assert "SI 1985/1884 Sch 3 para 1(h)" in cited(ask(MW, MEMBER, PAPER))
    assert "SI 1985/1884 Sch 3 para 1(h)" not in cited(ask(WF, MEMBER, PAPER))
