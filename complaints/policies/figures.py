"""Who may see figures on complaints: whoever reports to the Standards Committee, and no case by it."""

from django.utils.translation import gettext as _

from casework.policies.asking import rule_of
from complaints.models import Lesson
from complaints.queries.lessons import enough_ended
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


def may_publish_lesson(who: Standing, year: int) -> Decision:
    """May the person publish what was learned in the year? The monitoring officer, once five have ended."""
    rule = rule_of(Duty.KEEP_COMPLAINT_CONFIDENTIAL, protocol_in_force().key)
    if not who.in_post or not who.has(Role.MONITORING_OFFICER):
        return refused(rule, _("The monitoring officer says what is published of complaints."), ())
    if not enough_ended(year, today=who.on):
        return refused(
            rule,
            _(
                "Fewer than five complaints ended in the quarters of this year that are over. "
                "What was learned would tell of one of them."
            ),
            (),
        )
    return allowed(rule)


def may_take_out_lesson(who: Standing, lesson: Lesson) -> Decision:
    """May the person take a lesson out of the figures again? The monitoring officer, once."""
    rule = rule_of(Duty.KEEP_COMPLAINT_CONFIDENTIAL, protocol_in_force().key)
    if not who.in_post or not who.has(Role.MONITORING_OFFICER):
        return refused(rule, _("The monitoring officer says what is published of complaints."), ())
    if lesson.taken_out_at is not None:
        return refused(rule, _("It was taken out already."), ())
    return allowed(rule)
