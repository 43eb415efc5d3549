"""Who publishes a determination to members, and what may not stand in it."""

import re

from django.utils.translation import gettext as _

from casework.models import Digest, Dispute
from casework.policies.disputes import may_see_dispute, rule_of
from council.queries import Standing
from council.rules import Role
from rulebook.decision import Decision, allowed, refused
from rulebook.duty import Duty


def may_publish(who: Standing, dispute: Dispute) -> Decision:
    """May the person publish the last determination? The monitoring officer, once, if they choose."""
    decision = may_see_dispute(who, dispute)
    if not decision.allowed:
        return decision
    rule = rule_of(Duty.DETERMINE, dispute)
    if not who.has(Role.MONITORING_OFFICER):
        return refused(rule, _("Only the monitoring officer publishes determinations."))
    made = dispute.latest
    if made is None:
        return refused(rule, _("This dispute is not determined yet, so there is nothing to publish."))
    if Digest.objects.filter(determination=made).exists():
        return refused(rule, _("This determination is published already."))
    return allowed(rule)


def names_in(text: str, dispute: Dispute) -> list[str]:
    """The names of either side and the numbers of the case that stand in the text."""
    sides = (dispute.opened_by, dispute.respondent)
    marks = [*(one.last_name for one in sides), dispute.reference, dispute.case_reference]
    return [mark for mark in marks if mark and re.search(rf"\b{re.escape(mark)}\b", text, re.IGNORECASE)]
