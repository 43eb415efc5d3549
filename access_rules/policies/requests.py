"""What may somebody do with a request to see a document, and if not, why not?"""

import datetime
from collections.abc import Callable

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from access_rules.models import AccessRequest
from access_rules.policies.keeping import keeps_papers
from access_rules.queries.answering import answers_to
from access_rules.queries.asked import (
    ASSISTANT,
    DECIDING_POSTS,
    MEMBER,
    capacities_of,
    is_to_decide,
    keeps_requests,
    members_to_ask_for,
    visible_requests,
)
from access_rules.states import RequestState
from casework.policies.asking import Question, answer, rule_of
from council.models import Person
from council.queries import Standing, asked_once, protocol_in_force, who_held, why_nobody
from rulebook.access.duties import Reasons
from rulebook.decision import Decision, allowed, refused
from rulebook.duty import Duty
from rulebook.post import Post
from rulebook.protocols import protocol


@asked_once
def knows_of_request(who: Standing, row: AccessRequest) -> bool:
    """Whether the person may learn that the request exists: the one query."""
    return visible_requests(who).filter(pk=row.pk).exists()


def asks(who: Standing, row: AccessRequest) -> bool:
    """Whoever asked, the member for whom it was asked, and that member’s assistants."""
    mine = {row.asked_by_id, row.on_behalf_of_id}
    return who.person.pk in mine or row.on_behalf_of_id in who.assisted


def capacity_of(row: AccessRequest) -> str:
    """The role in which it was asked, as the form names it."""
    if row.capacity == MEMBER and row.on_behalf_of_id:
        return ASSISTANT
    return row.capacity


def may_ask(who: Standing) -> Decision:
    """May the person ask to see a document? Everybody in post may, and no form of the law is demanded."""
    rule = rule_of(Duty.OPEN_DOCUMENT, protocol_in_force().key)
    if not who.in_post:
        return refused(rule, _("You hold no post here today, so you cannot do this."))
    return allowed(rule)


def may_see_list(who: Standing) -> Decision:
    """May the person open the list of requests: those who decide, find and watch over them."""
    rule = rule_of(Duty.OPEN_DOCUMENT, protocol_in_force().key)
    if who.in_post and (keeps_requests(who) or who.posts & DECIDING_POSTS):
        return allowed(rule)
    return refused(rule, _("This list is for those who decide on requests to see documents."))


def may_ask_as(who: Standing, capacity: str, member: Person | None) -> Decision:
    """May the person ask in this role? An assistant names the member whom they assist (HA-4.9)."""
    decision = may_ask(who)
    if not decision.allowed or decision.rule is None:
        return decision
    if capacity not in capacities_of(who):
        return refused(decision.rule, _("You do not hold that role today. Choose another one."))
    if capacity == ASSISTANT and not (member and members_to_ask_for(who).filter(pk=member.pk).exists()):
        return refused(decision.rule, _("Choose the member you ask for."))
    return decision


def _anyone(who: Standing, row: AccessRequest) -> bool:
    return True


def _keeps(who: Standing, row: AccessRequest) -> bool:
    return keeps_papers(who) and not asks(who, row)


def _question(
    duty: Duty,
    part: Callable[[Standing, AccessRequest], bool],
    not_yours: str | Promise,
    states: tuple[RequestState, ...] | None,
    not_now: str | Promise,
) -> Question[AccessRequest]:
    values = tuple(state.value for state in states) if states else None
    return Question(duty, part, not_yours, values, not_now)


_SEE = _question(Duty.OPEN_DOCUMENT, _anyone, "", None, "")
_WITHDRAW = _question(
    Duty.OPEN_DOCUMENT,
    asks,
    gettext_lazy("Only whoever asked can take the request back."),
    (RequestState.ASKED, RequestState.REFERRED),
    gettext_lazy("This request is answered or withdrawn, so there is nothing to take back."),
)
_FIND = _question(
    Duty.OPEN_DOCUMENT,
    _keeps,
    gettext_lazy(
        "Only those who keep the register of documents can do this, and not in a request of their own."
    ),
    (RequestState.ASKED, RequestState.REFERRED),
    gettext_lazy("The document is found already, or the request is answered."),
)
_DECIDE = _question(
    Duty.OPEN_DOCUMENT,
    is_to_decide,
    gettext_lazy("This request is for somebody else to decide. Nobody decides on a request of their own."),
    (RequestState.REFERRED,),
    gettext_lazy("This request is not waiting for a decision."),
)
_UNDERTAKE = _question(
    Duty.UNDERTAKE,
    asks,
    gettext_lazy("Only whoever asked for the document can promise confidentiality."),
    (RequestState.REFERRED,),
    gettext_lazy("This request is not waiting for a decision."),
)


def _ask(question: Question[AccessRequest], who: Standing, row: AccessRequest) -> Decision:
    return answer(question, who, row, text=row.protocol, state=row.state, knows=knows_of_request)


