"""What is owed with an answer: duties on release, reasons, the ladder of challenge, and until when."""

import pytest

from rulebook.protocols import PROTOCOLS
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
    Facts,
    ask,
    cited,
    exempt,
)

UNSHOWN: Facts = {**MEMBER, "need_to_know": "not_shown"}


@pytest.mark.parametrize(
    ("text", "lens", "ladder"),
    [
        (WF, LAW, ["monitoring-officer", "judicial-review"]),
        (HA, LAW, ["chief-executive", "monitoring-officer", "foi", "judicial-review"]),
        (WO_E, LAW, ["monitoring-officer", "judicial-review"]),
        (MW, ADOPTED, ["director", "authority", "district-auditor"]),
        (MW, LAW, ["director", "authority", "external-auditor"]),
        (PA, LAW, ["proper-officer", "monitoring-officer"]),
    ],
)
def test_a_member_who_is_refused_has_the_ladder_of_the_text(text: str, lens: str, ladder: list[str]) -> None:
    assert list(ask(text, UNSHOWN, FILE, lens=lens)["challenge"]) == ladder


@pytest.mark.parametrize("text", list(PROTOCOLS))
def test_the_public_has_the_ladder_of_information_law(text: str) -> None:
    answer = ask(text, PUBLIC, exempt("1"))
    assert answer["challenge"] == ("internal-review", "information-commissioner", "first-tier-tribunal")


def test_a_contested_undertaking_goes_to_the_monitoring_officer_first() -> None:
    answer = ask(MW, ON_THE_BODY, exempt("5"), {"undertaking": "contested"})
    assert answer["challenge"] == ("monitoring-officer", "director", "authority", "external-auditor")


def test_what_is_given_whole_has_no_ladder_and_what_is_given_in_part_has_one() -> None:
    assert ask(WF, MEMBER, PAPER)["challenge"] == ()
    assert ask(WF, UNSHOWN, exempt("1", part_exempt=True))["challenge"] != ()


@pytest.mark.parametrize(
    ("text", "person", "document", "request_", "reasons"),
    [
        (WF, UNSHOWN, FILE, {}, ("good-reason",)),
        (HA, UNSHOWN, FILE, {}, ("stated",)),
        (MW, UNSHOWN, FILE, {}, ("in-writing", "copied-to-monitoring-officer")),
        (WF, {**SCRUTINY, "scrutiny_link": "none"}, {**exempt("1"), **CABINET, "status": "exempt"}, {},
         ("written-statement-to-the-committee", "good-reason")),
        (WF, PUBLIC, exempt("1"), {}, ("not-for-publication-with-the-description-of-the-paragraph",)),
        (WF, PUBLIC, FILE, {"regime": "FOI", "hours": 40}, ("refusal-notice-within-20-working-days",)),
        (MW, ON_THE_BODY, exempt("5"), {"undertaking": "refused"},
         ("reasons-for-confidentiality-in-writing", "in-writing", "copied-to-monitoring-officer")),
        (WF, MEMBER, PAPER, {}, ()),
    ],
)  # fmt: skip
def test_a_refusal_owes_the_reasons_that_text_and_statute_ask_for(
    text: str, person: Facts, document: Facts, request_: Facts, reasons: tuple[str, ...]
) -> None:
    assert ask(text, person, document, request_)["reasons_required"] == reasons


@pytest.mark.parametrize(
    ("text", "person", "document", "duties"),
    [
        (WF, ON_THE_BODY, exempt("1"), {"no-onward-disclosure", "duties-only", "legal-advice-first"}),
        (HA, ON_THE_BODY, exempt("1"), {"purpose-only", "private-session", "marked", "privy-only", "breach"}),
        (WO_E, ON_THE_BODY, exempt("1"), {"purpose-only", "consent-or-law"}),
        (MW, ON_THE_BODY, exempt("1"), {"shared-with-nobody", "said-to-be-so", "checked-first"}),
    ],
)
def test_what_is_released_carries_the_duties_of_the_text_and_their_paragraphs(
    text: str, person: Facts, document: Facts, duties: set[str]
) -> None:
    answer = ask(text, person, document)
    assert duties <= set(answer["handling"])
    terms = PROTOCOLS[text].access.handling
    for duty, cites in terms.items():
        if duty.value in answer["handling"]:
            assert {cite.id for cite in cites} <= set(cited(answer))


def test_a_public_paper_and_a_statutory_officer_carry_no_duties_of_a_member() -> None:
    assert ask(WF, MEMBER, {**PAPER, "status": "public"})["handling"] == ()
    assert ask(WF, {"kind": "monitoring_officer"}, exempt("1"))["handling"] == ()
    assert ask(PA, MEMBER, PAPER)["handling"] == ()


def test_advice_kept_from_others_is_a_duty_of_letters_alone() -> None:
    letter = {"body": "correspondence", "status": "unclassified", "author_consents": True}
    assert "advice-kept" in ask(WO_E, MEMBER, letter)["handling"]
    assert "advice-kept" not in ask(WO_E, MEMBER, PAPER)["handling"]


def test_casework_makes_the_member_responsible_for_the_data() -> None:
    document = {**FILE, "personal_data": "constituent"}
    answer = ask(WF, MEMBER, document, {"purpose": "constituent", "authority": "written_explicit"})
    assert "data-controller" in answer["handling"]


@pytest.mark.parametrize(
    ("person", "document", "until"),
    [
        (MEMBER, PAPER, "until the meeting"),
        ({**SCRUTINY, "scrutiny_link": "none"}, CABINET, "10 clear days"),
        (MEMBER, {**CABINET, "meeting": "private"}, "24 hours"),
        (PUBLIC, {**PAPER, "status": "public"}, "six years"),
        (PUBLIC, {**PAPER, "status": "public", "background_paper": True}, "four years"),
        (MEMBER, {**FILE, "personal_data": "own"}, "one month"),
    ],
)
def test_a_right_says_until_when(person: Facts, document: Facts, until: str) -> None:
    assert until in str(ask(WF, person, document)["until"])


@pytest.mark.parametrize(
    ("text", "person", "document", "post"),
    [
        (WF, {**MEMBER, "need_to_know": "claimed"}, FILE, "monitoring-officer"),
        (PA, MEMBER, exempt("1"), "proper-officer"),
        (HA, MEMBER, {**FILE, "group_request": True, "unreasonable": True}, "chief-executive"),
        (WF, MEMBER, PAPER, None),
    ],
)
def test_a_referral_names_the_post(text: str, person: Facts, document: Facts, post: str | None) -> None:
    answer = ask(text, person, document)
    assert answer["refer_to"] == post
    assert (answer["mode"] == "hold") is (post is not None)
