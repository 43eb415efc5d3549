"""The questions of this counter as a table: duty, states, whose part it is, and the sentences."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from council.queries import Standing
from council.rules import Role
from enquiries.models import Enquiry
from enquiries.states import IN_HAND, OPEN, State
from rulebook.duty import Duty

Part = Callable[[Standing, Enquiry], bool]


@dataclass(frozen=True)
class Question:
    """One question of this counter: its duty, in which states, whose part it is, and the sentences."""

    duty: Duty
    states: tuple[State, ...]
    part: Part
    not_now: str | Promise
    not_yours: str | Promise


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


def _passes_on(who: Standing, enquiry: Enquiry) -> bool:
    """Democratic services; of confidential correspondence the monitoring officer alone, case by case."""
    if enquiry.is_confidential:
        return who.has(Role.MONITORING_OFFICER) and not _is_their_own(who, enquiry)
    return _routes(who, enquiry)


def _wrote(who: Standing, enquiry: Enquiry) -> bool:
    return enquiry.logged_by_id == who.person.pk


def _anyone(who: Standing, enquiry: Enquiry) -> bool:
    return True


_MEMBER_ONLY = gettext_lazy(
    "Only the member who sent it, or somebody who speaks for the member, can do this."
)
_OFFICERS_ONLY = gettext_lazy("Only the officers who deal with this enquiry can do this.")

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
    "pass_on": Question(
        Duty.KEEP_CONFIDENTIAL,
        OPEN,
        _passes_on,
        gettext_lazy("This enquiry is answered or ended, so nobody need go on with it."),
        gettext_lazy(
            "Only democratic services can pass an enquiry on to another member; a confidential one, only the "
            "monitoring officer."
        ),
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
