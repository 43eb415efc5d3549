"""Where a request goes, for facts that nobody thought of: what holds of every answer under every text."""

from collections.abc import Mapping

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from enquiries.rules import enquiry_triage
from enquiries.rules.triage.choice import TOLD_WHEN_IT_HAPPENS
from rulebook.decision import Answer
from rulebook.facts import FactFault
from rulebook.obligations import obligation
from rulebook.post import Post
from rulebook.protocols import PROTOCOLS, protocol
from rulebook.triage import Asker, Asks, Channel, Fact, Right

Facts = Mapping[str, object]
KEYS = {"handling", "to", "next_step", "formal_foi_required", "reasons_in_writing", "copy_to", "appeal"}
NAMED: dict[Fact, list[object]] = {
    Fact.ASKED_BY: list(Asker),
    Fact.ASKS_FOR: list(Asks),
    Fact.ESTABLISHED_PROCEDURE: ["planning-objection", None],
    Fact.ADDRESSED_TO: [*Post, None],
    Fact.RIGHT_ARISES_UNDER: [*Right, None],
    Fact.CHANNEL: [*Channel, None],
}
VALUES = {fact: NAMED.get(fact, [True, False, None]) for fact in Fact}
keys = st.sampled_from(list(PROTOCOLS))
any_facts = st.fixed_dictionaries(
    {}, optional={fact.value: st.sampled_from(values) for fact, values in VALUES.items()}
)


def answered(key: str, facts: Facts) -> Answer:
    """The answer, where the facts do not contradict each other."""
    try:
        return enquiry_triage(protocol(key), facts)
    except FactFault:
        assume(False)
        raise


@settings(deadline=None, max_examples=400)
@given(keys, any_facts)
def test_any_facts_have_an_answer_or_a_fault_and_cite_what_exists(key: str, facts: Facts) -> None:
    answer = answered(key, facts)
    assert set(answer.values) == KEYS
    assert answer.reason.endswith(".")
    for citation in answer.cite:
        row = obligation(citation.id)
        assert " " in citation.id or (row is not None and row.protocol == key)
    assert not set(answer.hangs_on) & set(facts)


@settings(deadline=None, max_examples=400)
@given(keys, any_facts, st.data())
def test_a_fact_that_an_answer_does_not_hang_on_changes_nothing(
    key: str, facts: Facts, data: st.DataObject
) -> None:
    answer = answered(key, facts)
    idle = [
        fact
        for fact in Fact
        if fact.value not in facts
        and fact.value not in answer.hangs_on
        and fact not in TOLD_WHEN_IT_HAPPENS | {Fact.DATA_PROTECTION_BARS}
    ]
    assume(idle)
    fact = data.draw(st.sampled_from(idle))
    told = answered(key, {**facts, fact.value: data.draw(st.sampled_from(VALUES[fact]))})
    assert (told.values, told.gap) == (answer.values, answer.gap)


@settings(deadline=None, max_examples=400)
@given(keys, any_facts, any_facts)
def test_what_is_learned_never_adds_to_what_an_answer_hangs_on(key: str, facts: Facts, more: Facts) -> None:
    before, after = answered(key, facts), answered(key, {**more, **facts})
    assert set(after.hangs_on) <= set(before.hangs_on)


@settings(deadline=None, max_examples=200)
@given(keys, any_facts)
def test_party_political_work_is_refused_whatever_else_is_so(key: str, facts: Facts) -> None:
    answer = answered(key, {**facts, "party_political": True})
    assert (answer["handling"], answer["appeal"], answer.hangs_on) == ("refuse", (), ())


@settings(deadline=None, max_examples=200)
@given(any_facts)
def test_whoever_withholds_from_a_member_of_merseyside_gives_reasons_and_a_copy(facts: Facts) -> None:
    answer = answered("mwda", {**facts, "party_political": False, "asked_by": "member"})
    if answer["handling"] == "refuse":
        assert answer["reasons_in_writing"] is True
        assert answer["copy_to"] == (Post.MONITORING_OFFICER,)
        assert list(answer.as_json()["appeal"]) == ["director", "authority", "district-auditor"]  # type: ignore[call-overload]


@settings(deadline=None, max_examples=200)
@given(keys, any_facts)
def test_the_monitoring_officer_says_where_the_text_is_silent(key: str, facts: Facts) -> None:
    answer = answered(key, facts)
    if answer.gap and answer["handling"] == "refer":
        assert answer.as_json()["to"] == ["monitoring-officer"]
        assert "protocol" in answer.reason
