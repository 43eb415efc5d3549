"""May somebody say that they keep a complaint confidential? Whoever deals with it, once."""

from django.utils.translation import gettext_lazy

from complaints.models import Complaint
from complaints.policies.parts import SIDES, ask, parts_of, question
from complaints.policies.seeing import has_accepted
from council.queries import Standing
from rulebook.decision import Decision, refused
from rulebook.duty import Duty

_DONE = gettext_lazy("You said already that you keep it confidential.")


def _deals(who: Standing, complaint: Complaint) -> bool:
    parts = parts_of(who, complaint)
    return bool(parts) and not parts & SIDES


_ACCEPT = question(
    Duty.KEEP_COMPLAINT_CONFIDENTIAL,
    _deals,
    gettext_lazy("Only those who deal with a complaint are asked to accept this duty."),
)


def may_accept(who: Standing, complaint: Complaint) -> Decision:
    """May the person accept the duty to keep it confidential (WF-8.6)?"""
    decision = ask(_ACCEPT, who, complaint)
    if decision.allowed and decision.rule and has_accepted(who, complaint):
        return refused(decision.rule, str(_DONE))
    return decision
