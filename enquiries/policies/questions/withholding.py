"""The questions about what is withheld, or given on a condition: a promise, or a resident’s authority."""

from django.utils.translation import gettext_lazy

from enquiries.policies.questions.parts import (
    MEMBER_ONLY,
    OFFICERS_ONLY,
    Question,
    handles,
    handles_or_routes,
    is_their_own,
    speaks_for_member,
)
from enquiries.states import UNANSWERED
from rulebook.duty import Duty

NO_REPLY_OWED = gettext_lazy("This enquiry is answered or ended, so it needs no reply now.")
NOTHING_HANGS = gettext_lazy("This enquiry is answered or ended, so nothing hangs on a condition any more.")

WITHHOLDING: dict[str, Question] = {
    "withhold": Question(Duty.WITHHOLD, UNANSWERED, handles, NO_REPLY_OWED, OFFICERS_ONLY),
    "require_undertaking": Question(Duty.UNDERTAKE, UNANSWERED, handles, NO_REPLY_OWED, OFFICERS_ONLY),
    "undertake": Question(
        Duty.UNDERTAKE,
        UNANSWERED,
        is_their_own,
        NOTHING_HANGS,
        gettext_lazy("A promise is personal: only the member who sent the enquiry can make it."),
    ),
    "ask_authority": Question(Duty.SHOW_AUTHORITY, UNANSWERED, handles, NO_REPLY_OWED, OFFICERS_ONLY),
    "show_authority": Question(
        Duty.SHOW_AUTHORITY, UNANSWERED, speaks_for_member, NOTHING_HANGS, MEMBER_ONLY
    ),
    "judge_authority": Question(
        Duty.SHOW_AUTHORITY, UNANSWERED, handles_or_routes, NOTHING_HANGS, OFFICERS_ONLY
    ),
    "end_condition": Question(Duty.WITHHOLD, UNANSWERED, handles, NOTHING_HANGS, OFFICERS_ONLY),
}
