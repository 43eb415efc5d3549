"""Lists of enquiries, already limited to what the viewer may see: here seeing is the query."""

import datetime
from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from django.db.models import Count, Q, QuerySet

from casework.models import CaseEvent
from council.models import Person
from council.queries import Standing, members_on, who_held
from council.rules import Grade, Role
from enquiries.models import UNSETTLED, Contribution, Enquiry, Message, PreparedReply, Succession
from enquiries.states import IN_HAND, OPEN, UNANSWERED, State
from rulebook.post import Post

Enquiries = QuerySet[Enquiry]


def visible_to(who: Standing) -> Enquiries:
    """Every enquiry that the person may know of on the day: for every page, export, letter and count.

    A draft is its writer's alone. A member sees their own; an assistant the assisted member's, save
    confidential ones that somebody else wrote; an officer those with them or addressed to them, and their
    team's, those of which their team is asked for a part, and (a director) the directorate's, save
    confidential ones; democratic services all save confidential ones, and what is still to be routed; the
    monitoring officer all.
    """
    if not who.in_post:
        return Enquiry.objects.none()
    drafts = Q(state=State.DRAFT, logged_by=who.person)
    if not who.has(Role.DEMOCRATIC_SERVICES):
        drafts &= Q(member__in=who.assisted | {who.person.pk})
    seen = Q(pk__in=[])
    for role, part in _PARTS.items():
        if who.has(role):
            seen |= part(who)
    return Enquiry.objects.filter(drafts | ~Q(state=State.DRAFT) & seen)


def _as_officer(who: Standing) -> Q:
    named = Q(owner=who.person) | Q(addressee=who.person)
    if not who.team_id:
        return named
    return named | Q(team=who.team_id, is_confidential=False) | _asked_for_a_part(who.team_id)


def _asked_for_a_part(team: int) -> Q:
    """Ordinary ones of which the team was asked for its part, unless it was told that none is needed."""
    asked = Contribution.objects.filter(team=team, waived_at__isnull=True)
    return Q(pk__in=asked.values("enquiry"), is_confidential=False) & ~Q(privacy__in=UNSETTLED)


# What each role sees of what was sent; a person with two roles sees both.
_PARTS: dict[Role, Callable[[Standing], Q]] = {
    Role.MEMBER: lambda who: Q(member=who.person),
    Role.ASSISTANT: lambda who: (
        Q(member__in=who.assisted) & (Q(is_confidential=False) | Q(logged_by=who.person))
    ),
    Role.OFFICER: _as_officer,
    Role.DIRECTOR: lambda who: Q(team__directorate__in=who.directorates, is_confidential=False),
    Role.DEMOCRATIC_SERVICES: lambda who: (
        Q(is_confidential=False) | Q(team__isnull=True) | Q(logged_by=who.person)
    ),
    Role.MONITORING_OFFICER: lambda who: ~Q(pk__in=[]),
}


def with_names(enquiries: Enquiries) -> Enquiries:
    """With the people and the service that a row names, in one query."""
    return enquiries.select_related("member", "service", "team__directorate", "owner", "addressee")


def own(who: Standing) -> Enquiries:
    """«My enquiries»: a member's own, an assistant's members'."""
    return visible_to(who).filter(Q(member=who.person) | Q(member__in=who.assisted))


def with_officer(who: Standing) -> Enquiries:
    """«My cases»: those that the officer answers, and those addressed to them that nobody has taken on."""
    return visible_to(who).filter(Q(owner=who.person) | Q(addressee=who.person, state=State.SENT))


def of_team(who: Standing) -> Enquiries:
    """«Team cases»: the team's, and for a director every team's of the directorate."""
    theirs = Q(team__directorate__in=who.directorates)
    if who.team_id:
        theirs |= Q(team=who.team_id)
    return visible_to(who).filter(theirs)


def to_approve(who: Standing) -> Enquiries:
    """«To approve»: those of which a reply by somebody else waits for a word that this person may give."""
    job = who.appointment
    if job is None:
        return Enquiry.objects.none()
    ordinary = Q(is_confidential=False) & ~Q(privacy__in=UNSETTLED) & Q(team__isnull=False)
    directs = Q(team__directorate__in=who.directorates)
    dealt_with = Q(owner=who.person) | Q(addressee=who.person) | ordinary & (Q(team=who.team_id) | directs)
    if Grade(job.grade).rank < Grade.HEAD_OF_SERVICE.rank:
        dealt_with &= directs
    for_member = Q(member__in={who.person.pk, *who.assisted})
    if who.has(Role.DEMOCRATIC_SERVICES):
        for_member |= Q(logged_by=who.person)
    waiting = PreparedReply.objects.filter(stage=PreparedReply.Stage.WAITING).exclude(by=who.person)
    found = visible_to(who).filter(dealt_with, state__in=UNANSWERED, pk__in=waiting.values("enquiry"))
    return found.exclude(for_member)


