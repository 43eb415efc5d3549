"""Dates as a file for a calendar (RFC 5545): the number of the case and no word of it."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import NAMESPACE_URL, uuid5

from django.utils import timezone
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from briefings.models import Session
from briefings.states import SessionState

_STATUS = {
    SessionState.OFFERED: "TENTATIVE",
    SessionState.FIXED: "CONFIRMED",
    SessionState.HELD: "CONFIRMED",
    SessionState.CANCELLED: "CANCELLED",
}


@dataclass(frozen=True)
class Entry:
    """A date; `number` is the case as whoever is invited knows it, `url` its page; `is_off` where the date
    stands and they do not come to it any more.
    """

    session: Session
    number: str
    url: str
    is_off: bool = False

    @property
    def status(self) -> str:
        """As a calendar says it."""
        return _STATUS[SessionState.CANCELLED if self.is_off else SessionState(self.session.state)]


def name_of(session: Session) -> str:
    """The name of a date in every calendar: it stays whatever changes."""
    return str(uuid5(NAMESPACE_URL, f"{session.matter.reference}/{session.pk}"))


def invitation(entry: Entry, *, at: datetime.datetime) -> bytes:
    """One date for whoever is invited; a cancelled one takes itself out of the calendar."""
    is_over = entry.status == _STATUS[SessionState.CANCELLED]
    return _file([entry], method="CANCEL" if is_over else "PUBLISH", at=at)


def calendar_of(entries: Iterable[Entry], *, at: datetime.datetime) -> bytes:
    """All dates of one person, for a calendar that reads them again and again."""
    return _file(entries, method="PUBLISH", at=at)


def _file(entries: Iterable[Entry], *, method: str, at: datetime.datetime) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", "-//Protocol Portal//Briefings//EN")
    calendar.add("version", "2.0")
    calendar.add("method", method)
    for entry in entries:
        calendar.add_component(_event(entry, at))
    calendar.add_missing_timezones()
    content: bytes = calendar.to_ical()
    return content


def _event(entry: Entry, at: datetime.datetime) -> Event:
    """The entry: what is later takes its place, because `SEQUENCE` or the moment has grown. One that is off
    says no place.
    """
    session, event = entry.session, Event()
    event.add("uid", name_of(session))
    event.add("sequence", session.sequence)
    event.add("dtstamp", at.astimezone(datetime.UTC))
    event.add("dtstart", timezone.localtime(session.starts_at))
    event.add("dtend", timezone.localtime(session.ends_at))
    event.add("summary", _("Briefing %(number)s") % {"number": entry.number})
    if entry.status != _STATUS[SessionState.CANCELLED]:
        event.add("location", session.place)
    event.add("status", entry.status)
    event.add("url", entry.url)
    return event
