"""How a complaint is routed: who is barred, who stands in, what comes first, what is not known."""

import pytest

from complaints.rules import Complaint, Party, complaint_route, route_of
from complaints.rules.route.parties import answers_to
from rulebook.complaint import Allegation, PartyKind
from rulebook.decision import Answer
from rulebook.post import Post
from rulebook.protocols import PROTOCOLS, protocol
from tests.complaints.complaining import answer, asked, facts, party

MEMBER = Party(PartyKind.MEMBER)


def officer(*posts: Post) -> Party:
    """An officer who holds several posts."""
    return Party(PartyKind.OFFICER, frozenset(posts))


def complaint(by: Party, about: Party, *, toward_officers: bool = True) -> Complaint:
    """A complaint about conduct of which everything is known."""
    alleged = frozenset({Allegation.CONDUCT})
    return Complaint(by, about, True, False, alleged, None, False, toward_officers)


def routed(key: str, by: Party, about: Party) -> Answer:
    """The answer for people who may hold several posts."""
    return route_of(protocol(key), complaint(by, about))


@pytest.mark.parametrize(
    ("key", "post", "held", "answers"),
    [
        ("waltham-forest", Post.DIRECTOR, Post.CHIEF_EXECUTIVE, True),
        ("waltham-forest", Post.LINE_MANAGER, Post.CHIEF_EXECUTIVE, True),
        ("waltham-forest", Post.CLERK, Post.CHIEF_EXECUTIVE, True),
        ("waltham-forest", Post.MONITORING_OFFICER, Post.CHIEF_EXECUTIVE, False),
        ("waltham-forest", Post.SECTION_151_OFFICER, Post.CHIEF_EXECUTIVE, False),
        ("waltham-forest", Post.DEPUTY_MONITORING_OFFICER, Post.MONITORING_OFFICER, True),
        ("waltham-forest", Post.EXECUTIVE_DIRECTOR, Post.MONITORING_OFFICER, False),
        ("waltham-forest", Post.DIRECTOR, Post.EXECUTIVE_DIRECTOR, True),
        ("waltham-forest", Post.EXECUTIVE_DIRECTOR, Post.DIRECTOR, False),
        ("waltham-forest", Post.DIRECTOR_FINANCE_RESOURCES, Post.DIRECTOR, False),
        ("waltham-forest", Post.HEAD_OF_SERVICE, Post.ASSISTANT_DIRECTOR, True),
        # A line manager is one over the person concerned, whatever the grade of that person.
        ("waltham-forest", Post.LINE_MANAGER, Post.DIRECTOR, False),
        ("waltham-forest", Post.GROUP_WHIP, Post.GROUP_LEADER, False),
        ("waltham-forest", Post.CHIEF_EXECUTIVE, Post.LEADER, False),
        ("mwda", Post.DIRECTOR, Post.CLERK, True),
        ("parish", Post.CHAIRMAN, Post.CLERK, False),
        ("parish", Post.CLERK, Post.CHAIRMAN, False),
    ],
)
def test_who_answers_to_whom_follows_from_their_posts(
    key: str, post: Post, held: Post, answers: bool
) -> None:
    assert answers_to(protocol(key).complaints, post, (held,)) is answers


def test_whoever_holds_two_posts_is_barred_from_both() -> None:
    both = officer(Post.EXECUTIVE_DIRECTOR, Post.MONITORING_OFFICER)
    got = routed("waltham-forest", MEMBER, both)
    assert (got["to"], got["copy_to"]) == ((Post.CHIEF_EXECUTIVE,), ())
    assert got["withheld"] == (Post.EXECUTIVE_DIRECTOR, Post.MONITORING_OFFICER)
    assert not got.gap


def test_the_way_for_the_gravest_of_several_posts_holds() -> None:
    finance = officer(Post.SECTION_151_OFFICER, Post.DIRECTOR_FINANCE_RESOURCES)
    assert routed("wokingham-2014", MEMBER, finance)["to"] == (Post.CHIEF_EXECUTIVE,)
    head = officer(Post.CHIEF_EXECUTIVE, Post.DIRECTOR_FINANCE_RESOURCES)
    got = routed("wokingham-2014", MEMBER, head)
    assert (got["to"], got["withheld"]) == ((Post.LEADER,), (Post.DIRECTOR_FINANCE_RESOURCES,))


@pytest.mark.parametrize(
    ("posts", "receives"),
    [
        ((Post.CHIEF_EXECUTIVE,), (Post.MONITORING_OFFICER,)),
        # The deputy answers to the monitoring officer, so that the line goes on to the last.
        ((Post.CHIEF_EXECUTIVE, Post.MONITORING_OFFICER), (Post.SECTION_151_OFFICER,)),
        ((Post.CHIEF_EXECUTIVE, Post.MONITORING_OFFICER, Post.SECTION_151_OFFICER), ()),
    ],
)
def test_where_everybody_named_is_barred_the_next_in_line_takes_it(
    posts: tuple[Post, ...], receives: tuple[Post, ...]
) -> None:
    got = routed("waltham-forest", MEMBER, officer(*posts))
    assert got["to"] == receives
    assert got.gap
    assert "silent" in got.reason
    assert ("outside it must be asked" in got.reason) is (not receives)


