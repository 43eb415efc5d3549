"""People found by name as people spell it, by job, ward, group or portfolio: whoever holds anything."""

import datetime
from collections.abc import Sequence
from typing import Any

from django.db.models import Q, QuerySet, Value
from django.db.models.functions import Concat, Length
from django.db.models.lookups import GreaterThanOrEqual

from council.models import GroupMembership, MemberTerm, OfficerAppointment, Person, Portfolio
from council.queries.holdings import posts_in_effect
from council.queries.prepared import Each, Named, Written

_ORDER = ("last_name", "first_name", "pk")
# Shorter words look like too many others.
SHORTEST = 4


def people_here(on: datetime.date) -> QuerySet[Person]:
    """Whoever holds anything on the day: the people of «Who is who», which everybody in post reads."""
    return Person.objects.filter(
        _any_of(MemberTerm.objects.on(on), OfficerAppointment.objects.on(on), posts_in_effect(on=on))
    )


def people_found(words: Sequence[str], *, on: datetime.date) -> list[int]:
    """The keys of those in whose name or work every word stands, by name; where nobody is found, of those
    whose name looks like it.

    Accents do not count. One query, or two.
    """
    if not words:
        return []
    asked = Each(tuple(words))
    return [pk for (pk,) in _EXACT(asked, on) or _ALIKE(asked, on)]


def _exact(words: Sequence[Named], on: datetime.date) -> QuerySet[Person, Any]:
    found = _here_by_name(on)
    for word in words:
        found = found.filter(_named(word) | _at_work(word, on))
    return found.order_by(*_ORDER).values_list("pk")


def _alike(words: Sequence[Named], on: datetime.date) -> QuerySet[Person, Any]:
    found = _here_by_name(on)
    for word in words:
        found = found.filter(_named(word) | _like(word))
    return found.order_by(*_ORDER).values_list("pk")


_EXACT, _ALIKE = Written(_exact), Written(_alike)


def _here_by_name(on: datetime.date) -> QuerySet[Person]:
    return people_here(on).alias(whole=Concat("first_name", Value(" "), "last_name"))


def _named(word: Named) -> Q:
    """A first or last name that begins with it."""
    within = Concat(Value(" "), word)
    return Q(whole__unaccent__istartswith=word) | Q(whole__unaccent__icontains=within)


def _like(word: Named) -> Q:
    """A name that has most of its three-letter pieces (pg_trgm)."""
    long_enough = Q(GreaterThanOrEqual(Length(word), SHORTEST))
    alike = Q(first_name__unaccent__trigram_similar=word) | Q(last_name__unaccent__trigram_similar=word)
    return long_enough & alike


def _at_work(word: Named, on: datetime.date) -> Q:
    """The ward, district, job, directorate, group or portfolio."""
    terms, jobs = MemberTerm.objects.on(on), OfficerAppointment.objects.on(on)
    return _any_of(
        terms.filter(Q(ward__name__unaccent__icontains=word) | Q(nominated_by__unaccent__icontains=word)),
        jobs.filter(Q(job_title__unaccent__icontains=word) | Q(directorate__name__unaccent__icontains=word)),
        GroupMembership.objects.on(on).filter(group__name__unaccent__icontains=word),
        Portfolio.objects.on(on).filter(title__unaccent__icontains=word),
    )


def _any_of(*rows: QuerySet[Any]) -> Q:
    found = Q()
    for each in rows:
        found |= Q(pk__in=each.values("person_id"))
    return found
