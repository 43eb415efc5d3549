"""What may somebody do with a question on the protocol, and if not, why not?"""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from access_rules.models import Advice
from access_rules.queries.advice import answers, visible_to
from access_rules.states import AdviceState
from casework.policies.asking import Question, answer, rule_of
from council.queries import Standing, protocol_in_force
from council.rules import Role
from rulebook.decision import Decision, allowed, refused
from rulebook.duty import Duty


def speaks_for_asker(who: Standing, advice: Advice) -> bool:
    """Whoever asked, or an assistant of theirs."""
    return advice.asked_by_id == who.person.pk or advice.asked_by_id in who.assisted


def _asked(who: Standing, advice: Advice) -> bool:
    return advice.asked_by_id == who.person.pk


def _anyone(who: Standing, advice: Advice) -> bool:
    return True


def _publishes(who: Standing, advice: Advice) -> bool:
    """Readings are the monitoring officer’s, whoever answered."""
    return who.has(Role.MONITORING_OFFICER)


_ANSWERED = (AdviceState.ANSWERED.value,)
_OPEN = (AdviceState.ASKED.value,)
_SEE = Question[Advice](Duty.ASK_MONITORING_OFFICER, _anyone)
_ANSWER = Question[Advice](
    Duty.ASK_MONITORING_OFFICER,
    answers,
    gettext_lazy("Only the officer who is asked can answer this, and nobody answers their own question."),
    _OPEN,
    gettext_lazy("This question is answered or withdrawn."),
)
_WITHDRAW = Question[Advice](
    Duty.ASK_MONITORING_OFFICER,
    speaks_for_asker,
    gettext_lazy("Only whoever asked can withdraw this question."),
    _OPEN,
    gettext_lazy("This question is answered or withdrawn, so there is nothing to withdraw."),
)
_LIFT = Question[Advice](
    Duty.KEEP_PRIVATE,
    _asked,
    gettext_lazy("Only whoever asked can say that this need not be kept private any more."),
)
_READING = Question[Advice](
    Duty.ASK_MONITORING_OFFICER,
    _publishes,
    gettext_lazy("Only the monitoring officer can publish a reading of the protocol."),
    _ANSWERED,
    gettext_lazy("A reading can be published only of a question that is answered."),
)


def _knows(who: Standing, advice: Advice) -> bool:
    return visible_to(who).filter(pk=advice.pk).exists()


def _ask(question: Question[Advice], who: Standing, advice: Advice) -> Decision:
    return answer(question, who, advice, text=advice.protocol, state=advice.state, knows=_knows)


def may_ask_advice(who: Standing) -> Decision:
    """May the person ask what the protocol means? Every member and officer may."""
    rule = rule_of(Duty.ASK_MONITORING_OFFICER, protocol_in_force().key)
    if not who.in_post:
        return refused(rule, _("You hold no post here today, so you cannot do this."))
    return allowed(rule)


def may_see_advice(who: Standing, advice: Advice) -> Decision:
    """May the person know of it? Seeing is the query."""
    return _ask(_SEE, who, advice)


def may_answer_advice(who: Standing, advice: Advice) -> Decision:
    """May the person answer it?"""
    return _ask(_ANSWER, who, advice)


def may_withdraw_advice(who: Standing, advice: Advice) -> Decision:
    """May the person take it back?"""
    return _ask(_WITHDRAW, who, advice)


def may_lift_privacy(who: Standing, advice: Advice) -> Decision:
    """May the person say that it need not be kept private? Whoever asked, alone (Wokingham AI.10)."""
    decision = _ask(_LIFT, who, advice)
    if decision.allowed and not advice.is_private:
        return refused(rule_of(Duty.KEEP_PRIVATE, advice.protocol), _("This question is not private."))
    return decision


def may_write_reading(who: Standing, advice: Advice) -> Decision:
    """May the person put the answer into general words? Never what a member wants kept from other members."""
    decision = _ask(_READING, who, advice)
    if not decision.allowed:
        return decision
    if advice.is_private:
        words = _("Whoever asked wants this kept from other members, so no reading of it is published.")
        return refused(rule_of(Duty.KEEP_PRIVATE, advice.protocol), words)
    if advice.published_on is not None:
        words = _("The reading is published. Take it back before you write another one.")
        return refused(rule_of(Duty.ASK_MONITORING_OFFICER, advice.protocol), words)
    return decision


def may_publish_reading(who: Standing, advice: Advice) -> Decision:
    """May the person publish the reading as it is written?"""
    decision = may_write_reading(who, advice)
    if decision.allowed and not advice.reading:
        words = _("No reading is written yet. Write it first, then read how it will stand.")
        return refused(rule_of(Duty.ASK_MONITORING_OFFICER, advice.protocol), words)
    return decision


def may_take_back_reading(who: Standing, advice: Advice) -> Decision:
    """May the person take a published reading back?"""
    decision = _ask(_READING, who, advice)
    if decision.allowed and advice.published_on is None:
        words = _("No reading of this question is published.")
        return refused(rule_of(Duty.ASK_MONITORING_OFFICER, advice.protocol), words)
    return decision
