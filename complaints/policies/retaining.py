"""Who may keep a complaint, or what was handed on, beyond its day, and let it go again: who deals with it."""

from django.utils.translation import gettext_lazy

from casework.policies.asking import rule_of
from complaints.models import Complaint, HandedOn
from complaints.policies.handing import may_read_handed_on
from complaints.policies.parts import KEEPERS, ask, one_of, question
from council.queries import Standing
from rulebook.decision import Decision, allowed, refused
from rulebook.duty import Duty

_HOLD = question(
    Duty.KEEP_COMPLAINT_CONFIDENTIAL,
    one_of(*KEEPERS),
    gettext_lazy("Only those who deal with the complaint say how long it is kept."),
)
_NOT_TO_YOU = gettext_lazy("Only those to whom it was handed on say how long it is kept.")
_HELD = gettext_lazy("It is kept beyond its day already.")
_NOT_HELD = gettext_lazy("It is not kept beyond its day.")


def may_hold(who: Standing, complaint: Complaint) -> Decision:
    """May the person keep it beyond the day on which it would be erased?"""
    return _unless(ask(_HOLD, who, complaint), _HELD if complaint.is_held else None)


def may_release(who: Standing, complaint: Complaint) -> Decision:
    """May the person let it be erased on its day after all?"""
    return _unless(ask(_HOLD, who, complaint), None if complaint.is_held else _NOT_HELD)


def may_hold_handed_on(who: Standing, row: HandedOn) -> Decision:
    """May the person keep what was handed on beyond its day? Those to whom it went may."""
    return _unless(_has_it(who, row), _HELD if row.is_held else None)


def may_release_handed_on(who: Standing, row: HandedOn) -> Decision:
    """May the person let it be erased on its day after all?"""
    return _unless(_has_it(who, row), None if row.is_held else _NOT_HELD)


def _has_it(who: Standing, row: HandedOn) -> Decision:
    decision = may_read_handed_on(who, row)
    if not decision.allowed:
        return decision
    rule = rule_of(Duty.KEEP_HANDED_ON, row.protocol)
    if not row.handed_to.filter(person=who.person).exists():
        return refused(rule, str(_NOT_TO_YOU))
    return allowed(rule)


def _unless(decision: Decision, bar: object) -> Decision:
    if bar is None or not decision.allowed or decision.rule is None:
        return decision
    return refused(decision.rule, str(bar))
