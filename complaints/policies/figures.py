"""Who may see figures on complaints: whoever reports to the Standards Committee, and no case by it."""

from django.utils.translation import gettext as _

from casework.policies.asking import rule_of
from council.queries import Standing, protocol_in_force
from council.rules import Role
from rulebook.decision import Decision, allowed, refused
from rulebook.duty import Duty


def may_see_figures(who: Standing) -> Decision:
    """May the person see counts of complaints? The monitoring officer and democratic services may."""
    rule = rule_of(Duty.KEEP_COMPLAINT_CONFIDENTIAL, protocol_in_force().key)
    if who.in_post and who.has(Role.MONITORING_OFFICER, Role.DEMOCRATIC_SERVICES):
        return allowed(rule)
    words = _("The monitoring officer and democratic services see figures on complaints, and nobody else.")
    return refused(rule, words)
