"""People found by name as people spell it, by job, ward, group or portfolio: whoever holds anything."""

import datetime
from collections.abc import Sequence
from typing import Any

from django.db.models import Q, QuerySet, Value
from django.db.models.functions import Concat

from council.models import GroupMembership, MemberTerm, OfficerAppointment, Person, Portfolio
from council.queries.holdings import posts_in_effect

ORDER = ("last_name", "first_name", "pk")
# Shorter words look like too many others.
SHORTEST = 4


def people_here(on: datetime.date) -> QuerySet[Person]:
    """Whoever holds anything on the day: the people of «Who is who», which everybody in post reads."""
    return Person.objects.filter(
        _any_of(MemberTerm.objects.on(on), OfficerAppointment.objects.on(on), posts_in_effect(on=on))
    )


def people_found(words: Sequence[str], *, on: datetime.date) -> QuerySet[Person]:
    """Those in whose name or work every word stands; where nobody is found, those whose name looks like it.

    Accents do not count. One query more than is read.
    """
    here = people_here(on).annotate(whole=Concat("first_name", Value(" "), "last_name"))
    if not words:
        return here.none()
    exact = here
    for word in words:
        exact = exact.filter(_named(word) | _at_work(word, on))
    if exact.exists():
        return exact
    alike = here
    for word in words:
        alike = alike.filter(_named(word) | _like(word))
    return alike


def _named(word: str) -> Q:
    """A first or last name that begins with it."""
    return Q(whole__unaccent__istartswith=word) | Q(whole__unaccent__icontains=f" {word}")


def _like(word: str) -> Q:
    """A name that has most of its three-letter pieces (pg_trgm)."""
    if len(word) < SHORTEST:
        return Q(pk__in=[])
    return Q(first_name__unaccent__trigram_similar=word) | Q(last_name__unaccent__trigram_similar=word)


def _at_work(word: str, on: datetime.date) -> Q:
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