def parts_asked_of(who: Standing) -> QuerySet[Contribution]:
    """«Parts asked of us»: what the officer's team owes to the replies of others, the first due first."""
    owed = Contribution.objects.filter(
        team=who.team_id, given_at__isnull=True, waived_at__isnull=True, enquiry__state__in=UNANSWERED
    )
    seen = owed.filter(enquiry__in=visible_to(who)) if who.team_id else owed.none()
    return seen.select_related("enquiry", "asked_by").order_by("due_on", "pk")


def to_route(who: Standing) -> Enquiries:
    """«To route»: sent, and with no team yet."""
    return visible_to(who).filter(state=State.SENT, team__isnull=True)


def waiting_for_member(enquiries: Enquiries) -> Enquiries:
    """Where the next word is the member's: a question, or an answer to say yes or no to."""
    return enquiries.filter(state__in=[State.WAITING, State.ANSWERED])


def still_open(enquiries: Enquiries) -> Enquiries:
    """With the council, unanswered."""
    return enquiries.filter(state__in=OPEN)


def overdue(enquiries: Enquiries, *, on: datetime.date) -> Enquiries:
    """Open, and past the day that is owed now."""
    return enquiries.filter(state__in=OPEN, owed_on__lt=on)


def with_messages(enquiry: Enquiry, *, staff: bool) -> QuerySet[Message]:
    """What was said, oldest first; officers' notes only for staff."""
    messages = enquiry.messages.select_related("by__merged_into")
    if not staff:
        messages = messages.exclude(kind__in=[Message.Kind.NOTE, Message.Kind.HAND_BACK])
    return messages


def open_count_by_officer(who: Standing, people: QuerySet[Person]) -> dict[int, int]:
    """How many open enquiries each of the people has, of those that the viewer may know of."""
    counts: dict[int, int] = {}
    theirs = visible_to(who).filter(owner__in=people, state__in=IN_HAND)
    for owner_id in theirs.values_list("owner_id", flat=True):
        if owner_id:
            counts[owner_id] = counts.get(owner_id, 0) + 1
    return counts


def told_when_late(enquiry: Enquiry, *, on: datetime.date) -> tuple[Post, Person] | None:
    """Who hears at the top of the ladder on the day, and by which post: the director of those who answer.

    The monitoring officer for a confidential enquiry, which the director may not see, and for one without a
    team. None where nobody holds the post.
    """
    if enquiry.is_confidential or enquiry.team is None:
        officer = who_held(Post.MONITORING_OFFICER, on=on)
        return (Post.MONITORING_OFFICER, officer) if officer else None
    for post in (Post.EXECUTIVE_DIRECTOR, Post.DIRECTOR):
        holder = who_held(post, on=on, directorate=enquiry.team.directorate)
        if holder:
            return post, holder
    return None


def rewritten_messages() -> Iterator[CaseEvent]:
    """The events whose message does not say any more what it said, or is gone; read row by row."""
    told = CaseEvent.objects.filter(facts__has_key="said").select_related("stream").order_by("pk")
    for batch in batched(told.iterator(chunk_size=500), 500):
        messages = Message.objects.in_bulk([event.facts["message"] for event in batch])
        for event in batch:
            message = messages.get(event.facts["message"])
            if message is None or message.digest() != event.facts["said"]:
                yield event


def batched(rows: Iterable[CaseEvent], size: int) -> Iterator[list[CaseEvent]]:
    """The rows in lists of that size, the last one shorter."""
    found = iter(rows)
    while batch := list(islice(found, size)):
        yield batch


def open_of_member(who: Standing, member: Person) -> Enquiries:
    """The member's open enquiries that the viewer may know of and that are not confidential."""
    return still_open(visible_to(who)).filter(member=member, is_confidential=False).order_by("pk")


def open_counts_of(who: Standing, members: Iterable[int]) -> dict[int, int]:
    """How many such enquiries each of the members has; nobody without one is in it."""
    theirs = still_open(visible_to(who)).filter(member__in=list(members), is_confidential=False)
    counted = theirs.order_by().values("member").annotate(number=Count("pk"))
    return {one["member"]: one["number"] for one in counted}


def left_open(who: Standing) -> dict[int, int]:
    """Members of before who are none today, with the number of their open enquiries; as above."""
    theirs = still_open(visible_to(who)).filter(is_confidential=False)
    gone = theirs.exclude(member__in=members_on(who.on)).values_list("member_id", flat=True)
    return open_counts_of(who, set(gone))


def waiting_successions(members: Iterable[int]) -> dict[int, Succession]:
    """What was decided already for a day to come, by the member who leaves; one stands for all."""
    waiting = Succession.objects.filter(enquiry__member__in=list(members), done_at__isnull=True)
    return {one.enquiry.member_id: one for one in waiting.select_related("enquiry", "member")}
