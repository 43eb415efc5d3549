"""Who acts in the posts of the register on a day: read once, and asked of many posts."""

import datetime
import functools
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from council.models import Directorate, OfficerAppointment, Person
from council.queries.facts import Held
from council.queries.holdings import named_holders
from council.queries.posts import resolve_all, who_act_in
from council.rules.posts import FOLLOWING_POSTS
from rulebook.post import Post


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

    @functools.cached_property
    def managers(self) -> dict[int, set[int]]:
        """The line managers of each of them, for whoever has any."""
        people = {one.pk for some in self.by_post.values() for one in some}
        rows = OfficerAppointment.objects.on(self.on).filter(person__in=people, line_manager__isnull=False)
        found: dict[int, set[int]] = {}
        for person, manager in rows.values_list("person_id", "line_manager_id"):
            found.setdefault(person, set()).add(manager)
        return found


def acting_on(on: datetime.date) -> Acting:
    """In three queries where nobody is away, at most seven, however many posts there are."""
    held = [(person, Held(post, directorate_id=where)) for post, person, where in named_holders(Post, on=on)]
    found: defaultdict[Post, list[Person]] = defaultdict(list)
    for one in resolve_all(held, on=on):
        if one.acts is not None:
            found[one.held.post].append(one.acts)
    return Acting(on, found)
