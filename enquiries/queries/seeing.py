"""Which enquiries a person may know of on a day: here seeing is the query."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache

from django.db.models import Exists, OuterRef, Q, QuerySet

from casework.queries import shares_with
from council.models import GroupMembership, Person
from council.queries import Standing, members_on, protocol_in_force
from council.queries.prepared import Prepared, named_day, named_key, prepared
from council.rules import Role
from enquiries.models import (
    UNSETTLED,
    Contribution,
    Enquiry,
    Privacy,
)
from enquiries.rules.stating import assistants_may_ask
from enquiries.states import State

Enquiries = QuerySet[Enquiry]


_SEEN, _UNSHARED = "enquiries.visible_to", "enquiries.visible_unshared"
_PERSON, _ON = named_key("person"), named_day("on")

# Neither confidential nor private.
ORDINARY = Q(is_confidential=False, privacy=Privacy.ORDINARY)


# What the team that answers reads, and its directors: a private one too, once it is settled.
TEAM_READS = Q(is_confidential=False) & ~Q(privacy__in=[one.value for one in UNSETTLED])


def visible_to(who: Standing) -> Enquiries:
    """Every enquiry that the person may know of on the day: for every page, export, letter and count.

    A draft is its writer's alone. A member sees their own and, until a day, what a colleague shares; an
    assistant the assisted member's, save confidential and private ones that somebody else wrote; a political
    assistant those that they wrote for a member who is in the group today; an officer those with them or
    addressed to them, their team's, those of which their team is asked for a part, and (a director) the
    directorate's, save confidential ones and those whose privacy is not settled; democratic services all save
    confidential and private ones, and what is still to be routed; the monitoring officer all.

    «Observe confidentiality» (MW-7.2) is read so: a private enquiry is read by those who answer it and those
    who answer for them, and by nobody whose part it is only to keep the list. While privacy is asked for,
    whoever sees that it exists reads none of it (`policies.privacy`).
    """
    return _kept(who, _SEEN, _PARTS)


def visible_unshared(who: Standing) -> Enquiries:
    """The same without what a colleague shares: for lists of enquiries that the person sees anyhow, as their
    own or an assisted member’s.
    """
    return _kept(who, _UNSHARED, _UNSHARED_PARTS)


_Parts = Mapping[Role, Callable[[Standing], Q]]


def _kept(who: Standing, name: str, parts: _Parts) -> Enquiries:
    if name not in who.put_together:
        who.put_together[name] = _visible_to(who, parts)
    kept: Enquiries = who.put_together[name]
    return kept.all()


def _visible_to(who: Standing, parts: _Parts) -> Enquiries:
    if not who.in_post:
        return Enquiry.objects.none()
    drafts = Q(state=State.DRAFT, logged_by=who.person)
    if not who.has(Role.DEMOCRATIC_SERVICES):
        drafts &= Q(member=who.person) | Q(member__in=who.assisted) | for_group(who)
    sent = ~Q(state=State.DRAFT)
    if who.has(Role.MONITORING_OFFICER):
        # All of them; another role adds nothing.
        return Enquiry.objects.filter(drafts | sent)
    seen = Q(pk__in=[])
    for role, part in parts.items():
        if who.has(role):
            seen |= part(who)
    return Enquiry.objects.filter(drafts | sent & seen)


def marked(who: Standing, rows: Iterable[Enquiry]) -> list[Enquiry]:
    """The rows of `visible_to(who)`, marked so that no question about them asks for each whether it exists.

    A standing lives as long as a request, and an action locks a row of its own, which bears no mark: what is
    written is asked about anew.
    """
    found = list(rows)
    for row in found:
        row.found_for = who
    return found


def may_know_of(who: Standing, enquiry: Enquiry) -> bool:
    """May the person know that it exists? Not asked again of a row that was found for them."""
    return enquiry.found_for is who or visible_to(who).filter(pk=enquiry.pk).exists()


def _asks_for_group(who: Standing) -> bool:
    """Does the person assist a group, under a text that puts political assistants in a member’s place?"""
    return who.assists_group_id is not None and assistants_may_ask(protocol_in_force())


def asked_for_in_group(who: Standing) -> QuerySet[Person]:
    """The members of today for whom a political assistant may ask: those of the group; else nobody."""
    if not _asks_for_group(who):
        return Person.objects.none()
    group = GroupMembership.objects.on(who.on).filter(group=who.assists_group_id)
    return members_on(who.on).filter(pk__in=group.values("person_id"))


def for_group(who: Standing) -> Q:
    """What a political assistant wrote for a member of the group; nothing for anybody else."""
    if not _asks_for_group(who):
        return Q(pk__in=[])
    return Q(logged_by=who.person, member__in=asked_for_in_group(who).values("pk"))


def _as_officer(who: Standing) -> Q:
    named = Q(owner=who.person) | Q(addressee=who.person)
    if who.covers:
        named |= in_place_of(who.covers)
    if not who.team_id:
        return named
    return named | Q(team=who.team_id) & TEAM_READS | _asked_for_a_part(who.team_id)


def _asked_for_a_part(team: int) -> Q:
    """Ordinary ones of which the team was asked for its part, unless it was told that none is needed."""
    asked = Contribution.objects.filter(team=team, waived_at__isnull=True)
    return Q(pk__in=asked.values("enquiry")) & ORDINARY


def _as_member(who: Standing) -> Q:
    return _theirs(who) | Q(_shared().has("pk", person=who.person.pk, on=who.on))


@cache
def _shared() -> Prepared:
    """Ordinary ones that their member shares with a colleague, while both are members."""
    shares = shares_with(_PERSON, on=_ON).filter(
        content_object=OuterRef("stream"), granted_by=OuterRef("member")
    )
    shown = Enquiry.objects.filter(ORDINARY, Exists(shares), member__in=members_on(_ON))
    return prepared(shown.order_by().values("pk"))


def _theirs(who: Standing) -> Q:
    return Q(member=who.person)


def in_place_of(away: frozenset[int]) -> Q:
    """What officers who are away have in hand; confidential ones stay theirs, whoever stands in."""
    theirs = Q(owner__in=away) | Q(addressee__in=away)
    return theirs & TEAM_READS


# What each role sees of what was sent; a person with two roles sees both.
_PARTS: _Parts = {
    Role.MEMBER: _as_member,
    Role.ASSISTANT: lambda who: (
        Q(member__in=who.assisted) & (ORDINARY | Q(logged_by=who.person)) | for_group(who)
    ),
    Role.OFFICER: _as_officer,
    Role.DIRECTOR: lambda who: Q(team__directorate__in=who.directorates) & TEAM_READS,
    Role.DEMOCRATIC_SERVICES: lambda who: ORDINARY | Q(team__isnull=True) | Q(logged_by=who.person),
}
_UNSHARED_PARTS: _Parts = {**_PARTS, Role.MEMBER: _theirs}
