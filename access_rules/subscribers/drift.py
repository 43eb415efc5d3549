"""The alarm of the nightly check: to the monitoring officer, with numbers of documents and no titles."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from access_rules import events
from access_rules.models import Document, DocumentGrant
from casework.events import EventKind, Letter
from casework.models import CaseEvent
from casework.policies import may_receive_alarm
from casework.subscribers.plan import Plan
from casework.subscribers.security import alarmed
from council.models import Person

MOST_NAMED = 10


def alarm(person: Person, event: CaseEvent) -> Letter:
    """What was found, how often, and which documents to look at first. Who it was stands in the record."""
    return Letter(_("Lists of documents and the rule differ"), tuple(_lines(event)), reverse("documents"))


def _lines(event: CaseEvent) -> Iterator[str]:
    shown, hidden, fallen = (int(event.facts[name] or 0) for name in ("shown", "hidden", "fallen"))
    if shown:
        yield ngettext(
            "Once, a list has a document in it that the rule does not open to that person.",
            "In %(number)d cases a list has a document in it that the rule does not open to that person.",
            shown,
        ) % {"number": shown}
        yield _("No page shows or opens it: each asks the rule as well.")
    if hidden:
        yield ngettext(
            "Once, a list leaves out a document that the rule opens to that person.",
            "In %(number)d cases a list leaves out a document that the rule opens to that person.",
            hidden,
        ) % {"number": hidden}
    if fallen:
        yield ngettext(
            "The ground of one access by name is gone, and it was not cleared away. It opens nothing.",
            "The ground of %(number)d accesses by name is gone, and they were not cleared away. They open"
            " nothing.",
            fallen,
        ) % {"number": fallen}
    numbers = _numbers(event)
    if numbers:
        yield _("Look first at: %(numbers)s.") % {"numbers": ", ".join(numbers)}
    yield _("Tell whoever runs the portal. The record of security events says whom it concerns.")


def _numbers(event: CaseEvent) -> list[str]:
    """The documents concerned by number, each once."""
    pairs = [pair.partition(":")[2] for pair in str(event.facts["pairs"] or "").split(",")]
    grants = [key for key in str(event.facts["grants"] or "").split(",") if key]
    keys = {int(key) for key in pairs if key}
    keys |= set(DocumentGrant.objects.filter(pk__in=grants).values_list("content_object_id", flat=True))
    found = Document.objects.filter(pk__in=keys).order_by("pk")
    return list(found.values_list("reference", flat=True)[:MOST_NAMED])


PLANS: dict[EventKind, Plan] = {events.DRIFT_FOUND: Plan(alarmed, may_receive_alarm, alarm)}
