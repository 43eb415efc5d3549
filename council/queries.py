"""Who was what on which day."""

import datetime
import hashlib
import time
from dataclasses import dataclass

from allauth.mfa import app_settings as mfa_settings
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from allauth.mfa.utils import decrypt
from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from council.models import (
    CouncilProfile,
    Directorate,
    Invitation,
    MemberAssistant,
    MemberTerm,
    OfficerAppointment,
    Person,
    PostHolding,
    Team,
    User,
)
from council.rules import CONFIRMED_POSTS, SECOND_FACTOR_POSTS, Grade, Role
from rulebook.post import Post
from rulebook.protocol import Protocol
from rulebook.protocols import protocol

_DIRECTOR_GRADES = [grade.value for grade in Grade if grade.rank >= Grade.ASSISTANT_DIRECTOR.rank]


def profile() -> CouncilProfile:
    """The council's own row; an unsaved one with plain words until democratic services fill it in."""
    return CouncilProfile.objects.filter(pk=1).first() or CouncilProfile(pk=1, council_name="Your council")


def protocol_in_force() -> Protocol:
    """The text that this portal serves (the setting PROTOCOL)."""
    return protocol(settings.PROTOCOL)


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


def appointment_of(person: Person, *, on: datetime.date) -> OfficerAppointment | None:
    """The officer's job on the day."""
    found: OfficerAppointment | None = (
        OfficerAppointment.objects.on(on)
        .filter(person=person)
        .select_related("team", "directorate", "line_manager", "person")
        .order_by("from_on", "pk")
        .last()
    )
    return found


def term_of(person: Person, *, on: datetime.date) -> MemberTerm | None:
    """The member's term on the day."""
    found: MemberTerm | None = (
        MemberTerm.objects.on(on)
        .filter(person=person)
        .select_related("ward")
        .order_by("from_on", "pk")
        .last()
    )
    return found


def members_on(day: datetime.date) -> QuerySet[Person]:
    """Everybody who is a member on the day."""
    return Person.objects.filter(pk__in=MemberTerm.objects.on(day).values("person_id"))


def officers_on(day: datetime.date) -> QuerySet[Person]:
    """Everybody who is an officer on the day."""
    return Person.objects.filter(pk__in=OfficerAppointment.objects.on(day).values("person_id"))


def members_assisted_by(person: Person, *, on: datetime.date) -> QuerySet[Person]:
    """The members in post whose named assistant the person is on the day."""
    return members_on(on).filter(
        pk__in=MemberAssistant.objects.on(on).filter(assistant=person).values("member_id")
    )


def colleagues_in(team: Team, *, on: datetime.date) -> QuerySet[Person]:
    """The officers of a team on the day."""
    return Person.objects.filter(
        pk__in=OfficerAppointment.objects.on(on).filter(team=team).values("person_id")
    )


def directorates_led_by(person: Person, *, on: datetime.date) -> QuerySet[Directorate]:
    """The directorates that the person answers for on the day, by post or by grade."""
    by_post = posts_in_effect(on=on).filter(
        person=person, post__in=[Post.DIRECTOR, Post.EXECUTIVE_DIRECTOR], directorate__isnull=False
    )
    by_grade = OfficerAppointment.objects.on(on).filter(person=person, grade__in=_DIRECTOR_GRADES)
    return Directorate.objects.filter(
        Q(pk__in=by_post.values("directorate_id")) | Q(pk__in=by_grade.values("directorate_id"))
    )


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
        job and job.grade in _DIRECTOR_GRADES
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
    if job and job.grade in _DIRECTOR_GRADES:
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


def needs_second_factor(person: Person, *, on: datetime.date) -> bool:
    """Does a post that the person holds on the day ask for a second factor at sign-in?"""
    return posts_in_effect(on=on).filter(person=person, post__in=SECOND_FACTOR_POSTS).exists()


def has_second_factor(user: User) -> bool:
    """Has the login an authenticator app or a passkey? Recovery codes alone are none."""
    return Authenticator.objects.filter(user=user).exclude(type=Authenticator.Type.RECOVERY_CODES).exists()


def open_invitation(secret: str) -> Invitation | None:
    """The invitation that a link's secret belongs to, whatever became of it; None for a forged one."""
    digest = hashlib.sha256(secret.encode()).hexdigest()
    return Invitation.objects.filter(digest=digest).select_related("person").first()


def invitations_to_send(*, at: datetime.datetime) -> QuerySet[Invitation]:
    """Those that the mail server has not accepted yet, and whose next attempt is due."""
    return Invitation.objects.filter(
        sent_at__isnull=True,
        accepted_at__isnull=True,
        withdrawn_at__isnull=True,
        next_attempt_at__lte=at,
        expires_at__gt=at,
    ).order_by("next_attempt_at", "pk")


def current_code(user: User) -> str:
    """The code that an invented person's authenticator shows now; empty for everybody else.

    Reads only an authenticator that `actions.enrol_demonstration_factor` made, in the demonstration.
    """
    if not settings.DEMONSTRATION:
        return ""
    found = Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).first()
    if found is None or not found.data.get("demonstration"):
        return ""
    counter = int(time.time()) // mfa_settings.TOTP_PERIOD
    return str(format_hotp_value(hotp_value(decrypt(found.data["secret"]), counter)))
