"""May somebody open a complaint in which they have no part, and read who did?"""

from django.utils.translation import gettext as _

from casework.policies.asking import rule_of
from complaints.models import Complaint
from complaints.policies.parts import knows
from complaints.queries.in_line import in_line, is_in_line, openings_told_to
from complaints.states import ComplaintState
from council.queries import Standing, protocol_in_force
from rulebook.decision import Decision, allowed, refused, unknown
from rulebook.duty import Duty


def may_open_in_emergency(who: Standing, complaint: Complaint) -> Decision:
    """The monitoring officer, who has no part in it; or, where barred, the next in line. Nobody else learns
    from the question that there is such a complaint; what was only noted is nobody’s but its author’s.
    """
    rule = rule_of(Duty.KEEP_COMPLAINT_CONFIDENTIAL, complaint.protocol)
    if not who.in_post:
        return refused(rule, _("You hold no post here today, so you cannot do this."))
    if knows(who, complaint):
        return refused(rule, _("You can read this complaint without opening it in an emergency."))
    if complaint.state == ComplaintState.RAISED or complaint.erased_at:
        return unknown()
    first = next(iter(in_line(complaint, on=who.on)), [])
    return allowed(rule) if who.person in first else unknown()


def may_see_openings(who: Standing, complaint: Complaint) -> Decision:
    """Whoever was told of an opening, or made it, and is still in line: never a side of the complaint."""
    rule = rule_of(Duty.KEEP_COMPLAINT_CONFIDENTIAL, complaint.protocol)
    if not who.in_post:
        return refused(rule, _("You hold no post here today, so you cannot do this."))
    still = any(who.person in some for some in in_line(complaint, on=who.on))
    return allowed(rule) if still and openings_told_to(who.person, complaint) else unknown()


def may_ask_to_open(who: Standing) -> Decision:
    """Whether the page that asks for a number is shown at all: to those who are ever in line."""
    rule = rule_of(Duty.KEEP_COMPLAINT_CONFIDENTIAL, protocol_in_force().key)
    if not who.in_post or not is_in_line(who):
        return refused(rule, _("Only the monitoring officer, or the next in line, can open a complaint so."))
    return allowed(rule)
