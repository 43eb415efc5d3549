"""Who may see a document, for facts that nobody thought of: what holds of every answer under every text."""

from collections.abc import Mapping
from dataclasses import fields

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from access_rules.rules import access, both_lenses, may_open
from access_rules.rules.facts import (
    CHOICES,
    NO_NONE,
    OTHERS,
    TRUE_UNLESS_SAID,
    Document,
    Person,
    Request,
)
from access_rules.rules.walk import STEPS
from access_rules.rules.words import EVERYBODY, Lens, Paragraph
from rulebook.decision import Answer
from rulebook.facts import FactFault
from rulebook.obligations import obligation
from rulebook.protocols import PROTOCOLS, protocol

Facts = Mapping[str, object]
KEYS = {
    "decision", "mode", "rule", "until", "handling", "reasons_required", "challenge", "refer_to", "lens"
}  # fmt: skip
MODES = {
    "refer": {"hold"},
    "refuse": {"none", "hold"},
    "grant_part": {"redacted_copy", "summary"},
    "grant_inspect": {"inspect"},
    "grant_copy": {"copy", "marked_copy"},
}
GRANTS = ("grant_inspect", "grant_copy", "grant_part")
NUMBERS = [0, 3, 5, 7, 18.5, 40, None]
SILENCE = ("does not say", "no rule", "has a rule for this", "no power", "does not promise")
ALWAYS_KNOWN = ("kind", "body", "status")


def values_of(name: str) -> st.SearchStrategy[object]:
    """Every value that a fact may have."""
    if name in CHOICES:
        return st.sampled_from([*CHOICES[name], *([] if name in NO_NONE else [None])])
    if name == "sch12a":
        return st.lists(st.sampled_from(list(Paragraph)), max_size=3)
    if name in ("title", "group"):
        return st.sampled_from(["A", None])
    return st.sampled_from(NUMBERS if name in OTHERS else [True, False, None])


def any_of(kind: type) -> st.SearchStrategy[Facts]:
    """Any facts of a person, a document or a request; who asks, for what, is always known."""
    names = [field.name for field in fields(kind)]
    known = {name: values_of(name) for name in names if name in ALWAYS_KNOWN}
    return st.fixed_dictionaries(known, optional={n: values_of(n) for n in names if n not in known})


keys = st.sampled_from(list(PROTOCOLS))
persons, documents, requests = any_of(Person), any_of(Document), any_of(Request)
questions = st.fixed_dictionaries({"person": persons, "document": documents, "request": requests})
lenses = st.sampled_from([*Lens, None])


def answered(key: str, question: Facts, lens: str | None) -> Answer:
    """The answer, where the facts do not contradict each other."""
    try:
        return access(protocol(key), question if lens is None else {**question, "lens": lens})
    except FactFault:
        assume(False)
        raise


@settings(deadline=None, max_examples=120)
@given(keys, questions, lenses)
def test_any_facts_have_an_answer_that_fits_itself_and_cites_what_exists(
    key: str, question: Facts, lens: str | None
) -> None:
    answer = answered(key, question, lens)
    assert set(answer.values) == KEYS
    assert answer["mode"] in MODES[str(answer["decision"])]
    assert (answer["refer_to"] is not None) is (answer["decision"] == "refer")
    assert answer["lens"] == (lens or "enforced")
    assert answer.reason.endswith(".")
    assert "{" not in answer.reason
    for citation in answer.cite:
        row = obligation(citation.id)
        assert " " in citation.id or (row is not None and row.protocol == key)
    parts = [part for part in question.values() if isinstance(part, Mapping)]
    said = {name for part in parts for name, value in part.items() if value is not None}
    # Where «null» says nothing, it is a fact left out.
    given_facts = said | ({name for part in parts for name in part} - TRUE_UNLESS_SAID)
    assert not set(answer.hangs_on) & given_facts


@settings(deadline=None, max_examples=200)
@given(keys, questions, lenses)
def test_where_the_text_is_silent_the_reason_says_so(key: str, question: Facts, lens: str | None) -> None:
    answer = answered(key, question, lens)
    if answer.gap:
        assert any(words in answer.reason for words in SILENCE)


