"""May they, and if not, why not? Each answer is a decision with the duty's rule and a sentence.

The order is always the same: in post today; may know that it exists; the state; their part in it; the rest.
"""

from django.utils.translation import gettext as _

from council.models import Person
from council.queries import Standing, protocol_in_force, term_of
from council.rules import Role
from enquiries.models import Enquiry
from enquiries.policies.questions import QUESTIONS, Question
from enquiries.queries import visible_to
from rulebook.decision import Decision, allowed, refused, unknown
from rulebook.duty import Duty
from rulebook.protocols import protocol
from rulebook.rule import Rule


def _rule(duty: Duty, text: str) -> Rule:
    """The duty as the case's own text has it; no citation where that text is silent."""
    return Rule(id=duty.value, says=duty.sentence, cites=protocol(text).cite(duty))


def _answer(question: Question, who: Standing, enquiry: Enquiry) -> Decision:
    rule = _rule(question.duty, enquiry.protocol)
    if not who.in_post:
        return refused(rule, _("You hold no post here today, so you cannot do this."))
    if not visible_to(who).filter(pk=enquiry.pk).exists():
        return unknown()
    if enquiry.state not in question.states:
        return refused(rule, str(question.not_now))
    if not question.part(who, enquiry):
        return refused(rule, str(question.not_yours))
    return allowed(rule)


def may_log(who: Standing, member: Person) -> Decision:
    """May the person log an enquiry for the member?

    Members for themselves, named assistants for their member, democratic services for anybody who is a member
    today (WF-6.8: by any means).
    """
    rule = _rule(Duty.LOG_ENQUIRY, protocol_in_force().key)
    if not who.in_post:
        return refused(rule, _("You hold no post here today, so you cannot log an enquiry."))
    if term_of(member, on=who.on) is None:
        return refused(rule, _("%(name)s is not a member today.") % {"name": member.name})
    if member.pk == who.person.pk or member.pk in who.assisted or who.has(Role.DEMOCRATIC_SERVICES):
        return allowed(rule)
    return refused(rule, _("You can log an enquiry only for yourself or for a member whom you assist."))


def may_log_for_members(who: Standing) -> Decision:
    """May the person log what members bring by other means than the portal (WF-6.8)?"""
    rule = _rule(Duty.LOG_ENQUIRY, protocol_in_force().key)
    if not who.has(Role.DEMOCRATIC_SERVICES):
        return refused(rule, _("Only democratic services can log an enquiry for any member."))
    return allowed(rule)


def may_see(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person open it? Seeing is the query: what is not in their list does not exist for them."""
    return _answer(QUESTIONS["see"], who, enquiry)


def may_send(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person change, send or throw away this draft?"""
    return _answer(QUESTIONS["send"], who, enquiry)


def may_route(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person send it to a service?"""
    return _answer(QUESTIONS["route"], who, enquiry)


def may_allocate(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person take it on, or give it to an officer?"""
    return _answer(QUESTIONS["allocate"], who, enquiry)


def may_hand_back(who: Standing, enquiry: Enquiry) -> Decision:
    """«Not ours»: may the person hand it back to be routed?"""
    return _answer(QUESTIONS["hand_back"], who, enquiry)


def may_ask_member(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person put a question to the member?"""
    return _answer(QUESTIONS["ask_member"], who, enquiry)


def may_send_holding_reply(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person send a holding reply (WF-6.10)?"""
    return _answer(QUESTIONS["holding_reply"], who, enquiry)


def may_reply(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person send the reply?"""
    return _answer(QUESTIONS["reply"], who, enquiry)


def may_add_note(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person read and add officers' notes?"""
    return _answer(QUESTIONS["note"], who, enquiry)


def may_answer_question(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person answer the officer's question?"""
    return _answer(QUESTIONS["answer_question"], who, enquiry)


def may_add_information(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person add to the enquiry?"""
    return _answer(QUESTIONS["add_information"], who, enquiry)


def may_chase(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person ask where the reply is?"""
    return _answer(QUESTIONS["chase"], who, enquiry)


def may_close(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person say that it is answered?"""
    return _answer(QUESTIONS["close"], who, enquiry)


def may_reopen(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person say that it is not answered?"""
    return _answer(QUESTIONS["reopen"], who, enquiry)


def may_withdraw(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person take it back?"""
    return _answer(QUESTIONS["withdraw"], who, enquiry)


def may_pass_on(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person say who goes on with it, or that it ends, when its member leaves office?"""
    return _answer(QUESTIONS["pass_on"], who, enquiry)


def may_correct_receipt(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person put the day of receipt right?"""
    return _answer(QUESTIONS["correct_receipt"], who, enquiry)


def is_handler(who: Standing, enquiry: Enquiry) -> bool:
    """Does the person see the case as staff do (notes included), or as the member does?"""
    return may_add_note(who, enquiry).allowed
