"""The timeline of a complaint as one person reads it: each side its own, who deals with it all of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from casework.events import Audience
from casework.models import CaseEvent
from casework.queries import timeline
from casework.wording import date_time
from complaints.models import Complaint
from complaints.policies.parts import KEEPERS, SIDES, Part, parts_of
from council.queries import Standing

_KEEPERS_READ = frozenset({Audience.EVERYBODY, Audience.HANDLERS, Audience.PARTY})
_SIDES_READ = frozenset({Audience.EVERYBODY, Audience.PARTY})


@dataclass(frozen=True)
class Happened:
    """One line of the timeline (components/timeline.html)."""

    title: str
    by: str
    when: str
    at: str
    text: str = ""
    link_url: str = ""
    link_text: str = ""


def events_for(who: Standing, complaint: Complaint) -> list[CaseEvent]:
    """What the person may read of what has happened, in order.

    An event for one side is that side’s whose name stands in its facts («side»), and whoever deals with the
    complaint reads it too; whoever has a copy or helps reads what everybody reads.
    """
    parts = parts_of(who, complaint)
    if parts & SIDES:
        side = Part.COMPLAINANT if Part.COMPLAINANT in parts else Part.SUBJECT
        events = timeline(complaint.stream, audience=_SIDES_READ)
        return [one for one in events if _is_for(one, side)]
    reads = _KEEPERS_READ if parts & KEEPERS or not parts else frozenset({Audience.EVERYBODY})
    return list(timeline(complaint.stream, audience=reads))


def _is_for(event: CaseEvent, side: Part) -> bool:
    return event.audience == Audience.EVERYBODY or event.facts.get("side") == side.value


def happened(events: Iterable[CaseEvent]) -> list[Happened]:
    """Newest first; no word of the case stands in it."""
    return [
        Happened(
            title=_(event.label),
            by=event.by.name if event.by else _("the system"),
            when=date_time(event.at),
            at=timezone.localtime(event.at).isoformat(timespec="minutes"),
        )
        for event in events
    ][::-1]
