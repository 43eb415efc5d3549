"""The questions about letters as a table: in whose name they go, and who writes to a resident."""

from django.utils.translation import gettext_lazy

from enquiries.policies.questions.parts import OFFICERS_ONLY, Question, handles, speaks_for_member
from enquiries.states import State
from rulebook.duty import Duty

SENT = tuple(state for state in State if state is not State.DRAFT)
_NOT_SENT = gettext_lazy("This enquiry has not been sent, so there is no letter yet.")

LETTERS: dict[str, Question] = {
    "sign_letter": Question(Duty.SIGN_LETTER, SENT, handles, _NOT_SENT, OFFICERS_ONLY),
    "own_letter": Question(
        Duty.SIGN_LETTER,
        SENT,
        speaks_for_member,
        _NOT_SENT,
        gettext_lazy("This letter is in the member’s own name. Only the member’s side writes it."),
    ),
}
