"""May they put right what was entered or sent wrongly?"""

from django.utils.translation import gettext as _

from casework.models import Dispute
from casework.queries.disputes import STANDING_DISPUTES
from council.queries import Standing
from enquiries.models import Enquiry
from enquiries.policies.asking import answer, rule_of
from rulebook.decision import Decision, refused
from rulebook.duty import Duty


def may_correct_member(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person say that it was logged for the wrong member?

    Not where what the wrong one said elsewhere would come to another member's eyes with it: another enquiry
    of theirs that was merged into it, or a dispute that they have opened.
    """
    decision = answer("correct_member", who, enquiry)
    if not decision.allowed:
        return decision
    sentence = ""
    if enquiry.merged.exists():
        sentence = _(
            "Another enquiry of %(name)s was merged into this one, and nobody else may read that. Log a new "
            "enquiry for the right member instead."
        )
    elif Dispute.objects.filter(about=enquiry.stream_id, state__in=STANDING_DISPUTES).exists():
        sentence = _("%(name)s disputes a decision in it. It can be put right once that dispute is ended.")
    if sentence:
        return refused(rule_of(Duty.CORRECT, enquiry.protocol), sentence % {"name": enquiry.member.name})
    return decision


def may_correct_service(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person send it to the right service while an officer of the wrong one has it?"""
    return answer("correct_service", who, enquiry)


def may_correct_subject(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person change the subject?"""
    return answer("correct_subject", who, enquiry)


def may_take_back(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person take back a reply that was sent to the wrong person?"""
    return answer("take_back", who, enquiry)
