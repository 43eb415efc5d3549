"""What a person is on a day: what policies and lists ask about."""

import datetime
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from council.models import MemberTerm, OfficerAppointment, Person
from council.queries.acting import Acting, acting_on
from council.queries.facts import Facts, Held, PortfolioHeld, SeatHeld, facts_of
from council.queries.reading import asked_once
from council.queries.settings import protocol_in_force
from council.queries.standing_in import Away, Book, absences_on, ways_to
from council.rules import DIRECTOR_GRADES, Role
from council.rules.posts import FOLLOWING_POSTS, LEADING_POSTS
from rulebook.post import Post
from rulebook.triage import Asker


@dataclass(frozen=True)
class Standing:
    """A person on a day: what policies and lists ask about. Made anew for each request, never kept.

    `posts` are those that the person holds and those of somebody away, for whom the person stands in;
    `stands_in_for` names the latter, each with who is away. `covers` are those away altogether whose everyday
    work, posts apart, is this person's for the day.
    """

    person: Person
    on: datetime.date
    roles: frozenset[Role]
    appointment: OfficerAppointment | None
    term: MemberTerm | None
    posts: frozenset[Post]
    directorates: frozenset[int]
    assisted: frozenset[int]
    held: tuple[Held, ...] = ()
    stands_in_for: tuple[tuple[Held, int], ...] = ()
    group_id: int | None = None
    group: str = ""
    in_administration: bool = False
    assists_group_id: int | None = None
    seats: tuple[SeatHeld, ...] = ()
    portfolios: tuple[PortfolioHeld, ...] = ()
    covers: frozenset[int] = frozenset()
    # Everybody's absences on the day, as they were read for the person's own.
    away: Mapping[int, list[Away]] | None = field(default=None, compare=False, repr=False)
    # Queries about what the person may see, put together once for the many that ask; never what they found.
    put_together: dict[str, Any] = field(default_factory=dict, init=False, compare=False, repr=False)

    @property
    def in_post(self) -> bool:
        """Does the person hold anything on the day that gives a part in the portal?"""
        return bool(self.roles or self.posts)

    @property
    def team_id(self) -> int | None:
        """The officer's team."""
        return self.appointment.team_id if self.appointment else None

    @cached_property
    def acting(self) -> Acting:
        """Who acts in the posts of the register on the day; several lists of a page ask it."""
        return acting_on(self.on)

    def has(self, *roles: Role) -> bool:
        """Does the person have one of the roles?"""
        return bool(self.roles.intersection(roles))


def _roles(facts: Facts, *, posts: frozenset[Post]) -> frozenset[Role]:
    job = facts.appointment
    table = {
        Role.MEMBER: facts.term is not None,
        Role.ASSISTANT: bool(facts.assisted) or (facts.assists_group_id is not None and _assistants_ask()),
        Role.OFFICER: job is not None,
        Role.DIRECTOR: bool(posts & LEADING_POSTS) or bool(job and job.grade in DIRECTOR_GRADES),
        Role.DEMOCRATIC_SERVICES: Post.DEMOCRATIC_SERVICES in posts,
        Role.MONITORING_OFFICER: bool(posts & {Post.MONITORING_OFFICER, Post.DEPUTY_MONITORING_OFFICER}),
    }
    return frozenset(role for role, has in table.items() if has)


def _assistants_ask() -> bool:
    """Whether the text in force puts a political assistant in a member’s place."""
    return Asker.POLITICAL_ASSISTANT in protocol_in_force().triage.as_member


def _directorates(facts: Facts, all_held: tuple[Held, ...]) -> frozenset[int]:
    """Those that the person answers for, by post, by grade or in somebody's place."""
    led = {one.directorate_id for one in all_held if one.directorate_id and one.post in LEADING_POSTS}
    if facts.appointment and facts.appointment.grade in DIRECTOR_GRADES:
        led.add(facts.appointment.directorate_id)
    return frozenset(led)


def _standing(person: Person, on: datetime.date, facts: Facts, book: Book) -> Standing:
    stands_in_for = book.stood_in_for(person.pk)
    all_held = (*facts.held, *(held for held, _holder in stands_in_for))
    posts = frozenset(held.post for held in all_held)
    return Standing(
        person=person,
        on=on,
        roles=_roles(facts, posts=posts),
        appointment=facts.appointment,
        term=facts.term,
        posts=posts,
        directorates=_directorates(facts, all_held),
        assisted=facts.assisted,
        held=facts.held,
        stands_in_for=tuple(stands_in_for),
        group_id=facts.group_id,
        group=facts.group,
        in_administration=facts.in_administration,
        assists_group_id=facts.assists_group_id,
        seats=facts.seats,
        portfolios=facts.portfolios,
        covers=book.covers(person.pk) if facts.is_officer else frozenset(),
        away=book.away,
    )


