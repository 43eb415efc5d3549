"""The question of «I do not agree», as a row of the table of questions."""

from django.utils.translation import gettext_lazy

from enquiries.policies.questions.parts import MEMBER_ONLY, Question, speaks_for_member
from enquiries.states import State
from rulebook.duty import Duty

DISPUTING: dict[str, Question] = {
    "dispute": Question(
        Duty.DISPUTE,
        tuple(state for state in State if state not in (State.DRAFT, State.WITHDRAWN, State.MERGED)),
        speaks_for_member,
        gettext_lazy(
            "This enquiry is a draft, or it was withdrawn or merged, so nothing in it is in dispute."
        ),
        MEMBER_ONLY,
    ),
}
