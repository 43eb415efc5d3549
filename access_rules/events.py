"""What can happen to a meeting, a document, a request, a grant, a disclosure, a question for advice."""

from casework.events import Audience, EventKind
from rulebook.wording import gettext_noop

# Meetings.
MEETING_CALLED = EventKind("meeting.called", gettext_noop("Meeting called"), Audience.EVERYBODY)
MEETING_CHANGED = EventKind("meeting.changed", gettext_noop("Meeting changed"), Audience.EVERYBODY)
MEETING_CANCELLED = EventKind("meeting.cancelled", gettext_noop("Meeting cancelled"), Audience.EVERYBODY)
MEETING_CONCLUDED = EventKind("meeting.concluded", gettext_noop("Meeting concluded"), Audience.EVERYBODY)
ITEM_CHANGED = EventKind(
    "meeting.item_changed", gettext_noop("Item of the agenda changed"), Audience.EVERYBODY
)
NOTICE_PUBLISHED = EventKind("meeting.notice_published", gettext_noop("Notice published"), Audience.EVERYBODY)
NOTICE_DUE = EventKind("meeting.notice_due", gettext_noop("Reminder sent"), Audience.STAFF)
# Documents.
DOCUMENT_REGISTERED = EventKind("document.registered", gettext_noop("Registered"), Audience.STAFF)
DOCUMENT_CHANGED = EventKind("document.changed", gettext_noop("Entry changed"), Audience.STAFF)
DOCUMENT_MARKED = EventKind("document.marked", gettext_noop("Marked"), Audience.STAFF)
PUBLIC_INTEREST_WEIGHED = EventKind(
    "document.public_interest_weighed", gettext_noop("Public interest weighed"), Audience.STAFF
)
CLEARANCE_ASKED = EventKind("document.clearance_asked", gettext_noop("Comments asked for"), Audience.STAFF)
CLEARANCE_GIVEN = EventKind("document.clearance_given", gettext_noop("Comments given"), Audience.STAFF)
OWNERSHIP_SETTLED = EventKind(
    "document.ownership_settled", gettext_noop("Whose information it is: settled"), Audience.STAFF
)
CONSENT_RECORDED = EventKind(
    "document.consent_recorded", gettext_noop("Owner’s consent recorded"), Audience.STAFF
)
REVIEW_DUE = EventKind("document.review_due", gettext_noop("Exemption to be looked at again"), Audience.STAFF)
DOCUMENT_RELEASED = EventKind("document.released", gettext_noop("Released to members"), Audience.EVERYBODY)
DOCUMENT_WITHDRAWN = EventKind("document.withdrawn", gettext_noop("Withdrawn"), Audience.EVERYBODY)
VERSION_ADDED = EventKind("document.version_added", gettext_noop("File added"), Audience.STAFF)
VERSION_READ = EventKind("document.version_read", gettext_noop("File made ready to read"), Audience.STAFF)
VERSION_FAILED = EventKind(
    "document.version_failed", gettext_noop("File could not be made ready to read"), Audience.STAFF
)
REDACTION_ASKED = EventKind(
    "document.redaction_asked", gettext_noop("Redacted version to be made"), Audience.STAFF
)
REDACTED = EventKind("document.redacted", gettext_noop("Redacted version made"), Audience.STAFF)
DOCUMENT_OPENED = EventKind("document.opened", gettext_noop("Opened"), Audience.AUDIT)
DOCUMENT_COPIED = EventKind("document.copied", gettext_noop("Copy given"), Audience.AUDIT)
HANDLING_ACCEPTED = EventKind(
    "document.handling_accepted", gettext_noop("Said to know how to handle it"), Audience.STAFF
)
# Requests.
DOCUMENT_ASKED_FOR = EventKind("access.asked", gettext_noop("Asked for"), Audience.EVERYBODY)
ANSWERED_BY_RULE = EventKind("access.answered", gettext_noop("Answered by the rules"), Audience.EVERYBODY)
REFERRED = EventKind("access.referred", gettext_noop("Referred to a person"), Audience.EVERYBODY)
FINDING_RECORDED = EventKind("access.finding_recorded", gettext_noop("Finding recorded"), Audience.EVERYBODY)
CONDITION_ASKED = EventKind("access.condition_asked", gettext_noop("Condition set"), Audience.EVERYBODY)
CONDITION_ANSWERED = EventKind(
    "access.condition_answered", gettext_noop("Condition answered"), Audience.EVERYBODY
)
DECIDED = EventKind("access.decided", gettext_noop("Decided"), Audience.EVERYBODY)
LOOKED_AT_AGAIN = EventKind("access.looked_at_again", gettext_noop("To be decided again"), Audience.EVERYBODY)
REQUEST_WITHDRAWN = EventKind("access.withdrawn", gettext_noop("Withdrawn"), Audience.EVERYBODY)
DECISION_LATE = EventKind("access.decision_late", gettext_noop("Reminder sent"), Audience.STAFF)
# Grants.
GRANTED = EventKind("document.granted", gettext_noop("Access given by name"), Audience.STAFF)
GRANT_ENDED = EventKind("document.grant_ended", gettext_noop("Access by name ended"), Audience.STAFF)
GRANT_ON_RECORD = EventKind(
    "security.document-granted", gettext_noop("Access to a document given by name"), Audience.AUDIT
)
GRANT_END_ON_RECORD = EventKind(
    "security.document-grant-ended", gettext_noop("Access to a document by name ended"), Audience.AUDIT
)
DRIFT_FOUND = EventKind(
    "security.access-drift-found", gettext_noop("A list and the rule differ"), Audience.AUDIT
)
EXEMPT_OPENED = EventKind(
    "security.exempt-document-opened", gettext_noop("Exempt or confidential document opened"), Audience.AUDIT
)
OPENINGS_EXPORTED = EventKind(
    "security.openings-exported", gettext_noop("List of who opened a document taken out"), Audience.AUDIT
)
# Onward disclosure.
PRIVY_ADDED = EventKind("document.privy_added", gettext_noop("Named as privy"), Audience.STAFF)
PRIVY_ENDED = EventKind("document.privy_ended", gettext_noop("Not privy any more"), Audience.STAFF)
DISCLOSURE_ASKED = EventKind(
    "disclosure.asked", gettext_noop("Asked whether somebody may be told"), Audience.EVERYBODY
)
DISCLOSURE_CLEARED = EventKind("disclosure.cleared", gettext_noop("May be told"), Audience.EVERYBODY)
DISCLOSURE_BARRED = EventKind("disclosure.barred", gettext_noop("May not be told"), Audience.EVERYBODY)
DISCLOSURE_WITHDRAWN = EventKind("disclosure.withdrawn", gettext_noop("Withdrawn"), Audience.EVERYBODY)
BREACH_REPORTED = EventKind("breach.reported", gettext_noop("Breach reported"), Audience.AUDIT)
# Advice.
ADVICE_ASKED = EventKind("advice.asked", gettext_noop("Question asked"), Audience.EVERYBODY)
ADVICE_ANSWERED = EventKind("advice.answered", gettext_noop("Answered"), Audience.EVERYBODY)
READING_WRITTEN = EventKind("advice.reading_written", gettext_noop("Reading written"), Audience.STAFF)
ADVICE_PUBLISHED = EventKind("advice.published", gettext_noop("Interpretation published"), Audience.EVERYBODY)
READING_TAKEN_BACK = EventKind(
    "advice.reading_taken_back", gettext_noop("Interpretation taken back"), Audience.EVERYBODY
)
PRIVACY_LIFTED = EventKind("advice.privacy_lifted", gettext_noop("Not private any more"), Audience.EVERYBODY)
ADVICE_DUE = EventKind("advice.reminder_due", gettext_noop("Reminder sent"), Audience.STAFF)
ADVICE_WITHDRAWN = EventKind("advice.withdrawn", gettext_noop("Withdrawn"), Audience.EVERYBODY)
# Interests that bear on an item or a document.
INTEREST_ENTERED = EventKind("document.interest_entered", gettext_noop("Interest entered"), Audience.STAFF)
# The register of interests, in one stream; the days of the Localism Act 2011 that a member has to notify.
INTERESTS_DUE = EventKind("interests.reminder_due", gettext_noop("Reminder sent"), Audience.STAFF)

ALL = tuple(kind for kind in vars().values() if isinstance(kind, EventKind))
