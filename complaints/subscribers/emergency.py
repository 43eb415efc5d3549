"""The letter of an opening in an emergency: at once, to the monitoring officer or the next in line."""

from django.urls import reverse
from django.utils.translation import gettext as _

from casework.events import EventKind, Letter
from casework.models import CaseEvent
from casework.subscribers.plan import Plan
from complaints import events
from complaints.policies.emergency import may_see_openings
from complaints.subscribers.doors import Door, complaint_of, told_by_number
from council.models import Person

# Not whoever became a side of it, or left the post, since it was opened.
_STILL_IN_LINE = Door(may_see_openings, complaint_of)


def _words(person: Person, event: CaseEvent) -> Letter:
    reference = complaint_of(event).reference
    return Letter(
        _("A complaint was opened in an emergency: %(reference)s") % {"reference": reference},
        (_("Somebody who has no part in it opened it for two hours, with a reason. Read who, and why."),),
        reverse("complaint-open", args=[reference]),
    )


PLANS: dict[EventKind, Plan] = {
    events.OPENED_IN_EMERGENCY: Plan(to=told_by_number, may=_STILL_IN_LINE, words=_words),
}
