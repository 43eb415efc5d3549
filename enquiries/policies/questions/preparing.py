"""The questions before a reply and between cases: approval, parts of other teams, links, merging."""

from django.utils.translation import gettext_lazy

from council.queries import Standing
from council.rules import Grade
from enquiries.models import Contribution, Enquiry
from enquiries.policies.questions.parts import (
    OFFICERS_ONLY,
    Question,
    handles,
    handles_or_routes,
    speaks_for_member,
)
from enquiries.states import UNANSWERED, State
from rulebook.duty import Duty


def is_senior_for(who: Standing, enquiry: Enquiry) -> bool:
    """Of those who deal with it, a head of service or above, or whoever directs where it is dealt with."""
    if not handles(who, enquiry) or who.appointment is None:
        return False
    if Grade(who.appointment.grade).rank >= Grade.HEAD_OF_SERVICE.rank:
        return True
    return enquiry.team is not None and enquiry.team.directorate_id in who.directorates


def owes_a_part(who: Standing, enquiry: Enquiry) -> bool:
    """An officer of a team that was asked for its part and has not given it; of an ordinary one alone."""
    if who.team_id is None or not enquiry.is_ordinary or speaks_for_member(who, enquiry):
        return False
    asked = Contribution.objects.filter(enquiry=enquiry.pk, team=who.team_id)
    return asked.filter(given_at__isnull=True, waived_at__isnull=True).exists()


_ANSWERED = gettext_lazy("This enquiry is answered or ended, so it needs no reply now.")

PREPARING: dict[str, Question] = {
    "approve": Question(
        Duty.APPROVE,
        UNANSWERED,
        is_senior_for,
        _ANSWERED,
        gettext_lazy(
            "Only a head of service or a director who deals with this enquiry can approve the reply to it."
        ),
    ),
    "contribute": Question(
        Duty.CONTRIBUTE,
        UNANSWERED,
        owes_a_part,
        gettext_lazy("This enquiry is answered or ended, so your part is not needed now."),
        gettext_lazy("Your team is not asked for a part of this reply, or has given it."),
    ),
    "ask_contribution": Question(Duty.CONTRIBUTE, UNANSWERED, handles, _ANSWERED, OFFICERS_ONLY),
    "link": Question(
        Duty.JOIN,
        tuple(state for state in State if state is not State.DRAFT),
        handles_or_routes,
        gettext_lazy("A draft cannot be linked."),
        OFFICERS_ONLY,
    ),
    "merge": Question(
        Duty.JOIN,
        UNANSWERED,
        handles_or_routes,
        gettext_lazy("Only an enquiry that waits for its reply can be merged with another."),
        OFFICERS_ONLY,
    ),
}
