"""Where a complaint goes, for facts that nobody thought of: what holds of every answer under every text."""

from collections.abc import Mapping

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from complaints.rules import Complaint, Party, complaint_route, route_of
from complaints.rules.route.facts import POSTS, Fact
from rulebook.complaint import Allegation, Employer, PartyKind, Severity
from rulebook.decision import Answer
from rulebook.obligations import obligation
from rulebook.post import Post
from rulebook.protocols import PROTOCOLS, protocol

Facts = Mapping[str, object]
KEYS = {
    "step", "to", "choose", "copy_to", "investigates", "decided_by", "tell", "may_tell", "private",
    "tell_before_decision", "may_refer_to", "also_open", "may_lead_to", "warn", "withheld",
}  # fmt: skip
PARTS = (
    "to", "copy_to", "investigates", "decided_by", "tell", "may_tell", "tell_before_decision", "may_refer_to",
)  # fmt: skip
# Officers who do not answer to the head of paid service in this: their duties are their own in law.
OWN_DUTIES = {Post.MONITORING_OFFICER, Post.DEPUTY_MONITORING_OFFICER, Post.SECTION_151_OFFICER}
# One after the other, each answering to the next.
LINE = [
    Post.HEAD_OF_SERVICE,
    Post.ASSISTANT_DIRECTOR,
    Post.DIRECTOR,
    Post.EXECUTIVE_DIRECTOR,
    Post.DEPUTY_CHIEF_EXECUTIVE,
    Post.CHIEF_EXECUTIVE,
]
INSIDE = ((PartyKind.MEMBER, PartyKind.OFFICER), (PartyKind.OFFICER, PartyKind.MEMBER))

keys = st.sampled_from(list(PROTOCOLS))
any_alleged = st.frozensets(st.sampled_from(list(Allegation)), max_size=3)


def parties(kind: PartyKind, most: int) -> st.SearchStrategy[Party]:
    """Somebody of a kind with up to so many posts."""
    employers = list(Employer) if kind is PartyKind.OFFICER else [Employer.COUNCIL]
    held = (
        st.frozensets(st.sampled_from(sorted(POSTS[kind])), max_size=most)
        if POSTS[kind]
        else st.just(frozenset())
    )
    return st.builds(Party, st.just(kind), held, st.sampled_from(employers))


def complaints(
    most: int, pairs: tuple[tuple[PartyKind, PartyKind], ...] = ()
) -> st.SearchStrategy[Complaint]:
    """A complaint of which everything is known, between people of up to so many posts each."""
    kinds = st.sampled_from(list(PartyKind))
    any_pair = st.sampled_from(pairs) if pairs else st.tuples(kinds, kinds)
    return any_pair.flatmap(
        lambda pair: st.builds(
            Complaint,
            parties(pair[0], most),
            parties(pair[1], most),
            st.booleans(),
            st.booleans(),
            any_alleged,
            st.sampled_from([None, *Severity]),
            st.booleans(),
            st.booleans(),
        )
    )


def named(answer: Answer, key: str) -> set[object]:
    """Whoever stands under a key."""
    value = answer[key]
    return set(value) if isinstance(value, tuple) else {value} - {None}


def inferiors(key: str, party: Party) -> set[Post]:
    """Every post whose holder answers to somebody who holds these posts."""
    head = protocol(key).complaints.head_of_paid_service.values[0]
    if party.posts & {head, Post.HEAD_OF_PAID_SERVICE}:
        return set(POSTS[PartyKind.OFFICER]) - OWN_DUTIES | (
            {Post.DEPUTY_MONITORING_OFFICER} & deputies(party)
        )
    below = {post for at, post in enumerate(LINE) for above in LINE[at + 1 :] if above in party.posts}
    return below | deputies(party)


def deputies(party: Party) -> set[Post]:
    """The deputy answers to the monitoring officer."""
    return {Post.DEPUTY_MONITORING_OFFICER} if Post.MONITORING_OFFICER in party.posts else set()


def outright(key: str) -> set[Post]:
    """Whom a text names for a complaint about one certain post."""
    terms = protocol(key).complaints
    return {
        post
        for pairing in terms.pairings
        for route in pairing.routes
        if route.about and route.to is not None
        for post in route.to.values
    }


