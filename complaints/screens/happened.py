"""The timeline of a complaint as one person reads it: each side its own, who deals with it all of it."""

from casework.events import Audience
from casework.models import CaseEvent
from casework.queries import timeline
from complaints.models import Complaint
from complaints.policies.parts import KEEPERS, SIDES, Part, parts_of
from council.queries import Standing

_KEEPERS_READ = frozenset({Audience.EVERYBODY, Audience.HANDLERS, Audience.PARTY})
_SIDES_READ = frozenset({Audience.EVERYBODY, Audience.PARTY})


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