@settings(deadline=None, max_examples=120)
@given(keys, questions, lenses, st.sampled_from(["dpi", "personal", "none"]))
def test_no_right_of_members_reaches_a_political_advisers_advice_with_an_interest_or_without(
    key: str, question: Facts, lens: str | None, interest: str
) -> None:
    person = {**question["person"], "kind": "elected_member", "interest": interest}
    document = {**question["document"], "body": "executive", "political_adviser_advice": "whole"}
    answer = answered(key, {**question, "person": person, "document": document}, lens)
    if key not in ("mwda", "parish"):
        assert answer["rule"] not in ("S3", "S4", "S5")
        assert answer["rule"] != "I3" or answer["decision"] == "refer"


@settings(deadline=None, max_examples=120)
@given(keys, questions, st.sampled_from(list(Lens)))
def test_the_trace_ends_with_the_rule_that_decides(key: str, question: Facts, lens: str) -> None:
    answer = answered(key, question, lens)
    names = [tried.rule for tried in answer.trace]
    assert names == list(STEPS)[: len(names)]
    if answer["rule"] is None:
        assert len(names) == len(STEPS)
        assert answer.gap
    else:
        assert answer.trace[-1].matched


@settings(deadline=None, max_examples=120)
@given(keys, questions)
@example(
    "parish",
    {
        "person": {"kind": "elected_member"},
        "document": {"body": "council"},
        "request": {"purpose": "constituent", "authority": "written_explicit"},
    },
)
@example(
    "parish",
    {
        "person": {"kind": "co_opted_member", "need_to_know": "accepted"},
        "document": {"body": "council"},
        "request": {},
    },
)
@example(
    "parish",
    {
        "person": {"kind": "officer", "need_to_know": "accepted"},
        "document": {"body": "council"},
        "request": {},
    },
)
def test_current_law_never_gives_confidential_matter_in_breach_of_confidence(
    key: str, question: Facts
) -> None:
    """Save to whom statute charges with a duty, one's own data, a letter's author, and the accounts."""
    confidential = {**question, "document": {**question["document"], "status": "confidential"}}
    answer = answered(key, confidential, "current_law")
    if answer["decision"] in GRANTS:
        assert answer["rule"] in ("G2", "R8", "L5", "F2")


@settings(deadline=None, max_examples=120)
@given(keys, questions, lenses, st.sampled_from(EVERYBODY))
def test_the_public_never_gets_an_exempt_paper_whole(
    key: str, question: Facts, lens: str | None, kind: str
) -> None:
    document = {**question["document"], "status": "exempt", "public_interest": "maintain"}
    document |= {"registrable": False, "own_development": False, "personal_data": None}
    request = {**question["request"], "regime": None}
    answer = answered(key, {"person": {"kind": kind}, "document": document, "request": request}, lens)
    assert answer["decision"] not in ("grant_inspect", "grant_copy")


@settings(deadline=None, max_examples=120)
@given(keys, questions)
def test_what_is_done_is_one_of_the_two_lenses_and_never_more_than_the_rule_for_both_allows(
    key: str, question: Facts
) -> None:
    try:
        both = both_lenses(protocol(key), question)
    except FactFault:
        assume(False)
        raise
    sides = {str(both.as_adopted["decision"]), str(both.current_law["decision"])}
    done = str(both.enforced["decision"])
    assert done in sides
    if "refer" in sides:
        assert done in ("refer", "refuse")
    elif both.current_law["decision"] != "refuse":
        assert done == max(sides, key=list(MODES).index) or done in GRANTS
    assert (both.difference is None) is (
        (both.as_adopted["decision"], both.as_adopted["mode"])
        == (both.current_law["decision"], both.current_law["mode"])
    )


@settings(deadline=None, max_examples=120)
@given(keys, persons, documents)
def test_a_list_opens_nothing_that_the_question_would_not(key: str, person: Facts, document: Facts) -> None:
    try:
        opened = may_open(protocol(key), person, document)
    except FactFault:
        assume(False)
        raise
    if opened:
        stated = {"purpose": "duties", "scope": "specific", "good_faith": True, "wants": "inspect"}
        unfound = {name: value for name, value in person.items() if name != "need_to_know"}
        answer = access(protocol(key), {"person": unfound, "document": document, "request": stated})
        assert answer["decision"] in ("grant_inspect", "grant_copy")
        assert answer["rule"] not in ("N4", "T3")


@settings(deadline=None, max_examples=60)
@given(keys, questions, st.sampled_from(list(Lens)))
def test_the_same_facts_have_the_same_answer(key: str, question: Facts, lens: str) -> None:
    assert answered(key, question, lens) == answered(key, question, lens)
