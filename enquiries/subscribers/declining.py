"""The letter of an enquiry that is declined: number and link, the reason stands in the portal alone."""

from django.utils.translation import gettext_lazy as _

from casework.events import EventKind
from enquiries import events
from enquiries.subscribers import recipients as to
from enquiries.subscribers.plan import Plan
from enquiries.subscribers.words import says

PLANS: dict[EventKind, tuple[Plan, ...]] = {
    events.DECLINED: (
        Plan(
            to.member,
            says(
                _("Declined"),
                _("%(reference)s cannot be done as it was asked. Read why, and what you can do instead."),
            ),
        ),
    ),
}
