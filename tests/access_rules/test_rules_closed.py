"""Gates, classification, groups, letters and closed papers: each rule, and the nearly matching case."""

import pytest

from tests.access_rules.asking import (
    ADOPTED,
    CABINET,
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

GROUP: Facts = {"body": "political_group", "stage": "none", "status": "unclassified"}
LETTER: Facts = {"body": "correspondence", "stage": "none", "status": "unclassified"}
CONFIDENTIAL: Facts = {**PAPER, "status": "confidential"}
OWNED: Facts = {**FILE, "third_party_owned": True, "third_party_confidential": True}
DETERMINER: Facts = {"kind": "monitoring_officer"}
ACCEPTED: Facts = {**MEMBER, "need_to_know": "accepted"}
UNSHOWN: Facts = {**MEMBER, "need_to_know": "not_shown"}


@pytest.mark.parametrize(
    ("text", "person", "document", "request_", "decision", "rule"),
    [
        # G: not held, own data, private capacity.
        (WF, MEMBER, {**PAPER, "held": False}, {}, "refuse", "G1"),
        (WF, MEMBER, {**FILE, "personal_data": "own"}, {}, "grant_copy", "G2"),
        (WF, PUBLIC, FILE, {"regime": "SAR"}, "grant_copy", "G2"),
        (WF, PUBLIC, {**FILE, "personal_data": "third_party"}, {"regime": "SAR"}, "refuse", "F1"),
        (WF, {**MEMBER, "capacity": "private"}, PAPER, {}, "refuse", "F1"),
        (WF, {**MEMBER, "capacity": "member"}, PAPER, {"purpose": "private"}, "grant_inspect", "S2"),
        (WF, MEMBER, PAPER, {"purpose": "private"}, "refuse", "F1"),
        # K: what falls away, and what nearly does.
        (WF, PUBLIC, exempt("3", registrable=True), {}, "grant_copy", "A1"),
        (WF, PUBLIC, exempt("1", registrable=True), {}, "refuse", "A5"),
        (WF, PUBLIC, exempt("3", "1", registrable=True), {}, "refuse", "A5"),
        (WF, PUBLIC, exempt("3", own_development=True), {}, "grant_copy", "A1"),
        (MW, PUBLIC, exempt("3", own_development=True), {}, "refuse", "A5"),
        (WF, MEMBER, exempt("7A"), {}, "refer", "K3"),
        (WF, {"kind": "proper_officer"}, exempt("7A"), {}, "grant_copy", "R8"),
        (WF, PUBLIC, {**exempt("5"), "public_interest": "not_done"}, {}, "refer", "K4"),
        (HA, MEMBER, {**exempt("5"), "public_interest": "not_done"}, {}, "refuse", "K4"),
        (HA, DETERMINER, {**exempt("5"), "public_interest": "not_done"}, {}, "grant_copy", "R8"),
        (WF, ON_THE_BODY, {**exempt("5"), "public_interest": "not_done"}, {}, "grant_inspect", "R1"),
        (WF, MEMBER, {**exempt("5"), "public_interest": "disclose"}, {}, "grant_copy", "A1"),
        # R8: the duty, and who asks without it.
        (WF, {"kind": "monitoring_officer"}, CONFIDENTIAL, {}, "grant_copy", "R8"),
        (WF, {"kind": "monitoring_officer", "capacity": "customer"}, CONFIDENTIAL, {}, "refuse", "A4"),
        (WF, OFFICER, exempt("1"), {}, "refer", "R7"),
        # L: groups and letters.
        (WF, MEMBER, {**GROUP, "group_internal": "other"}, {}, "refuse", "L1"),
        (WF, MEMBER, {**GROUP, "group_internal": "own"}, {}, "refer", "L1"),
        (WF, MEMBER, GROUP, {}, "refer", "L1"),
        (HA, {**OFFICER, "privy": True}, {**GROUP, "group_internal": "other"}, {}, "refer", None),
        (WF, MEMBER, {**GROUP, "group_report": True}, {}, "grant_copy", "L2"),
        (WF, PUBLIC, {**GROUP, "group_report": True}, {}, "refuse", "F1"),
        (WF, UNSHOWN, {**GROUP, "group_report": True, "status": "confidential"}, {}, "refuse", "A4"),
        (HA, MEMBER, {**exempt("3"), "group_request": True}, {}, "refuse", "L3"),
        (HA, UNSHOWN, {**FILE, "group_request": True}, {}, "refuse", "N5"),
        (HA, OFFICER, exempt("1", session_talk=True), {}, "refuse", "L4"),
        (WF, OFFICER, exempt("1", session_talk=True), {}, "refer", "R7"),
        (WF, MEMBER, LETTER, {}, "refuse", "L5"),
        (WF, PUBLIC, LETTER, {}, "refuse", "F1"),
        (WF, MEMBER, {**LETTER, "author_consents": True}, {}, "grant_copy", "L5"),
        (MW, {**MEMBER, "is_chair": True}, LETTER, {}, "grant_copy", "L5"),
        (MW, {**MEMBER, "is_chair": True}, {**LETTER, "private_letter": True}, {}, "refuse", "L5"),
        (MW, {**UNSHOWN, "is_chair": False}, LETTER, {}, "refuse", "N5"),
        # A: drafts, confidence, parts, and what is exempt.
        (WF, PUBLIC, {**PAPER, "status": "draft"}, {}, "refuse", "A3"),
        (WF, MEMBER, {**FILE, "status": "draft"}, {}, "refer", "A3"),
        (WF, {**UNSHOWN}, {**CABINET, "status": "draft"}, {}, "refuse", "N5"),
        (WO_P, PUBLIC, CONFIDENTIAL, {}, "refuse", "A4"),
        (WO_P, UNSHOWN, CONFIDENTIAL, {}, "refuse", "A4"),
        (WO_P, {**MEMBER, "need_to_know": "claimed"}, CONFIDENTIAL, {}, "refer", "A4"),
        (WO_P, ON_THE_BODY, CONFIDENTIAL, {}, "refer", "A4"),
        (PA, UNSHOWN, CONFIDENTIAL, {}, "refer", "S0"),
        (WF, PUBLIC, exempt("1", part_exempt=True), {}, "grant_part", "A6"),
        (WF, ON_THE_BODY, exempt("1", part_exempt=True), {}, "grant_inspect", "R1"),
        (WF, UNSHOWN, exempt("1", part_exempt=True), {}, "grant_part", "A6"),
        (WF, PUBLIC, {**CONFIDENTIAL, "part_exempt": True}, {}, "refuse", "A4"),
        (WF, PUBLIC, exempt("1"), {}, "refuse", "A5"),
        (WF, {"kind": "independent_person"}, exempt("1"), {}, "refer", "R4"),
        # T: other people's information.
        (PA, ACCEPTED, OWNED, {}, "refuse", "T0"),
        (PA, ACCEPTED, {**OWNED, "consent": "given"}, {}, "grant_inspect", "N4"),
        (WF, ACCEPTED, OWNED, {}, "refer", "T0"),
        (WF, ACCEPTED, {**OWNED, "consent": "given"}, {}, "grant_inspect", "N4"),
        (WF, ACCEPTED, {**FILE, "third_party_owned": True}, {}, "grant_inspect", "N4"),
        (WF, ACCEPTED, {**FILE, "dp_breach_likely": True}, {}, "refer", "T1"),
        (WF, UNSHOWN, {**FILE, "personal_data": "third_party"}, {}, "refuse", "T2"),
        (WF, ACCEPTED, {**FILE, "personal_data": "third_party"}, {}, "grant_inspect", "N4"),
        (WF, ON_THE_BODY, exempt("1", personal_data="third_party"), {}, "grant_inspect", "R1"),
        (WF, MEMBER, exempt("3", personal_data="third_party"), {}, "grant_inspect", "S2"),
        (WF, MEMBER, exempt("3", personal_data="third_party"), {"purpose": "constituent"}, "refuse", "T2"),
    ],
)  # fmt: skip
def test_each_rule_decides_its_own_case_and_not_the_one_beside_it(
    text: str, person: Facts, document: Facts, request_: Facts, decision: str, rule: str | None
) -> None:
    assert decided(ask(text, person, document, request_)) == (decision, rule)


@pytest.mark.parametrize("lens", [ADOPTED, LAW])
@pytest.mark.parametrize("paragraph", ["1", "2", "3", "4", "5", "6", "7"])
def test_a_refusal_to_the_public_names_the_paragraph_and_the_public_interest(
    paragraph: str, lens: str
) -> None:
    answer = ask(WF, PUBLIC, exempt(paragraph), lens=lens)
    assert f"paragraph {paragraph}" in answer.reason
    assert "public interest" in answer.reason
    assert {f"WF-S12A.{paragraph}", "WF-S12A.Q1", f"LGA 1972 Sch 12A para {paragraph}"} <= set(cited(answer))


def test_confidential_matter_for_scrutiny_is_copied_as_adopted_only_where_it_was_transacted() -> None:
    person = {**SCRUTINY, "scrutiny_link": "reviewing"}
    after, before = (
        {**CABINET, "status": "confidential"},
        {**CABINET, "stage": "before", "status": "confidential"},
    )
    assert decided(ask(WF, person, after, lens=ADOPTED)) == ("grant_copy", "A4")
    assert decided(ask(WF, person, before, lens=ADOPTED)) == ("refer", "A4")
    assert decided(ask(WF, person, after, lens=LAW)) == ("refer", "A4")
    assert decided(ask(HA, person, after, lens=ADOPTED)) == ("refer", "A4")


@pytest.mark.parametrize(
    ("authority", "adopted", "law"),
    [
        ("written_explicit", "refuse", "grant_part"),
        ("written_vague", "refuse", "grant_part"),
        ("oral", "refuse", "grant_part"),
        ("none", "refuse", "refer"),
        (None, "refuse", "refer"),
    ],
)
def test_casework_where_the_text_gives_only_what_is_public(
    authority: str | None, adopted: str, law: str
) -> None:
    document = {**FILE, "personal_data": "constituent"}
    request_ = {"purpose": "constituent"} | ({"authority": authority} if authority else {})
    assert ask(WO_E, MEMBER, document, request_, ADOPTED)["decision"] == adopted
    assert ask(WO_E, MEMBER, document, request_, LAW)["decision"] == law


def test_a_request_is_taken_as_genuine_unless_somebody_found_that_it_is_not() -> None:
    document = {**FILE, "personal_data": "constituent"}
    oral = {"purpose": "constituent", "authority": "oral"}
    assert ask(WO_E, MEMBER, document, {**oral, "good_faith": None})["decision"] == "grant_part"
    assert ask(WO_E, MEMBER, document, {**oral, "good_faith": False})["decision"] == "refer"


def test_in_a_parish_a_written_explicit_authority_is_the_owners_consent() -> None:
    explicit = {"authority": "written_explicit"}
    assert decided(ask(PA, ACCEPTED, OWNED, explicit)) == ("grant_inspect", "N4")
    assert decided(ask(PA, ACCEPTED, {**OWNED, "consent": "not_given"}, explicit)) == ("refuse", "T0")
    assert decided(ask(PA, ACCEPTED, OWNED, {"authority": "oral"})) == ("refuse", "T0")
    assert decided(ask(WF, ACCEPTED, OWNED, explicit)) == ("refer", "T0")


def test_a_refusal_of_confidential_matter_to_scrutiny_owes_the_committee_reasons() -> None:
    person = {**SCRUTINY, "scrutiny_link": "none"}
    answer = ask(WF, person, {**CABINET, "status": "confidential"})
    assert decided(answer) == ("refuse", "A4")
    assert "written-statement-to-the-committee" in answer["reasons_required"]
    assert "SI 2012/2089 reg 17(4)" in cited(answer)


def test_a_statutory_officer_at_the_waste_authority_is_told_that_it_is_confidential() -> None:
    assert ask(MW, DETERMINER, exempt("1"))["mode"] == "marked_copy"
    assert ask(MW, DETERMINER, PAPER)["mode"] == "copy"
    assert ask(WF, DETERMINER, exempt("1"))["mode"] == "copy"


def test_where_the_reading_of_the_parish_text_is_disputed_the_monitoring_officers_prevails() -> None:
    person = {**MEMBER, "interpretation_dispute": True}
    for document in (PAPER, exempt("1"), FILE):
        answer = ask(PA, person, document, lens=ADOPTED)
        assert answer["decision"] == "refer"
        assert "PA-INT.3" in cited(answer)
