"""Somebody found by what was typed: a name as people write it, or an email address."""

import datetime

from django.db.models import Q, QuerySet, Value
from django.db.models.functions import Concat

from council.models import Person
from council.queries.holdings import posts_in_effect
from council.queries.people import members_on, officers_on


def people_called(typed: str, *, on: datetime.date) -> QuerySet[Person]:
    """Whoever is in office on the day and has this address or name; «Cllr» and titles may be left out."""
    here = (
        Q(pk__in=members_on(on).values("pk"))
        | Q(pk__in=officers_on(on).values("pk"))
        | Q(pk__in=posts_in_effect(on=on).values("person_id"))
    )
    name = typed.removeprefix("Councillor ").strip()
    people = Person.objects.annotate(whole=Concat("first_name", Value(" "), "last_name"))
    return people.filter(here).filter(Q(email__iexact=typed) | Q(whole__iexact=name)).order_by("pk")
