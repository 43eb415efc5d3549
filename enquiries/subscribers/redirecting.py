"""The letters of what is handled elsewhere: that it moved, what changed there, what came of it."""

from django.utils.translation import gettext_lazy as _

from casework.events import EventKind
from enquiries import events
from enquiries.subscribers import recipients as to
from enquiries.subscribers.plan import Plan
from enquiries.subscribers.words import says

PLANS: dict[EventKind, tuple[Plan, ...]] = {
    events.REDIRECTED: (
        Plan(
            to.member,
            says(
                _("Your enquiry has moved"),
                _(
                    "%(reference)s is handled by another process now. It keeps its number, and you can "
                    "follow it."
                ),
                with_date=True,
            ),
        ),
        Plan(
            to.officer,
            says(
                _("Moved to another process"),
                _("%(reference)s is handled by another process now. It stays with you to follow."),
                with_date=True,
            ),
        ),
    ),
    events.REDIRECTION_UPDATED: (
        Plan(
            to.everybody,
            says(
                _("News of your enquiry"),
                _("The number or the date of %(reference)s where it is handled has changed."),
                with_date=True,
            ),
        ),
    ),
    events.OUTCOME_RECORDED: (
        Plan(
            to.member,
            says(
                _("There is an outcome"),
                _("What came of %(reference)s is on its page. Say whether it answers you."),
            ),
        ),
        Plan(to.officer, says(_("There is an outcome"), _("What came of %(reference)s is on its page."))),
    ),
    events.BROUGHT_BACK: (
        Plan(
            to.member,
            says(
                _("Your enquiry is back"),
                _("%(reference)s is answered here after all."),
                with_date=True,
            ),
        ),
        Plan(to.addressed, says(_("New enquiry"), _("%(reference)s is waiting for you."), with_date=True)),
    ),
    events.REFERRED: (
        Plan(
            to.monitoring,
            says(
                _("Where does it belong?"),
                _("You are asked which process %(reference)s belongs to. The clock runs on."),
                with_date=True,
            ),
        ),
    ),
}
