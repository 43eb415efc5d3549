"""Reminders of what a meeting still needs: its notices ahead of it, its minutes afterwards."""

import datetime
from collections.abc import Iterable

from django.db import transaction

from access_rules import events
from access_rules.models import Meeting
from access_rules.queries.meetings import MeetingClock
from access_rules.queries.outstanding import Outstanding, outstanding
from casework.actions.announcing import announce
from casework.actions.locking import locked
from casework.models import Reminder
from casework.queries import reminders_sent
from casework.rules import Fact, RungOwed, rung_owed


@transaction.atomic
def remind_of_meeting(
    *, meeting: Meeting, clock: MeetingClock, on: datetime.date, at: datetime.datetime
) -> bool:
    """Sends one reminder of all that is near or late and not yet reminded of; says whether it did.

    Computed from the columns alone, so a fortnight without the clock loses none and sends one.
    """
    meeting = locked(meeting)
    owed = list(_owed(meeting, outstanding(meeting, clock=clock, on=on), clock, on))
    if not owed:
        return False
    for what, rung in owed:
        name = f"{what.mark}-{rung.rung.name}"
        Reminder.objects.create(stream=meeting.stream, rung=name, due_on=what.by, sent_at=at)
    told = sorted({one.value for _what, rung in owed for one in rung.told})
    facts: dict[str, Fact] = {
        "meeting": meeting.pk,
        "what": ",".join(what.mark for what, _rung in owed),
        "told": ",".join(told),
    }
    announce(stream=meeting.stream, kind=events.NOTICE_DUE, by=None, at=at, facts=facts)
    return True


def _owed(
    meeting: Meeting, found: Iterable[Outstanding], clock: MeetingClock, on: datetime.date
) -> Iterable[tuple[Outstanding, RungOwed]]:
    """Of each the rung of today, if there is one that was not climbed."""
    sent = reminders_sent(meeting.stream)
    for what in found:
        before = f"{what.mark}-"
        of_it = {(name.removeprefix(before), day) for name, day in sent if name.startswith(before)}
        rung = rung_owed(what.by, on, clock.calendars.protocol, of_it)
        if rung is not None:
            yield what, rung
