"""What the six texts say of access to documents and information."""

from collections.abc import Mapping

import pytest

from rulebook.access import AccessTerms
from rulebook.access.duties import (
    Advice,
    Challenge,
    Circulation,
    Dispute,
    Handling,
    Overtaken,
    Reasons,
    Undertaking,
)
from rulebook.access.papers import (
    Confidential,
    Constituents,
    Correspondence,
    Exempt,
    ExemptLaw,
    GroupPapers,
    InformationLaw,
    Premises,
    ProperOfficer,
    Public,
    ThirdParties,
)
from rulebook.access.rights import (
    Assistants,
    CoOpted,
    Executive,
    Independent,
    Inspection,
    Interests,
    Mode,
    NeedToKnow,
    Opened,
    OtherBodies,
    OwnBody,
    Presumption,
    Scrutiny,
)
from rulebook.post import Post
from rulebook.protocols import PROTOCOLS
from rulebook.stated import Stated, Worded

WOKINGHAM = ("wokingham-2007", "wokingham-2014")


def terms(key: str) -> AccessTerms:
    """The terms of one text."""
    return PROTOCOLS[key].access


def test_who_settles_a_dispute_is_a_post_and_the_ladder_has_the_names_of_scenario_files() -> None:
    assert {Post(one.value) for one in Dispute} == {Post.MONITORING_OFFICER, Post.DIRECTOR}
    ladder = {"monitoring-officer", "director", "authority", "district-auditor"}
    assert ladder <= {one.value for one in Challenge}


def test_paragraphs_of_schedule_12a_have_the_names_of_scenario_files() -> None:
    assert [one.value for one in Exempt] == ["1", "2", "3", "4", "5", "6", "7", "7A", "7B", "7C"]
    assert [one.value for one in Opened] == ["3", "6"]


ONE_VALUE: list[tuple[str, Mapping[str, Worded]]] = [
    (
        "disputes",
        {
            "waltham-forest": Dispute.MONITORING_OFFICER,
            "wokingham-2007": Dispute.MONITORING_OFFICER,
            "wokingham-2014": Dispute.MONITORING_OFFICER,
            "mwda": Dispute.DIRECTOR,
        },
    ),
    ("reasons", {"waltham-forest": Reasons.GOOD_REASON, "mwda": Reasons.WRITTEN_AND_COPIED}),
    (
        "mode",
        {
            "waltham-forest": Mode.INSPECT,
            "haringey": Mode.MARKED_COPY,
            "wokingham-2007": Mode.INSPECT,
            "wokingham-2014": Mode.INSPECT,
            "mwda": Mode.SUPPLY,
            "parish": Mode.INSPECT,
        },
    ),
    (
        "presumption",
        {
            "waltham-forest": Presumption.GOOD_REASON_TO_WITHHOLD,
            "haringey": Presumption.LEGAL_RIGHT,
            "wokingham-2007": Presumption.AS_NEEDED,
            "wokingham-2014": Presumption.AS_NEEDED,
            "mwda": Presumption.SUPPLY,
            "parish": Presumption.CAUTION,
        },
    ),
    (
        "own_body",
        {
            "waltham-forest": OwnBody.BEYOND_PAPERS,
            "haringey": OwnBody.GOOD_REASON,
            "wokingham-2007": OwnBody.INSPECT,
            "wokingham-2014": OwnBody.INSPECT,
        },
    ),
    (
        "executive",
        {
            "waltham-forest": Executive.FULL,
            "haringey": Executive.AS_OWN_BODY,
            "wokingham-2007": Executive.AS_OWN_BODY,
            "wokingham-2014": Executive.AS_OWN_BODY,
        },
    ),
    (
        "other_bodies",
        {
            "waltham-forest": OtherBodies.INSPECT,
            "haringey": OtherBodies.FOI_OR_NEED,
            "wokingham-2007": OtherBodies.PROCEDURE_RULES,
            "wokingham-2014": OtherBodies.PROCEDURE_RULES,
            "mwda": OtherBodies.STATUTE_AND_CONSTITUTION,
            "parish": OtherBodies.INSPECT,
        },
    ),
    ("co_opted", {"waltham-forest": CoOpted.REMIT_ONLY, "wokingham-2007": CoOpted.AS_MEMBERS}),
    ("independent", {"waltham-forest": Independent.HEARINGS}),
    ("assistants", {"haringey": Assistants.AS_NAMED_MEMBER, "wokingham-2007": Assistants.AS_MEMBERS}),
    (
        "constituents",
        {
            "waltham-forest": Constituents.WITHIN_LIMITS,
            "haringey": Constituents.SERVICE_REQUEST,
            "wokingham-2007": Constituents.PUBLIC_AND_NOT_BARRED,
            "wokingham-2014": Constituents.PUBLIC_AND_NOT_BARRED,
            "mwda": Constituents.WRITTEN_AUTHORITY,
        },
    ),
    ("proper_officer", {"parish": ProperOfficer.MAY_WITHHOLD}),
    ("circulation", {"wokingham-2007": Circulation.STATUTORY_OFFICERS}),
]


