"""The question of declining: what the text bars, or lets officers decline, is declined with the paragraph."""

from django.utils.translation import gettext_lazy

from council.queries import Standing
from enquiries.models import Enquiry
from enquiries.policies.questions.parts import OFFICERS_ONLY, Question, handles
from enquiries.states import UNANSWERED
from rulebook.declining import ways_to_decline
from rulebook.duty import Duty
from rulebook.protocols import protocol


def _handles_under_a_ground(who: Standing, enquiry: Enquiry) -> bool:
    """The officers who deal with it, where its text has a ground at all."""
    return handles(who, enquiry) and bool(ways_to_decline(protocol(enquiry.protocol).triage))


DECLINING: dict[str, Question] = {
    "decline": Question(
        Duty.DECLINE,
        UNANSWERED,
        _handles_under_a_ground,
        gettext_lazy("This enquiry is answered or ended, so there is nothing to decline."),
        OFFICERS_ONLY,
    )
}
