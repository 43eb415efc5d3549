"""What can happen to an enquiry, in the order of its life; the label stands in the timeline."""

from casework.events import Audience, EventKind

SENT = EventKind("enquiry.sent", "Enquiry sent", Audience.EVERYBODY)
LOGGED_FOR_MEMBER = EventKind(
    "enquiry.logged_for_member", "Enquiry logged for the member", Audience.EVERYBODY
)
ROUTED = EventKind("enquiry.routed", "Sent to the right service", Audience.EVERYBODY)
ALLOCATED = EventKind("enquiry.allocated", "Acknowledged", Audience.EVERYBODY)
REALLOCATED = EventKind("enquiry.reallocated", "Given to another officer", Audience.EVERYBODY)
HANDED_BACK = EventKind("enquiry.handed_back", "Handed back to be routed", Audience.STAFF)
QUESTION_ASKED = EventKind("enquiry.question_asked", "Question asked", Audience.EVERYBODY)
QUESTION_ANSWERED = EventKind("enquiry.question_answered", "Question answered", Audience.EVERYBODY)
HOLDING_REPLY_SENT = EventKind("enquiry.holding_reply_sent", "Holding reply sent", Audience.EVERYBODY)
REPLY_SENT = EventKind("enquiry.reply_sent", "Reply sent", Audience.EVERYBODY)
INFORMATION_ADDED = EventKind("enquiry.information_added", "More information added", Audience.EVERYBODY)
CHASED = EventKind("enquiry.chased", "Chased by the member", Audience.EVERYBODY)
NOTE_ADDED = EventKind("enquiry.note_added", "Officer note added", Audience.STAFF)
FILE_ADDED = EventKind("enquiry.file_added", "File added", Audience.EVERYBODY)
CLOSED = EventKind("enquiry.closed", "Closed by the member", Audience.EVERYBODY)
CLOSED_BY_ITSELF = EventKind(
    "enquiry.closed_by_itself", "Closed, no answer from the member", Audience.EVERYBODY
)
REOPENED = EventKind("enquiry.reopened", "Reopened", Audience.EVERYBODY)
WITHDRAWN = EventKind("enquiry.withdrawn", "Withdrawn", Audience.EVERYBODY)
RECEIPT_CORRECTED = EventKind("enquiry.receipt_corrected", "Day received corrected", Audience.EVERYBODY)
DEADLINE_MOVED = EventKind("enquiry.deadline_moved", "Reply date worked out again", Audience.EVERYBODY)
REMINDER_DUE = EventKind("enquiry.reminder_due", "Reminder sent", Audience.STAFF)
CLOSING_SOON = EventKind("enquiry.closing_soon", "Member told that it will close", Audience.STAFF)
OPENED_CONFIDENTIAL = EventKind("enquiry.opened_confidential", "Confidential enquiry opened", Audience.AUDIT)
LIST_EXPORTED = EventKind("enquiry.list_exported", "List of enquiries exported", Audience.AUDIT)

ALL = tuple(value for value in vars().values() if isinstance(value, EventKind))
