"""Who may sign a letter and how a member's own looks, as tables under all six texts."""

import pytest

from enquiries.rules import may_member_sign, own_letter
from rulebook.correspondence import CorrespondenceTerms, Signatory
from rulebook.decision import Outcome
from rulebook.protocols import PROTOCOLS, protocol

WOKINGHAM = ("wokingham-2014", "wokingham-2007")
SILENT = ("waltham-forest", "haringey", "parish")
# Which offices may sign under which text; every other pair may not.
MAY = {
    *(
        (text, office)
        for text in WOKINGHAM
        for office in (Signatory.EXECUTIVE_MEMBER, Signatory.SCRUTINY_CHAIR, Signatory.MAYOR)
    ),
    ("mwda", Signatory.CHAIR),
    ("mwda", Signatory.DEPUTY_CHAIR),
}


def terms(text: str) -> CorrespondenceTerms:
    """What the text says of letters."""
    return protocol(text).correspondence


def cited(text: str, office: Signatory | None, *, undertakes: bool = False) -> tuple[Outcome, list[str]]:
    """The outcome, and the paragraphs that it rests on."""
    decision = may_member_sign(terms(text), office, undertakes=undertakes)
    return decision.outcome, [str(cite) for cite in decision.citations]


@pytest.mark.parametrize("office", [*Signatory, None])
@pytest.mark.parametrize("text", PROTOCOLS)
def test_those_whom_the_text_names_may_sign_and_nobody_else(text: str, office: Signatory | None) -> None:
    assert may_member_sign(terms(text), office, undertakes=False).allowed is ((text, office) in MAY)


@pytest.mark.parametrize("office", [*Signatory, None])
@pytest.mark.parametrize("text", PROTOCOLS)
def test_a_letter_that_binds_goes_in_no_members_name_under_any_text(
    text: str, office: Signatory | None
) -> None:
    decision = may_member_sign(terms(text), office, undertakes=True)
    assert decision.outcome is Outcome.REFUSED
    assert decision.sentence


@pytest.mark.parametrize(
    ("text", "office", "undertakes", "paragraphs"),
    [
        ("wokingham-2014", Signatory.EXECUTIVE_MEMBER, False, ["WO-P-CO.2"]),
        ("wokingham-2014", Signatory.MAYOR, False, ["WO-P-CO.3"]),
        ("wokingham-2014", Signatory.EXECUTIVE_MEMBER, True, ["WO-P-CO.4"]),
        ("wokingham-2014", Signatory.MAYOR, True, ["WO-P-CO.4"]),
        ("wokingham-2014", Signatory.CHAIR, False, ["WO-P-CO.2"]),
        ("wokingham-2007", Signatory.SCRUTINY_CHAIR, False, ["WO-E-CO.2"]),
        ("wokingham-2007", Signatory.SCRUTINY_CHAIR, True, ["WO-E-CO.4"]),
        ("mwda", Signatory.CHAIR, False, ["MW-7.1a"]),
        ("mwda", Signatory.EXECUTIVE_MEMBER, False, ["MW-7.1a"]),
        ("mwda", Signatory.CHAIR, True, []),
        ("mwda", None, False, ["MW-7.1a"]),
        *((text, Signatory.CHAIR, False, []) for text in SILENT),
    ],
)
def test_each_answer_rests_on_its_paragraph(
    text: str, office: Signatory | None, undertakes: bool, paragraphs: list[str]
) -> None:
    assert cited(text, office, undertakes=undertakes)[1] == paragraphs


@pytest.mark.parametrize(
    ("text", "on_letterhead", "paragraphs"),
    [
        ("waltham-forest", True, ["WF-4.11"]),
        ("wokingham-2014", False, ["WO-P-CO.5"]),
        ("wokingham-2007", False, ["WO-E-CO.5"]),
        ("mwda", False, ["MW-7.1b"]),
        ("haringey", False, []),
        ("parish", False, []),
    ],
)
def test_a_members_own_letter_has_the_councils_letterhead_only_where_the_text_asks_for_it(
    text: str, on_letterhead: bool, paragraphs: list[str]
) -> None:
    look = own_letter(terms(text))
    assert look.on_letterhead is on_letterhead
    assert [str(cite) for cite in look.cites] == paragraphs
    assert look.says
