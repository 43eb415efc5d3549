"""Who hears that something was handed on: those to whom it goes; number and link, never what it is about."""

from django.urls import reverse
from django.utils.translation import gettext as _

from casework.events import EventKind, Letter
from casework.models import CaseEvent
from casework.subscribers.plan import Plan
from complaints import events
from complaints.models import HandedOn
from complaints.policies.handing import may_read_handed_on
from complaints.subscribers.doors import Door
from council.models import Person


def _row(event: CaseEvent) -> HandedOn:
    return HandedOn.objects.get(stream=event.stream_id)


def _to(event: CaseEvent) -> list[Person]:
    return [one.person for one in _row(event).handed_to.select_related("person")]


def _words(person: Person, event: CaseEvent) -> Letter:
    row = _row(event)
    title = _("Something was handed on to you: %(reference)s") % {"reference": row.reference}
    lines = (_("The protocol asks that you have it. Read it and deal with it under its procedure."),)
    return Letter(title, lines, reverse("complaint-handed-on", args=[row.reference]))


PLANS: dict[EventKind, Plan] = {events.HANDED_ON: Plan(_to, Door(may_read_handed_on, _row), _words)}
