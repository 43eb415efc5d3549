"""Who hears of a declared relationship: whoever is told of it, and then its author; a link, never names."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from casework.events import EventKind, Letter
from casework.models import CaseEvent
from casework.subscribers.plan import Plan
from complaints import events
from complaints.policies.relationships import may_see_relationship
from complaints.subscribers.doors import Door
from council.models import Person, Relationship


def _row(event: CaseEvent) -> Relationship:
    rows = Relationship.objects.select_related("told", "person")
    found: Relationship = rows.get(pk=event.facts["relationship"])
    return found


def _told(event: CaseEvent) -> Iterable[Person]:
    told = _row(event).told
    return [told] if told else []


def _whoever_declared(event: CaseEvent) -> Iterable[Person]:
    return [_row(event).person]


_MAY = Door(may_see_relationship, _row)


def _declared(person: Person, event: CaseEvent) -> Letter:
    lines = (
        _("Somebody declared a close relationship to you. Nobody else is told of it."),
        _("Talk to them, and write down what you advised or settled."),
    )
    return Letter(_("Something was declared to you"), lines, reverse("relationships"))


def _ended(person: Person, event: CaseEvent) -> Letter:
    line = _("Something that was declared to you is over. The register shows since when.")
    return Letter(_("Something declared to you is over"), (line,), reverse("relationships"))


def _settled(person: Person, event: CaseEvent) -> Letter:
    line = _("It is written down what was advised or settled on something that you declared.")
    return Letter(_("On what you declared"), (line,), reverse("relationships"))


PLANS: dict[EventKind, Plan] = {
    events.RELATIONSHIP_DECLARED: Plan(_told, _MAY, _declared),
    events.RELATIONSHIP_ENDED: Plan(_told, _MAY, _ended),
    events.RELATIONSHIP_SETTLED: Plan(_whoever_declared, _MAY, _settled),
}
