"""The questions of what was entered or sent wrongly: member, service, subject, reply."""

from django.utils.translation import gettext_lazy

from council.queries import Standing
from council.rules import Role
from enquiries.models import Enquiry
from enquiries.policies.questions.parts import (
    OFFICERS_ONLY,
    Question,
    handles_or_routes,
    is_their_own,
    routes,
)
from enquiries.states import IN_HAND, OPEN, State
from rulebook.duty import Duty


def logged_for_another(who: Standing, enquiry: Enquiry) -> bool:
    """Democratic services or the monitoring officer, of what somebody else entered in the member's name.

    What members sent themselves is theirs, and so are the constituents' details in it: it is nobody else's by
    a correction. Of a confidential one, the monitoring officer and whoever entered it alone.
    """
    if enquiry.logged_by_id == enquiry.member_id or is_their_own(who, enquiry):
        return False
    if who.has(Role.MONITORING_OFFICER):
        return True
    entered = enquiry.logged_by_id == who.person.pk
    return who.has(Role.DEMOCRATIC_SERVICES) and (entered or not enquiry.is_confidential)


CORRECTING: dict[str, Question] = {
    "correct_member": Question(
        Duty.CORRECT,
        OPEN,
        logged_for_another,
        gettext_lazy("The member can be put right while the enquiry is open."),
        gettext_lazy(
            "Only democratic services or the monitoring officer can put the member right, and only where "
            "somebody else entered the enquiry in the member’s name."
        ),
    ),
    "correct_service": Question(
        Duty.CORRECT,
        IN_HAND,
        routes,
        gettext_lazy("The service can be put right while an officer has the enquiry."),
        gettext_lazy("Only democratic services or the monitoring officer can put the service right."),
    ),
    "correct_subject": Question(
        Duty.CORRECT,
        tuple(state for state in State if state is not State.DRAFT),
        handles_or_routes,
        gettext_lazy("A draft is changed where it is written."),
        OFFICERS_ONLY,
    ),
    "take_back": Question(
        Duty.CORRECT,
        (State.ANSWERED, State.CLOSED),
        handles_or_routes,
        gettext_lazy("There is no reply to take back: the enquiry is not answered."),
        OFFICERS_ONLY,
    ),
}
