"""Who may see how groups were treated beside each other, open the cases behind it, and close a gap."""

from django.utils.translation import gettext as _

from briefings.models import Matter
from briefings.policies.matters import works_on
from briefings.policies.parts import leads_group
from briefings.queries import own_and_covered
from briefings.states import BriefingState
from casework.policies.asking import rule_of
from council.queries import Standing, protocol_in_force
from council.rules import Role
from rulebook.decision import Decision, allowed, refused, unknown
from rulebook.duty import Duty


def sees_all_groups(who: Standing) -> bool:
    """Whether the person sees the figures of every group: the monitoring officer and democratic services."""
    return who.in_post and who.has(Role.MONITORING_OFFICER, Role.DEMOCRATIC_SERVICES)


def may_see_parity(who: Standing) -> Decision:
    """May the person see the figures? Those two all of them, a group’s leader the leader’s own group’s."""
    rule = rule_of(Duty.SHARE_BRIEFING, protocol_in_force().key)
    if sees_all_groups(who) or (who.group_id is not None and leads_group(who, who.group_id)):
        return allowed(rule)
    words = _(
        "The monitoring officer and democratic services see figures on briefings, and the leader of a group"
        " those of the group."
    )
    return refused(rule, words)


def may_open_list(who: Standing, group: int) -> Decision:
    """May the person open the cases behind a figure? The monitoring officer; the leader of that group."""
    rule = rule_of(Duty.KEEP_GROUP_TALK, protocol_in_force().key)
    leads = who.group_id == group and leads_group(who, group)
    if who.in_post and (who.has(Role.MONITORING_OFFICER) or leads):
        return allowed(rule)
    return refused(
        rule,
        _("What a group asked for is the group’s own. The monitoring officer opens the cases behind this."),
    )


def may_offer_missing(who: Standing) -> Decision:
    """May the person have every group offered or told what others have? The monitoring officer may."""
    rule = rule_of(Duty.SHARE_BRIEFING, protocol_in_force().key)
    if who.in_post and who.has(Role.MONITORING_OFFICER):
        return allowed(rule)
    return refused(rule, _("The monitoring officer does this. It also happens by itself every night."))


def may_close(who: Standing, matter: Matter) -> Decision:
    """May the person close the matter, so that nothing more is offered of it? Its lead, and the monitoring
    officer; not before every group has what was agreed for it.
    """
    rule = rule_of(Duty.SHARE_BRIEFING, matter.protocol)
    if not who.in_post or not works_on(who, matter):
        return unknown()
    if matter.lead_id not in own_and_covered(who) and not who.has(Role.MONITORING_OFFICER):
        return refused(rule, _("Whoever sees to it closes it, or the monitoring officer."))
    if matter.closed_on is not None:
        return refused(rule, _("It is closed already. A group that asks for it is answered all the same."))
    if matter.briefings.filter(state=BriefingState.AGREED).exists():
        return refused(
            rule,
            _("A group still waits for what was agreed. Close the matter once every group was given it."),
        )
    return allowed(rule)
