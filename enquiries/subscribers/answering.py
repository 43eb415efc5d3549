"""The letters of a case's ordinary way: number and link, never what it is about."""

from django.utils.translation import gettext_lazy as _

from casework.events import EventKind
from enquiries import events
from enquiries.subscribers import recipients as to
from enquiries.subscribers.plan import Plan
from enquiries.subscribers.words import late_or_soon, promised, received, says

PLANS: dict[EventKind, tuple[Plan, ...]] = {
    events.SENT: (
        Plan(to.member, received, to_actor=True),
        Plan(to.addressed, says(_("New enquiry"), _("%(reference)s is waiting for you."), with_date=True)),
    ),
    events.LOGGED_FOR_MEMBER: (
        Plan(to.member, received, to_actor=True),
        Plan(to.addressed, says(_("New enquiry"), _("%(reference)s is waiting for you."), with_date=True)),
    ),
    events.ROUTED: (
        Plan(to.addressed, says(_("New enquiry"), _("%(reference)s is waiting for you."), with_date=True)),
    ),
    events.HANDED_BACK: (
        Plan(to.routers, says(_("Handed back"), _("%(reference)s needs another service."), with_date=True)),
    ),
    events.ALLOCATED: (
        Plan(
            to.member,
            says(_("Your enquiry has an owner"), _("An officer has taken on %(reference)s."), with_date=True),
        ),
        Plan(to.officer, says(_("You have a new case"), _("%(reference)s is now with you."), with_date=True)),
    ),
    events.REALLOCATED: (
        Plan(to.officer, says(_("You have a new case"), _("%(reference)s is now with you."), with_date=True)),
    ),
    events.QUESTION_ASKED: (
        Plan(
            to.member,
            says(_("A question for you"), _("The officer has asked you a question about %(reference)s.")),
        ),
    ),
    events.QUESTION_ANSWERED: (
        Plan(
            to.officer,
            says(
                _("Your question is answered"),
                _("The member has answered about %(reference)s."),
                with_date=True,
            ),
        ),
    ),
    events.INFORMATION_ADDED: (
        Plan(
            to.officer,
            says(_("More information"), _("The member has added to %(reference)s."), with_date=True),
        ),
    ),
    events.CHASED: (
        Plan(
            to.officer,
            says(
                _("The member is chasing"),
                _("The member asks where the reply to %(reference)s is."),
                with_date=True,
            ),
        ),
    ),
    events.HOLDING_REPLY_SENT: (Plan(to.member, promised),),
    events.REPLY_SENT: (
        Plan(
            to.member,
            says(_("You have a reply"), _("%(reference)s is answered. Say whether it answers you.")),
        ),
    ),
    events.CLOSED: (Plan(to.officer, says(_("Closed"), _("The member has closed %(reference)s."))),),
    events.CLOSED_BY_ITSELF: (
        Plan(to.everybody, says(_("Closed"), _("%(reference)s is closed. It can be reopened."))),
    ),
    events.REOPENED: (
        Plan(
            to.officer,
            says(_("Reopened"), _("The member says that %(reference)s is not answered."), with_date=True),
        ),
    ),
    events.WITHDRAWN: (Plan(to.officer, says(_("Withdrawn"), _("%(reference)s needs no reply any more."))),),
    events.PASSED_ON: (
        Plan(
            to.member, says(_("An enquiry is now yours"), _("You go on with %(reference)s."), with_date=True)
        ),
        Plan(
            to.officer,
            says(_("Another member"), _("Another member goes on with %(reference)s."), with_date=True),
        ),
    ),
    events.ENDED_WITH_TERM: (
        Plan(to.officer, says(_("Ended"), _("%(reference)s needs no reply any more."))),
    ),
    events.MEMBER_LEFT: (
        Plan(to.monitoring, says(_("The member left office"), _("Say who goes on with %(reference)s."))),
    ),
    events.RECEIPT_CORRECTED: (
        Plan(
            to.everybody,
            says(
                _("Reply date changed"),
                _("The day of receipt of %(reference)s was corrected."),
                with_date=True,
            ),
        ),
    ),
    events.DEADLINE_MOVED: (
        Plan(
            to.everybody,
            says(_("Reply date changed"), _("The closed days have changed: %(reference)s."), with_date=True),
        ),
    ),
    events.REMINDER_DUE: (Plan(to.reminded, late_or_soon),),
    events.CLOSING_SOON: (
        Plan(
            to.member,
            says(_("Closes soon"), _("%(reference)s closes soon unless you say it is not answered.")),
        ),
    ),
}
