"""The questions of a case's ordinary way as a table: duty, states, whose part it is, and the sentences."""

from django.utils.translation import gettext_lazy

from enquiries.policies.questions.parts import (
    MEMBER_ONLY,
    OFFICERS_ONLY,
    Question,
    anyone,
    handles,
    handles_or_routes,
    passes_on,
    routes,
    speaks_for_member,
    wrote,
)
from enquiries.states import OPEN, UNANSWERED, State
from rulebook.duty import Duty

ANSWERING: dict[str, Question] = {
    "send": Question(
        Duty.LOG_ENQUIRY,
        (State.DRAFT,),
        wrote,
        gettext_lazy("This enquiry has been sent already. Add more information to it instead."),
        gettext_lazy("Only the person who wrote this draft can send it."),
        unread=True,
    ),
    "route": Question(
        Duty.ADDRESS,
        (State.SENT,),
        routes,
        gettext_lazy("An officer has this enquiry. It can be sent elsewhere once the officer hands it back."),
        gettext_lazy("Only democratic services can send an enquiry to another service."),
    ),
    "allocate": Question(
        Duty.ALLOCATE,
        OPEN,
        handles_or_routes,
        gettext_lazy("This enquiry no longer needs an officer."),
        OFFICERS_ONLY,
    ),
    "hand_back": Question(
        Duty.ADDRESS,
        (State.SENT, State.ALLOCATED, State.WAITING, State.HOLDING, State.REOPENED),
        handles,
        gettext_lazy("This enquiry is answered, ended or handled elsewhere, so it cannot be handed back."),
        OFFICERS_ONLY,
    ),
    "ask_member": Question(
        Duty.ASK_MEMBER,
        (State.SENT, State.ALLOCATED, State.HOLDING, State.REOPENED),
        handles,
        gettext_lazy(
            "You cannot ask a question now: one is waiting for the member, or the enquiry is answered or "
            "handled elsewhere."
        ),
        OFFICERS_ONLY,
    ),
    "holding_reply": Question(
        Duty.HOLDING_REPLY,
        UNANSWERED,
        handles,
        gettext_lazy(
            "A holding reply is sent before the reply. This enquiry is answered, ended or handled elsewhere."
        ),
        OFFICERS_ONLY,
    ),
    "reply": Question(
        Duty.REPLY,
        UNANSWERED,
        handles,
        gettext_lazy("This enquiry is answered, ended or handled elsewhere, so it needs no reply now."),
        OFFICERS_ONLY,
    ),
    "note": Question(
        Duty.REPLY,
        tuple(state for state in State if state is not State.DRAFT),
        handles_or_routes,
        gettext_lazy("A draft has no notes."),
        OFFICERS_ONLY,
    ),
    "answer_question": Question(
        Duty.ASK_MEMBER,
        (State.WAITING,),
        speaks_for_member,
        gettext_lazy("The officer is not waiting for an answer. You can add more information instead."),
        MEMBER_ONLY,
    ),
    "add_information": Question(
        Duty.LOG_ENQUIRY,
        OPEN,
        speaks_for_member,
        gettext_lazy(
            "You cannot add to this enquiry now: it is answered or ended. Say what is missing instead."
        ),
        MEMBER_ONLY,
        unread=True,
    ),
    "chase": Question(
        Duty.CHASE,
        OPEN,
        speaks_for_member,
        gettext_lazy("There is nothing to chase: this enquiry is answered or ended."),
        MEMBER_ONLY,
        unread=True,
    ),
    "close": Question(
        Duty.CLOSE,
        (State.ANSWERED,),
        speaks_for_member,
        gettext_lazy("You cannot close this enquiry yet: the full reply has not been sent."),
        MEMBER_ONLY,
    ),
    "reopen": Question(
        Duty.REOPEN,
        (State.ANSWERED, State.CLOSED),
        speaks_for_member,
        gettext_lazy("Only an enquiry that has been answered can be reopened."),
        MEMBER_ONLY,
    ),
    "withdraw": Question(
        Duty.WITHDRAW,
        OPEN,
        speaks_for_member,
        gettext_lazy("This enquiry is answered or ended, so there is nothing to withdraw."),
        MEMBER_ONLY,
        unread=True,
    ),
    "pass_on": Question(
        Duty.KEEP_CONFIDENTIAL,
        OPEN,
        passes_on,
        gettext_lazy("This enquiry is answered or ended, so nobody need go on with it."),
        gettext_lazy(
            "Only democratic services can pass an enquiry on to another member; a confidential or private "
            "one, only the monitoring officer."
        ),
    ),
    "correct_receipt": Question(
        Duty.LOG_ENQUIRY,
        OPEN,
        routes,
        gettext_lazy("The day of receipt can be put right while the enquiry is open."),
        gettext_lazy("Only democratic services or the monitoring officer can put the day of receipt right."),
    ),
    "see": Question(Duty.KEEP_CONFIDENTIAL, tuple(State), anyone, "", "", unread=True),
}
