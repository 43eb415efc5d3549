"""Who hears that the Independent Person was asked, and answered: a link; to them no number and no name."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.events import EventKind, Letter
from casework.models import CaseEvent
from casework.subscribers.plan import Plan
from complaints import events
from complaints.models import Handler
from complaints.policies.consulting import may_read_put
from complaints.subscribers.doors import Door, handlers, plan
from council.models import Person
from council.queries import Standing
from rulebook.decision import Decision, unknown


def _asked(event: CaseEvent) -> Handler | None:
    rows = Handler.objects.select_related("person", "complaint").filter(ended_at__isnull=True)
    return rows.filter(pk=event.facts.get("handler", 0), complaint__stream=event.stream_id).first()


def _to(event: CaseEvent) -> list[Person]:
    handler = _asked(event)
    return [handler.person] if handler else []


def _may(who: Standing, handler: Handler | None) -> Decision:
    return may_read_put(who, handler) if handler else unknown()


def _words(person: Person, event: CaseEvent) -> Letter:
    lines = (_("The council asks for your view as its Independent Person. Sign in to read it."),)
    url = reverse("complaint-asked", args=[event.facts["handler"]])
    return Letter(_("Your view is asked for, in confidence"), lines, url)


_KEEPERS = handlers(Handler.Part.RECIPIENT, Handler.Part.INVESTIGATOR, Handler.Part.DECIDER)
PLANS: dict[EventKind, Plan] = {
    events.INDEPENDENT_ASKED: Plan(_to, Door(_may, _asked), _words),
    events.VIEWS_GIVEN: plan(
        _KEEPERS,
        gettext_lazy("View of the Independent Person"),
        gettext_lazy("It is on the file. Say what came of the complaint when it is decided."),
    ),
}
