"""Who takes each part by person, for registers that nobody thought of: never a party, always somebody."""

from collections.abc import Callable
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from complaints.rules import Complaint, Party
from complaints.rules.people import KEYS, Acts, Bar, Plan, Sides, next_in_line, plan
from complaints.rules.route.barring import Bars
from complaints.rules.route.facts import POSTS
from complaints.rules.route.hanging import possible
from rulebook.complaint import Allegation, Employer, Part, PartyKind, Severity
from rulebook.facts import UNKNOWN
from rulebook.post import Post
from rulebook.protocols import PROTOCOLS, protocol

SUBJECT, COMPLAINANT = 0, 1
# Few people for many posts, so that the same person turns up everywhere.
EVERYBODY = 10
keys = st.sampled_from(list(PROTOCOLS))
Holders = dict[tuple[Post, Part | None], list[Acts]]
Registers = tuple[Holders, frozenset[int], frozenset[int]]


def parties(kind: PartyKind) -> st.SearchStrategy[Party]:
    """Somebody of a kind with up to three posts."""
    employers = list(Employer) if kind is PartyKind.OFFICER else [Employer.COUNCIL]
    posts = sorted(POSTS[kind])
    held = st.frozensets(st.sampled_from(posts), max_size=3) if posts else st.just(frozenset[Post]())
    return st.builds(Party, st.just(kind), held, st.sampled_from(employers))


@st.composite
def complaints(draw: st.DrawFn) -> Complaint:
    """A complaint between anybody and anybody, not yet decided as often as decided."""
    kinds = st.sampled_from(list(PartyKind))
    return Complaint(
        complainant=draw(parties(draw(kinds))),
        subject=draw(parties(draw(kinds))),
        informal_tried=draw(st.booleans()),
        in_public=draw(st.booleans()),
        alleges=draw(st.frozensets(st.sampled_from(list(Allegation)), max_size=3)),
        severity=draw(st.one_of(st.just(UNKNOWN), st.sampled_from([None, *Severity]))),
        upheld=draw(st.one_of(st.just(UNKNOWN), st.booleans())),
        toward_officers=draw(st.booleans()),
    )


def registers_of(seed: int) -> Registers:
    """Who acts in which post for whom, who answers to the subject, and who wrote it down.

    Made from one number: a thousand registers of eighty entries each are slow to draw one by one.
    """
    chance = Random(seed)  # noqa: S311  (nothing secret hangs on it)
    holders: Holders = {}
    for post in Post:
        for of in (None, Part.COMPLAINANT, Part.SUBJECT):
            pairs = [
                (chance.randrange(EVERYBODY), chance.randrange(EVERYBODY))
                for _time in range(chance.randrange(3))
            ]
            holders[post, of] = [
                Acts(post, person, person if chance.random() < 0.6 else other) for person, other in pairs
            ]
    answering = frozenset(chance.sample(range(EVERYBODY), chance.randrange(EVERYBODY)))
    wrote = frozenset({chance.randrange(EVERYBODY)} if chance.random() < 0.2 else ())
    return holders, answering, frozenset({COMPLAINANT}) | (wrote - {SUBJECT})


registers = st.builds(registers_of, st.integers(0, 2**32))


def made(key: str, complaint: Complaint, register: Registers) -> Plan:
    """The plan under a text, with these registers."""
    holders, answering, complainants = register
    sides = Sides(SUBJECT, complainants, lambda acts: acts.person in answering)
    return plan(protocol(key), complaint, acting=lambda post, of: holders[post, of], sides=sides)


def everybody(found: Plan) -> list[tuple[str, Acts]]:
    """Whoever is named, with their part."""
    return [(part, acts) for part, named in found.parts.items() for acts in named]


@settings(max_examples=1500, deadline=None)
@given(keys, complaints(), registers)
def test_nobody_with_a_part_in_it_is_named_whoever_acts_for_whom(
    key: str, complaint: Complaint, register: Registers
) -> None:
    _holders, _answering, complainants = register
    for _part, acts in everybody(made(key, complaint, register)):
        assert not {acts.person, acts.holder} & {SUBJECT, *complainants}


@settings(max_examples=1500, deadline=None)
@given(keys, complaints(), registers)
def test_whoever_answers_to_the_subject_is_named_only_where_the_text_names_them_outright(
    key: str, complaint: Complaint, register: Registers
) -> None:
    _holders, answering, _complainants = register
    terms = protocol(key).complaints
    outright = {
        post
        for pairing in terms.pairings
        for route in pairing.routes
        if route.names_outright and route.to is not None
        for post in route.to.values
    }
    for part, acts in everybody(made(key, complaint, register)):
        assert acts.person not in answering or (part == "to" and _by_a_name(key, acts.post, outright))


