"""Letters when an officer leaves and another goes on with their cases."""

from django.utils.translation import gettext_lazy as _

from casework.events import EventKind
from enquiries import events
from enquiries.subscribers import recipients as to
from enquiries.subscribers.plan import Plan
from enquiries.subscribers.words import says

PLANS: dict[EventKind, tuple[Plan, ...]] = {
    events.HANDED_OVER: (
        Plan(
            to.officer,
            says(_("You have a new case"), _("%(reference)s is now with you."), with_date=True),
        ),
        Plan(
            to.member,
            says(_("Another officer"), _("Another officer goes on with %(reference)s."), with_date=True),
        ),
    ),
}
