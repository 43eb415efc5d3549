"""The register of documents as its keepers have it: all of it, what waits for something first."""

import datetime
from collections.abc import Mapping

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

from access_rules.models import Document
from access_rules.queries.visible import KEPT_AND_READ
from access_rules.states import DocumentState

ORDER = ("waits", "-made_on", "-pk")
UNMARKED = Q(marking=Document.Marking.UNCLASSIFIED, kind__in=KEPT_AND_READ)
UNWEIGHED = Q(marking=Document.Marking.EXEMPT, public_interest=Document.Weighed.NOT_DONE)
OWNERLESS = Q(is_owner_confidential=True) & ~Q(owner_consent=Document.Consent.GIVEN)


def register_of(filters: Mapping[str, str]) -> QuerySet[Document]:
    """Every document that meets the filters (body, kind, marking, state): two queries, whatever there is."""
    rows = Document.objects.filter(**{name: value for name, value in filters.items() if value})
    in_use = ~Q(state=DocumentState.WITHDRAWN)
    waits = Case(
        When(in_use & (UNMARKED | UNWEIGHED | OWNERLESS), then=Value(0)),
        When(state=DocumentState.DRAFT, then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    return (
        rows.annotate(waits=waits)
        .select_related("body", "meeting", "group", "service", "author")
        .prefetch_related("clearances")
    )


def to_review(on: datetime.date) -> QuerySet[Document]:
    """Exemptions that are to be looked at again by that day."""
    return Document.objects.filter(marking=Document.Marking.EXEMPT, review_on__lte=on).exclude(
        state=DocumentState.WITHDRAWN
    )
