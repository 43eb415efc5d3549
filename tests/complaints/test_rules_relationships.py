"""Which tie each text asks somebody to declare, and what follows from the questions of the check."""

import pytest

from complaints.rules.relationships import (
    AVOID,
    DECLARE,
    MAY_DECLARE,
    NOTHING,
    ROLES_ARE_YOURS,
    Sign,
    advise,
    asked_of,
    declaration_of,
)
from rulebook.complaint import PartyKind
from rulebook.post import Post
from rulebook.protocols import protocol

MEMBER, OFFICER = PartyKind.MEMBER, PartyKind.OFFICER
MO = (Post.MONITORING_OFFICER,)
OWN_HEAD = (Post.HEAD_OF_SERVICE, Post.EXECUTIVE_DIRECTOR)
# Who declares, with whom, to whom; None where the text says nothing, () where it names nobody.
TO_WHOM = {
    ("waltham-forest", MEMBER, OFFICER): (MO, "WF-3.8"),
    ("waltham-forest", OFFICER, MEMBER): (OWN_HEAD, "WF-3.9"),
    ("waltham-forest", OFFICER, OFFICER): (None, ""),
    ("waltham-forest", MEMBER, None): (None, ""),
    ("wokingham-2007", MEMBER, OFFICER): (MO, "WO-E-9.3.17e"),
    ("wokingham-2007", OFFICER, OFFICER): (MO, "WO-E-9.3.17e"),
    ("haringey", MEMBER, OFFICER): ((), "HA-3.4a"),
    ("haringey", MEMBER, MEMBER): (None, ""),
    ("mwda", OFFICER, MEMBER): ((), "MW-3.3a"),
    ("wokingham-2014", MEMBER, OFFICER): (None, ""),
    ("parish", OFFICER, MEMBER): (None, ""),
}


@pytest.mark.parametrize(("key", "by", "other"), TO_WHOM)
def test_each_text_says_to_whom_a_tie_is_declared_or_is_silent(
    key: str, by: PartyKind, other: PartyKind | None
) -> None:
    posts, cite = TO_WHOM[key, by, other]
    found = declaration_of(protocol(key).complaints, by, other)
    if posts is None:
        assert found is None
        return
    assert found is not None
    assert (found.to.values if found.to else ()) == posts
    assert cite in {one.id for one in found.cites}


FOLLOWS = {
    ("waltham-forest", MEMBER, (Sign.SOCIAL,)): (DECLARE,),
    ("waltham-forest", MEMBER, (Sign.BUSINESS,)): (MAY_DECLARE,),
    ("waltham-forest", MEMBER, (Sign.RELATED, Sign.BUSINESS)): (DECLARE, MAY_DECLARE),
    ("wokingham-2007", OFFICER, (Sign.BUSINESS, Sign.SEEN)): (DECLARE,),
    ("wokingham-2007", MEMBER, (Sign.ROLES,)): (ROLES_ARE_YOURS,),
    ("wokingham-2007", MEMBER, (Sign.ROLES, Sign.SOCIAL)): (DECLARE, ROLES_ARE_YOURS),
    ("haringey", OFFICER, (Sign.SOCIAL,)): (AVOID,),
    ("mwda", MEMBER, (Sign.RELATED,)): (AVOID,),
    ("parish", MEMBER, (Sign.RELATED,)): (MAY_DECLARE,),
    ("waltham-forest", MEMBER, ()): (NOTHING,),
}


@pytest.mark.parametrize(("key", "by", "signs"), FOLLOWS)
def test_what_follows_from_the_questions(key: str, by: PartyKind, signs: tuple[Sign, ...]) -> None:
    found = advise(protocol(key).complaints, by, signs)
    assert tuple(one.says for one in found) == FOLLOWS[key, by, signs]
    assert any(one.declares for one in found) == bool(set(signs) - {Sign.ROLES})


def test_roles_are_asked_about_where_the_text_speaks_of_them_and_of_members_alone() -> None:
    existing = protocol("wokingham-2007").complaints
    assert Sign.ROLES in asked_of(existing, MEMBER)
    assert Sign.ROLES not in asked_of(existing, OFFICER)
    assert Sign.ROLES not in asked_of(protocol("waltham-forest").complaints, MEMBER)


def test_each_question_names_the_paragraph_that_it_comes_from() -> None:
    asked = asked_of(protocol("waltham-forest").complaints, MEMBER)
    assert [one.id for one in asked[Sign.SOCIAL]] == ["WF-3.7", "WF-3.8"]
    assert asked[Sign.BUSINESS] == ()
