"""What can happen to a complaint; its content is what somebody wrote, and retention may erase it.

Audience: «everybody» means both sides and those who deal with it; «handlers» the latter alone; «party» one
side, which the event's facts name; «audit» the record that nobody reads in a timeline.
"""

from casework.events import Audience, EventKind
from rulebook.wording import gettext_noop

# Raised, settled, received.
NOTED = EventKind("complaint.noted", gettext_noop("Concern noted"), Audience.PARTY)
INFORMAL = EventKind("complaint.informal", gettext_noop("To be settled informally"), Audience.EVERYBODY)
HELP_ANSWERED = EventKind(
    "complaint.help_answered", gettext_noop("Whoever was asked said whether they help"), Audience.PARTY
)
WORDS_AGREED = EventKind(
    "complaint.words_agreed", gettext_noop("Words for the other side chosen"), Audience.PARTY
)
CONCERN_SHOWN = EventKind(
    "complaint.concern_shown", gettext_noop("The other side was shown the concern"), Audience.EVERYBODY
)
TRIED = EventKind("complaint.tried", gettext_noop("Tried to settle it"), Audience.EVERYBODY)
AGREED = EventKind("complaint.agreed", gettext_noop("Said whether it is settled"), Audience.EVERYBODY)
# Of an attempt of which the other side does not know: no line of it stands in their timeline, then or later.
TRIED_ALONE = EventKind(
    "complaint.tried_alone", gettext_noop("Tried to settle it, before the other side knew"), Audience.PARTY
)
SAID_ALONE = EventKind(
    "complaint.said_alone", gettext_noop("Said whether what was tried settled it"), Audience.PARTY
)
SETTLED = EventKind("complaint.settled", gettext_noop("Settled informally"), Audience.EVERYBODY)
RECEIVED = EventKind("complaint.received", gettext_noop("Formal complaint received"), Audience.HANDLERS)
ACKNOWLEDGED = EventKind("complaint.acknowledged", gettext_noop("Acknowledged"), Audience.PARTY)
WITHDRAWN = EventKind("complaint.withdrawn", gettext_noop("Withdrawn"), Audience.EVERYBODY)
# In a stream of its own: what somebody hands on is no complaint of theirs.
HANDED_ON = EventKind("handed-on.sent", gettext_noop("Handed on to its own procedure"), Audience.PARTY)
HANDED_ON_HELD = EventKind(
    "handed-on.held", gettext_noop("Kept beyond its day, or no longer"), Audience.PARTY
)
HANDED_ON_ERASED = EventKind("handed-on.erased", gettext_noop("What was written is erased"), Audience.PARTY)
# Dealt with.
DUTY_ACCEPTED = EventKind("complaint.duty_accepted", gettext_noop("Confidentiality accepted"), Audience.AUDIT)
ASSESSED = EventKind("complaint.assessed", gettext_noop("Assessed"), Audience.HANDLERS)
SUBJECT_TOLD = EventKind(
    "complaint.subject_told", gettext_noop("The other side was told"), Audience.EVERYBODY
)
INVESTIGATING = EventKind("complaint.investigating", gettext_noop("Investigation begun"), Audience.EVERYBODY)
ADDED = EventKind("complaint.added", gettext_noop("Added to the file"), Audience.HANDLERS)
DISCLOSED = EventKind("complaint.disclosed", gettext_noop("Shown to a side"), Audience.HANDLERS)
DRAFTED = EventKind("complaint.drafted", gettext_noop("Draft sent to both sides"), Audience.EVERYBODY)
REPLY_ASKED = EventKind("complaint.reply_asked", gettext_noop("Asked to reply"), Audience.PARTY)
PROGRESS = EventKind("complaint.progress", gettext_noop("Told how it goes"), Audience.PARTY)
# Who deals with it.
HANDLER_NAMED = EventKind(
    "complaint.handler_named", gettext_noop("Somebody deals with it"), Audience.HANDLERS
)
STOOD_ASIDE = EventKind("complaint.stood_aside", gettext_noop("Somebody stood aside"), Audience.HANDLERS)
ASIDE_ASKED = EventKind(
    "complaint.aside_asked", gettext_noop("Asked that somebody stands aside"), Audience.HANDLERS
)
# Told to whoever it concerns alone: it may come from the register of relationships.
CONFLICT_FOUND = EventKind("complaint.conflict_found", gettext_noop("Conflict found"), Audience.AUDIT)
NOBODY_DEALS = EventKind("complaint.nobody_deals", gettext_noop("Nobody deals with it"), Audience.PARTY)
# Outcome.
TOLD_BEFORE = EventKind("complaint.told_before", gettext_noop("Told before the decision"), Audience.HANDLERS)
DECIDED = EventKind("complaint.decided", gettext_noop("Decided"), Audience.EVERYBODY)
NOT_TOLD = EventKind(
    "complaint.not_told", gettext_noop("Decided that the group leader is not told"), Audience.HANDLERS
)
TOLD = EventKind("complaint.told", gettext_noop("Told of the outcome"), Audience.HANDLERS)
REFERRED = EventKind("complaint.referred", gettext_noop("With another procedure"), Audience.EVERYBODY)
CAME_BACK = EventKind("complaint.came_back", gettext_noop("What came of it there"), Audience.EVERYBODY)
# They have a page of their own and no way to the case.
INDEPENDENT_ASKED = EventKind(
    "complaint.independent_asked", gettext_noop("The Independent Person was asked"), Audience.HANDLERS
)
VIEWS_GIVEN = EventKind(
    "complaint.views_given", gettext_noop("View of the Independent Person received"), Audience.HANDLERS
)
REMEDY_SET = EventKind("complaint.remedy_set", gettext_noop("To be put right"), Audience.HANDLERS)
REMEDY_DONE = EventKind("complaint.remedy_done", gettext_noop("Put right"), Audience.HANDLERS)
CLOSED = EventKind("complaint.closed", gettext_noop("Closed"), Audience.EVERYBODY)
AIRED = EventKind("complaint.aired", gettext_noop("Raised in public"), Audience.HANDLERS)
# The clock, retention, emergencies.
REMINDED = EventKind("complaint.reminder_due", gettext_noop("Reminder sent"), Audience.HANDLERS)
HELD = EventKind("complaint.held", gettext_noop("Kept beyond its day, or no longer"), Audience.HANDLERS)
ERASED = EventKind("complaint.erased", gettext_noop("What was written is erased"), Audience.HANDLERS)
OPENED = EventKind("complaint.opened", gettext_noop("Opened"), Audience.AUDIT)
OPENED_IN_EMERGENCY = EventKind(
    "complaint.opened_in_emergency", gettext_noop("Opened in an emergency"), Audience.HANDLERS
)
OPENING_ON_RECORD = EventKind(
    "security.complaint-opened", gettext_noop("Complaint opened in an emergency"), Audience.AUDIT
)
FIGURES_EXPORTED = EventKind(
    "security.complaint-figures-exported", gettext_noop("Figures on complaints taken out"), Audience.AUDIT
)
LESSON_PUBLISHED = EventKind(
    "security.complaint-lesson-published",
    gettext_noop("What was learned from complaints published"),
    Audience.AUDIT,
)
LESSON_TAKEN_OUT = EventKind(
    "security.complaint-lesson-taken-out",
    gettext_noop("What was learned from complaints taken out of the figures"),
    Audience.AUDIT,
)
RELATIONSHIP_DECLARED = EventKind(
    "security.relationship-declared", gettext_noop("Relationship declared"), Audience.AUDIT
)
RELATIONSHIP_ENDED = EventKind(
    "security.relationship-ended", gettext_noop("Relationship ended"), Audience.AUDIT
)
RELATIONSHIP_SETTLED = EventKind(
    "security.relationship-settled", gettext_noop("Relationship settled"), Audience.AUDIT
)

ALL = tuple(kind for kind in vars().values() if isinstance(kind, EventKind))
