"""Posts in the register of posts that count on a day: confirmed, held in office, acting only while vacant."""

import datetime
from collections.abc import Iterable
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Coalesce

from council.models import MemberTerm, OfficerAppointment, PostHolding
from council.queries.prepared import Written
from council.rules import CONFIRMED_POSTS
from council.rules.posts import FOLLOWING_POSTS, MEMBERS_POSTS, SINGLE_POSTS
from rulebook.post import Post

_NEEDING = [post.value for post in CONFIRMED_POSTS]
_FOLLOWING = [post.value for post in FOLLOWING_POSTS]
_MEMBERS = [post.value for post in MEMBERS_POSTS]
_SINGLE = [post.value for post in SINGLE_POSTS]


def terms_of_members(*, on: datetime.date) -> QuerySet[MemberTerm]:
    """Terms of those who are members on the day; an independent person has a term and is none."""
    terms: QuerySet[MemberTerm] = MemberTerm.objects.on(on).exclude(kind=MemberTerm.Kind.INDEPENDENT)
    return terms


def confirmed_on(*, on: datetime.date) -> QuerySet[PostHolding]:
    """Rows of the day that need no second person's word or have it, in office or not."""
    rows: QuerySet[PostHolding] = PostHolding.objects.on(on).exclude(post__in=_FOLLOWING)
    return rows.filter(~Q(post__in=_NEEDING) | Q(confirmed_at__isnull=False))


def _held_in_office(*, on: datetime.date) -> QuerySet[PostHolding]:
    """Confirmed where that is asked; a member's post held by a member, an officer's by an officer."""
    member = Exists(terms_of_members(on=on).filter(person=OuterRef("person")))
    officer = Exists(OfficerAppointment.objects.on(on).filter(person=OuterRef("person")))
    return confirmed_on(on=on).filter(
        (Q(post__in=_MEMBERS) & member) | (~Q(post__in=_MEMBERS) & (Q(from_outside=True) | officer))
    )


def posts_in_effect(*, on: datetime.date) -> QuerySet[PostHolding]:
    """Posts held on the day, those alone that the register of posts keeps.

    A confidential one counts once a second person confirmed it; a member's only while its holder is a member,
    an officer's while an officer or from outside; an acting holder's while nobody else holds it.
    """
    substantive = _held_in_office(on=on).filter(
        post=OuterRef("post"),
        is_acting=False,
        post__in=_SINGLE,
    )
    same_place = substantive.alias(here=Coalesce("directorate", Value(0))).filter(
        here=Coalesce(OuterRef("directorate"), Value(0))
    )
    return _held_in_office(on=on).exclude(Q(is_acting=True) & Exists(same_place))


def _named(on: datetime.date, posts: tuple[str, ...]) -> QuerySet[Any, Any]:
    rows = posts_in_effect(on=on).filter(post__in=posts).order_by("from_on", "pk")
    return rows.values_list("post", "person_id", "directorate_id")


_NAMED = Written(_named)


def named_holders(posts: Iterable[Post], *, on: datetime.date) -> list[tuple[Post, int, int | None]]:
    """Who has these posts of the register of posts on the day, the one since longest first: the post, the
    person, the directorate.
    """
    rows = _NAMED(on, tuple(sorted({post.value for post in posts})))
    return [(Post(post), person, where) for post, person, where in rows]
