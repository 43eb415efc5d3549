"""Who may report that the matter was raised in public: either side, and those who deal with it."""

from django.utils.translation import gettext_lazy

from complaints.models import Complaint
from complaints.policies.parts import KEEPERS, SIDES, ask, one_of, question
from complaints.policies.seeing import may_read
from complaints.states import OPEN
from council.queries import Standing
from rulebook.decision import Decision
from rulebook.duty import Duty

_REPORT = question(
    Duty.NEVER_IN_PUBLIC,
    one_of(*SIDES, *KEEPERS),
    gettext_lazy("The two sides and those who deal with the complaint report that, and nobody else."),
    OPEN,
    gettext_lazy("The complaint is not being dealt with, so nothing is added to it."),
)


def may_report_airing(who: Standing, complaint: Complaint) -> Decision:
    """May the person report that it was raised in public? Who deals with it first accepts the duty."""
    decision = ask(_REPORT, who, complaint)
    return may_read(who, complaint) if decision.allowed else decision
