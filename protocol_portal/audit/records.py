"""Which record an event is about, and whether the reader may know of it: asked of each counter."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import BigIntegerField, Case, Q, QuerySet, When
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast
from django.urls import reverse

from access_rules.queries.visible import known_by_place
from casework.models import CaseEvent
from casework.queries.amendments import visible_to as amendments_visible_to
from casework.queries.disputes import visible_to as disputes_visible_to
from casework.queries.reports import visible_to as reports_visible_to
from complaints.queries.watching import openings_known_to
from council.queries import Standing
from enquiries.queries import visible_to as enquiries_visible_to


@dataclass(frozen=True, slots=True)
class Source:
    """One kind of record: the fact that names it, who may know of which, and the page that shows it."""

    fact: str
    known: Callable[[Standing], QuerySet[Any]]
    page: str


@dataclass(frozen=True, slots=True)
class Record:
    """One record as a line names it."""

    reference: str
    url: str


SOURCES = (
    Source("enquiry", enquiries_visible_to, "enquiry"),
    Source("document", known_by_place, "document-openings"),
    Source("complaint", openings_known_to, "complaint"),
    Source("dispute", disputes_visible_to, "dispute"),
    Source("amendment", amendments_visible_to, "amendment"),
    Source("report", reports_visible_to, "report"),
)


def with_records(events: QuerySet[CaseEvent]) -> QuerySet[CaseEvent]:
    """The same, each with the number of the record that it is about, by the name of its fact."""
    numbers: dict[str, Any] = {
        f"of_{source.fact}": Case(
            # A filter that somebody chose may go by the same name, and is no number.
            When(
                **{f"facts__{source.fact}__gte": 0},
                then=Cast(KeyTextTransform(source.fact, "facts"), BigIntegerField()),
            )
        )
        for source in SOURCES
    }
    return events.annotate(**numbers)


def known_to(who: Standing, events: QuerySet[CaseEvent]) -> QuerySet[CaseEvent]:
    """Those about no record, or about one of which the person may know; one query, subqueries and all."""
    found = with_records(events)
    for source in SOURCES:
        column = f"of_{source.fact}"
        seen = source.known(who).order_by().values("pk")
        found = found.filter(Q(**{f"{column}__isnull": True}) | Q(**{f"{column}__in": seen}))
    return found


def of_record(who: Standing, words: str) -> Q | None:
    """Events about the record of that number; None where the person knows of no such record."""
    found = Q()
    for source in SOURCES:
        row = (
            source.known(who).filter(reference__iexact=words).order_by().values_list("pk", flat=True).first()
        )
        if row is not None:
            found |= Q(**{f"of_{source.fact}": row})
    return found or None


def records_of(who: Standing, events: Iterable[CaseEvent]) -> Mapping[tuple[str, int], Record]:
    """The records of these events by fact and number; a query for each kind that there is."""
    found: dict[tuple[str, int], Record] = {}
    rows = list(events)
    for source in SOURCES:
        numbers = {getattr(event, f"of_{source.fact}") for event in rows} - {None}
        if not numbers:
            continue
        for pk, reference in source.known(who).filter(pk__in=numbers).values_list("pk", "reference"):
            found[source.fact, pk] = Record(reference, reverse(source.page, args=[reference]))
    return found
