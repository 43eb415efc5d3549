"""Complaint terms in words: whole sentences that a monitoring officer can hold against the paragraphs."""

import re

import pytest

from rulebook.complaint import (
    ONE_OF_A_KIND,
    OUTSIDE,
    UPHELD,
    Choose,
    ComplaintTerms,
    Employer,
    Pairing,
    Part,
    Route,
    Step,
    When,
    said,
)
from rulebook.complaint.parties import WORDS, Allegation, PartyKind, Procedure, another, any_other, called
from rulebook.complaint.wordings import Titles, condition, either
from rulebook.post import Post
from rulebook.protocol import Protocol
from rulebook.protocols import PROTOCOLS, protocol
from rulebook.term import Topic
from tests.rulebook.complaint_ways import MEMBER, OFFICER, PUBLIC

TEXTS = pytest.mark.parametrize("text", PROTOCOLS.values(), ids=list(PROTOCOLS))

SAID = {
    "waltham-forest": {
        "A complaint by a member about an officer is first taken up informally, with the help"
        " of a manager, where that is needed.": ["WF-8.1", "WF-2.3"],
        "A formal complaint by a member about an officer goes to the Executive Director of "
        "the person complained about or the Chief Executive.": ["WF-8.2"],
        "On a formal complaint by a member about an officer, a copy goes to the Monitoring Officer.": [
            "WF-8.2"
        ],
        "An officer does not seek a member’s support in an employment or other dispute, an "
        "appointment or a promotion.": ["WF-5.3"],
        "An officer tells their own Head of Service or Executive Director of a friendship or closer "
        "relationship, relatives included, between a member and an officer.": ["WF-3.7", "WF-3.9"],
        "A member does not pass on what was given in confidence. Whoever does so may face the "
        "procedure of the members’ code of conduct.": ["WF-A1.3", "WF-A4.2"],
        "On a formal complaint by a member about an officer, management decides what is done.": ["WF-8.5"],
        "On a formal complaint by an officer about a member, a copy goes to the Head of "
        "Service of the person who complains.": ["WF-8.9"],
        "On a formal complaint by an officer about a member, the Monitoring Officer "
        "investigates, where that is needed.": ["WF-8.10"],
        "On a formal complaint by an officer about a member, the complaint and the findings "
        "may in a suitable case be told to the political group leader of the person complained about.": [
            "WF-8.11"
        ],
        "The protocol leaves the whistleblowing procedure open, above all where fraud or a "
        "crime is alleged.": ["WF-8.13"],
        "Every officer answers in the end to the Chief Executive.": ["WF-5.1"],
    },
    "haringey": {
        "A formal complaint by a member about the Chief Executive goes to the Monitoring Officer.": [
            "HA-5.3a"
        ],
        "A formal complaint by a member about any other officer goes to the Director of the person "
        "complained about.": ["HA-5.3a"],
        "An officer who complains about a member may also use the whistleblowing procedure or the "
        "procedure of the members’ code of conduct.": ["HA-5.2"],
        "Bullying by a member, an officer or a member of the public is not accepted.": ["HA-1.3", "HA-3.3b"],
        "A formal complaint by a member about another member goes to the group whip of the person "
        "who complains, where it is about conduct toward officers.": ["HA-5.3c"],
        "A member who is unsure asks their own group whip.": ["HA-5.3b"],
        "What is said of a Director holds for an Assistant Director, an executive director, "
        "the director of finance and resources and the deputy chief executive too.": ["HA-4.6n"],
    },
    "wokingham-2014": {
        "A formal complaint by a member about the Chief Executive goes to the Director Finance "
        "and Resources or the Leader of the Council.": ["WO-P-9.3.8f"],
        "On a formal complaint by an officer about a member, where it is serious, the matter "
        "may be referred to the procedure of the members’ code of conduct.": ["WO-P-9.3.8b"],
        "The protocol gives no informal stage to a member who complains about an officer.": [],
        "The protocol does not say who counts as an officer; the portal takes it to be the "
        "authority’s own employees.": [],
    },
    "wokingham-2007": {
        "On a formal complaint by an officer about a member, the outcome is told to the "
        "person who complains.": ["WO-E-9.3.35g"],
        "A member does not raise a complaint about an officer in public.": [
            "WO-E-9.3.35c",
            "WO-E-9.3.17c",
            "WO-E-9.3.28c",
        ],
        "A complaint by a member about an officer may lead to the disciplinary procedure.": [
            "WO-E-9.3.7b",
            "WO-E-9.3.35e",
        ],
    },
    "mwda": {
        "On a formal complaint by an officer about a member, where it is upheld, the Chair is"
        " told before it is decided what is done.": ["MW-13.2c"],
        "On a formal complaint by an officer about a member, where it is upheld, the Clerk to "
        "the Authority decides what is done.": ["MW-13.2c"],
        "A complaint by a member about the Director is first taken up informally, with the help of the "
        "Clerk to the Authority.": ["MW-13.3b", "MW-13.3c"],
        "A formal complaint by a member about any other officer goes to the Director.": ["MW-13.3b"],
        "Officers, about whom a complaint can be made, are the authority’s own employees.": ["MW-1.3"],
        "A complaint by an officer about a member is first taken up informally, with the help"
        " of a senior manager or a member.": ["MW-13.2a"],
    },
    "parish": {
        "On a formal complaint by a member about an officer, the matter is raised in private.": ["PA-OCC.2"],
        "A formal complaint by a member of the public about a member goes to the Monitoring "
        "Officer, where a breach of the members’ code of conduct is alleged.": ["PA-LEG.2"],
        "The protocol names nobody for any other complaint by an officer about a member. The "
        "Monitoring Officer receives it.": [],
    },
}