@pytest.mark.parametrize(("field", "expected"), ONE_VALUE, ids=[field for field, _ in ONE_VALUE])
def test_a_text_has_the_value_that_its_words_give_and_the_others_are_silent(
    field: str, expected: Mapping[str, Worded]
) -> None:
    found = {key: getattr(text.access, field) for key, text in PROTOCOLS.items()}
    assert all(isinstance(one, Stated) for one in found.values())
    assert {key: one.value for key, one in found.items() if not one.is_silent} == expected


@pytest.mark.parametrize(
    ("key", "ladder"),
    [
        ("waltham-forest", [Challenge.MONITORING_OFFICER, Challenge.COURT]),
        ("haringey", [Challenge.ADVICE, Challenge.FREEDOM_OF_INFORMATION]),
        ("wokingham-2007", [Challenge.MONITORING_OFFICER]),
        ("wokingham-2014", [Challenge.MONITORING_OFFICER]),
        ("mwda", [Challenge.DIRECTOR, Challenge.AUTHORITY, Challenge.DISTRICT_AUDITOR]),
        ("parish", [Challenge.INTERPRETATION]),
    ],
)
def test_the_steps_of_challenge_are_in_the_order_of_the_text(key: str, ladder: list[Challenge]) -> None:
    assert list(terms(key).challenge) == ladder


def test_only_waltham_forest_opens_paragraphs_3_and_6_and_writes_the_schedule_out() -> None:
    assert set(terms("waltham-forest").opened) == set(Opened)
    assert set(terms("waltham-forest").exempt) == set(Exempt)
    assert [key for key, text in PROTOCOLS.items() if text.access.opened or text.access.exempt] == [
        "waltham-forest"
    ]


def test_waltham_forest_lets_members_inspect_before_the_meeting_and_not_copy() -> None:
    limits = set(terms("waltham-forest").inspection)
    assert {Inspection.NOT_A_COPY, Inspection.BEFORE_ONLY, Inspection.EXEMPT_CLOSED} <= limits
    assert set(terms("parish").inspection) == {Inspection.HELD_OR_CONTROLLED, Inspection.CONFIDENTIALITY}


def test_each_text_has_its_own_tests_of_a_need_to_know() -> None:
    assert NeedToKnow.NO_ROVING in terms("waltham-forest").need_to_know
    assert NeedToKnow.GOOD_FAITH in terms("waltham-forest").need_to_know
    assert {NeedToKnow.NO_FISHING, NeedToKnow.NO_RESEARCH} <= set(terms("mwda").need_to_know)
    assert NeedToKnow.MEMBER_SHOWS_IT in terms("haringey").need_to_know
    assert set(terms("parish").need_to_know) == {NeedToKnow.REASONABLE_REQUEST}


def test_scrutiny_is_prima_facie_in_haringey_and_gets_copies_in_waltham_forest() -> None:
    assert set(terms("haringey").scrutiny) == {Scrutiny.PRIMA_FACIE}
    assert {Scrutiny.COPIES, Scrutiny.RELEVANT, Scrutiny.NO_POLITICAL_ADVICE} <= set(
        terms("waltham-forest").scrutiny
    )
    assert not terms("mwda").scrutiny
    assert not terms("parish").scrutiny


def test_an_interest_makes_a_private_person_in_haringey_and_wants_advice_in_wokingham() -> None:
    assert set(terms("haringey").interests) == {Interests.PRIVATE_PERSON, Interests.SAYS_PRIVATE}
    for key in WOKINGHAM:
        assert set(terms(key).interests) == {Interests.ADVICE_FIRST}
    assert not any(terms(key).interests for key in ("waltham-forest", "mwda", "parish"))


def test_only_mwda_may_ask_for_an_undertaking_and_hears_an_appeal_against_it() -> None:
    assert set(terms("mwda").undertaking) == set(Undertaking)
    assert [key for key, text in PROTOCOLS.items() if text.access.undertaking] == ["mwda"]


def test_what_is_owed_on_release_differs_from_text_to_text() -> None:
    assert {Handling.MARKED, Handling.PRIVATE_SESSION, Handling.PRIVY_ONLY} <= set(terms("haringey").handling)
    assert {Handling.SHARED_WITH_NOBODY, Handling.HELD_WHILE_UNSURE, Handling.CHECKED_FIRST} <= set(
        terms("mwda").handling
    )
    assert Handling.DUTIES_ONLY in terms("waltham-forest").handling
    for key in WOKINGHAM:
        assert {Handling.PURPOSE_ONLY, Handling.CONSENT_OR_LAW, Handling.ADVICE_KEPT} == set(
            terms(key).handling
        )
    assert not terms("parish").handling


