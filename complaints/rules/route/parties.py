"""Who complains of whom, by the posts that they hold, and which posts answer to which."""

from collections.abc import Iterable
from dataclasses import dataclass

from council.rules.posts import MEMBERS_POSTS
from rulebook.complaint import ComplaintTerms, Employer, PartyKind
from rulebook.post import Post

OFFICER_POSTS = frozenset(Post) - MEMBERS_POSTS

# The line of management, the lowest first; posts of one grade do not answer to each other. The director of
# finance and resources is a director (WO-E-9.3.22b, WO-P-9.3.8f).
GRADES: tuple[frozenset[Post], ...] = (
    frozenset({Post.HEAD_OF_SERVICE}),
    frozenset({Post.ASSISTANT_DIRECTOR}),
    frozenset({Post.DIRECTOR, Post.DIRECTOR_FINANCE_RESOURCES}),
    frozenset({Post.EXECUTIVE_DIRECTOR}),
    frozenset({Post.DEPUTY_CHIEF_EXECUTIVE}),
    frozenset({Post.CHIEF_EXECUTIVE}),
)
# Officers with duties of their own in law, which they owe to the authority and not to whoever leads its staff
# (WF-2.6, HA-2.7, WO-P-9.3.6b, MW-2.5c). Haringey sends a complaint about the Chief Executive to the
# Monitoring Officer (HA-5.3a), as it could not if that officer answered to the Chief Executive in this.
BY_STATUTE = frozenset({Post.MONITORING_OFFICER, Post.DEPUTY_MONITORING_OFFICER, Post.SECTION_151_OFFICER})


@dataclass(frozen=True)
class Party:
    """Somebody in a complaint: what they are, every post that they hold, and whose employee they are."""

    kind: PartyKind
    posts: frozenset[Post] = frozenset()
    employer: Employer = Employer.COUNCIL


def counts_as_officer(terms: ComplaintTerms, party: Party) -> bool:
    """Whether the text counts an officer as one; anybody else is what they are."""
    return party.kind is not PartyKind.OFFICER or party.employer in terms.officers.values


def posts_of(terms: ComplaintTerms, party: Party) -> frozenset[Post]:
    """Every post that a party's posts stand for: the head of paid service by both names, and those whose
    name takes a post in («Director»)."""
    held = party.posts - {Post.OFFICER}
    head = terms.head_of_paid_service.values[0]
    if held & {head, Post.HEAD_OF_PAID_SERVICE}:
        held |= {head, Post.HEAD_OF_PAID_SERVICE}
    return frozenset(post for one in held for post in terms.counts_as(one))


def answers_to(terms: ComplaintTerms, post: Post, held: Iterable[Post]) -> bool:
    """Whether the holder of a post answers to somebody who holds these posts.

    Members answer to their electors and to nobody in the authority, and officers to the authority as a whole
    and to no member (HA-2.1, WO-E-9.3.5, WO-P-9.3.2, MW-2.1, PA-EMP.3), so that a group’s whip does not
    answer to its leader here, nor a clerk to the chairman. Every officer answers in the end to the head of
    paid service, save those whose duties are their own in law; a deputy answers to the monitoring officer.
    Otherwise the lower grade answers to the higher. A line manager or senior manager is one over the person
    concerned, so that only the head of paid service is above either by their post.
    """
    above = frozenset(held)
    if post in MEMBERS_POSTS:
        return False
    if post in BY_STATUTE:
        return post is Post.DEPUTY_MONITORING_OFFICER and Post.MONITORING_OFFICER in above
    if terms.head_of_paid_service.values[0] in above:
        return True
    grade = _grade((post,))
    return grade is not None and grade < (_grade(above) or 0)


def _grade(posts: Iterable[Post]) -> int | None:
    """The highest grade among posts; None where none of them is in the line of management."""
    return max((at for at, grade in enumerate(GRADES) if grade & set(posts)), default=None)
