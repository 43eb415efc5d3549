"""Who knows what a document holds, by name; and whether a person does."""

import datetime

from django.db.models import Q, QuerySet

from access_rules.models import Document, Privy
from council.models import Person
from council.queries.prepared import Named


def stands_on(on: datetime.date | Named) -> Q:
    """Rows that hold on the day: not ended, and their last day not past."""
    return Q(ended_at__isnull=True) & (Q(until__isnull=True) | Q(until__gte=on))


def privy_to(document: Document, on: datetime.date) -> QuerySet[Privy]:
    """Those who know what the document holds on the day, in the order in which they were named."""
    found = Privy.objects.filter(stands_on(on), document=document)
    return found.select_related("person", "by")


def is_privy(person: Person, document: Document, on: datetime.date) -> bool:
    """Whether the person is named as knowing it on the day (HA 4.28, WF 4.5, MW 12.3, WO 9.3.32)."""
    return Privy.objects.filter(stands_on(on), document=document, person=person).exists()


def documents_known_to(person: Person | Named, on: datetime.date | Named) -> QuerySet[Privy]:
    """The rows by which the person knows documents; a list asks `pk__in=….values("document")`."""
    return Privy.objects.filter(stands_on(on), person=person)
