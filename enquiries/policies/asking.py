"""How every question about one enquiry is answered: always in the same order, by the table of questions.

In post today; may know that it exists; the state; their part in it; whether anybody may read it yet.
"""

from django.utils.translation import gettext as _

from council.queries import Standing
from enquiries.models import Enquiry
from enquiries.policies.questions import QUESTIONS
from enquiries.queries import may_know_of
from rulebook.decision import Decision, allowed, refused, unknown
from rulebook.duty import Duty
from rulebook.protocols import protocol
from rulebook.rule import Rule


def rule_of(duty: Duty, text: str) -> Rule:
    """The duty as the case's own text has it; no citation where that text is silent."""
    return Rule(id=duty.value, says=duty.sentence, cites=protocol(text).cite(duty))


def answer(name: str, who: Standing, enquiry: Enquiry) -> Decision:
    """What the question of that name answers for this person and this enquiry."""
    question = QUESTIONS[name]
    rule = rule_of(question.duty, enquiry.protocol)
    if not who.in_post:
        return refused(rule, _("You hold no post here today, so you cannot do this."))
    if not may_know_of(who, enquiry):
        return unknown()
    if enquiry.state not in question.states:
        return refused(rule, str(question.not_now))
    if not question.part(who, enquiry):
        return refused(rule, str(question.not_yours))
    if enquiry.is_unread and not question.unread:
        return refused(rule, _("Privacy is asked for. This can be done once that is settled."))
    return allowed(rule)
