"""Who will be in the room: the group’s list, and officers’ right not to come to those on it."""

import datetime
from collections.abc import Iterable

from django.db import transaction

from briefings import events
from briefings.models import Attendee, Briefing
from briefings.policies import dates as policies
from casework.actions.locking import demand, finish, locked
from council.models import Person
from council.queries import Standing, standings_of

# As its column holds it.
LONGEST_NAME = 150


@transaction.atomic
def list_room(
    *,
    who: Standing,
    row: Briefing,
    people: Iterable[Person],
    others: Iterable[str],
    seen_version: int | None,
    at: datetime.datetime,
) -> Briefing:
    """The group’s list anew: its own people, and by name whoever is neither member nor officer.

    Raises Refused, Stale.
    """
    row = locked(row, seen_version=seen_version)
    demand(policies.may_list_room(who, row))
    row.attendees.all().delete()
    listed = [*_own(row, list(people), who, at), *_others(row, others, who, at)]
    Attendee.objects.bulk_create(_told_apart(listed))
    row.room_refused_because = ""
    facts = {"listed": len(listed), "others": sum(one.kind == Attendee.Kind.OTHER for one in listed)}
    finish(row, kind=events.ROOM_LISTED, by=who.person, at=at, facts=facts)
    return row


def _own(row: Briefing, people: list[Person], who: Standing, at: datetime.datetime) -> list[Attendee]:
    standings = standings_of(people, on=who.on)
    member, officer = Attendee.Kind.MEMBER, Attendee.Kind.OFFICER
    return [
        Attendee(
            briefing=row,
            person=one,
            name=one.name[:LONGEST_NAME],
            kind=member if standings[one.pk].term else officer,
            entered_by=who.person,
            entered_at=at,
        )
        for one in people
    ]


def _others(row: Briefing, names: Iterable[str], who: Standing, at: datetime.datetime) -> list[Attendee]:
    other = Attendee.Kind.OTHER
    return [
        Attendee(briefing=row, name=name, kind=other, entered_by=who.person, entered_at=at)
        for name in dict.fromkeys(names)
    ]


def _told_apart(listed: list[Attendee]) -> list[Attendee]:
    """Nobody is lost who has the name of somebody else on the list."""
    seen: set[str] = set()
    for one in listed:
        name, number = one.name, 1
        while one.name in seen:
            number += 1
            one.name = f"{name[: LONGEST_NAME - 10]} ({number})"
        seen.add(one.name)
    return listed


@transaction.atomic
def refuse_room(
    *, who: Standing, row: Briefing, because: str, seen_version: int | None, at: datetime.datetime
) -> Briefing:
    """Officers do not come while others are listed (WF-4.6, WO-E-9.3.32a); the group lists anew and chooses
    a date again. Raises Refused, Stale.
    """
    row = locked(row, seen_version=seen_version)
    demand(policies.may_refuse_room(who, row))
    facts = {"date": row.session_id} if row.session_id else {}
    row.session, row.room_refused_because = None, because.strip()
    finish(row, kind=events.ROOM_REFUSED, by=who.person, at=at, facts=facts)
    return row
