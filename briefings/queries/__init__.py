"""Who may know of which group’s briefing, and of which matter: the one query for page, list and letter."""

from django.db.models import Q, QuerySet

from briefings.models import Attributed, Briefing, Matter, Speaker
from briefings.states import UNDECIDED
from council.queries import Standing, protocol_in_force
from council.rules import Role
from council.rules.posts import MEMBERS_POSTS
from rulebook.post import Post

# Posts that a directorate has; every other post is one for the whole authority.
OF_A_DIRECTORATE = (Post.DIRECTOR, Post.EXECUTIVE_DIRECTOR)


def visible_to(who: Standing) -> QuerySet[Briefing]:
    """Every request and offer that the person may know of on the day.

    A group's are its own: whoever is in the group that day, and its political assistant. On officers' side
    whoever was asked, whoever decides or decided, whoever leads the matter, whoever speaks to that group, and
    the monitoring officer. An officer who speaks to one group learns nothing of another's.
    """
    if not who.in_post:
        return Briefing.objects.none()
    return Briefing.objects.filter(_of_group(who) | _dealt_with(who))


def of_group(who: Standing) -> QuerySet[Briefing]:
    """Those of the person's own group on the day."""
    return Briefing.objects.filter(_of_group(who)) if who.in_post else Briefing.objects.none()


def dealt_with_by(who: Standing) -> QuerySet[Briefing]:
    """Those with which the person deals as an officer."""
    return Briefing.objects.filter(_dealt_with(who)) if who.in_post else Briefing.objects.none()


def matters_visible_to(who: Standing) -> QuerySet[Matter]:
    """Every matter that the person works on: no group reads one, only officers do."""
    if not who.in_post or not is_officer(who):
        return Matter.objects.none()
    if who.has(Role.MONITORING_OFFICER):
        return Matter.objects.all()
    decided = Briefing.objects.filter(decided_by=who.person, matter__isnull=False)
    speaks = Speaker.objects.filter(own_or_covered(who, "person"), ended_at__isnull=True)
    return Matter.objects.filter(
        own_or_covered(who, "lead")
        | Q(offered_by=who.person)
        | own_or_covered(who, "packs__author")
        | own_or_covered(who, "packs__reader")
        | Q(pk__in=decided.values("matter"))
        | Q(pk__in=speaks.values("session__matter"))
    ).distinct()


def is_officer(who: Standing) -> bool:
    """Whether the person works for the authority and for no group.

    A member, or a group’s political assistant, deals with no group’s briefing as an officer, whatever they
    did before or hold besides.
    """
    if who.group_id is not None or who.assists_group_id is not None:
        return False
    return who.appointment is not None or bool(who.posts - MEMBERS_POSTS)


def own_and_covered(who: Standing) -> list[int]:
    """The person, and those away altogether whose everyday work is theirs for the day."""
    return [who.person.pk, *sorted(who.covers)]


def own_or_covered(who: Standing, field: str) -> Q:
    """Where the column names the person, or somebody away altogether whose everyday work is theirs."""
    return Q(**{field: who.person}) | Q(**{f"{field}__in": who.covers})


def to_decide_by(who: Standing) -> Q:
    """What waits for a decision by a post that the person holds or stands in for."""
    return Q(state__in=[state.value for state in UNDECIDED]) & _at_post(who, "to_decide")


def _at_post(who: Standing, field: str) -> Q:
    """What the column of that name sends to a post of the person’s, or to the director of a directorate."""
    whole = [post.value for post in who.posts if post not in OF_A_DIRECTORATE]
    found = Q(**{f"{field}__in": whole})
    for post in OF_A_DIRECTORATE:
        found |= Q(**{field: post.value, "directorate__in": sorted(directed_by(who, post))})
    return found


def is_nobodys(post: Post, row: Briefing) -> bool:
    """Whether a director is meant and no directorate is named: then no director decides, whoever holds it."""
    return post in OF_A_DIRECTORATE and row.directorate_id is None


def directed_by(who: Standing, post: Post) -> frozenset[int]:
    """The directorates in which the person is this director, or stands in for one.

    A director takes in an executive director, and whom the text says besides (HA-4.6n: assistant directors).
    """
    posts = {Post.EXECUTIVE_DIRECTOR}
    if post is Post.DIRECTOR:
        taken = protocol_in_force().complaints.takes_in.get(Post.DIRECTOR)
        posts |= {Post.DIRECTOR, *(taken.values if taken else ())}
    held = (*who.held, *(one for one, _holder in who.stands_in_for))
    return frozenset(one.directorate_id for one in held if one.post in posts and one.directorate_id)


def _of_group(who: Standing) -> Q:
    found = Q(pk__in=[])
    for group in (who.group_id, who.assists_group_id):
        if group:
            found |= Q(group=group)
    return found


def _dealt_with(who: Standing) -> Q:
    """As an officer; who is a member and holds a post of members deals with nothing by it."""
    if not is_officer(who):
        return Q(pk__in=[])
    if who.has(Role.MONITORING_OFFICER):
        # Everything: an empty condition would vanish beside another.
        return Q(pk__isnull=False)
    speaks = Speaker.objects.filter(own_or_covered(who, "person"), ended_at__isnull=True)
    found = Q(decided_by=who.person) | own_or_covered(who, "matter__lead")
    found |= Q(session__in=speaks.values("session"))
    # Whoever is asked about words under their name can check them, also when somebody else leads by now.
    found |= Q(pk__in=Attributed.objects.filter(officer=who.person).values("briefing"))
    # Whoever was asked goes on seeing what became of it, also where somebody else decided.
    return found | to_decide_by(who) | _at_post(who, "asked_of")
