"""What may somebody do with a dispute, and if not, why not? The order of the questions is every counter's."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.models import Determination, Dispute
from casework.queries.disputes import DECIDING_POSTS, decides, determined_by, is_party, visible_to
from casework.states import DisputeState
from council.queries import Standing, asked_once
from council.rules import Role
from rulebook.decision import Decision, allowed, refused, unknown
from rulebook.dispute import further_rungs
from rulebook.duty import Duty
from rulebook.protocols import protocol
from rulebook.rule import Rule
from rulebook.triage import Rung


@dataclass(frozen=True)
class _Question:
    duty: Duty
    states: tuple[DisputeState, ...]
    part: Callable[[Standing, Dispute], bool]
    not_now: str | Promise
    not_yours: str | Promise


def rule_of(duty: Duty, dispute: Dispute) -> Rule:
    """The duty as the dispute's own text has it."""
    return Rule(id=duty.value, says=duty.sentence, cites=protocol(dispute.protocol).cite(duty))


def speaks_for_opener(who: Standing, dispute: Dispute) -> bool:
    """The member who does not agree, or an assistant of theirs."""
    return dispute.opened_by_id == who.person.pk or dispute.opened_by_id in who.assisted


def responds(who: Standing, dispute: Dispute) -> bool:
    """Whose decision it is."""
    return dispute.respondent_id == who.person.pk


def is_decider(who: Standing, dispute: Dispute) -> bool:
    """Whoever decides, or records, on the present rung today."""
    return Dispute.objects.filter(decides(who), pk=dispute.pk).exists()


def _carries_out(who: Standing, dispute: Dispute) -> bool:
    """The respondent, whoever decided it, and whoever would today."""
    decided = determined_by(who.person).filter(dispute=dispute).exists()
    return responds(who, dispute) or decided or is_decider(who, dispute)


def _anyone(who: Standing, dispute: Dispute) -> bool:
    return True


_SEE = _Question(Duty.DISPUTE, tuple(DisputeState), _anyone, "", "")
_ANSWER = _Question(
    Duty.DISPUTE,
    (DisputeState.OPENED,),
    responds,
    gettext_lazy("This dispute is determined or ended, so nothing can be added."),
    gettext_lazy("Only the person whose decision it is can answer."),
)
_DETERMINE = _Question(
    Duty.DETERMINE,
    (DisputeState.OPENED,),
    is_decider,
    gettext_lazy("This dispute is determined or ended."),
    gettext_lazy("Only whoever decides it under the protocol can determine this dispute."),
)
_FURTHER = _Question(
    Duty.DISPUTE,
    (DisputeState.DETERMINED,),
    speaks_for_opener,
    gettext_lazy("You can go further only after the dispute was determined, and before it is ended."),
    gettext_lazy("Only the member can take it further."),
)
_WITHDRAW = _Question(
    Duty.DISPUTE,
    (DisputeState.OPENED,),
    speaks_for_opener,
    gettext_lazy("This dispute is determined or ended, so there is nothing to withdraw."),
    gettext_lazy("Only the member can withdraw it."),
)
_DONE = _Question(
    Duty.DETERMINE,
    (DisputeState.DETERMINED,),
    _carries_out,
    gettext_lazy("Nothing is waiting to be done: this dispute is not determined, or it is ended."),
    gettext_lazy("Only the person whose decision it was, or who determined the dispute, can record this."),
)


@asked_once
def _knows(who: Standing, dispute: Dispute) -> bool:
    return visible_to(who).filter(pk=dispute.pk).exists()


def _answer(question: _Question, who: Standing, dispute: Dispute) -> Decision:
    rule = rule_of(question.duty, dispute)
    if not who.in_post:
        return refused(rule, _("You hold no post here today, so you cannot do this."))
    if not _knows(who, dispute):
        return unknown()
    if dispute.state not in question.states:
        return refused(rule, str(question.not_now))
    if not question.part(who, dispute):
        return refused(rule, str(question.not_yours))
    return allowed(rule)


def may_see_dispute(who: Standing, dispute: Dispute) -> Decision:
    """May the person know of it? Seeing is the query."""
    return _answer(_SEE, who, dispute)


def may_answer_dispute(who: Standing, dispute: Dispute) -> Decision:
    """May the person say why it was decided so? Once, in their own words."""
    decision = _answer(_ANSWER, who, dispute)
    if decision.allowed and dispute.answered_at is not None:
        return refused(rule_of(Duty.DISPUTE, dispute), _("You have answered already."))
    return decision


def may_determine(who: Standing, dispute: Dispute) -> Decision:
    """May the person decide it? A party never does, nor whoever answers to one; the sentence says so."""
    decision = _answer(_DETERMINE, who, dispute)
    is_open = dispute.state == DisputeState.OPENED
    holds = bool(who.posts & DECIDING_POSTS) and visible_to(who).filter(pk=dispute.pk).exists()
    if not decision.allowed and is_open and holds and is_party(who.person, dispute, on=who.on):
        sentence = _("You are a party to this dispute, or answer to one, so somebody else decides it.")
        return refused(rule_of(Duty.DETERMINE, dispute), sentence)
    return decision


def may_go_further(who: Standing, dispute: Dispute) -> Decision:
    """May the member have it decided on the text's next rung?"""
    decision = _answer(_FURTHER, who, dispute)
    if not decision.allowed:
        return decision
    rule = rule_of(Duty.DISPUTE, dispute)
    if not further_rungs(protocol(dispute.protocol), Rung(dispute.rung)):
        return refused(rule, _("The protocol names nobody to go to after this decision."))
    latest = dispute.latest
    if latest is not None and latest.outcome == Determination.Outcome.FOR_MEMBER:
        return refused(rule, _("It was decided for the member, so there is nothing to take further."))
    return decision


def may_withdraw_dispute(who: Standing, dispute: Dispute) -> Decision:
    """May the person take it back?"""
    return _answer(_WITHDRAW, who, dispute)


def may_record_done(who: Standing, dispute: Dispute) -> Decision:
    """May the person record that what had to happen has happened?"""
    return _answer(_DONE, who, dispute)


def may_open_precedents(who: Standing) -> Decision:
    """Earlier determinations: for those who decide disputes; reasons may hold what is personal."""
    rule = Rule(Duty.DETERMINE.value, Duty.DETERMINE.sentence)
    if who.has(Role.MONITORING_OFFICER) or Dispute.objects.filter(decides(who)).exists():
        return allowed(rule)
    return refused(
        rule, _("Earlier determinations are for the monitoring officer and those who decide disputes.")
    )
