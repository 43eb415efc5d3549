"""What the clock does so that groups are treated alike: shares again, ends with a group, reminds, alarms."""

import datetime

from django.db import transaction

from briefings import events
from briefings.actions.sharing import share
from briefings.clock import answer_by
from briefings.models import Briefing, Matter
from briefings.queries.parity import waiting_or_answered
from briefings.states import GOES_ON, BriefingState
from casework.actions.announcing import announce
from casework.actions.locking import finish, locked
from casework.models import CaseEvent, Reminder
from casework.rules import Fact
from casework.rules.periods import quarter_of
from council.models import PoliticalGroup

# Under which a reminder of an offer is kept, once for its day.
ANSWER_OFFER = "answer-offer"


def share_again(*, matter: Matter, on: datetime.date, at: datetime.datetime) -> int:
    """A group that was formed since gets its own; says how many did."""
    return len(share(matter, by=None, on=on, at=at))


@transaction.atomic
def end_with_group(*, row: Briefing, on: datetime.date, at: datetime.datetime) -> bool:
    """Ends what still waited for a group that is no more; says whether it did. Nothing of it is erased."""
    if row.matter is not None:
        locked(row.matter)
    row = locked(row)
    last = PoliticalGroup.objects.get(pk=row.group_id).to_on
    if row.state not in GOES_ON or last is None or last >= on:
        return False
    row.record_lapse(on=on)
    finish(row, kind=events.LAPSED, by=None, at=at, facts={"group": row.group_id})
    return True


@transaction.atomic
def remind_of_offer(*, row: Briefing, on: datetime.date, at: datetime.datetime) -> bool:
    """Reminds the group of an offer that it has not answered, once for its day; says whether it did."""
    row = locked(row)
    if row.state != BriefingState.OFFERED or row.answer_by is None:
        return False
    _reminder, is_new = Reminder.objects.get_or_create(
        stream=row.stream, rung=ANSWER_OFFER, due_on=row.answer_by, defaults={"sent_at": at}
    )
    if is_new:
        announce(stream=row.stream, kind=events.REMINDED, by=None, at=at, facts={"briefing": row.pk})
    return is_new


@transaction.atomic
def work_out_again(*, row: Briefing, at: datetime.datetime) -> bool:
    """The day for the answer after closed days were entered or taken away; says whether it moved."""
    row = locked(row)
    day = answer_by(row.asked_at)
    if row.state != BriefingState.OFFERED or row.answer_by == day:
        return False
    facts: dict[str, Fact] = {"before": row.answer_by.isoformat() if row.answer_by else None}
    row.answer_by = day
    finish(row, kind=events.ANSWER_MOVED, by=None, at=at, facts={**facts, "after": day.isoformat()})
    return True


@transaction.atomic
def raise_alarm(*, group: int, quickest: int, on: datetime.date, at: datetime.datetime) -> bool:
    """Tells the monitoring officer that a group waits much longer, once in a quarter; says whether it did.

    The event stands with the case that was asked for first, and names both groups.
    """
    quarter = quarter_of(on).first
    row = locked(waiting_or_answered(group, first=quarter).order_by("asked_at", "pk")[0])
    known = {"facts__group": group, "facts__quarter": quarter.isoformat()}
    if CaseEvent.objects.filter(kind=events.ALARMED.name, **known).exists():
        return False
    facts: dict[str, Fact] = {
        "briefing": row.pk,
        "group": group,
        "quickest": quickest,
        "quarter": quarter.isoformat(),
    }
    announce(stream=row.stream, kind=events.ALARMED, by=None, at=at, facts=facts)
    return True
