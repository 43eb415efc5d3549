"""Requests to see a document: whose they are, who may know of them, what waits for whom."""

import datetime
from collections.abc import Iterable

from django.db.models import Q, QuerySet

from access_rules.models import AccessRequest
from access_rules.states import RequestState
from council.models import GroupMembership, Interest, Person
from council.queries import Standing, in_turn, who_act_in
from council.rules import Role
from rulebook.post import Post

Requests = QuerySet[AccessRequest]
_NOBODY = Q(pk__in=[])
# In the place of whoever is a party, in this order: as where a dispute has nobody left to decide it.
STAND_INS = (Post.MONITORING_OFFICER, Post.DEPUTY_MONITORING_OFFICER, Post.SECTION_151_OFFICER)
# To whom the question `access` refers; democratic services find what is described, and decide nothing.
REFERRED_TO = (Post.MONITORING_OFFICER, Post.PROPER_OFFICER, Post.CHIEF_EXECUTIVE)
ORDER = {post.value: tuple(dict.fromkeys((post, *STAND_INS))) for post in REFERRED_TO}
MEMBER, ASSISTANT, OFFICER, PRIVATE, CUSTOMER = "member", "assistant", "officer", "private", "customer"
DECIDING_POSTS = frozenset(post for order in ORDER.values() for post in order)


def keeps_requests(who: Standing) -> bool:
    """Whether the person keeps the register, or watches over it: they know of every request."""
    return who.has(Role.DEMOCRATIC_SERVICES, Role.MONITORING_OFFICER) or Post.PROPER_OFFICER in who.posts


def asked_by(who: Standing) -> Requests:
    """What the person asked, and what was asked in their place; of whoever holds nothing today, nothing."""
    if not who.in_post:
        return AccessRequest.objects.none()
    mine = Q(asked_by=who.person) | Q(on_behalf_of=who.person) | Q(on_behalf_of__in=who.assisted)
    return AccessRequest.objects.filter(mine)


def visible_requests(who: Standing) -> Requests:
    """Every request that the person may know of on the day: for page, list, letter, PDF and count.

    Whoever asked and for whom; whoever decides it, decided it or has a copy of it; the keepers and the
    monitoring officer.
    """
    if not who.in_post:
        return AccessRequest.objects.none()
    if keeps_requests(who):
        return AccessRequest.objects.all()
    mine = asked_by(who).values("pk")
    seen = Q(pk__in=mine) | Q(decided_by=who.person) | Q(copied_to=who.person) | decides(who)
    return AccessRequest.objects.filter(seen)


def decides(who: Standing) -> Q:
    """Those that the person is to decide: by the post that was asked, and never where it concerns them."""
    if not who.posts & DECIDING_POSTS:
        return _NOBODY
    return in_turn(who, "refer_to", ORDER, _concerns)


def _concerns(people: Iterable[Person]) -> Q:
    named = [person.pk for person in people]
    asks = Q(asked_by__in=named) | Q(on_behalf_of__in=named, on_behalf_of__isnull=False)
    return asks | Q(document__about__in=named, document__about__isnull=False)


def is_to_decide(who: Standing, row: AccessRequest) -> bool:
    """Whether the request comes to this person to decide."""
    return AccessRequest.objects.filter(decides(who), pk=row.pk).exists()


def deciders_of(row: AccessRequest, *, on: datetime.date) -> list[Person]:
    """Who is to decide it on the day, by name; empty while nobody who may holds a post."""
    parties = {row.asked_by_id, row.on_behalf_of_id, row.document.about_id if row.document else None}
    for post in ORDER.get(row.refer_to, (Post.DEMOCRATIC_SERVICES,)):
        free = [person for person in who_act_in(post, on=on) if person.pk not in parties]
        if free:
            return free
    return []


def to_decide(who: Standing) -> Requests:
    """Waiting for the person’s decision, what must be answered first on top."""
    waiting = AccessRequest.objects.filter(decides(who), state=RequestState.REFERRED)
    return waiting.order_by("decide_by", "asked_at", "pk")


def to_find(who: Standing) -> Requests:
    """Described in words and not found yet: for those who keep the register."""
    if not keeps_requests(who):
        return AccessRequest.objects.none()
    waiting = AccessRequest.objects.filter(state=RequestState.ASKED, document__isnull=True)
    return waiting.order_by("decide_by", "asked_at", "pk")


def others_waiting(who: Standing) -> Requests:
    """What others are to decide: keepers see that nothing is left lying."""
    if not keeps_requests(who):
        return AccessRequest.objects.none()
    waiting = AccessRequest.objects.filter(state=RequestState.REFERRED).exclude(decides(who))
    return waiting.order_by("decide_by", "asked_at", "pk")


def capacities_of(who: Standing) -> tuple[str, ...]:
    """In which roles the person may ask: those that they hold today; anybody may ask as a private person.

    HA-4.25a, MW-5.4a: who asks privately, or as a customer, has what anybody has.
    """
    held = []
    if who.has(Role.MEMBER):
        held.append(MEMBER)
    if who.has(Role.ASSISTANT) or who.assists_group_id:
        held.append(ASSISTANT)
    if who.has(Role.OFFICER) or (who.posts and not who.has(Role.MEMBER)):
        held.append(OFFICER)
    return (*held, PRIVATE, CUSTOMER)


def members_to_ask_for(who: Standing) -> QuerySet[Person]:
    """The members in whose place the person may ask: whom they assist, and the group that they serve."""
    wanted = Q(pk__in=who.assisted)
    if who.assists_group_id:
        sitting = GroupMembership.objects.on(who.on).filter(group_id=who.assists_group_id)
        wanted |= Q(pk__in=sitting.values("person_id"))
    return Person.objects.filter(wanted).order_by("last_name", "first_name", "pk")


def own_interests(person: Person, *, on: datetime.date) -> list[Interest]:
    """What the register of interests holds of the person on the day, shown to that person alone."""
    return list(Interest.objects.on(on).filter(person=person).order_by("-declared_on", "pk"))