def test_the_deputy_takes_what_neither_the_monitoring_officer_nor_the_chief_executive_may() -> None:
    both = officer(Post.CHIEF_EXECUTIVE, Post.MONITORING_OFFICER)
    got = routed("haringey", both, MEMBER)
    assert got["to"] == (Post.DEPUTY_MONITORING_OFFICER,)
    assert got["withheld"] == (Post.CHIEF_EXECUTIVE,)


OWN = {
    "fraud": "Fraud has a procedure made for it, which comes first",
    "criminality": "A crime has a procedure made for it, which comes first",
    "safeguarding": "Harm to a child or an adult at risk has a procedure made for it, which comes first",
}


@pytest.mark.parametrize("key", PROTOCOLS)
@pytest.mark.parametrize("alleged", OWN)
def test_what_has_a_procedure_made_for_it_goes_there_first_and_is_not_settled_quietly(
    key: str, alleged: str
) -> None:
    got = asked(key, "member", "officer", alleges=["conduct", alleged], informal_tried=False)
    assert got.reason.startswith(OWN[alleged])
    assert got["step"] == "formal"
    assert "taken up informally" not in got.reason
    told = protocol(key).complaints.pairing(PartyKind.MEMBER, PartyKind.OFFICER)
    assert told is not None
    assert ("nobody has to settle this quietly" in got.reason) is told.has_informal_stage


def test_the_procedure_that_the_text_leaves_open_for_fraud_is_named_with_its_paragraph() -> None:
    got = asked("waltham-forest", "officer", "member", alleges=["fraud"])
    assert got.reason.startswith("Fraud has a procedure made for it, which comes first: the whistleblowing")
    assert "WF-8.13" in {cite.id for cite in got.cite}
    silent = asked("mwda", "member", "officer", alleges=["fraud"])
    assert "the authority’s own procedure against fraud" in silent.reason


def test_haringeys_whip_hears_of_conduct_toward_officers_only() -> None:
    whip = route_of(protocol("haringey"), complaint(MEMBER, MEMBER))
    assert whip["to"] == (Post.GROUP_WHIP,)
    other = route_of(protocol("haringey"), complaint(MEMBER, MEMBER, toward_officers=False))
    assert (other["to"], other["also_open"], other.gap) == ((), ("code-of-conduct",), True)


def test_the_reason_says_who_gets_it_who_is_left_out_and_why_and_what_the_text_is_silent_on() -> None:
    got = asked("waltham-forest", "member", "officer chief-executive")
    assert got.reason == (
        "It was tried to settle it informally, so the formal stage follows. The protocol names the Executive "
        "Director, who is left out because they answer to the person complained about. The protocol names "
        "the Chief Executive, who is left out as the person complained about. On who takes their place the "
        "protocol is silent; by the general rule the Monitoring Officer receives it and decides what is "
        "done. It is investigated by the person who received it. The outcome is told to the person who "
        "complains. Also open: the whistleblowing procedure. It may lead to the disciplinary procedure."
    )
    cited = {cite.id for cite in got.cite}
    assert {"WF-8.1", "WF-8.2", "WF-5.1", "WF-8.3", "WF-8.13", "WF-8.4"} <= cited


@pytest.mark.parametrize(
    ("key", "by", "about", "changed", "says", "cites"),
    [
        ("parish", "member", "member chairman", {}, "It goes to all of them.", "PA-OCC.3"),
        ("haringey", "member", "officer", {"informal_tried": False}, "Choose one of them.", "HA-5.1"),
        ("haringey", "member", "officer assistant-director", {}, "counts as a Director", "HA-4.6n"),
        ("haringey", "member", "officer agency", {}, "is not among them", "HA-2.10"),
        ("wokingham-2014", "member", "officer agency", {}, "does not say who counts as an officer", None),
        ("wokingham-2014", "officer", "member", {"informal_tried": False}, "Members may help", "WO-P-9.3.8a"),
        ("wokingham-2007", "member", "officer", {}, "gives no informal stage for this", "WO-E-9.3.35d"),
        (
            "wokingham-2007",
            "officer",
            "member",
            {"severity": "minor"},
            "referred to the leader",
            "WO-E-9.3.35f",
        ),
        ("mwda", "officer", "member", {"upheld": True}, "the Chair and the group leader", "MW-13.2c"),
        ("mwda", "member", "officer", {"in_public": True}, "never raised in public", "MW-13.3a"),
        ("parish", "officer", "member", {}, "names nobody for this and is silent", "PA-LEG.2"),
        ("parish", "member", "member", {}, "silent on any other complaint by a member", "PA-LEG.2"),
        ("mwda", "member", "member", {}, "silent on a complaint by a member about another member", None),
        ("mwda", "member", "public", {}, "about members and officers only", None),
        (
            "waltham-forest",
            "officer",
            "member",
            {},
            "investigated by the Monitoring Officer, where",
            "WF-8.10",
        ),
    ],
)
def test_what_an_answer_turns_on_is_said_with_its_paragraph(
    key: str, by: str, about: str, changed: dict[str, object], says: str, cites: str | None
) -> None:
    got = asked(key, by, about, **changed)
    assert says in got.reason
    assert cites is None or cites in {cite.id for cite in got.cite}


