"""What can happen to a group's request or offer, and to the matter behind it.

Audience of a group's timeline: «everybody» is the group and the officers who deal with it; «handlers» the
officers alone; «party» the group alone. A matter's own timeline is read by officers only.
"""

from casework.events import Audience, EventKind
from rulebook.wording import gettext_noop

# Of one group: asked, decided, withdrawn.
ASKED = EventKind("briefing.asked", gettext_noop("Asked for"), Audience.EVERYBODY)
REFERRED = EventKind("briefing.referred", gettext_noop("Passed on to be decided"), Audience.EVERYBODY)
AGREED = EventKind("briefing.agreed", gettext_noop("Agreed"), Audience.EVERYBODY)
DECLINED = EventKind("briefing.declined", gettext_noop("Declined"), Audience.EVERYBODY)
RECONSIDERED = EventKind("briefing.reconsidered", gettext_noop("To be decided anew"), Audience.EVERYBODY)
WITHDRAWN = EventKind("briefing.withdrawn", gettext_noop("Withdrawn by the group"), Audience.EVERYBODY)
REPLACED = EventKind(
    "briefing.replaced", gettext_noop("The group’s own request stands in its place"), Audience.EVERYBODY
)
# Of one group: what another group's request brings it.
OFFERED = EventKind("briefing.offered", gettext_noop("Offered to the group"), Audience.EVERYBODY)
TOLD = EventKind("briefing.told", gettext_noop("The group was told"), Audience.EVERYBODY)
TAKEN_UP = EventKind("briefing.taken_up", gettext_noop("Taken up by the group"), Audience.EVERYBODY)
PASSED = EventKind("briefing.passed", gettext_noop("Not taken up by the group"), Audience.EVERYBODY)
REMINDED = EventKind("briefing.reminded", gettext_noop("Reminded"), Audience.HANDLERS)
ANSWER_MOVED = EventKind(
    "briefing.answer_moved", gettext_noop("Day for the answer moved"), Audience.EVERYBODY
)
LAPSED = EventKind("briefing.lapsed", gettext_noop("Ended with the group"), Audience.EVERYBODY)
ALARMED = EventKind("briefing.alarmed", gettext_noop("Waits much longer than others"), Audience.AUDIT)
# Of one group: the date, the room, the pack.
DATES_OFFERED = EventKind("briefing.dates_offered", gettext_noop("Dates offered"), Audience.EVERYBODY)
DATE_CHOSEN = EventKind("briefing.date_chosen", gettext_noop("Date chosen"), Audience.EVERYBODY)
DATE_CANCELLED = EventKind("briefing.date_cancelled", gettext_noop("Date cancelled"), Audience.EVERYBODY)
ROOM_LISTED = EventKind("briefing.room_listed", gettext_noop("Said who will be there"), Audience.EVERYBODY)
ROOM_REFUSED = EventKind(
    "briefing.room_refused", gettext_noop("Officers do not come to those listed"), Audience.EVERYBODY
)
DATE_NEAR = EventKind("briefing.date_near", gettext_noop("Reminded of the date"), Audience.EVERYBODY)
NOT_SERVED = EventKind(
    "briefing.not_served", gettext_noop("Reminded that it has neither date nor pack"), Audience.HANDLERS
)
PACK_READ = EventKind("briefing.pack_read", gettext_noop("Pack opened"), Audience.PARTY)
GIVEN = EventKind("briefing.given", gettext_noop("Given"), Audience.EVERYBODY)
# Of one group: what follows.
QUESTION_ASKED = EventKind("briefing.question_asked", gettext_noop("Question asked"), Audience.EVERYBODY)
QUESTION_ANSWERED = EventKind(
    "briefing.question_answered", gettext_noop("Question answered, for every group"), Audience.EVERYBODY
)
WORDS_PUT = EventKind(
    "briefing.words_put", gettext_noop("An officer’s words put for checking"), Audience.EVERYBODY
)
WORDS_CHECKED = EventKind(
    "briefing.words_checked", gettext_noop("The officer checked the words"), Audience.EVERYBODY
)
INCIDENT = EventKind("briefing.incident", gettext_noop("Incident reported"), Audience.AUDIT)
# Of a person: the address that their calendar reads.
FEED_MADE = EventKind("security.calendar-made", gettext_noop("Calendar address made"), Audience.AUDIT)
FEED_ENDED = EventKind("security.calendar-ended", gettext_noop("Calendar address ended"), Audience.AUDIT)
# Of a matter.
BEGUN = EventKind("matter.begun", gettext_noop("Offered by officers to every group"), Audience.HANDLERS)
OPENED = EventKind("matter.opened", gettext_noop("Agreed for a group"), Audience.HANDLERS)
LEAD_NAMED = EventKind("matter.lead_named", gettext_noop("Lead officer named"), Audience.HANDLERS)
PACK_WRITTEN = EventKind("matter.pack_written", gettext_noop("Pack added"), Audience.HANDLERS)
PACK_CERTIFIED = EventKind("matter.pack_certified", gettext_noop("Pack certified"), Audience.HANDLERS)
PACK_RETURNED = EventKind("matter.pack_returned", gettext_noop("Pack returned"), Audience.HANDLERS)
PACK_CLEARED = EventKind("matter.pack_cleared", gettext_noop("Pack cleared"), Audience.HANDLERS)
PACK_RELEASED = EventKind("matter.pack_released", gettext_noop("Pack released"), Audience.HANDLERS)
SESSION_OFFERED = EventKind("matter.session_offered", gettext_noop("Date offered"), Audience.HANDLERS)
SESSION_CANCELLED = EventKind("matter.session_cancelled", gettext_noop("Date cancelled"), Audience.HANDLERS)
SESSION_HELD = EventKind("matter.session_held", gettext_noop("Date held"), Audience.HANDLERS)
SPEAKER_NAMED = EventKind("matter.speaker_named", gettext_noop("Speaker named"), Audience.HANDLERS)
SPEAKER_ENDED = EventKind("matter.speaker_ended", gettext_noop("Speaker taken off"), Audience.HANDLERS)
UNDERTOOK = EventKind(
    "matter.undertook", gettext_noop("Speaker keeps to what may be said"), Audience.HANDLERS
)
OFFICER_LEFT = EventKind("matter.officer_left", gettext_noop("Officer left the talk"), Audience.HANDLERS)
SESSION_REMINDED = EventKind("matter.session_reminded", gettext_noop("Reminded of a date"), Audience.HANDLERS)
CLOSED = EventKind("matter.closed", gettext_noop("Nothing more is offered"), Audience.HANDLERS)
# Of no briefing and no matter.
FIGURES_EXPORTED = EventKind(
    "security.briefing-figures-exported", gettext_noop("Figures on briefings taken out"), Audience.AUDIT
)

