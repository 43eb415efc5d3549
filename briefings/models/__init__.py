"""Tables of briefings: what each group asked for or was offered, the matter, its dates and its packs."""

from briefings.models.briefings import Briefing
from briefings.models.dates import Attendee, Session, Speaker
from briefings.models.feeds import CalendarFeed
from briefings.models.following import Attributed, Departure, Incident, Question
from briefings.models.matters import Matter
from briefings.models.packs import Pack

__all__ = [
    "Attendee",
    "Attributed",
    "Briefing",
    "CalendarFeed",
    "Departure",
    "Incident",
    "Matter",
    "Pack",
    "Question",
    "Session",
    "Speaker",
]