@settings(deadline=None, max_examples=400)
@given(keys, complaints(3))
def test_nobody_has_a_part_in_a_complaint_by_or_about_themselves_or_about_whom_they_answer_to(
    key: str, complaint: Complaint
) -> None:
    answer = route_of(protocol(key), complaint)
    by, about = complaint.complainant, complaint.subject
    assert isinstance(by, Party)
    assert isinstance(about, Party)
    for part in PARTS:
        assert not named(answer, part) & (by.posts | about.posts), part
        answering = named(answer, part) & inferiors(key, about)
        assert not answering - (outright(key) if part == "to" else set()), part


@settings(deadline=None, max_examples=300)
@given(keys, complaints(1, INSIDE))
def test_a_complaint_between_members_and_officers_always_has_a_recipient(
    key: str, complaint: Complaint
) -> None:
    officers = protocol(key).complaints.officers.values
    for party in (complaint.complainant, complaint.subject):
        assert isinstance(party, Party)
        assume(party.kind is PartyKind.MEMBER or party.employer in officers)
    assert named(route_of(protocol(key), complaint), "to")


@settings(deadline=None, max_examples=300)
@given(keys, complaints(2))
def test_an_answer_fits_itself_and_cites_what_exists(key: str, complaint: Complaint) -> None:
    answer = route_of(protocol(key), complaint)
    assert set(answer.values) == KEYS
    assert not named(answer, "to") & named(answer, "copy_to")
    assert (answer["choose"] is None) is (len(named(answer, "to")) < 2)
    assert not named(answer, "withheld") & set().union(*(named(answer, part) for part in PARTS))
    assert answer.hangs_on == ()
    assert answer.reason.endswith(".")
    assert "{" not in answer.reason
    assert ("silent" in answer.reason) >= answer.gap
    for citation in answer.cite:
        row = obligation(citation.id)
        assert row is not None
        assert row.protocol == key


@settings(deadline=None, max_examples=200)
@given(keys, complaints(1))
def test_a_pairing_outside_the_text_names_its_procedure_and_nobody(key: str, complaint: Complaint) -> None:
    by, about = complaint.complainant, complaint.subject
    assert isinstance(by, Party)
    assert isinstance(about, Party)
    assume(protocol(key).complaints.pairing(by.kind, about.kind) is None)
    answer = route_of(protocol(key), complaint)
    assert answer.gap
    assert answer["to"] == answer["copy_to"] == answer["withheld"] == ()
    assert bool(answer["also_open"]) is (about.kind is not PartyKind.PUBLIC)


def values_of(fact: Fact) -> st.SearchStrategy[object]:
    """Every value that a fact of a scenario may have."""
    if fact in (Fact.COMPLAINANT, Fact.SUBJECT):
        return st.sampled_from(list(PartyKind)).flatmap(
            lambda kind: st.sampled_from([None, *sorted(POSTS[kind])]).map(
                lambda post: {"kind": kind.value, "post": post}
            )
        )
    if fact is Fact.ALLEGES:
        return st.lists(st.sampled_from(list(Allegation)), max_size=2)
    return st.sampled_from([*Severity, None] if fact is Fact.SEVERITY else [True, False, None])


any_facts = st.fixed_dictionaries({}, optional={fact.value: values_of(fact) for fact in Fact})


@settings(deadline=None, max_examples=50)
@given(keys, any_facts, st.sampled_from(list(Fact)), st.data())
def test_a_fact_that_is_learned_moves_only_what_hung_on_it_and_adds_nothing_to_hang_on(
    key: str, facts: Facts, fact: Fact, data: st.DataObject
) -> None:
    assume(fact.value not in facts)
    text = protocol(key)
    before = complaint_route(text, facts)
    after = complaint_route(text, {**facts, fact.value: data.draw(values_of(fact))})
    assert fact.value not in after.hangs_on
    assert not set(before.hangs_on) & set(facts)
    if fact not in (Fact.COMPLAINANT, Fact.SUBJECT):
        assert set(after.hangs_on) <= set(before.hangs_on)
        for name, value in before.values.items():
            assert value is None or after[name] == value
    if fact.value not in before.hangs_on:
        assert (before.values, before.gap) == (after.values, after.gap)


@settings(deadline=None, max_examples=20)
@given(keys, any_facts)
def test_the_same_facts_have_the_same_answer(key: str, facts: Facts) -> None:
    first, second = (complaint_route(protocol(key), facts) for _ in range(2))
    assert first == second