@pytest.mark.parametrize("key", SAID)
def test_a_value_is_said_in_a_sentence_with_its_paragraphs(key: str) -> None:
    found = {term.says: [cited.id for cited in term.cites] for term in protocol(key).complaints.in_words()}
    assert {says: found.get(says) for says in SAID[key]} == SAID[key]


@TEXTS
def test_every_sentence_is_whole_and_said_once(text: Protocol) -> None:
    terms = text.complaints.in_words()
    assert len({term.says for term in terms}) == len(terms)
    for term in terms:
        assert term.topic is Topic.COMPLAINTS
        assert re.fullmatch(r"[A-Z][^{}]*[^\s,]\.", term.says), term.says
        assert "  " not in term.says
        assert "- " not in term.says


@TEXTS
def test_a_sentence_without_a_paragraph_speaks_of_silence_or_of_the_general_rule(text: Protocol) -> None:
    general = ("Nobody handles", "Where the protocol is silent")
    for term in text.complaints.in_words():
        assert term.cites or term.says.startswith((*general, "The protocol ", "On a formal")), term.says
        if term.says.startswith("On a formal") and not term.cites:
            assert "the protocol does not say" in term.says


@TEXTS
def test_a_pairing_on_which_the_text_is_silent_is_said_with_what_holds_then(text: Protocol) -> None:
    says = " ".join(term.says for term in text.complaints.in_words())
    for complainant in PartyKind:
        for subject in (MEMBER, OFFICER):
            silent = text.complaints.pairing(complainant, subject) is None
            whom = another(subject) if complainant is subject else called(subject)
            words = f"says nothing of a complaint by {called(complainant)} about {whom}."
            assert (words in says) is silent
            if silent:
                assert f"what is open is {called(OUTSIDE[complainant, subject])}" in says


def test_a_complaint_between_members_and_officers_that_no_text_knows_goes_to_the_monitoring_officer() -> None:
    terms = protocol("mwda").complaints
    empty = ComplaintTerms(terms.head_of_paid_service, terms.officers, ())
    says = [term.says for term in empty.in_words()]
    assert (
        "The protocol says nothing of a complaint by an officer about a member. "
        "The monitoring officer receives it."
    ) in says
    assert "The protocol says nothing of relationships between members and officers." in says
    assert "The protocol does not say whom to ask when unsure how to complain." in says


