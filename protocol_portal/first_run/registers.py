"""What the tasks of the checklist ask of the registers, each read once."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from django.utils import timezone
from django.utils.functional import cached_property

from casework.models import LocalTerm
from council.models import CouncilProfile, MemberTerm, OfficerAppointment, PostHolding, Service
from council.queries import (
    LoginState,
    count_login_states,
    people_offered,
    posts_in_effect,
    profile,
    protocol_in_force,
    resolve,
)
from council.rules import CONFIRMED_POSTS
from council.rules.posts import FOLLOWING_POSTS
from rulebook.post import Post


class Status(StrEnum):
    """How far a task is."""

    DONE = "done"
    TO_DO = "to-do"
    CANNOT_START = "cannot-start"


@dataclass(frozen=True, slots=True)
class Task:
    """One line of the checklist: what it is, how far, the sentence beside it, and where it is done."""

    name: str
    status: Status
    hint: str
    url: str


class Registers:
    """What the tasks ask of the registers, each read once: a fixed number of queries, however many people."""

    def __init__(self, at: datetime.datetime) -> None:
        """As they stand at this moment."""
        self.at, self.today = at, timezone.localdate(at)
        self.text = protocol_in_force()

    @cached_property
    def profile(self) -> CouncilProfile:
        """The council's own row."""
        return profile()

    @cached_property
    def members(self) -> dict[LoginState, int]:
        """How many members there are today, by what became of their login."""
        members = people_offered().filter(pk__in=MemberTerm.objects.on(self.today).values("person_id"))
        return count_login_states(members, at=self.at)

    @cached_property
    def officers(self) -> int:
        """How many jobs are held today."""
        return int(OfficerAppointment.objects.on(self.today).count())

    @cached_property
    def services(self) -> int:
        """How many services take enquiries."""
        return Service.objects.filter(is_open=True).count()

    @cached_property
    def holdings(self) -> list[PostHolding]:
        """Every post held today, confirmed or not."""
        return list(PostHolding.objects.on(self.today).select_related("person").order_by("from_on", "pk"))

    @cached_property
    def terms(self) -> set[str]:
        """The duties that a local term of today is about."""
        return set(LocalTerm.objects.on(self.today).values_list("duty", flat=True))

    @cached_property
    def _counting(self) -> set[int]:
        """The rows of posts that count today: confirmed where that is asked, their holders in office."""
        return set(posts_in_effect(on=self.today).values_list("pk", flat=True))

    def in_effect(self, post: Post) -> list[PostHolding]:
        """Who holds the post today, in office and, where it needs confirming, confirmed."""
        return [one for one in self.holdings if one.post == post and one.pk in self._counting]

    def is_held(self, post: Post) -> bool:
        """Has the post a holder in office today, or one who only waits to be confirmed?

        A chair follows from a seat on the full body, and is asked there.
        """
        if post in FOLLOWING_POSTS:
            return bool(resolve(post, on=self.today))
        return bool(self.in_effect(post)) or any(one.post == post for one in self.unconfirmed)

    @cached_property
    def unconfirmed(self) -> list[PostHolding]:
        """Posts that wait for a second person."""
        return [one for one in self.holdings if one.post in CONFIRMED_POSTS and one.confirmed_at is None]

    @property
    def anybody(self) -> bool:
        """Is there anybody yet who could hold a post?"""
        return bool(self.officers or sum(self.members.values()))
