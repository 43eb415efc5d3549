"""The questions about an enquiry that is too much work: who may offer another date or reply, who agrees."""

from django.utils.translation import gettext_lazy

from council.queries import Standing
from council.rules import Role
from enquiries.models import Enquiry
from enquiries.policies.questions.parts import (
    OFFICERS_ONLY,
    Question,
    handles,
    is_their_own,
    routes,
    speaks_for_member,
)
from enquiries.rules.seniority import is_senior_management
from enquiries.states import IN_HAND, UNANSWERED
from rulebook.duty import Duty
from rulebook.post import Post

# These lead the whole body, whatever grade the register gives them.
_LEAD_ALL = frozenset({Post.CHIEF_EXECUTIVE, Post.HEAD_OF_PAID_SERVICE, Post.CLERK})


def manages(who: Standing, enquiry: Enquiry) -> bool:
    """Senior management for this enquiry; of one that no director may see, the monitoring officer too.

    Whoever speaks for the member is on the other side.
    """
    if speaks_for_member(who, enquiry):
        return False
    closed = enquiry.is_confidential or enquiry.team is None
    if closed and who.has(Role.MONITORING_OFFICER) and routes(who, enquiry):
        return True
    job = who.appointment
    directorate = enquiry.team.directorate_id if enquiry.team else None
    return is_senior_management(
        grade=job.grade if job else None,
        is_near=enquiry.addressee_id == who.person.pk
        or (enquiry.team_id is not None and enquiry.team_id == who.team_id),
        leads=directorate in who.directorates or bool(who.posts & _LEAD_ALL),
    )


def answers_for_themselves(who: Standing, enquiry: Enquiry) -> bool:
    """The member; or whoever in democratic services logged it, who writes down what the member said."""
    is_clerk = enquiry.logged_by_id == who.person.pk and who.has(Role.DEMOCRATIC_SERVICES)
    return is_their_own(who, enquiry) or is_clerk


NOBODY_HAS_IT = gettext_lazy(
    "An offer can be agreed while an officer has the enquiry. Nobody has this one now."
)

AGREEING: dict[str, Question] = {
    "offer_alternative": Question(
        Duty.AGREE_ALTERNATIVE,
        UNANSWERED,
        handles,
        gettext_lazy("This enquiry is answered or ended, so it needs no reply now."),
        OFFICERS_ONLY,
    ),
    "take_back_offer": Question(
        Duty.AGREE_ALTERNATIVE,
        UNANSWERED,
        handles,
        gettext_lazy("This enquiry is answered or ended, and the offer ended with it."),
        OFFICERS_ONLY,
    ),
    "agree_as_member": Question(
        Duty.AGREE_ALTERNATIVE,
        IN_HAND,
        answers_for_themselves,
        NOBODY_HAS_IT,
        gettext_lazy("Only the member who sent the enquiry can agree to another date or reply."),
    ),
    "agree_as_manager": Question(
        Duty.AGREE_ALTERNATIVE,
        IN_HAND,
        manages,
        NOBODY_HAS_IT,
        gettext_lazy(
            "Senior management agrees to this: a head of service or above who answers for the enquiry."
        ),
    ),
}
