"""Tables of every case: its stream of events, what is owed to whom, files, local terms, closed days."""

from casework.models.checks import RecordCheck
from casework.models.digests import Digest
from casework.models.disputes import Determination, Dispute
from casework.models.elections import Election
from casework.models.entries import RegisterEntry, RegisterTold
from casework.models.guidance import CompanionDocument, Guidance, GuidanceReading
from casework.models.owing import Delivery, Effect, Reminder
from casework.models.paper import Attachment, FormToken
from casework.models.registers import BankHoliday, ClosureDay, LocalTerm
from casework.models.reports import Report, ReportPart
from casework.models.sharing import CaseShare
from casework.models.standard_letters import ReplyTemplate, StandingParagraph
from casework.models.streams import CaseEvent, EventContent, Stream

__all__ = [
    "Attachment",
    "BankHoliday",
    "CaseEvent",
    "CaseShare",
    "ClosureDay",
    "CompanionDocument",
    "Delivery",
    "Determination",
    "Digest",
    "Dispute",
    "Effect",
    "Election",
    "EventContent",
    "FormToken",
    "Guidance",
    "GuidanceReading",
    "LocalTerm",
    "RecordCheck",
    "RegisterEntry",
    "RegisterTold",
    "Reminder",
    "ReplyTemplate",
    "Report",
    "ReportPart",
    "StandingParagraph",
    "Stream",
]
