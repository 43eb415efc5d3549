"""A group's request, for facts that nobody thought of: what holds of every answer under every text."""

from collections.abc import Mapping

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from briefings.rules import Fact, Organiser, Outcome, RequestedBy, Speaker, briefing_request
from rulebook.briefing.request import Form
from rulebook.decision import Answer
from rulebook.facts import FactFault
from rulebook.obligations import obligation
from rulebook.post import Post
from rulebook.protocols import PROTOCOLS, protocol

Facts = Mapping[str, object]
KEYS = {"outcome", "decided_by", "equal_access", "content", "must_not", "confidentiality"}
KINDS: dict[Fact, list[object]] = {
    Fact.REQUESTED_BY: [*RequestedBy],
    Fact.ASKED_OF: [*Post],
    Fact.FORM: [*Form],
    Fact.ORGANISED_BY: [*Organiser, None],
    Fact.BRIEFER: [*Speaker, None],
    Fact.ACCOMPANIED_BY: [*Speaker, None],
    Fact.OTHER_GROUPS: [0, 1, 2],
}
# A fact that one of the texts bars, and its value.
BARS: list[tuple[Fact, object]] = [
    (Fact.COUNCIL_BUSINESS, False),
    (Fact.SEEKS_CONFIDENTIAL, True),
    (Fact.PARTY_POLITICAL, True),
    (Fact.NON_MEMBERS_ATTENDING, True),
    (Fact.ORGANISED_BY, Organiser.PARTY),
    (Fact.REQUESTED_BY, RequestedBy.MEMBER_WITHOUT_GROUP),
]
# From the freest to the most barred; what another decides, or nobody may refuse, is apart from these.
LEFT = [Outcome.MUST_ACCEPT, Outcome.ALLOW, Outcome.MAY_DECLINE]

keys = st.sampled_from(list(PROTOCOLS))
values = {fact: st.sampled_from(KINDS.get(fact, [True, False])) for fact in Fact}
everything = st.fixed_dictionaries({fact.value: one for fact, one in values.items()})
# Few are left out at once: each doubles the requests that might be meant.
few_left_out = st.tuples(everything, st.sets(st.sampled_from(list(Fact)), max_size=3)).map(
    lambda pair: {name: value for name, value in pair[0].items() if name not in pair[1]}
)


def asked(key: str, facts: Facts) -> Answer:
    """The answer; facts that contradict each other are no example."""
    try:
        return briefing_request(protocol(key), facts)
    except FactFault:
        assume(condition=False)
        raise


@settings(deadline=None, max_examples=400)
@given(keys, everything)
def test_an_answer_to_known_facts_is_whole_and_cites_what_exists(key: str, facts: Facts) -> None:
    got = asked(key, facts)
    assert set(got.values) == KEYS
    assert got["outcome"] in set(Outcome)
    assert got.hangs_on == ()
    assert (got["decided_by"] is None) is (got["outcome"] is Outcome.DECLINE)
    assert got.reason.endswith(".")
    assert not {"{", "  "} & set(got.reason)
    assert ("silent" in got.reason) is got.gap
    assert not got.gap or (got["outcome"], got["decided_by"]) == (Outcome.REFER, Post.MONITORING_OFFICER)
    assert got.cite or got.gap
    for citation in got.cite:
        row = obligation(citation.id)
        assert row is not None
        assert row.protocol == key


@settings(deadline=None, max_examples=300)
@given(keys, everything, st.sampled_from(BARS))
def test_a_further_bar_never_opens_what_was_declined_and_frees_nobody(
    key: str, facts: Facts, bar: tuple[Fact, object]
) -> None:
    fact, value = bar
    before, after = asked(key, facts), asked(key, {**facts, fact.value: value})
    if before["outcome"] is Outcome.DECLINE:
        assert after["outcome"] is Outcome.DECLINE
    if after["outcome"] in LEFT and before["outcome"] in LEFT:
        assert LEFT.index(Outcome(str(after["outcome"]))) >= LEFT.index(Outcome(str(before["outcome"])))


@settings(deadline=None, max_examples=200)
@given(keys, everything)
def test_that_another_group_was_served_takes_discretion_away_and_no_bar(key: str, facts: Facts) -> None:
    served = {**facts, Fact.OTHER_GROUPS.value: 2}
    before = asked(key, {**served, Fact.ALREADY_BRIEFED.value: False})
    after = asked(key, {**served, Fact.ALREADY_BRIEFED.value: True})
    if before["outcome"] is Outcome.DECLINE or before.gap:
        assert after == before
    else:
        assert after["outcome"] in (Outcome.MUST_ACCEPT, before["outcome"])
        assert after["equal_access"] == before["equal_access"]


@settings(deadline=None, max_examples=150)
@given(keys, few_left_out, st.data())
def test_a_fact_that_is_learned_moves_only_what_hung_on_it(
    key: str, facts: Facts, data: st.DataObject
) -> None:
    left_out = [fact for fact in Fact if fact.value not in facts]
    assume(left_out)
    before = asked(key, facts)
    assert set(before.hangs_on) <= set(left_out)
    fact = data.draw(st.sampled_from(left_out))
    after = asked(key, {**facts, fact.value: data.draw(values[fact])})
    assert fact.value not in after.hangs_on
    if fact.value in before.hangs_on or fact in TOLD_WHEN_SO:
        return
    assert after.gap == before.gap or before["outcome"] is None
    for name, value in before.values.items():
        assert value is None or after[name] == value


# These stand in the ordinary case until they are told, and then may move anything.
TOLD_WHEN_SO = {
    Fact.ACCOMPANIED_BY,
    Fact.JUNIOR_HAS_SPECIALIST_KNOWLEDGE,
    Fact.NOMINATED_BY_DIRECTOR,
    Fact.CHIEF_EXECUTIVE_ABSENT,
    Fact.DEEMED_UNREASONABLE,
    Fact.ALREADY_BRIEFED,
    Fact.RECOMMENDS,
}


@settings(deadline=None, max_examples=150)
@given(keys, everything, st.sampled_from(list(Fact)))
def test_a_fact_that_the_answer_hangs_on_changes_it(key: str, facts: Facts, fact: Fact) -> None:
    left = {name: value for name, value in facts.items() if name != fact.value}
    hanging = asked(key, left).hangs_on
    assert set(hanging) <= {fact.value}
    contradictory = {0} if facts[Fact.ALREADY_BRIEFED.value] else set()
    might = [
        value
        for value in KINDS.get(fact, [True, False])
        if fact is not Fact.OTHER_GROUPS or value not in contradictory
    ]
    answers = [asked(key, {**left, fact.value: value}) for value in might]
    if hanging and not (fact is Fact.OTHER_GROUPS and contradictory):
        assert any((one.values, one.gap) != (answers[0].values, answers[0].gap) for one in answers)


def test_nothing_is_known_and_the_answer_says_what_to_tell() -> None:
    got = briefing_request(protocol("haringey"), {})
    assert got["outcome"] is None
    assert got["must_not"] == tuple(protocol("haringey").briefings.must_not)
    assert set(got.hangs_on) == set(Fact) - TOLD_WHEN_SO - {Fact.REPRESENTATIVE, Fact.BRIEFER}