def standings_of(people: Collection[Person], *, on: datetime.date) -> dict[int, Standing]:
    """What each of these people is on the day, by person.

    Two queries, however many people and however much history there is; one more where one of them is a
    member, one where one is an officer, one where one acts in a post, and up to four where one stands in for
    somebody away.
    """
    ids = {person.pk for person in people}
    away = absences_on(on) if ids else {}
    facts = facts_of(ids, on=on)
    absent = ways_to(ids, away) - ids
    book = Book(away, {**facts, **facts_of(absent, on=on)})
    return {person.pk: _standing(person, on, facts[person.pk], book) for person in people}


@asked_once
def standing_of(person: Person, *, on: datetime.date) -> Standing:
    """What the person is on the day: three queries for an officer or a member, at most nine."""
    return standings_of([person], on=on)[person.pk]


def roles_of(person: Person, *, on: datetime.date) -> frozenset[Role]:
    """What the person does in the portal on the day; nothing, once every term, job and post has ended."""
    return standing_of(person, on=on).roles


def words_of(standing: Standing) -> list[str]:
    """What the person is by the registers alone: the term, the job, posts by name, group, portfolios."""
    lines = []
    if standing.term:
        kind = standing.term.get_kind_display()
        place = standing.term.ward or standing.term.nominated_by
        lines.append(f"{kind}, {place}" if place else str(kind))
    if standing.appointment:
        lines.append(f"{standing.appointment.job_title}, {standing.appointment.directorate}")
    named = {one.post for one in standing.held if one.post not in FOLLOWING_POSTS and not one.by_grade}
    lines += sorted(_capitalised(protocol_in_force().title_of(post)) for post in named)
    if standing.group:
        lines.append(_group_line(standing))
    lines += [held.title for held in standing.portfolios]
    return lines


def _group_line(standing: Standing) -> str:
    """«Group leader, Progressive Group», with the title that the text has for it."""
    own = {one.post for one in standing.held}
    for post in (Post.GROUP_LEADER, Post.GROUP_WHIP):
        if post in own:
            return f"{_capitalised(protocol_in_force().title_of(post))}, {standing.group}"
    return standing.group


def _capitalised(title: str) -> str:
    return f"{title[:1].upper()}{title[1:]}"


def roles_in_words(standing: Standing) -> list[str]:
    """What the person is on the day, a line each: by the registers, in whose place, whom they assist."""
    lines = words_of(standing)
    named = {holder for _held, holder in standing.stands_in_for} | standing.assisted | standing.covers
    people = Person.objects.in_bulk(named)
    for held, holder in standing.stands_in_for:
        title = _capitalised(protocol_in_force().title_of(held.post))
        lines.append(_("%(post)s, in place of %(name)s") % {"post": title, "name": people[holder].name})
    for pk in sorted(standing.covers):
        lines.append(_("Everyday work of %(name)s, who is away") % {"name": people[pk].name})
    assisted = sorted((people[pk] for pk in standing.assisted), key=lambda one: (one.last_name, one.pk))
    return [*lines, *(_("Assistant to %(name)s") % {"name": member.name} for member in assisted)]


def in_turn(
    who: Standing,
    field: str,
    orders: Mapping[Any, Sequence[Post]],
    concerns: Callable[[list[Person]], Q],
) -> Q:
    """What comes to the person where `field` names an order of posts: each who acts before them is concerned,
    they not.

    `concerns` says in which rows one of some people is a party. Asked on every page, so the posts after the
    person’s own first one, which change nothing, cost no query, and orders alike are one condition.
    """
    after: dict[tuple[Person, ...], list[str]] = {}
    for name, order in orders.items():
        own = next((place for place, post in enumerate(order) if post in who.posts), None)
        if own is not None:
            before = tuple(other for post in order[:own] for other in who.acting.acts_in(post))
            after.setdefault(before, []).append(str(name))
    found = Q(pk__in=[])
    for before, names in after.items():
        turn = Q(**{f"{field}__in": names})
        for other in before:
            turn &= concerns([other])
        found |= turn
    return found & ~concerns([who.person]) if after else found
