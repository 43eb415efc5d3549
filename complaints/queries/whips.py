"""Whom a member asks who is unsure how to go on: the whip of their own group (HA-5.3b)."""

import datetime

from complaints.queries.people import Named
from council.models import Person
from council.queries import Place, resolve
from rulebook.post import Post


def whips_of(member: Person, *, on: datetime.date) -> list[Named]:
    """Whoever acts as whip of the member’s group that day; nobody where that is the member."""
    found = resolve(Post.GROUP_WHIP, on=on, place=Place(about=member))
    return [
        Named(one.acts, Post.GROUP_WHIP, one.holder)
        for one in found
        if one.acts is not None and one.acts.pk != member.pk
    ]
