"""The rights that are tried last, looked at ahead: whether one of them gives whoever asks the whole paper."""

from access_rules.rules.advisers import political_advice
from access_rules.rules.case import Case
from access_rules.rules.independent import independent
from access_rules.rules.need_to_know import accepted
from access_rules.rules.own_body import executive, own_body
from access_rules.rules.parish import business
from access_rules.rules.scrutiny import copies
from access_rules.rules.statute import inspect_after, inspect_executive, inspect_meeting
from access_rules.rules.verdict import Verdict

OF_OFFICE = (executive, own_body)
BY_STATUTE = (copies, inspect_meeting, inspect_executive, inspect_after, business)
BY_FINDING = (independent, accepted)


def granted_later(case: Case) -> bool:
    """Whether a right of office, of statute or by a finding gives the paper."""
    if isinstance(political_advice(case), Verdict):
        return False
    return any(_gives(case, right) for right in (*OF_OFFICE, *BY_STATUTE, *BY_FINDING))


def served_by_statute(case: Case) -> bool:
    """Whether a right without a test of purpose gives the paper: of section 100F or the regulations."""
    return any(_gives(case, right) for right in BY_STATUTE)


def served_first(case: Case) -> bool:
    """Whether the right of one’s own body, or scrutiny’s, gives the paper."""
    return any(_gives(case, right) for right in (*OF_OFFICE, copies))


def is_of_own_body(case: Case) -> bool:
    """Whether the right of one’s own body reaches the paper, whatever it then says."""
    return any(isinstance(right(case), Verdict) for right in OF_OFFICE)


def _gives(case: Case, right: object) -> bool:
    found = right(case) if callable(right) else None
    return isinstance(found, Verdict) and found.grants
