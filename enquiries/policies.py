"""May they, and if not, why not? Each answer is a decision with the duty's rule and a sentence.

The order is always the same: in post today; may know that it exists; the state; their part in it; the rest.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from council.models import Person
from council.queries import Standing, protocol_in_force, term_of
from council.rules import Role
from enquiries.models import Enquiry
from enquiries.queries import visible_to
from enquiries.states import IN_HAND, OPEN, State
from rulebook.decision import Decision, allowed, refused, unknown
from rulebook.duty import Duty
from rulebook.protocols import protocol
from rulebook.rule import Rule

Part = Callable[[Standing, Enquiry], bool]


@dataclass(frozen=True)
class Question:
    """One question of this counter: its duty, in which states, whose part it is, and the sentences."""

    duty: Duty
    states: tuple[State, ...]
    part: Part
    not_now: str | Promise
    not_yours: str | Promise


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


def _speaks_for_member(who: Standing, enquiry: Enquiry) -> bool:
    """The member; the member's assistant; or whoever in democratic services logged it for them."""
    return (
        enquiry.member_id == who.person.pk
        or enquiry.member_id in who.assisted
        or (enquiry.logged_by_id == who.person.pk and who.has(Role.DEMOCRATIC_SERVICES))
    )


def _handles(who: Standing, enquiry: Enquiry) -> bool:
    """The officer who has it or to whom it is addressed, their team, or the director of that team.

    Whoever speaks for the member never answers for the council in the same case.
    """
    if not who.has(Role.OFFICER) or _speaks_for_member(who, enquiry):
        return False
    named = who.person.pk in (enquiry.owner_id, enquiry.addressee_id)
    if enquiry.is_confidential or enquiry.team is None:
        return named
    return named or enquiry.team_id == who.team_id or enquiry.team.directorate_id in who.directorates


def _routes(who: Standing, enquiry: Enquiry) -> bool:
    return who.has(Role.DEMOCRATIC_SERVICES, Role.MONITORING_OFFICER) and not _is_their_own(who, enquiry)


def _is_their_own(who: Standing, enquiry: Enquiry) -> bool:
    return enquiry.member_id == who.person.pk


def _handles_or_routes(who: Standing, enquiry: Enquiry) -> bool:
    return _handles(who, enquiry) or _routes(who, enquiry)


def _wrote(who: Standing, enquiry: Enquiry) -> bool:
    return enquiry.logged_by_id == who.person.pk


def _anyone(who: Standing, enquiry: Enquiry) -> bool:
    return True


_MEMBER_ONLY = gettext_lazy(
    "Only the member who sent it, or somebody who speaks for the member, can do this."
)
_OFFICERS_ONLY = gettext_lazy("Only the officers who deal with this enquiry can do this.")
_NOT_IN_HAND = gettext_lazy("No officer has this enquiry in hand, so this cannot be done now.")

QUESTIONS: dict[str, Question] = {
    "send": Question(
        Duty.LOG_ENQUIRY,
        (State.DRAFT,),
        _wrote,
        gettext_lazy("This enquiry has been sent already. Add more information to it instead."),
        gettext_lazy("Only the person who wrote this draft can send it."),
    ),
    "route": Question(
        Duty.ADDRESS,
        (State.SENT,),
        _routes,
        gettext_lazy("An officer has this enquiry. It can be sent elsewhere once the officer hands it back."),
        gettext_lazy("Only democratic services can send an enquiry to another service."),
    ),
    "allocate": Question(
        Duty.ALLOCATE,
        (State.SENT, *IN_HAND),
        _handles_or_routes,
        gettext_lazy("This enquiry no longer needs an officer."),
        _OFFICERS_ONLY,
    ),
    "hand_back": Question(
        Duty.ADDRESS,
        (State.SENT, State.ALLOCATED, State.WAITING, State.HOLDING, State.REOPENED),
        _handles,
        gettext_lazy("This enquiry is answered or ended, so it cannot be handed back."),
        _OFFICERS_ONLY,
    ),
    "ask_member": Question(
        Duty.ASK_MEMBER,
        (State.SENT, State.ALLOCATED, State.HOLDING, State.REOPENED),
        _handles,
        gettext_lazy(
            "You cannot ask a question now: one is waiting for the member, or the enquiry is answered."
        ),
        _OFFICERS_ONLY,
    ),
    "holding_reply": Question(
        Duty.HOLDING_REPLY,
        OPEN,
        _handles,
        gettext_lazy("A holding reply is sent before the reply. This enquiry is answered or ended."),
        _OFFICERS_ONLY,
    ),
    "reply": Question(
        Duty.REPLY,
        OPEN,
        _handles,
        gettext_lazy("This enquiry is answered or ended, so it needs no reply now."),
        _OFFICERS_ONLY,
    ),
    "note": Question(
        Duty.REPLY,
        tuple(state for state in State if state is not State.DRAFT),
        _handles_or_routes,
        gettext_lazy("A draft has no notes."),
        _OFFICERS_ONLY,
    ),
    "answer_question": Question(
        Duty.ASK_MEMBER,
        (State.WAITING,),
        _speaks_for_member,
        gettext_lazy("The officer is not waiting for an answer. You can add more information instead."),
        _MEMBER_ONLY,
    ),
    "add_information": Question(
        Duty.LOG_ENQUIRY,
        OPEN,
        _speaks_for_member,
        gettext_lazy(
            "You cannot add to this enquiry now: it is answered or ended. Say what is missing instead."
        ),
        _MEMBER_ONLY,
    ),
    "chase": Question(
        Duty.CHASE,
        OPEN,
        _speaks_for_member,
        gettext_lazy("There is nothing to chase: this enquiry is answered or ended."),
        _MEMBER_ONLY,
    ),
    "close": Question(
        Duty.CLOSE,
        (State.ANSWERED,),
        _speaks_for_member,
        gettext_lazy("You cannot close this enquiry yet: the full reply has not been sent."),
        _MEMBER_ONLY,
    ),
    "reopen": Question(
        Duty.REOPEN,
        (State.ANSWERED, State.CLOSED),
        _speaks_for_member,
        gettext_lazy("Only an enquiry that has been answered can be reopened."),
        _MEMBER_ONLY,
    ),
    "withdraw": Question(
        Duty.WITHDRAW,
        OPEN,
        _speaks_for_member,
        gettext_lazy("This enquiry is answered or ended, so there is nothing to withdraw."),
        _MEMBER_ONLY,
    ),
    "correct_receipt": Question(
        Duty.LOG_ENQUIRY,
        OPEN,
        _routes,
        gettext_lazy("The day of receipt can be put right while the enquiry is open."),
        gettext_lazy("Only democratic services or the monitoring officer can put the day of receipt right."),
    ),
    "see": Question(Duty.KEEP_CONFIDENTIAL, tuple(State), _anyone, "", ""),
}


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


def may_correct_receipt(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person put the day of receipt right?"""
    return _answer(QUESTIONS["correct_receipt"], who, enquiry)


def is_handler(who: Standing, enquiry: Enquiry) -> bool:
    """Does the person see the case as staff do (notes included), or as the member does?"""
    return may_add_note(who, enquiry).allowed
