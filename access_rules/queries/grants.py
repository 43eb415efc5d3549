"""Access given by name: which grants open anything on a day, asked of the rows and never of guardian."""

import datetime
from functools import cache
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import TruncDate

from access_rules.models import Document, DocumentGrant, InterestBears
from access_rules.queries.requests import marked_as_decided
from access_rules.states import DocumentState, RequestState
from council.models import Interest, MemberTerm, OfficerAppointment, Person, Seat
from council.queries import Standing, protocol_in_force
from council.queries.prepared import Named, Prepared, named_day, named_key, prepared
from rulebook.access import rights

# The one permission that opens a document; a row that says another opens nothing.
OPENS = "view_document"
# Interests that end what was given by name. Of a personal one alone no text says that it changes access.
BARRING = (Interest.Standing.PREJUDICIAL, Interest.Standing.DPI)

_PERSON, _ON = named_key("person"), named_day("on")


def grants_that_stand(on: datetime.date | Named) -> QuerySet[DocumentGrant]:
    """Every grant that opens something on the day: one query, whatever the clock has cleared away.

    A grant ends with its last day; with the term, the job or the seat in which it was given; with an interest
    that was declared afterwards; with the document, once that is withdrawn; with its request, once that is
    taken back or answered with No, or the document is marked graver than it was then. Whoever is out of
    office has none, whatever the ground.
    """
    lasts = DocumentGrant.objects.filter(
        permission__codename=OPENS, expires_on__gte=on, user__is_active=True
    ).exclude(content_object__state=DocumentState.WITHDRAWN)
    lasts = lasts.annotate(given_on=TruncDate("granted_at"))
    found: QuerySet[DocumentGrant] = lasts.filter(
        _in_office(on), _ground_holds(on), ~barred(on), _request_holds()
    )
    return found


def grants_in_force(who: Standing, on: datetime.date) -> QuerySet[DocumentGrant]:
    """Those of one person; a list asks `pk__in=grants_in_force(who, on).values("content_object")`.

    Two grants of one document count as one, and one that has run out counts as none.
    """
    keys = _of_one(protocol_in_force().key).keys(person=who.person.pk, on=on)
    return DocumentGrant.objects.filter(pk__in=keys)


@cache
def _of_one(text: str) -> Prepared:
    """The grants of one person on a day; what ends one hangs on the text in force, by its key."""
    return prepared(grants_that_stand(_ON).filter(user__person=_PERSON).order_by().values("pk"))


def grants_of(document: Document, on: datetime.date) -> QuerySet[DocumentGrant]:
    """Who may open a document by name on the day, in the order of the last days."""
    found = grants_that_stand(on).filter(content_object=document)
    return found.select_related("user__person", "granted_by", "body", "request").order_by("expires_on", "pk")


def grants_that_fell(on: datetime.date | Named) -> QuerySet[DocumentGrant]:
    """Rows that open nothing any more on the day: what the clock clears away."""
    standing = grants_that_stand(on).values("pk")
    return DocumentGrant.objects.exclude(pk__in=standing).order_by("pk")


def is_barred(person: Person, document: Document, on: datetime.date) -> bool:
    """Whether an interest bars giving the person access by name: where the text in force says so (I1)."""
    return _strips() and _interests_in(document).filter(_barring(on), interest__person=person).exists()


def _interests_in(document: Document) -> QuerySet[InterestBears]:
    item = Q(item=document.item_id) if document.item_id else Q(pk__in=[])
    return InterestBears.objects.filter(Q(document=document) | item)


def _in_office(on: datetime.date | Named) -> Q:
    """A member or an officer on the day."""
    person = OuterRef("user__person")
    return Q(Exists(MemberTerm.objects.on(on).filter(person=person))) | Q(
        Exists(OfficerAppointment.objects.on(on).filter(person=person))
    )


def _ground_holds(on: datetime.date | Named) -> Q:
    """The same term or job as on the day of the grant, or the same seat; a purpose alone needs neither."""
    person = OuterRef("user__person")
    term = _same(MemberTerm.objects.on(on), person=person)
    job = _same(OfficerAppointment.objects.on(on), person=person)
    seat = _same(Seat.objects.on(on), person=person, body=OuterRef("body"))
    ground = DocumentGrant.Ground
    return (
        Q(ends_with=ground.PURPOSE)
        | (Q(ends_with=ground.TERM) & (Q(Exists(term)) | Q(Exists(job))))
        | (Q(ends_with=ground.SEAT) & Q(Exists(seat)))
    )


def _same(rows: Any, **whose: OuterRef) -> Any:
    """Rows of a dated register that held already on the day of the grant."""
    return rows.filter(from_on__lte=OuterRef("given_on"), **whose)


def _barring(on: datetime.date | Named) -> Q:
    """Interests of the standing that bars, held on the day."""
    lasts = Q(interest__to_on__isnull=True) | Q(interest__to_on__gte=on)
    return lasts & Q(interest__standing__in=BARRING, interest__from_on__lte=on)


def _strips() -> bool:
    """Whether the text in force leaves a member with an interest what a private person has."""
    return rights.Interests.PRIVATE_PERSON in protocol_in_force().access.interests


def barred(on: datetime.date | Named) -> Q:
    """What ends a grant: an interest that was entered after it; where the rule I1 stands, at any time."""
    bears = InterestBears.objects.filter(_barring(on), interest__person=OuterRef("user__person"))
    bears = bears.filter(
        Q(document=OuterRef("content_object")) | Q(item__documents=OuterRef("content_object"))
    )
    if not _strips():
        bears = bears.filter(at__gt=OuterRef("granted_at"))
    return Q(Exists(bears))


def _request_holds() -> Q:
    """Given on a request that was neither taken back nor answered with No since, for a marking seen then."""
    undone = Q(request__state=RequestState.WITHDRAWN) | Q(request__outcome="no")
    seen = marked_as_decided(request="request__", document="content_object__")
    return Q(request__isnull=True) | (~undone & seen)
