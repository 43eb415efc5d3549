"""The questions of what belongs elsewhere: moving it, what is heard from there, and taking it back."""

from django.utils.translation import gettext_lazy

from council.queries import Standing
from council.rules import Role
from enquiries.models import Enquiry
from enquiries.policies.questions.parts import OFFICERS_ONLY, Question, handles, handles_or_routes, routes
from enquiries.states import UNANSWERED, State
from rulebook.duty import Duty


def moves(who: Standing, enquiry: Enquiry) -> bool:
    """Those who deal with it; while nobody has it, democratic services; the monitoring officer always."""
    if handles(who, enquiry):
        return True
    return routes(who, enquiry) and (enquiry.state == State.SENT or who.has(Role.MONITORING_OFFICER))


def refers(who: Standing, enquiry: Enquiry) -> bool:
    """The same people, save the monitoring officer, who is asked."""
    return moves(who, enquiry) and not who.has(Role.MONITORING_OFFICER)


NOT_ELSEWHERE = gettext_lazy("This enquiry is not handled elsewhere now.")
NOT_TO_MOVE = gettext_lazy("This enquiry is answered, ended or moved already, so it cannot be moved now.")

REDIRECTING: dict[str, Question] = {
    "redirect": Question(
        Duty.REDIRECT,
        UNANSWERED,
        moves,
        NOT_TO_MOVE,
        gettext_lazy(
            "Only the officers who deal with this enquiry can move it to another process; while nobody has "
            "it, democratic services can."
        ),
    ),
    "refer": Question(
        Duty.ASK_MONITORING_OFFICER,
        UNANSWERED,
        refers,
        NOT_TO_MOVE,
        gettext_lazy("Only those who ask where an enquiry belongs can refer it to the monitoring officer."),
    ),
    "update_redirection": Question(
        Duty.REDIRECT, (State.REDIRECTED,), handles_or_routes, NOT_ELSEWHERE, OFFICERS_ONLY
    ),
    "record_outcome": Question(
        Duty.REDIRECT, (State.REDIRECTED,), handles_or_routes, NOT_ELSEWHERE, OFFICERS_ONLY
    ),
    "bring_back": Question(
        Duty.REDIRECT, (State.REDIRECTED,), handles_or_routes, NOT_ELSEWHERE, OFFICERS_ONLY
    ),
}
