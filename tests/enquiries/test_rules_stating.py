"""What the form’s words come to as facts, and what the rules of each of the six texts answer to them."""

import pytest

from enquiries.rules import enquiry_triage
from enquiries.rules.stating import (
    FOR_OTHERS,
    HANGS_ON,
    LABELS,
    Kind,
    Stated,
    asks_factual,
    asks_remit,
    assistants_may_ask,
    post_addressed,
    said_of,
    stated_in,
)
from rulebook.post import Post
from rulebook.protocols import PROTOCOLS
from rulebook.triage import Asker, Fact, Handling

H = Handling
WF, HA, MW, PA = "waltham-forest", "haringey", "mwda", "parish"
OLD, NEW = "wokingham-2007", "wokingham-2014"
# By text: what becomes of each choice when a member makes it and nothing else is known.
BECOMES: dict[str, tuple[Handling, ...]] = {
    WF: (H.MEMBER_ENQUIRY, H.CORPORATE_COMPLAINT, H.REFER, H.MAY_DECLINE, H.REFER, H.REFUSE),
    HA: (
        H.MEMBER_ENQUIRY,
        H.CORPORATE_COMPLAINT,
        H.SERVICE_REQUEST,
        H.MAY_DECLINE,
        H.SERVICE_REQUEST,
        H.REFUSE,
    ),
    OLD: (
        H.MEMBER_ENQUIRY,
        H.CORPORATE_COMPLAINT,
        H.SERVICE_REQUEST,
        H.MAY_DECLINE,
        H.SERVICE_REQUEST,
        H.REFUSE,
    ),
    NEW: (H.MEMBER_ENQUIRY, H.MEMBER_ENQUIRY, H.REFER, H.REFER, H.REFER, H.REFUSE),
    MW: (H.MEMBER_ENQUIRY, H.MEMBER_ENQUIRY, H.MEMBER_ENQUIRY, H.MAY_DECLINE, H.MEMBER_ENQUIRY, H.REFUSE),
    PA: (H.REFER, H.REFER, H.REFER, H.MAY_DECLINE, H.REFER, H.REFUSE),
}
# The paragraph that the page shows first: the same question has another answer, on another paragraph.
FIRST = {
    (WF, Kind.COMPLAINT): "WF-6.5",
    (HA, Kind.SERVICE): "HA-4.8",
    (HA, Kind.OWN): "HA-4.25a",
    (OLD, Kind.OWN): "WO-E-9.3.34.5c",
    (MW, Kind.RESEARCH): "MW-5.3",
    (PA, Kind.RESEARCH): "PA-EMP.4",
    (WF, Kind.PARTY): "WF-4.12",
}


def asked(key: str, kind: Kind, **more: object) -> dict[str, object]:
    """The facts of a member's request of that kind."""
    return {Fact.ASKED_BY.value: "member", "established_procedure": None, **said_of(Stated(kind)), **more}


@pytest.mark.parametrize("key", list(PROTOCOLS))
def test_each_choice_has_its_answer_under_each_text(key: str) -> None:
    found = tuple(enquiry_triage(PROTOCOLS[key], asked(key, kind))["handling"] for kind in Kind)
    assert found == BECOMES[key]


@pytest.mark.parametrize(("key", "kind"), list(FIRST))
def test_the_answer_rests_on_the_paragraph_of_that_text(key: str, kind: Kind) -> None:
    answer = enquiry_triage(PROTOCOLS[key], asked(key, kind))
    assert answer.cite[0].id == FIRST[key, kind]


@pytest.mark.parametrize("key", list(PROTOCOLS))
def test_nothing_but_party_political_work_is_refused_by_what_the_form_asks(key: str) -> None:
    refused = {
        kind
        for kind in Kind
        for asker in (Asker.MEMBER, Asker.CO_OPTED_MEMBER)
        for remit in (True, False)
        if enquiry_triage(PROTOCOLS[key], asked(key, kind, asked_by=asker.value, within_remit=remit))[
            "handling"
        ]
        is H.REFUSE
    }
    assert refused == {Kind.PARTY}


@pytest.mark.parametrize(("key", "handling"), [(HA, H.ESTABLISHED_PROCEDURE), (WF, H.MEMBER_ENQUIRY)])
def test_an_established_procedure_comes_first_where_the_text_says_so(key: str, handling: Handling) -> None:
    answer = enquiry_triage(PROTOCOLS[key], asked(key, Kind.MATTER, established_procedure="Planning appeal"))
    assert answer["handling"] is handling


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("within", [None, True, False])
def test_what_was_said_is_read_back_as_it_was_said(kind: Kind, within: bool | None) -> None:
    assert stated_in(said_of(Stated(kind, within))) == Stated(kind, within)


