"""The questions of who may read it, as a table: privacy, copies, sharing, notes of talks."""

from django.utils.translation import gettext_lazy

from council.queries import Standing
from council.rules import Role
from enquiries.models import Enquiry
from enquiries.policies.questions.parts import (
    MEMBER_ONLY,
    OFFICERS_ONLY,
    Question,
    handles,
    is_their_own,
    speaks_for_member,
)
from enquiries.states import OPEN, State
from rulebook.duty import Duty

SENT_ONCE = tuple(state for state in State if state is not State.DRAFT)


def settles_privacy(who: Standing, enquiry: Enquiry) -> bool:
    """To whom it is addressed, by name; without an addressee democratic services; the monitoring officer."""
    if speaks_for_member(who, enquiry):
        return False
    if who.has(Role.MONITORING_OFFICER):
        return True
    if enquiry.addressee_id is None:
        return who.has(Role.DEMOCRATIC_SERVICES)
    return who.has(Role.OFFICER) and enquiry.addressee_id == who.person.pk


PRIVACY: dict[str, Question] = {
    "settle_privacy": Question(
        Duty.KEEP_PRIVATE,
        OPEN,
        settles_privacy,
        gettext_lazy("This enquiry is answered or ended, so nobody need say whether it is kept private."),
        gettext_lazy("Only the officer to whom it is addressed can say whether it is kept private."),
        unread=True,
    ),
    "give_up_privacy": Question(
        Duty.KEEP_PRIVATE,
        OPEN,
        speaks_for_member,
        gettext_lazy("This enquiry is answered or ended, so there is nothing to decide about it."),
        MEMBER_ONLY,
        unread=True,
    ),
    "copy": Question(
        Duty.COPY,
        SENT_ONCE,
        handles,
        gettext_lazy("A draft has no letter to copy."),
        OFFICERS_ONLY,
    ),
    "answer_copy": Question(
        Duty.COPY,
        SENT_ONCE,
        is_their_own,
        gettext_lazy("A draft has no letter to copy."),
        gettext_lazy("Only the member who sent the enquiry can say whether a copy may go."),
    ),
    "share": Question(
        Duty.KEEP_CONFIDENTIAL,
        SENT_ONCE,
        is_their_own,
        gettext_lazy("A draft cannot be shared. Send it first."),
        gettext_lazy("Only the member who sent it can share it with a colleague."),
    ),
    "stop_sharing": Question(
        Duty.KEEP_CONFIDENTIAL,
        SENT_ONCE,
        is_their_own,
        gettext_lazy("A draft is shared with nobody."),
        gettext_lazy("Only the member who shares it can stop sharing it."),
        unread=True,
    ),
    "note_talk": Question(
        Duty.NOTE_TALK,
        tuple(state for state in SENT_ONCE if state not in (State.WITHDRAWN, State.MERGED)),
        handles,
        gettext_lazy("This enquiry is ended. Note the talk on the enquiry that goes on."),
        OFFICERS_ONLY,
    ),
}
