"""May somebody have an address for their calendar?"""

from django.utils.translation import gettext as _

from casework.policies.asking import rule_of
from council.queries import Standing, protocol_in_force
from rulebook.decision import Decision, allowed, refused
from rulebook.duty import Duty


def may_have_feed(who: Standing) -> Decision:
    """Officers and members of political groups may; what it shows is asked anew at each reading."""
    rule = rule_of(Duty.SHARE_BRIEFING, protocol_in_force().key)
    if not who.in_post:
        return refused(rule, _("You hold no post here today, so you cannot do this."))
    if who.appointment is None and not who.posts and not who.group_id and not who.assists_group_id:
        return refused(rule, _("Dates are for political groups and for officers who speak to them."))
    return allowed(rule)