def may_see_request(who: Standing, row: AccessRequest) -> Decision:
    """May the person read the request and its answer?"""
    return _ask(_SEE, who, row)


def may_withdraw_request(who: Standing, row: AccessRequest) -> Decision:
    """May the person take the request back?"""
    return _ask(_WITHDRAW, who, row)


def may_find(who: Standing, row: AccessRequest) -> Decision:
    """May the person say which entry of the register is meant?"""
    decision = _ask(_FIND, who, row)
    if decision.allowed and decision.rule and row.document_id:
        return refused(decision.rule, str(_FIND.not_now))
    return decision


def may_say_not_held(who: Standing, row: AccessRequest) -> Decision:
    """May the person answer that no such document is held? Not where that is decided anew."""
    decision = may_find(who, row)
    if decision.allowed and decision.rule and row.state == RequestState.REFERRED:
        sentence = _("Whether we hold it is decided again. Name the document, if it was found since.")
        return refused(decision.rule, sentence)
    return decision


def may_decide_request(who: Standing, row: AccessRequest) -> Decision:
    """May the person find facts and decide? Whoever asked never does (rulebook: the post in `refer_to`)."""
    return _ask(_DECIDE, who, row)


def may_refuse(who: Standing, row: AccessRequest) -> Decision:
    """May it be answered No, or in part? Not while nobody holds the post that has a copy (MW-5.1a)."""
    decision = may_decide_request(who, row)
    sentence = why_no_refusal(row, on=who.on)
    if decision.allowed and decision.rule and sentence:
        return refused(rule_of(Duty.WITHHOLD, row.protocol), sentence)
    return decision


def may_give(who: Standing, row: AccessRequest) -> Decision:
    """May it be answered Yes, or in part? Not before the document is found, nor where the law forbids it.

    The law is asked with every finding that was made: an authority that is shown may lift the bar.
    """
    decision = may_decide_request(who, row)
    if decision.allowed and decision.rule and row.document_id is None:
        sentence = _(
            "No document has been found for this request, so nothing can be opened. Democratic services name"
            " it first."
        )
        return refused(decision.rule, sentence)
    if decision.allowed and decision.rule:
        answers = answers_to(row, on=who.on)
        if answers.is_forbidden:
            return refused(decision.rule, f"{_('The law forbids to open it.')} {answers.enforced.reason}")
    return decision


def may_answer_with(who: Standing, row: AccessRequest, outcome: str) -> Decision:
    """May it be answered with this word: Yes, Partly or No?"""
    questions = {
        AccessRequest.Outcome.YES.value: (may_give,),
        AccessRequest.Outcome.PARTLY.value: (may_give, may_refuse),
        AccessRequest.Outcome.NO.value: (may_refuse,),
    }
    decisions = [question(who, row) for question in questions[outcome]]
    return next((one for one in decisions if not one.allowed), decisions[0])


def copied_to(row: AccessRequest, *, on: datetime.date) -> Person | None:
    """Who has a copy of a refusal (MW-5.1a); None where the text asks for none, or nobody is there."""
    return who_held(Post.MONITORING_OFFICER, on=on) if wants_copy(row) else None


def wants_copy(row: AccessRequest) -> bool:
    """Whether the text wants the reasons of a refusal copied to the monitoring officer."""
    return protocol(row.protocol).access.reasons.value is Reasons.WRITTEN_AND_COPIED


def why_no_refusal(row: AccessRequest, *, on: datetime.date) -> str:
    """The sentence where a refusal cannot go out, because nobody can have its copy; else nothing."""
    if not wants_copy(row) or copied_to(row, on=on) is not None:
        return ""
    why = why_nobody(Post.MONITORING_OFFICER, on=on)
    words = _(
        "The protocol wants the reasons copied to the %(post)s, and today nobody can have them: %(why)s "
        "Ask democratic services who stands in. Nothing can be refused until then."
    )
    return words % {
        "post": protocol(row.protocol).title_of(Post.MONITORING_OFFICER),
        "why": why.sentence if why is not None else "",
    }


def may_ask_for_promise(who: Standing, row: AccessRequest) -> Decision:
    """May a promise of confidentiality be asked for first (MW-5.5a)? Once, and where the text says so."""
    decision = may_decide_request(who, row)
    if not decision.allowed:
        return decision
    rule = rule_of(Duty.UNDERTAKE, row.protocol)
    if not protocol(row.protocol).access.undertaking:
        return refused(rule, _("The protocol does not let officers ask for a promise of confidentiality."))
    if row.promise_asked_at is not None:
        return refused(rule, _("A promise has been asked for already."))
    return decision


def may_answer_promise(who: Standing, row: AccessRequest) -> Decision:
    """May the person promise confidentiality, refuse to, or contest that it is needed (MW-5.5a to 5.5c)?"""
    decision = _ask(_UNDERTAKE, who, row)
    if decision.allowed and decision.rule and (row.promise_asked_at is None or row.undertaking):
        return refused(decision.rule, _("No promise is asked of you now."))
    return decision