def _by_a_name(key: str, post: Post, outright: set[Post]) -> bool:
    """Whether the post, or one whose name takes it in, is among those that the text names outright."""
    terms = protocol(key).complaints
    names = {*terms.counts_as(post), post}
    if post is Post.HEAD_OF_PAID_SERVICE:
        names |= set(terms.head_of_paid_service.values)
    return bool(names & outright)


@settings(max_examples=1500, deadline=None)
@given(keys, complaints(), registers)
def test_there_is_always_somebody_down_to_the_last_in_line(
    key: str, complaint: Complaint, register: Registers
) -> None:
    found = made(key, complaint, register)
    if found.outside:
        assert not found.parts
        return
    if "to" in found.nobody:
        assert not found.parts["to"]
        assert not _left_in_line(key, complaint, register)
    else:
        assert found.parts["to"]


def _left_in_line(key: str, complaint: Complaint, register: Registers) -> bool:
    """Whether anybody of the last in line could still take it."""
    holders, answering, complainants = register
    bars = Bars(protocol(key).complaints, next(possible(complaint)))
    barred = {SUBJECT, *complainants}
    return any(
        not {acts.person, acts.holder} & barred and acts.person not in answering
        for post in bars.last_in_line
        if bars.why(post) is None
        for acts in holders[post, None]
    )


@settings(max_examples=500, deadline=None)
@given(keys, complaints(), registers)
def test_nobody_is_named_twice_for_one_part_and_every_part_is_known(
    key: str, complaint: Complaint, register: Registers
) -> None:
    found = made(key, complaint, register)
    assert set(found.parts) <= set(KEYS)
    for named in found.parts.values():
        assert len({acts.person for acts in named}) == len(named)
    assert all((one.person is None) == (one.bar is Bar.VACANT) for one in found.left_out)


LINE: dict[Post, int] = {
    Post.EXECUTIVE_DIRECTOR: 2,
    Post.CHIEF_EXECUTIVE: 3,
    Post.MONITORING_OFFICER: 4,
    Post.DEPUTY_MONITORING_OFFICER: 5,
    Post.SECTION_151_OFFICER: 6,
}
ABOUT_AN_OFFICER = Complaint(
    Party(PartyKind.MEMBER), Party(PartyKind.OFFICER), True, False, frozenset(), None, UNKNOWN
)


def in_line(**changes: Acts) -> Callable[[Post, Part | None], list[Acts]]:
    """One holder in each post, with changes by the post’s value."""
    rows = {post: Acts(post, person, person) for post, person in LINE.items()}
    rows |= {Post(name.replace("_", "-")): acts for name, acts in changes.items()}
    return lambda post, of: [rows[post]] if post in rows else []


def plan_of(
    acting: Callable[[Post, Part | None], list[Acts]], *, answering: frozenset[int] = frozenset()
) -> Plan:
    """Waltham Forest’s plan of a member’s formal complaint about an officer without a post."""
    sides = Sides(SUBJECT, frozenset({COMPLAINANT}), lambda acts: acts.person in answering)
    return plan(protocol("waltham-forest"), ABOUT_AN_OFFICER, acting=acting, sides=sides)


def test_one_of_two_is_chosen_and_has_what_the_recipient_has() -> None:
    found = plan_of(in_line())
    assert [acts.post for acts in found.parts["to"]] == [Post.EXECUTIVE_DIRECTOR, Post.CHIEF_EXECUTIVE]
    assert found.choose_one
    assert found.with_recipient == {"investigates", "decided_by"}
    assert [acts.post for acts in found.parts["copy_to"]] == [Post.MONITORING_OFFICER]


def test_whoever_stands_in_for_the_subject_is_left_out_and_the_other_receives_it() -> None:
    found = plan_of(in_line(executive_director=Acts(Post.EXECUTIVE_DIRECTOR, 7, SUBJECT)))
    assert [acts.person for acts in found.parts["to"]] == [3]
    assert not found.choose_one
    assert [(one.person, one.bar) for one in found.left_out] == [(7, Bar.IN_PLACE)]


def test_where_everybody_named_answers_to_the_subject_the_next_in_line_takes_it_by_person() -> None:
    found = plan_of(in_line(), answering=frozenset({2, 3, 4}))
    assert [acts.person for acts in found.parts["to"]] == [5]
    assert found.by_rule == {"to"}
    # A copy is not replaced.
    assert found.parts["copy_to"] == ()


def test_where_nobody_is_left_that_is_said_and_nobody_receives_it() -> None:
    found = plan_of(in_line(), answering=frozenset(LINE.values()))
    assert found.parts["to"] == ()
    assert found.nobody == {"to"}


def test_the_next_in_line_passes_over_whoever_stood_aside() -> None:
    sides = Sides(SUBJECT, frozenset({COMPLAINANT}), lambda acts: False)
    found = next_in_line(
        protocol("waltham-forest"),
        ABOUT_AN_OFFICER,
        acting=in_line(),
        sides=sides,
        without=frozenset({4}),
    )
    assert found is not None
    assert found.person == 3