def test_facts_of_which_nobody_said_anything_are_the_usual() -> None:
    assert stated_in({}) == Stated()


@pytest.mark.parametrize("kind", list(Kind))
def test_facts_alone_never_contradict_a_complaint_or_a_service(kind: Kind) -> None:
    facts = asked(OLD, kind) | said_of(Stated(kind, factual_only=True))
    assert enquiry_triage(PROTOCOLS[OLD], facts)["handling"]
    assert (Fact.FACTUAL_ONLY.value in facts) == (kind in (Kind.MATTER, Kind.RESEARCH))


@pytest.mark.parametrize(
    ("posts", "is_liaison", "post"),
    [
        (set(), False, Post.OFFICER),
        ({Post.OFFICER, Post.LINE_MANAGER}, False, Post.OFFICER),
        (set(), True, Post.DEMOCRATIC_SERVICES),
        ({Post.DEMOCRATIC_SERVICES}, False, Post.DEMOCRATIC_SERVICES),
        ({Post.POLITICAL_ASSISTANT}, False, Post.POLITICAL_ASSISTANT),
        ({Post.HEAD_OF_SERVICE}, True, Post.HEAD_OF_SERVICE),
        ({Post.HEAD_OF_SERVICE, Post.MONITORING_OFFICER}, False, Post.MONITORING_OFFICER),
        ({Post.ASSISTANT_DIRECTOR, Post.DEMOCRATIC_SERVICES}, False, Post.ASSISTANT_DIRECTOR),
    ],
)
def test_an_officer_is_addressed_by_the_highest_post(posts: set[Post], is_liaison: bool, post: Post) -> None:
    assert post_addressed(posts, is_liaison=is_liaison) is post


# By text: which posts may be addressed without being handed on.
MAY_BE_ADDRESSED = {
    WF: {Post.HEAD_OF_SERVICE, Post.ASSISTANT_DIRECTOR, Post.DIRECTOR, Post.DEMOCRATIC_SERVICES},
    HA: {Post.ASSISTANT_DIRECTOR, Post.DIRECTOR},
    OLD: {Post.DIRECTOR, Post.POLITICAL_ASSISTANT},
    NEW: {Post.DIRECTOR},
}
TRIED = (
    Post.OFFICER,
    Post.HEAD_OF_SERVICE,
    Post.ASSISTANT_DIRECTOR,
    Post.DIRECTOR,
    Post.DEMOCRATIC_SERVICES,
    Post.POLITICAL_ASSISTANT,
)


@pytest.mark.parametrize("key", list(PROTOCOLS))
def test_whoever_should_not_be_addressed_hands_it_on(key: str) -> None:
    kept = {
        post
        for post in TRIED
        if enquiry_triage(PROTOCOLS[key], asked(key, Kind.MATTER, addressed_to=post.value))["handling"]
        is not H.REDIRECT
    }
    assert kept == MAY_BE_ADDRESSED.get(key, set(TRIED))


def test_facts_alone_may_be_asked_of_any_officer_in_one_text() -> None:
    said = said_of(Stated(factual_only=True))
    facts = asked(OLD, Kind.MATTER, addressed_to=Post.OFFICER.value, **said)
    assert enquiry_triage(PROTOCOLS[OLD], facts)["handling"] is H.MEMBER_ENQUIRY
    assert [key for key, text in PROTOCOLS.items() if asks_factual(text)] == [OLD]


def test_the_remit_is_asked_of_a_co_opted_member_where_the_text_goes_by_it() -> None:
    asking = {(key, asker) for key, text in PROTOCOLS.items() for asker in Asker if asks_remit(text, asker)}
    assert asking == {(WF, Asker.CO_OPTED_MEMBER)}


def test_two_texts_put_a_political_assistant_in_a_members_place() -> None:
    assert {key for key, text in PROTOCOLS.items() if assistants_may_ask(text)} == {HA, OLD}


def test_every_choice_and_every_fact_has_words() -> None:
    assert set(LABELS) == set(Kind)
    assert set(FOR_OTHERS) <= set(Kind)
    assert set(HANGS_ON) == set(Fact)
