"""A date as a file for a calendar (RFC 5545): the number of the case and no word of it."""

import datetime
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


def invitation(session: Session, *, number: str, url: str, at: datetime.datetime) -> bytes:
    """The date for whoever is invited; `number` is the case as they know it, `url` its page.

    The name of the entry stays the same whatever changes, and `SEQUENCE` grows, so that a calendar replaces
    what it has.
    """
    calendar, event = Calendar(), Event()
    calendar.add("prodid", "-//Protocol Portal//Briefings//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if session.state == SessionState.CANCELLED else "PUBLISH")
    event.add("uid", str(uuid5(NAMESPACE_URL, f"{session.matter.reference}/{session.pk}")))
    event.add("sequence", session.sequence)
    event.add("dtstamp", at.astimezone(datetime.UTC))
    event.add("dtstart", timezone.localtime(session.starts_at))
    event.add("dtend", timezone.localtime(session.ends_at))
    event.add("summary", _("Briefing %(number)s") % {"number": number})
    event.add("location", session.place)
    event.add("status", _STATUS[SessionState(session.state)])
    event.add("url", url)
    calendar.add_component(event)
    calendar.add_missing_timezones()
    content: bytes = calendar.to_ical()
    return content
