"""Who held which post on which day."""

import datetime

from django.db.models import Q, QuerySet

from council.models import Directorate, OfficerAppointment, Person, PostHolding
from council.rules import CONFIRMED_POSTS, DIRECTOR_GRADES
from rulebook.post import Post


def posts_in_effect(*, on: datetime.date) -> QuerySet[PostHolding]:
    """Posts held on the day; a confidential one counts once a second person confirmed it."""
    needing = [post.value for post in CONFIRMED_POSTS]
    holdings: QuerySet[PostHolding] = PostHolding.objects.on(on)
    return holdings.filter(~Q(post__in=needing) | Q(confirmed_at__isnull=False))


def holders_of(post: Post, *, on: datetime.date, directorate: Directorate | None = None) -> QuerySet[Person]:
    """Everybody who held the post on the day; with a directorate, the post in that directorate."""
    holdings = posts_in_effect(on=on).filter(post=post)
    if directorate is not None:
        holdings = holdings.filter(directorate=directorate)
    return Person.objects.filter(pk__in=holdings.values("person_id"))


def who_held(post: Post, *, on: datetime.date, directorate: Directorate | None = None) -> Person | None:
    """The holder on the day (the one since longest, where several hold it), or None while it is vacant."""
    holdings = posts_in_effect(on=on).filter(post=post).order_by("from_on", "pk")
    if directorate is not None:
        holdings = holdings.filter(directorate=directorate)
    holding = holdings.select_related("person").first()
    return holding.person if holding else None


def directorates_led_by(person: Person, *, on: datetime.date) -> QuerySet[Directorate]:
    """The directorates that the person answers for on the day, by post or by grade."""
    by_post = posts_in_effect(on=on).filter(
        person=person, post__in=[Post.DIRECTOR, Post.EXECUTIVE_DIRECTOR], directorate__isnull=False
    )
    by_grade = OfficerAppointment.objects.on(on).filter(person=person, grade__in=DIRECTOR_GRADES)
    return Directorate.objects.filter(
        Q(pk__in=by_post.values("directorate_id")) | Q(pk__in=by_grade.values("directorate_id"))
    )
