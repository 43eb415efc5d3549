"""What a person is on a day: what policies and lists ask about."""

import datetime
from dataclasses import dataclass

from django.utils.translation import gettext as _

from council.models import MemberTerm, OfficerAppointment, Person
from council.queries.people import appointment_of, members_assisted_by, term_of
from council.queries.posts import posts_in_effect
from council.queries.settings import protocol_in_force
from council.rules import DIRECTOR_GRADES, Role
from rulebook.post import Post


@dataclass(frozen=True)
class Standing:
    """A person on a day: what policies and lists ask about. Made anew for each request, never kept."""

    person: Person
    on: datetime.date
    roles: frozenset[Role]
    appointment: OfficerAppointment | None
    term: MemberTerm | None
    posts: frozenset[Post]
    directorates: frozenset[int]
    assisted: frozenset[int]

    @property
    def in_post(self) -> bool:
        """Does the person hold anything on the day that gives a part in the portal?"""
        return bool(self.roles or self.posts)

    @property
    def team_id(self) -> int | None:
        """The officer's team."""
        return self.appointment.team_id if self.appointment else None

    def has(self, *roles: Role) -> bool:
        """Does the person have one of the roles?"""
        return bool(self.roles.intersection(roles))


def _roles(
    *,
    term: MemberTerm | None,
    job: OfficerAppointment | None,
    posts: frozenset[Post],
    assisted: frozenset[int],
) -> frozenset[Role]:
    leads = bool(posts & {Post.EXECUTIVE_DIRECTOR, Post.DIRECTOR}) or bool(
        job and job.grade in DIRECTOR_GRADES
    )
    table = {
        Role.MEMBER: term is not None,
        Role.ASSISTANT: bool(assisted),
        Role.OFFICER: job is not None,
        Role.DIRECTOR: leads,
        Role.DEMOCRATIC_SERVICES: Post.DEMOCRATIC_SERVICES in posts,
        Role.MONITORING_OFFICER: bool(posts & {Post.MONITORING_OFFICER, Post.DEPUTY_MONITORING_OFFICER}),
    }
    return frozenset(role for role, has in table.items() if has)


def standing_of(person: Person, *, on: datetime.date) -> Standing:
    """What the person is on the day; five queries, however much history there is."""
    term, job = term_of(person, on=on), appointment_of(person, on=on)
    held = list(posts_in_effect(on=on).filter(person=person).values_list("post", "directorate_id"))
    posts = frozenset(Post(post) for post, _directorate in held)
    led = {
        directorate
        for post, directorate in held
        if directorate and post in (Post.DIRECTOR, Post.EXECUTIVE_DIRECTOR)
    }
    if job and job.grade in DIRECTOR_GRADES:
        led.add(job.directorate_id)
    assisted = frozenset(members_assisted_by(person, on=on).values_list("pk", flat=True))
    return Standing(
        person=person,
        on=on,
        roles=_roles(term=term, job=job, posts=posts, assisted=assisted),
        appointment=job,
        term=term,
        posts=posts,
        directorates=frozenset(led),
        assisted=assisted,
    )


def roles_of(person: Person, *, on: datetime.date) -> frozenset[Role]:
    """What the person does in the portal on the day; nothing, once every term, job and post has ended."""
    return standing_of(person, on=on).roles


def roles_in_words(standing: Standing) -> list[str]:
    """What the person is on the day, a line each: the term, the job, the posts, the members assisted."""
    lines = []
    if standing.term:
        kind = standing.term.get_kind_display()
        lines.append(f"{kind}, {standing.term.ward}" if standing.term.ward else str(kind))
    if standing.appointment:
        lines.append(f"{standing.appointment.job_title}, {standing.appointment.directorate}")
    titles = sorted(protocol_in_force().title_of(post) for post in standing.posts)
    lines += [f"{title[:1].upper()}{title[1:]}" for title in titles]
    members = Person.objects.filter(pk__in=standing.assisted)
    return [*lines, *(_("Assistant to %(name)s") % {"name": member.name} for member in members)]
