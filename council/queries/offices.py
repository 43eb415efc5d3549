"""Several posts and several officers' everyday work on one day, asked together: who has it, and who acts."""

import datetime
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import BooleanField, F, Q, QuerySet, Value

from council.models import OfficerAppointment, Person
from council.queries.facts import GRADE_POSTS, Held
from council.queries.holdings import posts_in_effect
from council.queries.posts import Resolved, resolve_all
from council.queries.prepared import Written
from council.queries.standing_in import EVERYDAY_WORK, Away
from rulebook.post import Post

_GRADES = {titled: grade for grade, titled in GRADE_POSTS.items()}
_DIRECTING = (Post.DIRECTOR, Post.EXECUTIVE_DIRECTOR)
_NO_GRADE = ""


@dataclass(frozen=True, slots=True)
class Offices:
    """What `who_held`, `holders_of` and `who_covers` say of the posts and people that were asked about."""

    found: tuple[Resolved, ...]

    def acts_in(self, post: Post) -> Person | None:
        """Who had the post to act in: of several holders the one since longest who is there."""
        return next((one.acts for one in self.found if one.held.post is post and one.acts), None)

    def holders_of(self, post: Post) -> list[Person]:
        """Its holders, and those who stand in for them."""
        every = (
            person
            for one in self.found
            if one.held.post is post
            for person in (one.holder, one.acts)
            if person
        )
        return list(dict.fromkeys(every))

    def covers(self, officer: Person) -> Person:
        """To whom the officer's everyday work goes: whoever stands in, else the officer."""
        everyday = (one for one in self.found if one.held == EVERYDAY_WORK and one.holder == officer)
        return next((one.acts for one in everyday if one.acts), officer)


def offices_on(
    on: datetime.date,
    *,
    posts: Collection[Post],
    directorate: int | None = None,
    officers: Collection[Person] = (),
    away: Mapping[int, list[Away]] | None = None,
) -> Offices:
    """Posts that are held by name, and who has the work of these officers, in three questions for them all;
    in two where the day's absences were read already (`Standing.away`).

    A director's is that of the directorate, which has to be named; by grade, where the register of posts
    names nobody. Up to four questions more where somebody is away or was named for somebody who is.
    """
    asked = [post for post in posts if directorate is not None or post not in _DIRECTING]
    grades = tuple(_GRADES[post] for post in asked if post in _DIRECTING) or (_NO_GRADE,)
    rows = _HELD(on, tuple(post.value for post in asked), grades, directorate or 0)
    named = {post for post, _person, _where, by_grade, *_since in rows if not by_grade}
    held = [
        (person, Held(_post_of(post, by_grade=by_grade), directorate_id=where, by_grade=by_grade))
        for post, person, where, by_grade, *_since in rows
        if not (by_grade and _post_of(post, by_grade=True) in named)
    ]
    everyday = [(officer.pk, EVERYDAY_WORK) for officer in officers]
    return Offices(tuple(resolve_all([*held, *everyday], on=on, known=officers, away=away)))


def _post_of(what: str, *, by_grade: bool) -> Post:
    return GRADE_POSTS[what] if by_grade else Post(what)


def _held(
    on: datetime.date, posts: tuple[str, ...], grades: tuple[str, ...], directorate: int
) -> QuerySet[Any, Any]:
    """By name in the register of posts, by grade among the jobs of the directorate; since longest first."""
    here = ~Q(post__in=_DIRECTING) | Q(directorate=directorate)
    by_name = posts_in_effect(on=on).filter(here, post__in=posts)
    by_grade = OfficerAppointment.objects.on(on).filter(directorate=directorate, grade__in=grades)
    first, second = (
        rows.order_by().values_list(
            F(what),
            "person_id",
            "directorate_id",
            Value(is_by_grade, output_field=BooleanField()),
            "from_on",
            "pk",
        )
        for rows, what, is_by_grade in ((by_name, "post", False), (by_grade, "grade", True))
    )
    return first.union(second, all=True).order_by("from_on", "pk")


_HELD = Written(_held)
