"""Looks at who deals with a complaint: who may no longer loses it; what is for a person to judge is told."""

import datetime

from django.db import transaction
from django.utils import timezone

from casework.actions.announcing import announce
from casework.actions.locking import finish, locked
from casework.models import Reminder
from casework.rules import Fact
from complaints import events
from complaints.actions.standing_aside import end, give
from complaints.models import Complaint, Handler, Side
from complaints.queries.alarms import nobody_deals_with
from complaints.queries.conflicts import barred, post_of, since_named
from complaints.queries.in_line import in_line
from complaints.queries.parties import party_of
from complaints.queries.people import next_person
from complaints.queries.replacing import REPLACED, deals_with, keepers_of, successor
from complaints.rules.conflicts import BARS
from complaints.rules.route.parties import posts_of
from complaints.states import OPEN
from council.queries import standing_of
from rulebook.complaint import PartyKind
from rulebook.post import Post
from rulebook.protocols import protocol

# Whose post is one over, or for, somebody else: it is theirs while they are in office.
_FOR_SOMEBODY = frozenset({Post.OFFICER, Post.LINE_MANAGER, Post.SENIOR_MANAGER})


@transaction.atomic
def look_at_handlers(*, row: Complaint, on: datetime.date, at: datetime.datetime) -> int:
    """Ends whoever became a party, answers to the subject or left the post, and names the next in line.

    A tie, a group, a statement: that is told once, to whoever it concerns. Says how many rows it ended and
    how many people it told.
    """
    row = locked(row)
    if row.state not in OPEN:
        return 0
    done = 0
    for handler in deals_with(row):
        because = _why_over(handler, on)
        if because is not None:
            done += _end(row, handler, because, on=on, at=at)
        else:
            done += _tell(row, handler, on=on, at=at)
    if nobody_deals_with(row):
        done += _somebody_again(row, on=on, at=at)
    return done


def _somebody_again(row: Complaint, *, on: datetime.date, at: datetime.datetime) -> int:
    """The next in line has it, also whoever came into that post since; where nobody may, those next in line
    who are not barred hear of it, once for each time at which it came to rest on nobody.
    """
    lost = row.handlers.filter(part__in=REPLACED, ended_at__isnull=False).order_by("-ended_at", "-pk").first()
    if lost is None:
        return 0
    gone = row.handlers.filter(ended_at__isnull=False).exclude(ended_because=Handler.Ended.LEFT)
    named = next_person(row, on=on, without=set(gone.values_list("person_id", flat=True)))
    if named is not None:
        give(row, Handler.Part.RECIPIENT, named, confirmed_by=None, by=None, at=at)
        return 1
    _row, is_new = Reminder.objects.get_or_create(
        stream=row.stream, rung=f"nobody-{lost.pk}", due_on=row.received_on or on, defaults={"sent_at": at}
    )
    if is_new:
        told = ",".join(str(person.pk) for some in in_line(row, on=on) for person in some)
        facts: dict[str, Fact] = {"side": Side.COMPLAINANT.value}
        content = {"told": told} if told else {}
        announce(stream=row.stream, kind=events.NOBODY_DEALS, by=None, at=at, facts=facts, content=content)
    return int(is_new)


def _why_over(handler: Handler, on: datetime.date) -> str | None:
    if barred(handler, on=on) is not None:
        return Handler.Ended.PARTY.value
    # The Independent Person holds no post here, and may stand in no register.
    if handler.part == Handler.Part.INDEPENDENT:
        return None
    return None if _has_post(handler, on) else Handler.Ended.LEFT.value


def _has_post(handler: Handler, on: datetime.date) -> bool:
    """Whether they still have the post by which they deal with it, their own or somebody’s who is away."""
    who, post = standing_of(handler.person, on=on), post_of(handler)
    if not who.in_post or post in _FOR_SOMEBODY:
        return who.in_post
    kind = PartyKind.MEMBER if who.term is not None else PartyKind.OFFICER
    terms = protocol(handler.complaint.protocol).complaints
    return post in posts_of(terms, party_of(who, kind)) | who.posts


def _end(row: Complaint, handler: Handler, because: str, *, on: datetime.date, at: datetime.datetime) -> int:
    """Ends it, with whoever follows; who only left keeps it while nobody else is there to have it."""
    named = successor(handler, on=on) if handler.part in REPLACED else None
    others = [one for one in keepers_of(row) if one.person_id != handler.person_id]
    if because == Handler.Ended.LEFT and handler.part in REPLACED and named is None and not others:
        return 0
    following = give(row, handler.part, named, confirmed_by=None, by=None, at=at) if named else None
    end(handler, because=because, replaced_by=following, at=at)
    finish(row, kind=events.STOOD_ASIDE, by=None, at=at, facts={"handler": handler.pk})
    return 1


def _tell(row: Complaint, handler: Handler, *, on: datetime.date, at: datetime.datetime) -> int:
    """Tells them of each conflict that came about since they were named, once."""
    named_on = timezone.localdate(handler.named_at)
    told = 0
    for kind in sorted(since_named(handler, on=on, named_on=named_on) - BARS):
        rung = f"conflict-{handler.pk}-{kind.value}"
        _row, is_new = Reminder.objects.get_or_create(
            stream=row.stream, rung=rung[:40], due_on=named_on, defaults={"sent_at": at}
        )
        if is_new:
            facts = {"complaint": row.pk, "handler": handler.pk}
            announce(stream=row.stream, kind=events.CONFLICT_FOUND, by=None, at=at, facts=facts)
            told += 1
    return told
