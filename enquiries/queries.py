"""Lists of enquiries, already limited to what the viewer may see: here seeing is the query."""

import datetime
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TypeVar

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from casework.models import CaseEvent, CaseShare
from casework.queries import shares_of, shares_with
from council.models import GroupMembership, OfficerAppointment, Person, Seat
from council.queries import Standing, members_on, protocol_in_force, who_held
from council.rules import Role
from enquiries.models import (
    UNSETTLED,
    Copy,
    Enquiry,
    Message,
    Privacy,
    Proposal,
    Redirection,
    Succession,
    Withholding,
)
from enquiries.rules.stating import assistants_may_ask
from enquiries.states import IN_HAND, OPEN, State
from rulebook.post import Post

Enquiries = QuerySet[Enquiry]
Row = TypeVar("Row")
# Neither confidential nor private.
ORDINARY = Q(is_confidential=False, privacy=Privacy.ORDINARY)
# What the team that answers reads, and its directors: a private one too, once it is settled.
_TEAM_READS = Q(is_confidential=False) & ~Q(privacy__in=[one.value for one in UNSETTLED])


def visible_to(who: Standing) -> Enquiries:
    """Every enquiry that the person may know of on the day: for every page, export, letter and count.

    A draft is its writer's alone. A member sees their own and, until a day, what a colleague shares; an
    assistant the assisted member's, save confidential and private ones that somebody else wrote; a political
    assistant those that they wrote for a member who is in the group today; an officer
    those with them or addressed to them, and their team's and (a director) directorate's save confidential
    ones and those whose privacy is not settled; democratic services all save confidential and private ones,
    and what is still to be routed; the monitoring officer all. «Observe confidentiality» (MW-7.2) is read so:
    a private enquiry is read by those who answer it and those who answer for them, and by nobody whose part
    it is only to keep the list. While privacy is asked for, whoever sees that it exists reads none of it
    (`policies.privacy`).
    """
    if not who.in_post:
        return Enquiry.objects.none()
    drafts = Q(state=State.DRAFT, logged_by=who.person)
    if not who.has(Role.DEMOCRATIC_SERVICES):
        drafts &= Q(member__in=who.assisted | {who.person.pk}) | _for_group(who)
    seen = Q(pk__in=[])
    for role, part in _PARTS.items():
        if who.has(role):
            seen |= part(who)
    return Enquiry.objects.filter(drafts | ~Q(state=State.DRAFT) & seen)


def _asks_for_group(who: Standing) -> bool:
    """Does the person assist a group, under a text that puts political assistants in a member’s place?"""
    return who.assists_group_id is not None and assistants_may_ask(protocol_in_force())


def asked_for_in_group(who: Standing) -> QuerySet[Person]:
    """The members of today for whom a political assistant may ask: those of the group; else nobody."""
    if not _asks_for_group(who):
        return Person.objects.none()
    group = GroupMembership.objects.on(who.on).filter(group=who.assists_group_id)
    return members_on(who.on).filter(pk__in=group.values("person_id"))


def _for_group(who: Standing) -> Q:
    """What a political assistant wrote for a member of the group; nothing for anybody else."""
    if not _asks_for_group(who):
        return Q(pk__in=[])
    return Q(logged_by=who.person, member__in=asked_for_in_group(who).values("pk"))


def _as_officer(who: Standing) -> Q:
    named = Q(owner=who.person) | Q(addressee=who.person)
    if who.covers:
        named |= in_place_of(who.covers)
    return named | Q(team=who.team_id) & _TEAM_READS if who.team_id else named


def _as_member(who: Standing) -> Q:
    """Their own; and an ordinary one that its member shares with them, while both are members."""
    shared = shares_with(who.person, on=who.on).filter(
        content_object=OuterRef("stream"), granted_by=OuterRef("member")
    )
    return Q(member=who.person) | ORDINARY & Q(member__in=members_on(who.on)) & Q(Exists(shared))


def in_place_of(away: frozenset[int]) -> Q:
    """What officers who are away have in hand; confidential ones stay theirs, whoever stands in."""
    theirs = Q(owner__in=away) | Q(addressee__in=away)
    return theirs & _TEAM_READS


