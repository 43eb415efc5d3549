"""To whom something heard is handed on that day, and who may read what was handed on."""

import datetime
from collections.abc import Collection

from django.db.models import Q, QuerySet

from complaints.models import HandedOn
from complaints.queries.people import Named
from council.models import Person
from council.queries import Standing, resolve
from rulebook.complaint import STAND_IN_FIRST, STAND_IN_LAST, HandOn
from rulebook.post import Post
from rulebook.protocol import Protocol


def handed_on_visible_to(who: Standing) -> QuerySet[HandedOn]:
    """What the person handed on, or what was handed on to them, while they are in post."""
    if not who.in_post:
        return HandedOn.objects.none()
    mine = Q(by=who.person) | Q(handed_to__person=who.person)
    return HandedOn.objects.filter(mine, erased_at__isnull=True).distinct()


def in_line(text: Protocol, duty: HandOn, *, on: datetime.date, besides: Person) -> list[Named]:
    """Whoever could have it: those whom the text names, then the next in line by the general rule."""
    posts = [one for one in duty.to.values if isinstance(one, Post)]
    heads = text.complaints.head_of_paid_service.values
    line = dict.fromkeys((*posts, STAND_IN_FIRST, *heads, Post.HEAD_OF_PAID_SERVICE, *STAND_IN_LAST))
    found: dict[int, Named] = {}
    for post in line:
        for one in resolve(post, on=on):
            if one.acts is not None and besides.pk not in (one.acts.pk, one.holder.pk):
                found.setdefault(one.acts.pk, Named(one.acts, post, one.holder))
    return list(found.values())


def handed_to(
    text: Protocol, duty: HandOn, *, on: datetime.date, by: Person, about: Collection[int] = ()
) -> list[Named]:
    """To whom it goes: all whom the text names; the next in line where it names a procedure alone, or where
    it is about those whom it names. `about` are the numbers of those whom it is about; whoever stands in for
    one of them has it neither.
    """
    left = [
        one
        for one in in_line(text, duty, on=on, besides=by)
        if not {one.person.pk, one.holder.pk} & set(about)
    ]
    named = [one for one in left if one.post in duty.to.values]
    return named or left[:1]
