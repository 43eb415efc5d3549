"""Who may keep a complaint beyond its day, and let it go again: those who deal with it."""

from django.utils.translation import gettext_lazy

from complaints.models import Complaint
from complaints.policies.parts import KEEPERS, ask, one_of, question
from council.queries import Standing
from rulebook.decision import Decision, refused
from rulebook.duty import Duty

_HOLD = question(
    Duty.KEEP_COMPLAINT_CONFIDENTIAL,
    one_of(*KEEPERS),
    gettext_lazy("Only those who deal with the complaint say how long it is kept."),
)
_HELD = gettext_lazy("It is kept beyond its day already.")
_NOT_HELD = gettext_lazy("It is not kept beyond its day.")


def may_hold(who: Standing, complaint: Complaint) -> Decision:
    """May the person keep it beyond the day on which it would be erased?"""
    return _unless(ask(_HOLD, who, complaint), _HELD if complaint.is_held else None)


def may_release(who: Standing, complaint: Complaint) -> Decision:
    """May the person let it be erased on its day after all?"""
    return _unless(ask(_HOLD, who, complaint), None if complaint.is_held else _NOT_HELD)


def _unless(decision: Decision, bar: object) -> Decision:
    if bar is None or not decision.allowed or decision.rule is None:
        return decision
    return refused(decision.rule, str(bar))
