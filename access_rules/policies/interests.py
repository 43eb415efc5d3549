"""Who declares an interest, who keeps the register of them, and who says on which papers one bears."""

from django.utils.translation import gettext as _

from access_rules.policies.keeping import keeps_papers
from casework.policies.asking import rule_of
from council.queries import Standing, protocol_in_force
from council.rules import Role
from rulebook.decision import Decision, allowed, refused
from rulebook.duty import Duty


def keeps_interests(who: Standing) -> bool:
    """Whether the person keeps them: democratic services and the monitoring officer, whose register it is."""
    return keeps_papers(who) or who.has(Role.MONITORING_OFFICER)


def may_declare_interest(who: Standing) -> Decision:
    """May the person declare one? Members do, elected and co-opted; for themselves alone."""
    rule = rule_of(Duty.DECLARE_INTEREST, protocol_in_force().key)
    if who.has(Role.MEMBER):
        return allowed(rule)
    return refused(rule, _("Only a member of today can declare an interest, each for themself."))


def may_keep_interests(who: Standing) -> Decision:
    """May the person read the register of interests, and say on which item or document one bears?"""
    rule = rule_of(Duty.DECLARE_INTEREST, protocol_in_force().key)
    if keeps_interests(who):
        return allowed(rule)
    return refused(
        rule, _("The register of interests is kept by democratic services and the monitoring officer.")
    )