# What each role sees of what was sent; a person with two roles sees both.
_PARTS: dict[Role, Callable[[Standing], Q]] = {
    Role.MEMBER: _as_member,
    Role.ASSISTANT: lambda who: (
        Q(member__in=who.assisted) & (ORDINARY | Q(logged_by=who.person)) | _for_group(who)
    ),
    Role.OFFICER: _as_officer,
    Role.DIRECTOR: lambda who: Q(team__directorate__in=who.directorates) & _TEAM_READS,
    Role.DEMOCRATIC_SERVICES: lambda who: ORDINARY | Q(team__isnull=True) | Q(logged_by=who.person),
    Role.MONITORING_OFFICER: lambda who: ~Q(pk__in=[]),
}


def with_names(enquiries: Enquiries) -> Enquiries:
    """With the people and the service that a row names, in one query."""
    return enquiries.select_related("member", "service", "team__directorate", "owner", "addressee")


def own(who: Standing) -> Enquiries:
    """«My enquiries»: a member's own, an assistant's members', those that a political assistant wrote."""
    return visible_to(who).filter(Q(member=who.person) | Q(member__in=who.assisted) | _for_group(who))


def with_officer(who: Standing) -> Enquiries:
    """«My cases»: those that the officer answers, and those addressed to them that nobody has taken on; and
    the same of whoever is away and has this person standing in.
    """
    theirs = Q(owner=who.person) | Q(addressee=who.person, state=State.SENT)
    if who.covers:
        theirs |= Q(owner__in=who.covers) | Q(addressee__in=who.covers, state=State.SENT)
    return visible_to(who).filter(theirs)


def of_team(who: Standing) -> Enquiries:
    """«Team cases»: the team's, and for a director every team's of the directorate."""
    theirs = Q(team__directorate__in=who.directorates)
    if who.team_id:
        theirs |= Q(team=who.team_id)
    return visible_to(who).filter(theirs)


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
    """What was said, oldest first; officers' notes, and what was taken back, only for staff."""
    messages = enquiry.messages.select_related("by__merged_into").prefetch_related("copies__person")
    if not staff:
        messages = messages.exclude(kind__in=[Message.Kind.NOTE, Message.Kind.HAND_BACK])
        messages = messages.filter(retraction__isnull=True)
    return messages


def letters_of(enquiry: Enquiry) -> QuerySet[Message]:
    """What was said to the member and goes out as a letter too, oldest first; nothing that was taken back."""
    said = with_messages(enquiry, staff=False)
    return said.filter(kind__in=Message.LETTERS, retraction__isnull=True)


def redirection_now(enquiry: Enquiry) -> Redirection | None:
    """Where it is handled now; None where it is not elsewhere."""
    return enquiry.redirections.select_related("enquiry").filter(ended_at__isnull=True).first()


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

    The monitoring officer for a confidential enquiry and one whose privacy is not settled, which the director
    may not see, and for one without a team. None where nobody holds the post.
    """
    if enquiry.is_for_named or enquiry.team is None:
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


def batched(rows: Iterable[Row], size: int) -> Iterator[list[Row]]:
    """The rows in lists of that size, the last one shorter."""
    found = iter(rows)
    while batch := list(islice(found, size)):
        yield batch


def open_of_member(who: Standing, member: Person) -> Enquiries:
    """The member's open enquiries that the viewer may know of, neither confidential nor private."""
    return still_open(visible_to(who)).filter(ORDINARY, member=member).order_by("pk")


def open_counts_of(who: Standing, members: Iterable[int]) -> dict[int, int]:
    """How many such enquiries each of the members has; nobody without one is in it."""
    theirs = still_open(visible_to(who)).filter(ORDINARY, member__in=list(members))
    counted = theirs.order_by().values("member").annotate(number=Count("pk"))
    return {one["member"]: one["number"] for one in counted}


def left_open(who: Standing) -> dict[int, int]:
    """Members of before who are none today, with the number of their open enquiries; as above."""
    theirs = still_open(visible_to(who)).filter(ORDINARY)
    gone = theirs.exclude(member__in=members_on(who.on)).values_list("member_id", flat=True)
    return open_counts_of(who, set(gone))


def waiting_successions(members: Iterable[int]) -> dict[int, Succession]:
    """What was decided already for a day to come, by the member who leaves; one stands for all."""
    waiting = Succession.objects.filter(enquiry__member__in=list(members), done_at__isnull=True)
    return {one.enquiry.member_id: one for one in waiting.select_related("enquiry", "member")}


