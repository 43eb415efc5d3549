"""Meetings are called, moved, cancelled and concluded; whoever sits on the body hears of it."""

import datetime
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from access_rules import events
from access_rules.models import Meeting
from access_rules.policies import meetings as policies
from access_rules.queries.meetings import MeetingClock
from access_rules.rules.meeting_law import Regime
from access_rules.rules.meeting_notices import MeetingFacts, NoticeDue, NoticeKind
from casework.actions.announcing import open_case
from casework.actions.locking import demand, finish, locked
from casework.rules import Fact
from casework.wording import days, long_date
from council.models import Body
from council.queries import Standing
from council.rules import BodyType
from rulebook.access.papers import Public


@dataclass(frozen=True)
class MeetingEntry:
    """What a keeper says of a meeting; `short_notice` why it was called with less time than the law wants."""

    on: datetime.date
    at: datetime.time | None = None
    place: str = ""
    is_private: bool = False
    short_notice: str = ""


@transaction.atomic
def call_meeting(
    *,
    who: Standing,
    body: Body,
    entry: MeetingEntry,
    called_on: datetime.date,
    at: datetime.datetime,
) -> Meeting:
    """Enters a meeting that was called on that day, and tells the members of the body.

    Raises Refused, and ValidationError (by box) for what the law of its body does not allow.
    """
    demand(policies.may_call_meeting(who))
    if called_on > timezone.localdate(at) or called_on > entry.on:
        raise ValidationError({"called_on": _("A meeting is called before it is held, and not after today")})
    _check(body, entry, called_on)
    reference, stream = open_case("meeting", "MTG")
    meeting = Meeting(reference=reference, stream=stream, body=body, called_on=called_on)
    _enter(meeting, entry)
    meeting.save()
    finish(meeting, kind=events.MEETING_CALLED, by=who.person, at=at, facts={"on": str(meeting.on)})
    return meeting


@transaction.atomic
def change_meeting(
    *, who: Standing, meeting: Meeting, entry: MeetingEntry, at: datetime.datetime, seen_version: int
) -> Meeting:
    """Changes day, time, place or whether it is private. A meeting that moves counts as called today.

    Raises Refused, Stale, and ValidationError (by box).
    """
    meeting = locked(meeting, seen_version=seen_version)
    demand(policies.may_change_meeting(who, meeting))
    was, today = meeting.on, timezone.localdate(at)
    moves = entry.on != was
    if moves and entry.on < today:
        raise ValidationError({"on": _("A meeting is moved to today or a day that is still to come")})
    called_on = today if moves else meeting.called_on
    _check(meeting.body, entry, called_on)
    meeting.called_on = called_on
    _enter(meeting, entry)
    facts: dict[str, Fact] = {"from": str(was), "to": str(meeting.on)} if moves else {}
    finish(meeting, kind=events.MEETING_CHANGED, by=who.person, at=at, facts=facts)
    return meeting


def _enter(meeting: Meeting, entry: MeetingEntry) -> None:
    meeting.on, meeting.at, meeting.place = entry.on, entry.at, entry.place
    meeting.is_private, meeting.short_notice = entry.is_private, entry.short_notice


def _check(body: Body, entry: MeetingEntry, called_on: datetime.date) -> None:
    """Raises ValidationError for a whole meeting in private that is not the executive’s, or where the text
    has the executive meet in public (WF-A2.2.4), and for short notice without a reason.
    """
    clock = MeetingClock.read()
    facts = MeetingFacts(clock.text, BodyType(body.kind), entry.on, called_on, entry.is_private)
    if entry.is_private and facts.regime is not Regime.EXECUTIVE:
        words = _(
            "Only the executive may meet in private as a whole. Mark the items for which the public leaves"
        )
        raise ValidationError({"is_private": words})
    in_public = clock.text.access.public.get(Public.CABINET_IN_PUBLIC)
    if entry.is_private and in_public:
        words = _(
            "All Cabinet meetings are in public (%(paragraph)s). Mark the items for which the public leaves"
        )
        raise ValidationError({"is_private": words % {"paragraph": in_public[0].pinpoint}})
    due = agenda_due(clock, facts)
    if due.at_once and not entry.short_notice:
        words = _(
            "%(length)s before %(day)s end on %(last)s. Say why the meeting was called with less time"
        ) % {
            "length": days(due.period.n, due.period.unit),
            "day": long_date(entry.on),
            "last": long_date(due.counted),
        }
        raise ValidationError({"short_notice": words})


def agenda_due(clock: MeetingClock, facts: MeetingFacts) -> NoticeDue:
    """The notice of the agenda as a whole, which every meeting needs."""
    return next(due for due in clock.dues(facts) if due.kind is NoticeKind.AGENDA and due.key is None)


@transaction.atomic
def cancel_meeting(
    *, who: Standing, meeting: Meeting, because: str, at: datetime.datetime, seen_version: int
) -> Meeting:
    """Cancels it, with the reason, and tells the members of the body. Raises Refused and Stale."""
    meeting = locked(meeting, seen_version=seen_version)
    demand(policies.may_cancel_meeting(who, meeting))
    meeting.cancelled_at, meeting.cancelled_because = at, because
    finish(meeting, kind=events.MEETING_CANCELLED, by=who.person, at=at, content={"because": because})
    return meeting


@transaction.atomic
def conclude_meeting(
    *,
    who: Standing,
    meeting: Meeting,
    concluded_at: datetime.datetime,
    at: datetime.datetime,
    seen_version: int,
) -> Meeting:
    """Keeps when it concluded: the right to inspect before it ends, and that after a private one begins.

    Raises Refused, Stale, and ValidationError for a moment before its day or still to come.
    """
    meeting = locked(meeting, seen_version=seen_version)
    demand(policies.may_conclude_meeting(who, meeting))
    if timezone.localdate(concluded_at) < meeting.on:
        raise ValidationError({"on": _("The meeting cannot have concluded before its day")})
    if concluded_at > at:
        raise ValidationError({"time": _("Enter a time that is past")})
    meeting.concluded_at = concluded_at
    finish(
        meeting,
        kind=events.MEETING_CONCLUDED,
        by=who.person,
        at=at,
        facts={"concluded": concluded_at.isoformat()},
    )
    return meeting
