"""Close relationships: whose somebody may read, who is told of one, and who is tied to whom on a day."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from complaints.rules.relationships import declaration_of
from council.models import Person, Relationship
from council.queries import Standing, protocol_in_force, standing_of, who_act_in, who_held
from council.rules import Role
from rulebook.complaint import STAND_IN_FIRST, STAND_IN_LAST, ComplaintTerms, Declaration, Part, PartyKind
from rulebook.post import Post

Rows = QuerySet[Relationship]


@dataclass(frozen=True)
class Told:
    """Who is told of it, as the holder of which post; `stands_in` where the text leaves nobody."""

    post: Post
    person: Person
    stands_in: bool = False


def kind_of(who: Standing) -> PartyKind | None:
    """Whether the person is a member or an officer of today; None for whoever is neither."""
    if who.has(Role.MEMBER):
        return PartyKind.MEMBER
    return PartyKind.OFFICER if who.has(Role.OFFICER) else None


def own_relationships(who: Standing) -> Rows:
    """Those that the person declared, or that somebody declared with them, newest first."""
    mine = Q(person=who.person) | Q(other=who.person)
    return Relationship.objects.filter(mine).select_related("person", "other", "told")


def known_to(who: Standing) -> Rows:
    """All of which the person may know: their own, and those of others of which they are told."""
    told = told_to(who).order_by().values("pk")
    return Relationship.objects.filter(
        Q(pk__in=own_relationships(who).order_by().values("pk")) | Q(pk__in=told)
    )


def told_to(who: Standing) -> Rows:
    """Those of others of which the person is told: by name, while they hold the post in which they were; and
    every one that a text has the monitoring officer told of, for whoever is that officer today.
    """
    posts = {post.value for post in who.posts}
    theirs = Q(told=who.person, told_post__in=posts)
    if Post.MONITORING_OFFICER in who.posts:
        theirs |= Q(told_post=Post.MONITORING_OFFICER.value)
    rows: Rows = Relationship.objects.filter(theirs).exclude(person=who.person).exclude(other=who.person)
    return rows.select_related("person", "other", "told")


def may_be_told(who: Standing, other: Person | None = None) -> list[Told]:
    """Whom the person declares it to under the text in force; several where they choose one of them.

    Never one of the two: where the text names nobody else, the next in the line that stands in everywhere.
    Empty where the text names nobody at all.
    """
    found = _declaration(who, other)
    if found is None or found.to is None:
        return []
    two = {who.person.pk} | ({other.pk} if other else set())
    named = [Told(post, one) for post in found.to.values for one in _holders(who, found, post)]
    left = [one for one in named if one.person.pk not in two]
    return left or _next_in_line(protocol_in_force().complaints, two, who.on)


def _declaration(who: Standing, other: Person | None) -> Declaration | None:
    kind = kind_of(who)
    if kind is None:
        return None
    opposite = PartyKind.MEMBER if kind is PartyKind.OFFICER else PartyKind.OFFICER
    whose = kind_of(standing_of(other, on=who.on)) if other else opposite
    return declaration_of(protocol_in_force().complaints, kind, whose)


def _holders(who: Standing, found: Declaration, post: Post) -> list[Person]:
    """The officer’s own head of service or director (WF-3.9); the monitoring officer."""
    if found.to is not None and found.to.of is Part.COMPLAINANT:
        theirs = who_held(post, on=who.on, about=who.person)
        return [theirs] if theirs else []
    return who_act_in(post, on=who.on)[:1]


def _next_in_line(terms: ComplaintTerms, two: Iterable[int], on: datetime.date) -> list[Told]:
    deputy, last = STAND_IN_LAST
    for post in (STAND_IN_FIRST, terms.head_of_paid_service.values[0], deputy, last):
        people = [one for one in who_act_in(post, on=on) if one.pk not in two]
        if people:
            return [Told(post, people[0], stands_in=True)]
    return []


def ties_between(person: Person, others: Iterable[int], *, on: datetime.date) -> Rows:
    """The ties that hold on the day between the person and one of the others, whoever declared them."""
    others = list(others)
    either = Q(person=person, other__in=others) | Q(other=person, person__in=others)
    rows: Rows = Relationship.objects.on(on).filter(either)
    return rows