def cases_of_leavers(who: Standing) -> dict[int, int]:
    """How many open cases each officer has who left, or leaves on a day that is entered; by officer.

    Of those that the viewer may know of. Confidential ones count for nobody here: the monitoring officer
    gives each to somebody by itself.
    """
    held = still_open(visible_to(who)).filter(_TEAM_READS)
    counts: Counter[int] = Counter()
    for owner, addressee, state in held.values_list("owner_id", "addressee_id", "state"):
        with_whom = owner or (addressee if state == State.SENT else None)
        if with_whom:
            counts[with_whom] += 1
    staying = OfficerAppointment.objects.on(who.on).filter(to_on__isnull=True, person__in=list(counts))
    for number in staying.values_list("person_id", flat=True):
        counts.pop(number, None)
    return dict(counts)


def open_with(who: Standing, officer: Person) -> Enquiries:
    """What an officer has in hand, and what is addressed to them and not taken on, as above."""
    held = still_open(visible_to(who)).filter(_TEAM_READS)
    return (held.filter(owner=officer) | _addressed(held).filter(addressee=officer)).order_by("owed_on", "pk")


def _addressed(enquiries: Enquiries) -> Enquiries:
    return enquiries.filter(state=State.SENT, owner__isnull=True)


# What officers write to a member, which may be copied; what a member writes is not theirs to copy.
COPIED_KINDS = (
    Message.Kind.REPLY,
    Message.Kind.HOLDING_REPLY,
    Message.Kind.OUTCOME,
    Message.Kind.REFUSAL,
    Message.Kind.REDIRECTION,
)


def copyable(enquiry: Enquiry) -> QuerySet[Message]:
    """The letters in it that may be copied, newest first: none that was taken back."""
    letters = enquiry.messages.filter(kind__in=[one.value for one in COPIED_KINDS])
    return letters.filter(retraction__isnull=True).order_by("-at", "-pk")


def is_responsible(who: Standing, enquiry: Enquiry) -> bool:
    """Does the person answer for the matter: a portfolio that covers the directorate, or a chair (MW-7.3)?

    The registers do not say for which services a committee answers, so any chair counts; the officer says
    that the letter is of general interest to that chair.
    """
    directorate = enquiry.team.directorate_id if enquiry.team else None
    holds = any(not one.is_deputy and one.directorate_id in (None, directorate) for one in who.portfolios)
    return holds or any(seat.office == Seat.Office.CHAIR for seat in who.seats)


def copies_to(who: Standing) -> QuerySet[Copy]:
    """The letters copied to the person that they may read today, newest first; each is one message.

    A member's copies while they are a member, an officer's while they are in post; never one that was taken
    back as sent to the wrong person.
    """
    if not who.in_post:
        return Copy.objects.none()
    copies = Copy.objects.filter(person=who.person, message__retraction__isnull=True)
    if not who.has(Role.MEMBER):
        copies = copies.exclude(
            permission__in=[Copy.Permission.AUTHOR.value, Copy.Permission.GENERAL_INTEREST.value]
        )
    names = ("message__by__merged_into", "message__enquiry__member", "by__merged_into")
    return copies.select_related(*names).prefetch_related("message__copies__person").order_by("-at", "-pk")


def shared_with(who: Standing) -> Enquiries:
    """What colleagues share with the member today."""
    return (
        visible_to(who)
        .exclude(member=who.person)
        .filter(stream__in=shares_with(who.person, on=who.on).values("content_object"))
    )


def sharing_now(enquiry: Enquiry, *, on: datetime.date) -> QuerySet[CaseShare]:
    """With whom the enquiry is shared on the day: the grants that open it, and no other."""
    if not enquiry.is_ordinary or not members_on(on).filter(pk=enquiry.member_id).exists():
        return CaseShare.objects.none()
    return shares_of(enquiry.stream, on=on).filter(
        granted_by=enquiry.member_id, user__person__in=members_on(on)
    )


def conditions_waiting(enquiry: Enquiry) -> QuerySet[Withholding]:
    """Promises and authorities that were asked for and are neither met nor dropped, oldest first."""
    return enquiry.withholdings.filter(stage__in=[Withholding.Stage.ASKED, Withholding.Stage.SHOWN])


def offer_waiting(enquiry: Enquiry) -> Proposal | None:
    """The offer of another date or reply that waits for an answer; there is one at most.

    A reply that was sent after it ends an offer.
    """
    replies = enquiry.messages.filter(kind=Message.Kind.REPLY)
    waiting = enquiry.proposals.filter(ended_at__isnull=True).select_related("message", "by").last()
    return None if waiting is None or replies.filter(pk__gt=waiting.message_id).exists() else waiting
