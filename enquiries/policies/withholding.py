"""May information be withheld, or given on a condition; who answers the condition, and who judges it?

Which conditions a text knows is its own data: where it knows none, its paragraphs or its silence say so.
"""

import datetime

from django.utils.translation import gettext as _

from council.models import Person
from council.queries import Standing, who_held, why_nobody
from council.rules import Role
from enquiries.models import Enquiry, Withholding
from enquiries.policies.asking import answer, rule_of
from enquiries.queries import conditions_waiting
from enquiries.rules.conditions import on_authority, on_withholding, one_a_place, undertaking_cites
from rulebook.decision import Decision, refused
from rulebook.duty import Duty
from rulebook.post import Post
from rulebook.protocols import protocol

Ground, Stage = Withholding.Ground, Withholding.Stage


def may_withhold(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person send a reply that withholds something (MW-5.1a, WF-6.3)?

    Not while nobody holds the post to which the text wants the reasons copied.
    """
    decision = answer("withhold", who, enquiry)
    if not decision.allowed or decision.rule is None:
        return decision
    vacant = [post for post, person in copied_in(enquiry, on=who.on) if person is None]
    if vacant:
        return refused(decision.rule, _nobody(vacant[0], enquiry, who.on))
    return decision


def copied_in(enquiry: Enquiry, *, on: datetime.date) -> list[tuple[Post, Person | None]]:
    """To whom the text wants reasons copied, and who acts in the post on the day: None while it is vacant."""
    return [(post, who_held(post, on=on)) for post in on_withholding(protocol(enquiry.protocol)).copy_to]


def _nobody(post: Post, enquiry: Enquiry, on: datetime.date) -> str:
    why = why_nobody(post, on=on)
    words = _(
        "The protocol wants the reasons copied to the %(post)s, and today nobody can have them: %(why)s "
        "Ask democratic services who stands in. Nothing can be withheld until then."
    )
    return words % {
        "post": protocol(enquiry.protocol).title_of(post),
        "why": why.sentence if why is not None else "",
    }


def may_require_undertaking(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person ask for a promise of confidentiality before giving information (MW-5.5a)?"""
    decision = answer("require_undertaking", who, enquiry)
    if not decision.allowed:
        return decision
    if not undertaking_cites(protocol(enquiry.protocol)):
        words = _(
            "The protocol does not let officers ask for a promise of confidentiality. Give the information, "
            "or withhold it with a reason."
        )
        return refused(rule_of(Duty.WITHHOLD, enquiry.protocol), words)
    return _unless_asked_already(decision, enquiry, Ground.UNDERTAKING)


def may_ask_for_authority(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person ask for the resident’s authority, in the form that the text wants (MW-5.4b)?"""
    decision = answer("ask_authority", who, enquiry)
    if not decision.allowed:
        return decision
    terms = on_authority(protocol(enquiry.protocol))
    if not terms.may_ask:
        return refused(rule_of(Duty.SHOW_AUTHORITY, enquiry.protocol), _(terms.says), terms.cites)
    return _unless_asked_already(decision, enquiry, Ground.AUTHORITY)


def _unless_asked_already(decision: Decision, enquiry: Enquiry, ground: Withholding.Ground) -> Decision:
    if decision.rule and conditions_waiting(enquiry).filter(ground=ground).exists():
        words = {
            Ground.UNDERTAKING: _("A promise has been asked for already, and the member has not answered."),
            Ground.AUTHORITY: _("The resident’s authority has been asked for already."),
        }
        return refused(decision.rule, words[ground])
    return decision


def may_undertake(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person make the promise that was asked for, or say that they do not make it?"""
    return _where(answer("undertake", who, enquiry), enquiry, Ground.UNDERTAKING, Stage.ASKED)


def may_show_authority(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person send the resident’s authority?"""
    return _where(answer("show_authority", who, enquiry), enquiry, Ground.AUTHORITY, Stage.ASKED)


def _where(
    decision: Decision, enquiry: Enquiry, ground: Withholding.Ground, stage: Withholding.Stage
) -> Decision:
    """The decision, while a condition of the kind is at this stage."""
    if not decision.allowed or decision.rule is None:
        return decision
    if not conditions_waiting(enquiry).filter(ground=ground, stage=stage).exists():
        return refused(decision.rule, _("Nothing of the kind is asked for now."))
    return decision


def may_judge_authority(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person accept the authority that was sent?

    Where the text refers it to somebody, or is silent on how authority is shown, the monitoring officer; else
    the officers who answer the enquiry.
    """
    decision = _where(answer("judge_authority", who, enquiry), enquiry, Ground.AUTHORITY, Stage.SHOWN)
    if not decision.allowed or decision.rule is None:
        return decision
    terms = on_authority(protocol(enquiry.protocol))
    if not terms.decided_by:
        return answer("end_condition", who, enquiry)
    if who.posts.isdisjoint(terms.decided_by) and not who.has(Role.MONITORING_OFFICER):
        words = _(
            "The protocol does not say how a resident’s authority is shown. The monitoring officer decides."
        )
        return refused(decision.rule, words, terms.cites)
    return decision


def may_end_condition(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person say that the promise or the authority is not needed any more?"""
    decision = answer("end_condition", who, enquiry)
    if decision.allowed and decision.rule and not conditions_waiting(enquiry).exists():
        return refused(decision.rule, _("Nothing of the kind is asked for now."))
    return decision


def unless_a_condition_waits(decision: Decision, enquiry: Enquiry) -> Decision:
    """The decision on a reply: until the condition is met, what was asked for is not supplied (MW-5.5a)."""
    if not decision.allowed:
        return decision
    waiting = conditions_waiting(enquiry).first()
    if waiting is None:
        return decision
    duty, words = {
        Ground.UNDERTAKING: (
            Duty.UNDERTAKE,
            _(
                "A promise of confidentiality was asked for and is not given yet. Withhold the information, "
                "or say that the promise is not needed any more."
            ),
        ),
        Ground.AUTHORITY: (
            Duty.SHOW_AUTHORITY,
            _(
                "The resident’s authority was asked for and is not accepted yet. Withhold the information, "
                "or say that the authority is not needed any more."
            ),
        ),
    }[Ground(waiting.ground)]
    rule = rule_of(duty, enquiry.protocol)
    return refused(rule, words, one_a_place(rule.cites))
