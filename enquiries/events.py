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
DATE_MOVED = EventKind(
    "enquiry.date_moved", gettext_noop("Another date worked out again"), Audience.EVERYBODY
)
REMINDER_DUE = EventKind("enquiry.reminder_due", gettext_noop("Reminder sent"), Audience.STAFF)
MEMBER_MERGED = EventKind(
    "enquiry.person_merged", gettext_noop("Two entries of one person merged"), Audience.EVERYBODY
)
CLOSING_SOON = EventKind(
    "enquiry.closing_soon", gettext_noop("Member told that it will close"), Audience.STAFF
)
# Where it belongs elsewhere.
REDIRECTED = EventKind("enquiry.redirected", gettext_noop("Moved to another process"), Audience.EVERYBODY)
REDIRECTION_UPDATED = EventKind(
    "enquiry.redirection_updated", gettext_noop("Number or date there changed"), Audience.EVERYBODY
)
OUTCOME_RECORDED = EventKind(
    "enquiry.outcome_recorded", gettext_noop("Outcome brought back"), Audience.EVERYBODY
)
BROUGHT_BACK = EventKind("enquiry.brought_back", gettext_noop("Taken back as an enquiry"), Audience.EVERYBODY)
REFERRED = EventKind(
    "enquiry.referred", gettext_noop("Monitoring officer asked where it belongs"), Audience.STAFF
)
FACTS_CORRECTED = EventKind(
    "enquiry.facts_corrected", gettext_noop("What is known of it put right"), Audience.STAFF
)
# What is declined, withheld or given on conditions, and what both sides agree.
DECLINED = EventKind("enquiry.declined", gettext_noop("Declined"), Audience.EVERYBODY)
WITHHELD = EventKind("enquiry.withheld", gettext_noop("Information withheld"), Audience.EVERYBODY)
CONDITION_SET = EventKind("enquiry.condition_set", gettext_noop("Given on a condition"), Audience.EVERYBODY)
CONDITION_MET = EventKind("enquiry.condition_met", gettext_noop("Condition met"), Audience.EVERYBODY)
CONDITION_NOT_MET = EventKind(
    "enquiry.condition_not_met", gettext_noop("Condition not met"), Audience.EVERYBODY
)
CONDITION_ENDED = EventKind(
    "enquiry.condition_ended", gettext_noop("Condition not needed any more"), Audience.EVERYBODY
)
AUTHORITY_SENT = EventKind(
    "enquiry.authority_sent", gettext_noop("The resident’s authority sent"), Audience.EVERYBODY
)
ALTERNATIVE_OFFERED = EventKind(
    "enquiry.alternative_offered", gettext_noop("Another date or reply offered"), Audience.EVERYBODY
)
ALTERNATIVE_ANSWERED = EventKind(
    "enquiry.alternative_answered", gettext_noop("Answer to the offer"), Audience.EVERYBODY
)
ALTERNATIVE_AGREED = EventKind(
    "enquiry.alternative_agreed", gettext_noop("Another date or reply agreed"), Audience.EVERYBODY
)
ALTERNATIVE_TAKEN_BACK = EventKind(
    "enquiry.alternative_taken_back", gettext_noop("Offer taken back"), Audience.EVERYBODY
)
DISPUTED = EventKind("enquiry.disputed", gettext_noop("The member does not agree"), Audience.EVERYBODY)
DISPUTE_DETERMINED = EventKind(
    "enquiry.dispute_determined", gettext_noop("Dispute determined"), Audience.EVERYBODY
)
# Who may read it.
PRIVACY_ASKED = EventKind("enquiry.privacy_asked", gettext_noop("Privacy asked for"), Audience.EVERYBODY)
PRIVACY_KEPT = EventKind("enquiry.privacy_kept", gettext_noop("Kept private"), Audience.EVERYBODY)
PRIVACY_DECLINED = EventKind(
    "enquiry.privacy_declined", gettext_noop("Cannot be kept private"), Audience.EVERYBODY
)
PRIVACY_GIVEN_UP = EventKind(
    "enquiry.privacy_given_up", gettext_noop("Goes on as an ordinary enquiry"), Audience.EVERYBODY
)
COPIED = EventKind("enquiry.copied", gettext_noop("Copied openly"), Audience.EVERYBODY)
CONSENT_ASKED = EventKind(
    "enquiry.consent_asked", gettext_noop("Asked whether a copy may go"), Audience.EVERYBODY
)
CONSENT_ANSWERED = EventKind(
    "enquiry.consent_answered", gettext_noop("Answer about the copy"), Audience.EVERYBODY
)
SHARED = EventKind("enquiry.shared", gettext_noop("Shared with a colleague"), Audience.EVERYBODY)
SHARE_ENDED = EventKind("enquiry.share_ended", gettext_noop("Sharing ended"), Audience.EVERYBODY)
TALK_NOTED = EventKind("enquiry.talk_noted", gettext_noop("Note of a talk"), Audience.EVERYBODY)
# Other clocks.
ACKNOWLEDGEMENT_LATE = EventKind(
    "enquiry.acknowledgement_late", gettext_noop("Acknowledgement overdue"), Audience.STAFF
)
MEMBER_REMINDED = EventKind(
    "enquiry.member_reminded", gettext_noop("Member reminded of the question"), Audience.EVERYBODY
)
LATENESS_EXPLAINED = EventKind(
    "enquiry.lateness_explained", gettext_noop("Reason for lateness given"), Audience.STAFF
)
# Before a reply, and between cases.
APPROVAL_ASKED = EventKind("enquiry.approval_asked", gettext_noop("Approval asked for"), Audience.STAFF)
REPLY_APPROVED = EventKind("enquiry.reply_approved", gettext_noop("Reply approved"), Audience.STAFF)
REPLY_RETURNED = EventKind(
    "enquiry.reply_returned", gettext_noop("Reply sent back to be changed"), Audience.STAFF
)
CONTRIBUTION_ASKED = EventKind(
    "enquiry.contribution_asked", gettext_noop("Another team asked for its part"), Audience.STAFF
)
CONTRIBUTION_GIVEN = EventKind(
    "enquiry.contribution_given", gettext_noop("Another team gave its part"), Audience.STAFF
)
CONTRIBUTION_WAIVED = EventKind(
    "enquiry.contribution_waived", gettext_noop("A part is not waited for"), Audience.STAFF
)
CONTRIBUTION_LATE = EventKind(
    "enquiry.contribution_late", gettext_noop("Another team’s part is late"), Audience.STAFF
)
LINKED = EventKind("enquiry.linked", gettext_noop("Linked with another enquiry"), Audience.STAFF)
UNLINKED = EventKind("enquiry.unlinked", gettext_noop("Link taken away"), Audience.STAFF)
MERGED_INTO = EventKind(
    "enquiry.merged_into", gettext_noop("Merged into another enquiry"), Audience.EVERYBODY
)
TOOK_IN = EventKind(
    "enquiry.took_in", gettext_noop("Another enquiry merged into this one"), Audience.EVERYBODY
)
LETTER_ISSUED = EventKind(
    "enquiry.letter_issued", gettext_noop("Letter issued in a member’s name"), Audience.EVERYBODY
)
# What was wrong and is put right.
MEMBER_CORRECTED = EventKind("enquiry.member_corrected", gettext_noop("Member corrected"), Audience.EVERYBODY)
SERVICE_CORRECTED = EventKind(
    "enquiry.service_corrected", gettext_noop("Service corrected"), Audience.EVERYBODY
)
SUBJECT_CORRECTED = EventKind(
    "enquiry.subject_corrected", gettext_noop("Subject corrected"), Audience.EVERYBODY
)
REPLY_TAKEN_BACK = EventKind(
    "enquiry.reply_taken_back",
    gettext_noop("Reply taken back, it was sent to the wrong person"),
    Audience.EVERYBODY,
)
HANDED_OVER = EventKind(
    "enquiry.handed_over", gettext_noop("Given to another officer, the one before left"), Audience.EVERYBODY
)
RESIDENT_REMOVED = EventKind(
    "enquiry.resident_removed", gettext_noop("Resident’s details removed"), Audience.EVERYBODY
)
OPENED_CONFIDENTIAL = EventKind(
    "enquiry.opened_confidential", gettext_noop("Confidential enquiry opened"), Audience.AUDIT
)
LIST_EXPORTED = EventKind("enquiry.list_exported", gettext_noop("List of enquiries exported"), Audience.AUDIT)

ALL = tuple(value for value in vars().values() if isinstance(value, EventKind))
# With these a case may come to another team: their events say which has it from then.
MOVES = frozenset(
    {
        SENT,
        LOGGED_FOR_MEMBER,
        ROUTED,
        HANDED_BACK,
        ALLOCATED,
        REALLOCATED,
        HANDED_OVER,
        REDIRECTED,
        BROUGHT_BACK,
        SERVICE_CORRECTED,
    }
)
