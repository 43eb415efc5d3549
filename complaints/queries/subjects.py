"""About whom a concern can be raised: members and officers of the day, found by part of their name."""

import datetime

from django.db.models import Q, QuerySet, Value
from django.db.models.functions import Concat

from council.models import Person
from council.queries import members_on, officers_on, people_offered, posts_in_effect

# More than this is no list to choose from: more of the name is asked for.
MOST = 20


def subjects_called(typed: str, *, on: datetime.date, besides: Person) -> QuerySet[Person]:
    """Whoever is in office that day and has this in their name, save one person; nobody for nothing typed."""
    wanted = typed.strip()
    if not wanted:
        return Person.objects.none()
    here = (
        Q(pk__in=members_on(on).values("pk"))
        | Q(pk__in=officers_on(on).values("pk"))
        | Q(pk__in=posts_in_effect(on=on).values("person_id"))
    )
    people = people_offered().annotate(whole=Concat("first_name", Value(" "), "last_name"))
    return people.filter(here, whole__icontains=wanted).exclude(pk=besides.pk).order_by("last_name", "pk")
