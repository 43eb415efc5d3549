"""May they put right what was entered or sent wrongly?"""

from council.queries import Standing
from enquiries.models import Enquiry
from enquiries.policies.asking import answer
from rulebook.decision import Decision


def may_correct_member(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person say that it was logged for the wrong member?"""
    return answer("correct_member", who, enquiry)


def may_correct_service(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person send it to the right service while an officer of the wrong one has it?"""
    return answer("correct_service", who, enquiry)


def may_correct_subject(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person change the subject?"""
    return answer("correct_subject", who, enquiry)


def may_take_back(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person take back a reply that was sent to the wrong person?"""
    return answer("take_back", who, enquiry)