def test_the_general_rule_names_who_stands_in_in_their_order() -> None:
    for key, (head, last) in {
        "haringey": ("Chief Executive", "Chief Finance Officer"),
        "parish": ("Parish Clerk", "section 151 officer"),
    }.items():
        says = protocol(key).complaints.in_words()[1].says
        order = ["Monitoring Officer", head, "deputy monitoring officer", last]
        places = [says.index(f"the {one}") for one in order]
        assert places == sorted(places)


def test_a_stage_without_helpers_and_a_route_without_recipient_are_said_too() -> None:
    terms = protocol("mwda").complaints
    cites = terms.pairings[0].routes[0].cites
    pairing = Pairing(OFFICER, OFFICER, (Route(Step.INFORMAL, cites), Route(Step.FORMAL, cites)))
    says = [
        term.says
        for term in ComplaintTerms(
            terms.head_of_paid_service, said(Employer.COUNCIL, at=()), (pairing,)
        ).in_words()
    ]
    assert "A complaint by an officer about another officer is first taken up informally." in says
    assert not [one for one in says if one.startswith("A formal complaint by an officer about another")]


def test_names_say_whose_a_post_is_only_where_a_body_has_several() -> None:
    one = said(Post.LINE_MANAGER, Post.DIRECTOR, at=(), of=Part.SUBJECT, choose=Choose.ONE)
    plain = Titles()
    assert plain.names(one) == "the line manager or the director of the person complained about"
    mixed = said(Post.EXECUTIVE_DIRECTOR, Post.CHIEF_EXECUTIVE, at=(), of=Part.SUBJECT)
    assert (
        plain.names(mixed) == "the executive director of the person complained about and the chief executive"
    )
    assert plain.names(said(Post.CLERK, at=(), of=Part.SUBJECT)) == "the clerk"
    assert tuple(map(plain.some, (Post.OFFICER, Post.CLERK, Post.HEAD_OF_SERVICE))) == (
        "an officer",
        "the clerk",
        "a head of service",
    )


def test_a_post_is_called_as_its_text_calls_it_and_a_body_may_have_only_one() -> None:
    own = Titles({Post.DIRECTOR: "Director", Post.EXECUTIVE_DIRECTOR: "Executive Director"})
    assert (own.some(Post.DIRECTOR), own.some(Post.EXECUTIVE_DIRECTOR)) == (
        "a Director",
        "an Executive Director",
    )
    only = Titles(own.of, ONE_OF_A_KIND | {Post.DIRECTOR})
    assert (
        only.some(Post.DIRECTOR) == only.names(said(Post.DIRECTOR, at=(), of=Part.SUBJECT)) == "the Director"
    )
    assert own.called(PartyKind.OFFICER) == "an officer"


@TEXTS
def test_a_text_gives_its_own_titles_to_its_sentences(text: Protocol) -> None:
    assert text.complaints.titles == {post: text.title_of(post) for post in text.posts}
    assert set(text.complaints.only_one) <= set(text.posts)


def test_conditions_follow_each_other() -> None:
    assert condition(When()) == condition(When(in_public=True)) == ""
    assert condition(UPHELD) == ", where it is upheld"
    alleged = When(alleges=(Allegation.FRAUD, Allegation.CRIMINALITY), toward_officers=True)
    assert (
        condition(alleged) == ", where it is about conduct toward officers, where fraud or a crime is alleged"
    )
    assert either(["a", "b", "c"]) == "a, b or c"


def test_words_that_two_kinds_share_are_told_apart() -> None:
    assert called(Allegation.CODE_OF_CONDUCT) != called(Procedure.CODE_OF_CONDUCT)
    assert called(Post.OFFICER) != called(PartyKind.OFFICER)
    assert called(PUBLIC) == "a member of the public"
    assert (another(MEMBER), any_other(OFFICER)) == ("another member", "any other officer")


@pytest.mark.parametrize("kind", [PartyKind, Employer, Part, Procedure])
def test_every_person_part_and_procedure_has_words(kind: type[PartyKind]) -> None:
    assert set(WORDS[kind]) == set(kind)
