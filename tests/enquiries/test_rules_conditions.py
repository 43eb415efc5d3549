"""What each of the six texts wants where something is withheld, given on a condition, or too much work."""

import pytest

from council.rules import Grade
from enquiries.rules.conditions import (
    CONFIDENTIAL,
    EXECUTIVE,
    EXEMPT,
    PERSONAL_DATA,
    cited,
    grounds,
    on_authority,
    on_burden,
    on_withholding,
    one_a_place,
    undertaking_cites,
)
from enquiries.rules.seniority import is_senior_management
from rulebook.post import Post
from rulebook.protocols import PROTOCOLS, protocol

MO = (Post.MONITORING_OFFICER,)
TEXTS = ["waltham-forest", "haringey", "wokingham-2014", "wokingham-2007", "mwda", "parish"]


def ids(cites: object) -> list[str]:
    """The ids of citations."""
    return [str(cite) for cite in cites]  # type: ignore[attr-defined]


def test_the_table_holds_every_text() -> None:
    assert set(TEXTS) == set(PROTOCOLS)


@pytest.mark.parametrize(
    ("text", "copy_to", "in_writing", "cite"),
    [
        ("waltham-forest", (), False, "WF-6.3"),
        ("haringey", (), False, "HA-4.6b"),
        ("wokingham-2014", (), False, "WO-P-AI.2"),
        ("wokingham-2007", (), False, "WO-E-AI.2"),
        ("mwda", MO, True, "MW-5.1a"),
        ("parish", (), False, "PA-ATI.2"),
    ],
)
def test_who_is_copied_in_and_whether_reasons_are_in_writing(
    text: str, copy_to: tuple[Post, ...], in_writing: bool, cite: str
) -> None:
    terms = on_withholding(protocol(text))
    assert (terms.copy_to, terms.reasons_in_writing) == (copy_to, in_writing)
    assert cite in ids(terms.cites)
    assert "withheld" in terms.says


@pytest.mark.parametrize(
    ("text", "law"),
    [
        *(
            (text, (PERSONAL_DATA, CONFIDENTIAL, EXEMPT, EXECUTIVE))
            for text in ("waltham-forest", "haringey", "wokingham-2014", "wokingham-2007")
        ),
        # No executive, so the regulations of 2012 do not apply; Part VA of the 1972 Act does.
        ("mwda", (PERSONAL_DATA, CONFIDENTIAL, EXEMPT)),
        # Part VA does not reach parishes.
        ("parish", (PERSONAL_DATA,)),
    ],
)
def test_the_grounds_are_the_texts_paragraphs_and_the_law_that_binds_such_a_body(
    text: str, law: tuple[object, ...]
) -> None:
    found = grounds(protocol(text))
    assert found[-len(law) :] == law
    own = found[: -len(law)]
    assert own
    assert all(rule.id.startswith(protocol(text).prefix) for rule in own)


@pytest.mark.parametrize("text", TEXTS)
def test_only_one_text_lets_officers_ask_for_a_promise(text: str) -> None:
    wanted = ["MW-5.5a", "MW-5.5b", "MW-5.5c"] if text == "mwda" else []
    assert ids(undertaking_cites(protocol(text))) == wanted


@pytest.mark.parametrize(
    ("text", "may_ask", "in_writing", "decided_by", "gap", "cite"),
    [
        ("waltham-forest", True, False, MO, True, "WF-A3.3"),
        ("haringey", True, False, MO, True, "HA-4.6b"),
        ("wokingham-2014", False, False, (), False, "WO-P-AI.2"),
        ("wokingham-2007", False, False, (), False, "WO-E-AI.2"),
        ("mwda", True, True, (), False, "MW-5.4b"),
        ("parish", True, True, (), False, "PA-ATI.4"),
    ],
)
def test_how_a_residents_authority_is_shown(
    text: str, may_ask: bool, in_writing: bool, decided_by: tuple[Post, ...], gap: bool, cite: str
) -> None:
    terms = on_authority(protocol(text))
    assert (terms.may_ask, terms.in_writing, terms.decided_by, terms.gap) == (
        may_ask,
        in_writing,
        decided_by,
        gap,
    )
    assert cite in ids(terms.cites)


def test_where_no_authority_helps_the_text_says_that_only_the_public_domain_does() -> None:
    assert "public domain" in on_authority(protocol("wokingham-2014")).says


@pytest.mark.parametrize(
    ("text", "gap", "cite"),
    [
        ("waltham-forest", False, "WF-6.12"),
        ("haringey", True, "HA-4.6a"),
        ("wokingham-2014", True, "WO-P-AI.2"),
        ("wokingham-2007", False, "WO-E-9.3.34.5b"),
        ("mwda", True, "MW-5.3"),
        ("parish", True, "PA-ATI.5"),
    ],
)
def test_what_a_text_says_of_too_much_work(text: str, gap: bool, cite: str) -> None:
    terms = on_burden(protocol(text))
    assert terms.gap is gap
    assert cite in ids(terms.cites)


def test_the_citations_of_a_decision_are_found_again_by_their_ids() -> None:
    text = protocol("mwda")
    assert ids(cited(text, "MW-5.1a\nLGA 1972 Sch 12A\nNO-1")) == ["MW-5.1a", "LGA 1972 Sch 12A"]
    assert cited(text, "") == ()


@pytest.mark.parametrize(
    ("grade", "is_near", "leads", "is_senior"),
    [
        (Grade.OFFICER, True, False, False),
        # A liaison officer to whom an enquiry is addressed is of no such grade.
        (Grade.SENIOR_OFFICER, True, False, False),
        (Grade.HEAD_OF_SERVICE, True, False, True),
        (Grade.HEAD_OF_SERVICE, False, False, False),
        (Grade.DIRECTOR, False, False, False),
        (Grade.DIRECTOR, False, True, True),
        (None, True, False, False),
        (None, False, True, True),
    ],
)
def test_who_is_senior_management(grade: Grade | None, is_near: bool, leads: bool, is_senior: bool) -> None:
    found = is_senior_management(grade=grade.value if grade else None, is_near=is_near, leads=leads)
    assert found is is_senior


def test_a_place_with_three_rules_is_named_once() -> None:
    assert ids(one_a_place(undertaking_cites(protocol("mwda")))) == ["MW-5.5a"]
    assert ids(one_a_place(protocol("mwda").triage.appeal_cites)) == ["MW-5.7a"]
    assert one_a_place(()) == ()
