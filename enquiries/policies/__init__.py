"""May they, and if not, why not? Each answer is a decision with the duty's rule and a sentence.

Here stands the ordinary way of a case; what else may happen to it has a module of its own beside this one.
"""

from django.utils.translation import gettext as _

from council.models import Person
from council.queries import Standing, protocol_in_force, term_of
from council.rules import Role
from enquiries.models import Enquiry
from enquiries.policies.asking import answer, rule_of
from enquiries.policies.preparing import unless_a_condition_waits, unless_somebody_reads_first
from enquiries.policies.questions.parts import speaks_for_member
from enquiries.policies.triage import may_ask_for_group
from rulebook.decision import Decision, allowed, refused
from rulebook.duty import Duty


def may_log(who: Standing, member: Person) -> Decision:
    """May the person log an enquiry for the member?

    Members for themselves, named assistants for their member, political assistants for a member of their
    group where the text lets them (HA-4.9), democratic services for anybody who is a member today (WF-6.8: by
    any means).
    """
    rule = rule_of(Duty.LOG_ENQUIRY, protocol_in_force().key)
    if not who.in_post:
        return refused(rule, _("You hold no post here today, so you cannot log an enquiry."))
    term = who.term if member.pk == who.person.pk else term_of(member, on=who.on)
    if term is None:
        return refused(rule, _("%(name)s is not a member today.") % {"name": member.name})
    if member.pk == who.person.pk or member.pk in who.assisted or who.has(Role.DEMOCRATIC_SERVICES):
        return allowed(rule)
    if who.assists_group_id is not None:
        return may_ask_for_group(who, member)
    return refused(rule, _("You can log an enquiry only for yourself or for a member whom you assist."))


def may_write(who: Standing) -> Decision:
    """May the person, who is no member and has none to write for, write an enquiry? No, and this is why."""
    if who.assists_group_id is not None:
        return may_ask_for_group(who, who.person)
    return may_log(who, who.person)


def may_log_for_members(who: Standing) -> Decision:
    """May the person log what members bring by other means than the portal (WF-6.8)?"""
    rule = rule_of(Duty.LOG_ENQUIRY, protocol_in_force().key)
    if not who.has(Role.DEMOCRATIC_SERVICES):
        return refused(rule, _("Only democratic services can log an enquiry for any member."))
    return allowed(rule)


def may_see(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person open it? Seeing is the query: what is not in their list does not exist for them."""
    return answer("see", who, enquiry)


def may_send(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person change, send or throw away this draft?"""
    return answer("send", who, enquiry)


def may_route(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person send it to a service?"""
    return answer("route", who, enquiry)


def may_allocate(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person take it on, or give it to an officer?"""
    return answer("allocate", who, enquiry)


def may_hand_back(who: Standing, enquiry: Enquiry) -> Decision:
    """«Not ours»: may the person hand it back to be routed?"""
    return answer("hand_back", who, enquiry)


def may_ask_member(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person put a question to the member?"""
    return answer("ask_member", who, enquiry)


def may_send_holding_reply(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person send a holding reply (WF-6.10)?"""
    return answer("holding_reply", who, enquiry)


def may_reply(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person send the reply? Not what waits for a promise or an authority."""
    return unless_a_condition_waits(answer("reply", who, enquiry), enquiry)


def may_decline(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person decline it, on a ground that its text has?"""
    return unless_somebody_reads_first(answer("decline", who, enquiry), who, enquiry)


def may_add_note(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person read and add officers' notes?"""
    return answer("note", who, enquiry)


def may_answer_question(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person answer the officer's question?"""
    return answer("answer_question", who, enquiry)


def may_add_information(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person add to the enquiry?"""
    return answer("add_information", who, enquiry)


def may_chase(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person ask where the reply is?"""
    return answer("chase", who, enquiry)


def may_close(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person say that it is answered?"""
    return answer("close", who, enquiry)


def may_reopen(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person say that it is not answered?"""
    return answer("reopen", who, enquiry)


def may_withdraw(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person take it back?"""
    return answer("withdraw", who, enquiry)


def may_pass_on(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person say who goes on with it, or that it ends, when its member leaves office?"""
    return answer("pass_on", who, enquiry)


def may_see_resident(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person read the resident's details?

    Who deals with it (it is recorded that they looked), and whoever speaks for the member whose they are: a
    member who went on with the enquiry of one who left sees them only where they went along.
    """
    seen = answer("see", who, enquiry)
    if not seen.allowed:
        return seen
    whose = enquiry.resident_of_id or enquiry.member_id
    if is_handler(who, enquiry) or whose == who.person.pk:
        return seen
    if enquiry.resident_of_id is None and speaks_for_member(who, enquiry):
        return seen
    rule = rule_of(Duty.KEEP_CONFIDENTIAL, enquiry.protocol)
    return refused(rule, _("The resident’s details belong to the member who sent this enquiry."))


def may_correct_receipt(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person put the day of receipt right?"""
    return answer("correct_receipt", who, enquiry)


def is_handler(who: Standing, enquiry: Enquiry) -> bool:
    """Does the person see the case as staff do (notes included), or as the member does?"""
    return may_add_note(who, enquiry).allowed