def without(*names: str) -> dict[str, object]:
    """What is known of an officer’s complaint about a member, save these facts."""
    return {name: value for name, value in facts("officer", "member").items() if name not in names}


def test_what_hangs_on_an_unknown_fact_is_null_and_the_rest_is_given() -> None:
    text = protocol("wokingham-2014")
    got = complaint_route(text, without("severity", "in_public", "upheld"))
    assert got.hangs_on == ("severity",)
    assert got["may_refer_to"] is None
    assert got["to"] == (Post.MONITORING_OFFICER,)
    assert got.reason.endswith("Some of this hangs on whether it is minor or serious.")


def test_until_it_is_known_whether_it_is_upheld_nobody_decides_and_the_silence_is_not_the_texts() -> None:
    got = complaint_route(protocol("mwda"), without("upheld"))
    assert got.hangs_on == ("upheld",)
    assert (got["decided_by"], got["tell_before_decision"]) == (None, None)
    assert "who decides" not in got.reason


def test_without_the_stage_nobody_can_say_where_it_goes() -> None:
    got = complaint_route(protocol("waltham-forest"), without("informal_tried"))
    assert (got["step"], got["to"]) == (None, None)
    assert got["also_open"] == ("code-of-conduct", "whistleblowing")
    assert got.hangs_on == ("informal_tried",)
    assert got.reason == (
        "Where this goes hangs on whether it was tried to settle it informally. Say so, and ask again."
    )
    assert {cite.id for cite in got.cite} == {"WF-8.1", "WF-2.3", "WF-8.12", "WF-8.13"}


def test_a_stage_that_the_text_does_not_have_is_not_asked_for() -> None:
    got = complaint_route(protocol("wokingham-2007"), without("informal_tried", "severity"))
    assert got.hangs_on == ("severity",)


def test_where_nothing_is_known_the_answer_asks_who_complains_of_whom() -> None:
    got = complaint_route(protocol("parish"), {})
    assert {"complainant", "subject", "alleges"} <= set(got.hangs_on)
    assert got["to"] is None
    assert got.reason == (
        "Where this goes hangs on who complains, who is complained about and what is alleged. "
        "Say so, and ask again."
    )


def test_the_trace_says_what_was_tried_and_why_it_did_not_match() -> None:
    got = asked("wokingham-2014", "member", "officer director")
    tried = [(one.rule, one.matched, one.why) for one in got.trace]
    assert tried == [
        ("complaint-own-procedure", False, "alleged: conduct"),
        ("complaint-outside-protocol", False, "the text covers the pairing"),
        ("complaint-informal-first", False, "the text gives no informal stage here"),
        ("complaint-goes-to", False, "WO-P-9.3.8f: it is about chief-executive only"),
        ("complaint-goes-to", True, "WO-P-9.3.8e: it is made for this"),
        ("complaint-barred", False, "nobody whom the text names here is barred"),
        ("complaint-stand-in", False, "somebody is left for each part"),
    ]


def test_the_trace_names_whoever_is_barred_and_who_takes_their_place() -> None:
    trace = {one.rule: one for one in asked("parish", "member chairman", "officer").trace}
    assert trace["complaint-barred"].why == "«chairman»: complainant"
    assert trace["complaint-stand-in"].why == "«to» is taken by monitoring-officer"
    outside = {one.rule: one for one in asked("mwda", "public", "officer").trace}
    assert outside["complaint-outside-protocol"].matched
    assert outside["complaint-stand-in"].why == "nobody receives it under the protocol"
    kept = [one.why for one in asked("parish", "public", "member").trace if one.rule == "complaint-goes-to"]
    assert kept == ["PA-LEG.2: it is for conduct where code-of-conduct is alleged only"]


def test_people_of_whom_nothing_but_their_kind_is_said_hold_no_post() -> None:
    assert party("officer") == {"kind": "officer"}
    with_post = answer("haringey", "member", "officer officer")
    assert with_post == answer("haringey", "member", "officer")
