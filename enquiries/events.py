"""What can happen to an enquiry, in the order of its life; the label stands in the timeline."""

from casework.events import Audience, EventKind
from rulebook.wording import gettext_noop

SENT = EventKind("enquiry.sent", gettext_noop("Enquiry sent"), Audience.EVERYBODY)
LOGGED_FOR_MEMBER = EventKind(
    "enquiry.logged_for_member", gettext_noop("Enquiry logged for the member"), Audience.EVERYBODY
)
ROUTED = EventKind("enquiry.routed", gettext_noop("Sent to the right service"), Audience.EVERYBODY)
ALLOCATED = EventKind("enquiry.allocated", gettext_noop("Acknowledged"), Audience.EVERYBODY)
REALLOCATED = EventKind("enquiry.reallocated", gettext_noop("Given to another officer"), Audience.EVERYBODY)
HANDED_BACK = EventKind("enquiry.handed_back", gettext_noop("Handed back to be routed"), Audience.STAFF)
QUESTION_ASKED = EventKind("enquiry.question_asked", gettext_noop("Question asked"), Audience.EVERYBODY)
QUESTION_ANSWERED = EventKind(
    "enquiry.question_answered", gettext_noop("Question answered"), Audience.EVERYBODY
)
HOLDING_REPLY_SENT = EventKind(
    "enquiry.holding_reply_sent", gettext_noop("Holding reply sent"), Audience.EVERYBODY
)
REPLY_SENT = EventKind("enquiry.reply_sent", gettext_noop("Reply sent"), Audience.EVERYBODY)
INFORMATION_ADDED = EventKind(
    "enquiry.information_added", gettext_noop("More information added"), Audience.EVERYBODY
)
CHASED = EventKind("enquiry.chased", gettext_noop("Chased by the member"), Audience.EVERYBODY)
NOTE_ADDED = EventKind("enquiry.note_added", gettext_noop("Officer note added"), Audience.STAFF)
FILE_ADDED = EventKind("enquiry.file_added", gettext_noop("File added"), Audience.EVERYBODY)
CLOSED = EventKind("enquiry.closed", gettext_noop("Closed by the member"), Audience.EVERYBODY)
CLOSED_BY_ITSELF = EventKind(
    "enquiry.closed_by_itself", gettext_noop("Closed, no answer from the member"), Audience.EVERYBODY
)
REOPENED = EventKind("enquiry.reopened", gettext_noop("Reopened"), Audience.EVERYBODY)
WITHDRAWN = EventKind("enquiry.withdrawn", gettext_noop("Withdrawn"), Audience.EVERYBODY)
PASSED_ON = EventKind("enquiry.passed_on", gettext_noop("Passed on to another member"), Audience.EVERYBODY)
ENDED_WITH_TERM = EventKind(
    "enquiry.ended_with_term", gettext_noop("Ended, the member left office"), Audience.EVERYBODY
)
MEMBER_LEFT = EventKind("enquiry.member_left", gettext_noop("The member left office"), Audience.STAFF)
RECEIPT_CORRECTED = EventKind(
    "enquiry.receipt_corrected", gettext_noop("Day received corrected"), Audience.EVERYBODY
)
DEADLINE_MOVED = EventKind(
    "enquiry.deadline_moved", gettext_noop("Reply date worked out again"), Audience.EVERYBODY
)
REMINDER_DUE = EventKind("enquiry.reminder_due", gettext_noop("Reminder sent"), Audience.STAFF)
MEMBER_MERGED = EventKind(
    "enquiry.person_merged", gettext_noop("Two entries of one person merged"), Audience.EVERYBODY
)
CLOSING_SOON = EventKind(
    "enquiry.closing_soon", gettext_noop("Member told that it will close"), Audience.STAFF
)
OPENED_CONFIDENTIAL = EventKind(
    "enquiry.opened_confidential", gettext_noop("Confidential enquiry opened"), Audience.AUDIT
)
LIST_EXPORTED = EventKind("enquiry.list_exported", gettext_noop("List of enquiries exported"), Audience.AUDIT)

ALL = tuple(value for value in vars().values() if isinstance(value, EventKind))
