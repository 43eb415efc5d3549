"""Who hears that nobody deals with a complaint any more: those next in line who are not barred from it."""

from django.urls import reverse
from django.utils.translation import gettext as _

from casework.events import EventKind, Letter
from casework.models import CaseEvent
from casework.policies.asking import rule_of
from casework.subscribers.plan import Plan
from complaints import events
from complaints.queries.alarms import nobody_deals
from complaints.subscribers.doors import Door, complaint_of, told_by_number
from council.models import Person
from council.queries import Standing
from rulebook.decision import Decision, allowed, unknown
from rulebook.duty import Duty


def _still_next(who: Standing, event: CaseEvent) -> Decision:
    """Not whoever became a side, or left the post, since; nor anybody once somebody deals with it again."""
    row = complaint_of(event)
    is_next = who.person in told_by_number(event) and row in nobody_deals(who)
    return allowed(rule_of(Duty.STAND_ASIDE, row.protocol)) if is_next else unknown()


def _words(person: Person, event: CaseEvent) -> Letter:
    return Letter(
        _("Nobody deals with a complaint: %(reference)s") % {"reference": complaint_of(event).reference},
        (_("Whoever had it may deal with it no longer, and nobody could follow. Read what you can do."),),
        reverse("complaints"),
    )


PLANS: dict[EventKind, Plan] = {
    events.NOBODY_DEALS: Plan(told_by_number, Door(_still_next, lambda event: event), _words),
}
