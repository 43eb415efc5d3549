"""The terms on where a request goes: every matter answered for, each course beside its paragraph."""

import pytest

from rulebook.post import Post
from rulebook.protocol import Protocol
from rulebook.protocols import PROTOCOLS, protocol
from rulebook.term import Topic
from rulebook.triage import (
    FROM_ASSISTANT_DIRECTOR,
    FROM_DIRECTOR,
    FROM_HEAD_OF_SERVICE,
    Course,
    Fact,
    Handling,
    Matter,
    Rung,
    left_with_information_law,
    left_with_statute,
    other_than,
)

texts = pytest.mark.parametrize("text", PROTOCOLS.values(), ids=list(PROTOCOLS))


def every_course(text: Protocol) -> list[Course]:
    return [course for matter in Matter for course in text.triage.courses[matter]]


@texts
def test_a_text_answers_for_every_matter_even_where_it_is_silent(text: Protocol) -> None:
    assert list(text.triage.courses) == list(Matter)


@texts
def test_a_course_rests_on_a_paragraph_or_a_statute(text: Protocol) -> None:
    for course in every_course(text):
        assert course.cites, course.says
        assert all(cite.id.startswith(f"{text.prefix}-") or " " in cite.id for cite in course.cites)


@texts
def test_a_course_says_why_and_what_can_be_done_next(text: Protocol) -> None:
    for course in every_course(text):
        assert course.says.endswith(".")
        assert course.says.count(". ") + course.says.count("; ") + course.says.count(", so ") >= 1
        assert "'" not in course.says
        assert "{" not in course.says


@texts
def test_what_is_presumed_is_among_what_the_course_needs(text: Protocol) -> None:
    assert all(set(course.presumed) <= set(course.when) for course in every_course(text))


@texts
def test_a_course_that_rests_on_silence_says_so(text: Protocol) -> None:
    assert all("protocol" in course.says for course in every_course(text) if course.gap)


@texts
def test_whoever_is_sent_elsewhere_is_told_where(text: Protocol) -> None:
    sent = (Handling.REDIRECT, Handling.REFER)
    assert all(bool(course.to) is (course.handling in sent) for course in every_course(text))


@texts
def test_the_last_course_needs_nothing_so_that_there_is_always_one(text: Protocol) -> None:
    last = text.triage.courses[Matter.ENQUIRY][-1]
    # A text without enquiries refers them, and gains them by a local term.
    none_of_its_own = bool(text.triage.by_local_term)
    assert dict(last.when) == {}
    assert last.handling is (Handling.REFER if none_of_its_own else Handling.MEMBER_ENQUIRY)


@texts
def test_the_terms_can_be_read_in_words_with_their_paragraphs(text: Protocol) -> None:
    terms = text.triage.in_words()
    assert len(terms) == len(every_course(text)) + bool(text.triage.no_instructions)
    assert {term.topic for term in terms} == {Topic.TRIAGE}
    assert {term.by for term in terms} <= {*(matter.value for matter in Matter), "decline"}


def test_only_one_text_asks_for_reasons_in_writing_and_a_copy() -> None:
    asking = {
        key for key, text in PROTOCOLS.items() if any(one.reasons_in_writing for one in every_course(text))
    }
    copying = {key for key, text in PROTOCOLS.items() if any(one.copy_to for one in every_course(text))}
    assert asking == copying == {"mwda"}


def test_only_one_text_has_a_ladder_of_its_own() -> None:
    ladders = {key: text.triage.appeal for key, text in PROTOCOLS.items()}
    assert ladders.pop("mwda") == (Rung.DIRECTOR, Rung.AUTHORITY, Rung.DISTRICT_AUDITOR)
    assert set(ladders.values()) == {(Rung.MONITORING_OFFICER,)}


@pytest.mark.parametrize(
    ("post", "directors", "wide", "heads"),
    [
        (Post.OFFICER, False, False, False),
        (Post.SENIOR_MANAGER, False, False, False),
        (Post.HEAD_OF_SERVICE, False, False, True),
        (Post.ASSISTANT_DIRECTOR, False, True, True),
        (Post.DIRECTOR, True, True, True),
        (Post.CHIEF_EXECUTIVE, True, True, True),
        (Post.MONITORING_OFFICER, True, True, True),
        (Post.LEADER, False, False, False),
    ],
)
def test_a_post_is_high_enough_or_not(post: Post, directors: bool, wide: bool, heads: bool) -> None:
    high = (post in FROM_DIRECTOR, post in FROM_ASSISTANT_DIRECTOR, post in FROM_HEAD_OF_SERVICE)
    assert high == (directors, wide, heads)
    assert (post in other_than(FROM_DIRECTOR)) is not directors


def test_what_the_law_leaves_is_the_narrowest_right_that_is_known() -> None:
    left = left_with_statute({Fact.WITHIN_REMIT: (False,)}, "says", protocol("mwda").triage.appeal_cites)
    assert [course.handling for course in left] == [Handling.EIR, Handling.SAR, Handling.FOI]
    assert Fact.RIGHT_ARISES_UNDER not in left[-1].when
    information = left_with_information_law({}, "says", ())
    assert [course.handling for course in information] == [Handling.FOI, Handling.EIR]
    assert all(len(course.cites) == 1 for course in information)
