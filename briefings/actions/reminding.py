"""Reminders of briefings: of a date to come, of one that nobody recorded, of a group that still waits."""

import datetime

from django.db import transaction

from briefings import events
from briefings.clock import is_near, serve_by
from briefings.models import Briefing, Session
from briefings.queries.giving import day_of, has_date
from briefings.states import BriefingState, SessionState
from casework.actions.announcing import announce
from casework.actions.locking import locked
from casework.models import Reminder, Stream
from casework.rules import Fact

NEAR, OVER, WAITS = "near", "over", "waits"


@transaction.atomic
def remind_of_date(*, session: Session, on: datetime.date, at: datetime.datetime) -> int:
    """Speakers and groups are reminded two working days ahead, the lead of a date that nobody recorded.

    Once each for the date, computed from its day alone, so a fortnight without the clock loses none.
    """
    matter = locked(session.matter)
    session = Session.objects.select_related("matter").get(pk=session.pk)
    day = day_of(session)
    if session.state != SessionState.FIXED or not (day < on or is_near(day, on=on)):
        return 0
    what = OVER if day < on else NEAR
    if what == NEAR and not session.briefings.filter(state=BriefingState.AGREED.value).exists():
        # Every group took its request back.
        return 0
    if not _first(matter.stream, f"date-{session.pk}-{what}", day, at):
        return 0
    facts: dict[str, Fact] = {"matter": matter.pk, "date": session.pk, "what": what}
    announce(stream=matter.stream, kind=events.SESSION_REMINDED, by=None, at=at, facts=facts)
    if what == NEAR:
        _tell_groups(session, at)
    return 1


def _tell_groups(session: Session, at: datetime.datetime) -> None:
    rows = session.briefings.filter(state=BriefingState.AGREED.value).select_related("stream").order_by("pk")
    for row in rows:
        facts = {"briefing": row.pk, "date": session.pk}
        announce(stream=row.stream, kind=events.DATE_NEAR, by=None, at=at, facts=facts)


@transaction.atomic
def remind_of_waiting(*, row: Briefing, on: datetime.date, at: datetime.datetime) -> int:
    """The lead is reminded of a group that has it agreed and has neither date nor pack in time; once."""
    row = locked(row)
    since = row.answered_at or row.decided_at
    if row.state != BriefingState.AGREED or has_date(row) or since is None:
        return 0
    due = serve_by(since)
    if on <= due or not _first(row.stream, WAITS, due, at):
        return 0
    announce(stream=row.stream, kind=events.NOT_SERVED, by=None, at=at, facts={"briefing": row.pk})
    return 1


def _first(stream: Stream, rung: str, due_on: datetime.date, at: datetime.datetime) -> bool:
    """Keeps that it was reminded of; no, if it was before."""
    _kept, made = Reminder.objects.get_or_create(
        stream=stream, rung=rung, due_on=due_on, defaults={"sent_at": at}
    )
    return made
