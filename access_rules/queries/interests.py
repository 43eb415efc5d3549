"""Declarations of interest: a member’s own, what each bears on, and which are still to be notified."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from access_rules.models import Document, InterestBears, Item
from access_rules.queries.visible import known_to
from council.models import Interest, MemberTerm, Person, Seat
from council.queries import Standing, protocol_in_force
from council.rules.interests import (
    DAYS,
    NOTIFIED_AFTER_A_MEETING,
    NOTIFIED_ON_TAKING_OFFICE,
    localism_act_binds,
    notify_by,
)
from rulebook.rule import Rule

# How long after the last day somebody is still reminded: a fortnight without the clock loses none, and a
# portal that begins does not write to members who took office years ago.
_STILL_TOLD = datetime.timedelta(days=DAYS)


@dataclass(frozen=True)
class ToNotify:
    """What a member has to notify: by which rule, since when, by when; `key` is the row that began it."""

    person: Person
    rule: Rule
    since: datetime.date
    by: datetime.date
    key: str


def interests_on(day: datetime.date) -> QuerySet[Interest]:
    """The declarations that hold on the day, by member."""
    rows: QuerySet[Interest] = Interest.objects.on(day).select_related("person", "body")
    return rows.order_by("person__last_name", "person__first_name", "-declared_on", "pk")


def declared_by(person: Person, *, on: datetime.date) -> QuerySet[Interest]:
    """The member’s own, newest first."""
    return interests_on(on).filter(person=person).order_by("-declared_on", "-pk")


def bears_on(interests: Iterable[Interest]) -> dict[int, list[InterestBears]]:
    """What each declaration bears on, by its key, in the order in which it was said. One query."""
    rows = InterestBears.objects.filter(interest__in=[one.pk for one in interests])
    found: dict[int, list[InterestBears]] = {}
    for row in rows.select_related("item__meeting__body", "document").order_by("pk"):
        found.setdefault(row.interest_id, []).append(row)
    return found


def known_of(who: Standing, documents: Iterable[int]) -> frozenset[int]:
    """Which of these documents the person may know of, by key. One query, or none where there is nothing."""
    keys = set(documents)
    return frozenset(known_to(who).filter(pk__in=keys).values_list("pk", flat=True)) if keys else frozenset()


def document_for(who: Standing, reference: str) -> Document | None:
    """The document of that number, where the person may know of it."""
    number = reference.replace("\x00", "").strip().upper()
    return known_to(who).select_related("stream", "meeting__body").filter(reference=number).first()


def document_called(reference: str) -> Document | None:
    """The document of that number, for those who keep the register of documents."""
    return Document.objects.filter(reference=reference.replace("\x00", "").strip().upper()).first()


def item_called(meeting: str, number: int) -> Item | None:
    """The item of that number on the agenda of the meeting of that reference."""
    reference = meeting.replace("\x00", "").strip().upper()
    rows = Item.objects.filter(meeting__reference=reference, number=number)
    return rows.select_related("meeting__stream", "meeting__body").first()


def item_numbered(key: str) -> Item | None:
    """The item that a link names by its key; None for anything that is no key."""
    if not (key.isascii() and key.isdigit() and len(key) < 10):
        return None
    return Item.objects.select_related("meeting__stream", "meeting__body").filter(pk=int(key)).first()


def knows_title(who: Standing, item: Item) -> bool:
    """Whether the person may read the title: an open item’s everybody, a private one’s whoever sits there."""
    return not item.is_private or item.meeting.body_id in {seat.body_id for seat in who.seats}


def to_notify(*, on: datetime.date, person: Person | None = None) -> list[ToNotify]:
    """What is still to be notified to the monitoring officer on the day (Localism Act 2011 ss30(1), 31(3)).

    The register shows what was notified: an entry of the member’s since the day that began the time.
    """
    if not localism_act_binds(protocol_in_force()):
        return []
    found = [*_after_taking_office(on, person), *_after_meetings(on, person)]
    return sorted(found, key=lambda one: (one.by, one.person.pk, one.key))


def _after_taking_office(on: datetime.date, person: Person | None) -> list[ToNotify]:
    """Of elected members, and of co-opted members who may vote (s27(4))."""
    voting = Seat.objects.on(on).filter(may_vote=True).values("person")
    kinds = (MemberTerm.Kind.ELECTED, MemberTerm.Kind.CO_OPTED)
    terms = MemberTerm.objects.on(on).filter(kind__in=kinds, from_on__gt=on - 2 * _STILL_TOLD)
    terms = terms.exclude(pk__in=terms.filter(kind=MemberTerm.Kind.CO_OPTED).exclude(person__in=voting))
    return [
        ToNotify(
            term.person,
            NOTIFIED_ON_TAKING_OFFICE,
            term.from_on,
            notify_by(term.from_on),
            f"term-{term.pk}",
        )
        for term in (terms.filter(person=person) if person else terms).select_related("person")
        if not _in_register(term.person_id, since=term.from_on)
    ]


def _after_meetings(on: datetime.date, person: Person | None) -> list[ToNotify]:
    rows = Interest.objects.on(on).filter(
        standing=Interest.Standing.DPI, body__isnull=False, declared_on__gt=on - 2 * _STILL_TOLD
    )
    return [
        ToNotify(
            row.person,
            NOTIFIED_AFTER_A_MEETING,
            row.declared_on,
            notify_by(row.declared_on),
            f"interest-{row.pk}",
        )
        for row in (rows.filter(person=person) if person else rows).select_related("person")
        if not _in_register(row.person_id, since=row.declared_on, matter=row.matter)
    ]


def _in_register(person_id: int, *, since: datetime.date, matter: str = "") -> bool:
    """Whether the register has an entry since the day, or one of the same matter whenever it was made."""
    entries = Interest.objects.filter(person=person_id, standing=Interest.Standing.DPI, body__isnull=True)
    if entries.filter(declared_on__gte=since).exists():
        return True
    return bool(matter) and entries.filter(matter__iexact=matter).exists()
