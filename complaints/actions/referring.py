"""Sending a complaint on to another procedure, and what came of it."""

import datetime
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from casework.actions.locking import demand, finish, locked
from complaints import events
from complaints.actions.deciding import write
from complaints.actions.telling import show, tell_all, tell_leader
from complaints.models import Complaint, Side, Told, Writing
from complaints.policies import referring as policies
from complaints.policies.ending import why_not_closed
from complaints.queries.hearing import leader_to_refer_to
from council.queries import Standing
from rulebook.complaint import Procedure
from rulebook.post import Post


@dataclass(frozen=True)
class CameOfIt:
    """What came of it: for the file, for both sides, how it ended, and whether the code was investigated."""

    outcome: str
    for_sides: str
    for_file: str = ""
    was_investigated: bool = True


@transaction.atomic
def refer(
    *,
    who: Standing,
    row: Complaint,
    to: Procedure | Post,
    because: str,
    for_leader: str = "",
    seen_version: int | None,
    at: datetime.datetime,
) -> Complaint:
    """Another procedure takes it, or the group leader in a minor case, who reads `for_leader` and no more.

    Raises Refused, Stale, and ValidationError where the leader would have nothing to read.
    """
    row = locked(row, seen_version=seen_version)
    demand(policies.may_refer_to(who, row, to))
    if to is Post.GROUP_LEADER and not for_leader.strip():
        raise ValidationError(_("Write what the group leader reads"))
    leader = leader_to_refer_to(row, on=who.on) if to is Post.GROUP_LEADER else None
    row.record_referral(to=to)
    write(row, Writing.Kind.REFERRAL, because, by=who.person, at=at)
    finish(row, kind=events.REFERRED, by=who.person, at=at)
    if leader is not None:
        tell_leader(row, leader, for_leader, by=who.person, at=at)
    return row


@transaction.atomic
def record_what_came(
    *, who: Standing, row: Complaint, came: CameOfIt, seen_version: int | None, at: datetime.datetime
) -> Complaint:
    """What came of it there: both sides read what is meant for them, and it closes if nothing is left to do.

    Raises Refused, also where the Independent Person was not asked, and Stale.
    """
    row = locked(row, seen_version=seen_version)
    demand(policies.may_bring_back_so(who, row, was_investigated=came.was_investigated))
    if came.for_file.strip():
        write(row, Writing.Kind.CAME_OF_IT, came.for_file, by=who.person, at=at)
    shown = write(row, Writing.Kind.CAME_OF_IT, came.for_sides, by=who.person, at=at)
    row.outcome = came.outcome
    row.decided_at = row.decided_at or at
    finish(row, kind=events.CAME_BACK, by=who.person, at=at, facts={"writing": shown.pk})
    tell_all(row, shown, on=who.on, by=who.person, at=at)
    for side in row.told.filter(what=Told.What.OUTCOME, told_as__in=Side.values):
        show(shown, side.told_as, by=who.person, at=at)
    if not why_not_closed(who, row):
        row.record_close(on=who.on)
        finish(row, kind=events.CLOSED, by=who.person, at=at)
    return row
