"""Who acts in the posts of the register on a day: read once, and asked of many posts."""

import datetime
import functools
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import connection

from council.models import Directorate, Person
from council.queries.facts import Held
from council.queries.holdings import posts_in_effect
from council.queries.posts import resolve_all, who_act_in
from council.rules.posts import FOLLOWING_POSTS
from rulebook.post import Post

# What stands in the query where the day goes; no row has it.
_A_DAY = datetime.date(1, 1, 1)


@dataclass(frozen=True)
class Acting:
    """The posts that are held by name, each with whoever acts in it, the holder since longest first."""

    on: datetime.date
    by_post: Mapping[Post, list[Person]]

    def acts_in(self, post: Post, *, directorate: Directorate | None = None) -> list[Person]:
        """As `who_act_in` names them, which is asked where another register says who holds it."""
        if post in FOLLOWING_POSTS or directorate is not None:
            return who_act_in(post, on=self.on, directorate=directorate)
        return list(dict.fromkeys(self.by_post.get(post, ())))


@functools.cache
def _statement() -> tuple[str, tuple[Any, ...]]:
    rows = posts_in_effect(on=_A_DAY).order_by("from_on", "pk")
    words, given = rows.values_list("post", "person_id", "directorate_id").query.sql_with_params()
    return words, tuple(given)


def acting_on(on: datetime.date) -> Acting:
    """In three queries where nobody is away, at most seven, however many posts there are.

    Asked on every page of whoever comes after another: the words of the first are kept (`queries.entries`).
    """
    words, given = _statement()
    with connection.cursor() as asking:
        asking.execute(words, [on if one == _A_DAY else one for one in given])
        held = [(person, Held(Post(post), directorate_id=where)) for post, person, where in asking.fetchall()]
    found: defaultdict[Post, list[Person]] = defaultdict(list)
    for one in resolve_all(held, on=on):
        if one.acts is not None:
            found[one.held.post].append(one.acts)
    return Acting(on, found)