def test_other_peoples_information_needs_its_owner_only_in_a_parish() -> None:
    assert set(terms("parish").third_parties) == {ThirdParties.OWNERSHIP_FIRST, ThirdParties.OWNERS_CONSENT}
    assert set(terms("waltham-forest").third_parties) == {ThirdParties.NOT_REPRESENTED}
    assert not terms("mwda").third_parties


def test_what_a_group_keeps_to_itself() -> None:
    kept = {key: set(text.access.group_papers) for key, text in PROTOCOLS.items()}
    assert kept["wokingham-2007"] == {GroupPapers.MEETING_KEPT, GroupPapers.WORKINGS_CLOSED}
    assert kept["wokingham-2014"] == {GroupPapers.WORKINGS_CLOSED}
    assert kept["waltham-forest"] == kept["haringey"] == kept["mwda"] == {GroupPapers.MEETING_KEPT}
    assert kept["parish"] == set()


def test_letters_are_copied_openly_or_not_at_all() -> None:
    for key in WOKINGHAM:
        assert set(terms(key).correspondence) == {
            Correspondence.AUTHORS_CONSENT,
            Correspondence.NO_BLIND_COPIES,
        }
    assert Correspondence.GENERAL_INTEREST in terms("mwda").correspondence
    assert set(terms("waltham-forest").correspondence) == {Correspondence.WITH_AUTHORISATION}


def test_entering_premises_is_a_right_in_wokingham_and_none_at_mwda() -> None:
    visits = {Premises.RIGHT, Premises.SITE_RULES, Premises.NO_INTERFERENCE}
    assert all(visits <= set(terms(key).premises) for key in WOKINGHAM)
    assert Premises.NO_GENERAL_RIGHT in terms("mwda").premises
    assert Premises.RIGHT not in terms("mwda").premises


def test_what_is_confidential_is_defined_in_haringey_and_marked_at_mwda() -> None:
    assert set(terms("haringey").confidential) == {Confidential.GOVERNMENT, Confidential.ENACTMENT_OR_COURT}
    assert Confidential.MARKED in terms("mwda").confidential
    assert ExemptLaw.DOUBT_STAYS_CLOSED in terms("haringey").exempt_law
    assert ExemptLaw.REGISTRABLE in terms("waltham-forest").exempt_law


def test_some_kinds_of_information_are_never_public_in_waltham_forest() -> None:
    never = terms("waltham-forest").confidential
    assert {value: [str(cite) for cite in cites] for value, cites in never.items()} == {
        Confidential.NEVER_PUBLIC: ["WF-A2.1.2"]
    }


def test_what_everybody_may_see_rests_at_mwda_on_its_publication_scheme() -> None:
    assert [str(cite) for cite in terms("mwda").public[Public.PUBLICATION_SCHEME]] == ["MW-5.0"]
    assert [str(cite) for cite in terms("mwda").presumption.cites] == ["MW-5.1a"]
    assert Public.FORWARD_PLAN in terms("waltham-forest").public


def test_no_form_is_asked_of_a_member_in_haringey_and_wokingham_hinders_nobody() -> None:
    assert InformationLaw.NO_FORM in terms("haringey").information_law
    for key in WOKINGHAM:
        assert set(terms(key).information_law) == {InformationLaw.NEVER_HINDERED}
    assert Public.MEMBERS_ALIKE in terms("mwda").public


def test_advice_comes_from_the_monitoring_officer_whose_reading_prevails_in_a_parish() -> None:
    assert all(Advice.MONITORING_OFFICER in text.access.advice for text in PROTOCOLS.values())
    assert Advice.CHIEF_EXECUTIVE in terms("haringey").advice
    assert [key for key, text in PROTOCOLS.items() if Advice.PREVAILS in text.access.advice] == ["parish"]


def test_where_the_law_moved_on_the_paragraph_is_flagged() -> None:
    flagged = {key: set(text.access.overtaken) for key, text in PROTOCOLS.items()}
    assert {Overtaken.COPY_ON_PAYMENT, Overtaken.FOI_LIMIT, Overtaken.STANDARDS} <= flagged["waltham-forest"]
    assert {Overtaken.REVIEW_OR_PROGRAMME, Overtaken.INTEREST} <= flagged["haringey"]
    assert {Overtaken.AUDITOR, Overtaken.UNDERTAKING} <= flagged["mwda"]
    assert flagged["parish"] == {Overtaken.PARISHES}
    assert all(Overtaken.DATA_PROTECTION in flagged[key] for key in (*WOKINGHAM, "mwda", "waltham-forest"))
    assert set().union(*flagged.values()) == set(Overtaken)
