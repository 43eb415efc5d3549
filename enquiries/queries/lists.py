"""The lists of enquiries, each limited to what the viewer may see."""

import datetime

from django.db.models import Q, QuerySet

from casework.queries import shares_with
from council.models import GroupMembership, Person
from council.queries import Standing
from council.rules import Grade, Role
from enquiries.models import (
    UNSETTLED,
    Contribution,
    Enquiry,
    PreparedReply,
)
from enquiries.queries.seeing import (
    ORDINARY,
    Enquiries,
    for_group,
    in_place_of,
    visible_to,
    visible_unshared,
)
from enquiries.states import IN_HAND, OPEN, UNANSWERED, State
from rulebook.post import Post

_OF_PERSON = ("title", "first_name", "last_name", "merged_into")
# What a line of a list shows or counts with.
_IN_ROWS = (
    *(
        "reference",
        "stream",
        "protocol",
        "subject",
        "is_confidential",
        "privacy",
        "state",
        "saved_at",
        "sent_at",
    ),
    *("received_on", "due_on", "promised_on", "owed_on", "answered_on", "closes_on", "ended_on", "agreed_on"),
    *("redirected_on", "team", "service__name"),
    *(f"owner__{name}" for name in _OF_PERSON),
)
_MEMBER = tuple(f"member__{name}" for name in _OF_PERSON)
# The next word is the member's: a question, or an answer to say yes or no to.
MEMBERS_STATES = (State.WAITING, State.ANSWERED)


def with_names(enquiries: Enquiries) -> Enquiries:
    """With the people and the service that a row names, in one query."""
    return enquiries.select_related("member", "service", "team__directorate", "owner", "addressee")


def for_rows(enquiries: Enquiries) -> Enquiries:
    """With the columns that a line of a list reads (`screens.rows`) and no other: an enquiry has fifty, long
    texts among them, and names five people and places.
    """
    return enquiries.select_related("member", "service", "owner").only(*_IN_ROWS, *_MEMBER)


def for_own_rows(enquiries: Enquiries) -> Enquiries:
    """The same for a member’s own list, in which no line says whose the enquiry is."""
    return enquiries.select_related("service", "owner").only("member_id", *_IN_ROWS)


def own(who: Standing) -> Enquiries:
    """«My enquiries»: a member's own, an assistant's members', those that a political assistant wrote."""
    theirs = Q(member=who.person) | for_group(who)
    if who.assisted:
        theirs |= Q(member__in=who.assisted)
    return visible_unshared(who).filter(theirs)


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


def of_group_to_count(who: Standing) -> Enquiries:
    """What a leader may count of the group, and open none of: those of its members of today, no confidential
    and no private one.
    """
    if who.group_id is None or Post.GROUP_LEADER not in who.posts:
        return Enquiry.objects.none()
    held = GroupMembership.objects.on(who.on).filter(group=who.group_id)
    return Enquiry.objects.filter(ORDINARY, member__in=held.values("person")).exclude(state=State.DRAFT)


def to_approve(who: Standing) -> Enquiries:
    """«To approve»: those of which a reply by somebody else waits for a word that this person may give."""
    job = who.appointment
    waiting = PreparedReply.objects.filter(stage=PreparedReply.Stage.WAITING).exclude(by=who.person)
    # Asked on every page of an officer, and most councils approve no replies.
    if job is None or not waiting.exists():
        return Enquiry.objects.none()
    ordinary = Q(is_confidential=False) & ~Q(privacy__in=UNSETTLED) & Q(team__isnull=False)
    directs = Q(team__directorate__in=who.directorates)
    dealt_with = Q(owner=who.person) | Q(addressee=who.person) | ordinary & (Q(team=who.team_id) | directs)
    if who.covers:
        dealt_with |= in_place_of(who.covers)
    if Grade(job.grade).rank < Grade.HEAD_OF_SERVICE.rank:
        dealt_with &= directs
    for_member = Q(member__in={who.person.pk, *who.assisted})
    if who.has(Role.DEMOCRATIC_SERVICES):
        for_member |= Q(logged_by=who.person)
    found = visible_to(who).filter(dealt_with, state__in=UNANSWERED, pk__in=waiting.values("enquiry"))
    return found.exclude(for_member)


def parts_asked_of(who: Standing) -> QuerySet[Contribution]:
    """«Parts asked of us»: what the officer's team owes to the replies of others, the first due first."""
    owed = Contribution.objects.filter(
        team=who.team_id, given_at__isnull=True, waived_at__isnull=True, enquiry__state__in=UNANSWERED
    )
    # Most teams owe none: then nobody is asked which enquiries the officer may know of.
    if who.team_id is None or not owed.exists():
        return owed.none()
    seen = owed.filter(enquiry__in=visible_to(who))
    return seen.select_related("enquiry", "asked_by").order_by("due_on", "pk")


def to_route(who: Standing) -> Enquiries:
    """«To route»: sent, and with no team yet."""
    return visible_to(who).filter(state=State.SENT, team__isnull=True)


def waiting_for_member(enquiries: Enquiries) -> Enquiries:
    """Where the next word is the member's: a question, or an answer to say yes or no to."""
    return enquiries.filter(state__in=MEMBERS_STATES)


def still_open(enquiries: Enquiries) -> Enquiries:
    """With the council, unanswered."""
    return enquiries.filter(state__in=OPEN)


def overdue(enquiries: Enquiries, *, on: datetime.date) -> Enquiries:
    """Open, and past the day that is owed now."""
    return enquiries.filter(state__in=OPEN, owed_on__lt=on)


def open_count_by_officer(who: Standing, people: QuerySet[Person]) -> dict[int, int]:
    """How many open enquiries each of the people has, of those that the viewer may know of."""
    counts: dict[int, int] = {}
    theirs = visible_to(who).filter(owner__in=people, state__in=IN_HAND)
    for owner_id in theirs.values_list("owner_id", flat=True):
        if owner_id:
            counts[owner_id] = counts.get(owner_id, 0) + 1
    return counts


def shared_with(who: Standing) -> Enquiries:
    """What colleagues share with the member today."""
    return (
        visible_to(who)
        .exclude(member=who.person)
        .filter(stream__in=shares_with(who.person, on=who.on).values("content_object"))
    )
