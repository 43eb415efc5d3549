"""Tables of complaints: the complaint and who deals with it, what was written, and what hangs on it."""

from complaints.models.complaints import Complaint
from complaints.models.following import Airing, Attempt, Opening, Remedy, Told
from complaints.models.handing import HandedOn, HandedTo
from complaints.models.handlers import Handler, Put
from complaints.models.lessons import Lesson
from complaints.models.writings import Disclosed, Side, Writing

__all__ = [
    "Airing",
    "Attempt",
    "Complaint",
    "Disclosed",
    "HandedOn",
    "HandedTo",
    "Handler",
    "Lesson",
    "Opening",
    "Put",
    "Remedy",
    "Side",
    "Told",
    "Writing",
]