ALL: tuple[EventKind, ...] = (
    ASKED,
    REFERRED,
    AGREED,
    DECLINED,
    RECONSIDERED,
    WITHDRAWN,
    REPLACED,
    OFFERED,
    TOLD,
    TAKEN_UP,
    PASSED,
    REMINDED,
    ANSWER_MOVED,
    LAPSED,
    ALARMED,
    DATES_OFFERED,
    DATE_CHOSEN,
    DATE_CANCELLED,
    ROOM_LISTED,
    ROOM_REFUSED,
    DATE_NEAR,
    NOT_SERVED,
    PACK_READ,
    GIVEN,
    QUESTION_ASKED,
    QUESTION_ANSWERED,
    WORDS_PUT,
    WORDS_CHECKED,
    INCIDENT,
    BEGUN,
    OPENED,
    LEAD_NAMED,
    PACK_WRITTEN,
    PACK_CERTIFIED,
    PACK_RETURNED,
    PACK_CLEARED,
    PACK_RELEASED,
    SESSION_OFFERED,
    SESSION_CANCELLED,
    SESSION_HELD,
    SPEAKER_NAMED,
    SPEAKER_ENDED,
    UNDERTOOK,
    OFFICER_LEFT,
    SESSION_REMINDED,
    CLOSED,
    FEED_MADE,
    FEED_ENDED,
    FIGURES_EXPORTED,
)
