"""May somebody take a complaint back, and what must be said to whoever takes back a grave one?"""

from django.utils.translation import gettext_lazy

from complaints.models import Complaint
from complaints.policies.parts import ask, question
from complaints.policies.settling import speaks_as_complainant
from complaints.states import ComplaintState
from council.queries import Standing
from rulebook.decision import Decision
from rulebook.duty import Duty

_TAKE_BACK = question(
    Duty.RAISE_CONCERN,
    speaks_as_complainant,
    gettext_lazy("Only whoever complained can take it back."),
    (
        ComplaintState.RAISED,
        ComplaintState.INFORMAL,
        ComplaintState.RECEIVED,
        ComplaintState.ACKNOWLEDGED,
        ComplaintState.ASSESSED,
        ComplaintState.INVESTIGATING,
    ),
    gettext_lazy("This is decided, with another procedure or ended, so there is nothing to take back."),
)


def may_take_back(who: Standing, complaint: Complaint) -> Decision:
    """May the person take it back? Whoever complained alone, until it is decided or handed on."""
    return ask(_TAKE_BACK, who, complaint)
