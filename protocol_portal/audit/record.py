"""Whether the record of events holds: the looks at it in words, and the alarm."""

import datetime
from dataclasses import dataclass

from django.db.models import Sum
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from casework.models import CaseEvent, RecordCheck, Stream
from casework.queries.checks import OVERDUE, last_check, last_nightly_check
from casework.wording import date_time

# So many events are looked at while somebody waits; more are looked at by the worker.
AT_ONCE = 20_000
SHOWN = 20


@dataclass(frozen=True, slots=True)
class Look:
    """One look at the record: when, by whom, over how much, and what was found."""

    when: str
    by: str
    over: str
    found: str
    holds: bool


@dataclass(frozen=True, slots=True)
class Alarm:
    """What is wrong with the record, for whoever watches it: a heading and what to do."""

    heading: str
    words: str


def look(row: RecordCheck) -> Look:
    """The row in words."""
    events = ngettext("%(events)s event", "%(events)s events", row.events) % {"events": f"{row.events:,}"}
    streams = ngettext("%(streams)s record", "%(streams)s records", row.streams)
    return Look(
        when=date_time(row.ended_at),
        by=row.asked_by.name if row.asked_by else _("By night"),
        over=f"{events}, {streams % {'streams': f'{row.streams:,}'}}",
        found=_found(row),
        holds=not row.broken,
    )


def _found(row: RecordCheck) -> str:
    if not row.broken:
        return _("Unbroken")
    number = len(row.broken)
    return ngettext("%(number)d break", "%(number)d breaks", number) % {"number": number}


def alarm(*, at: datetime.datetime) -> Alarm | None:
    """What the last look found, or that the nightly one is missing; None while all is well.

    Any look finds a break. A look by hand is none of the clock's, so it does not hide that the clock stands.
    """
    last = last_check()
    if last is not None and last.broken:
        return Alarm(
            _("The record of events was changed"),
            _("Ask whoever runs the portal to keep the database and the file of heads as they are."),
        )
    nightly = last if last is None or last.asked_by_id is None else last_nightly_check()
    since = nightly.ended_at if nightly is not None else _first_event_at()
    if since is not None and at - since > OVERDUE:
        return Alarm(
            _("The record of events was not checked last night"),
            _("Ask whoever runs the portal whether its clock runs. You can check the record yourself."),
        )
    return None


def _first_event_at() -> datetime.datetime | None:
    """Since when there is a record at all: a portal of today has had no night yet."""
    first: datetime.datetime | None = CaseEvent.objects.order_by("pk").values_list("at", flat=True).first()
    return first


def length() -> int:
    """How many events there are."""
    return Stream.objects.aggregate(events=Sum("length"))["events"] or 0
