"""Local terms that begin with an amendment: which one they follow, and which stands in their way."""

import datetime

from django.db.models import Q

from casework.models import Amendment, LocalTerm


def followed_by(duty: str, *, from_on: datetime.date) -> LocalTerm | None:
    """The term for that duty that holds without an end and would be ended the day before; None for none."""
    found: LocalTerm | None = LocalTerm.objects.filter(
        duty=duty, to_on__isnull=True, from_on__lt=from_on
    ).first()
    return found


def first_term_in_the_way(amendment: Amendment, *, from_on: datetime.date) -> LocalTerm | None:
    """A term whose days cannot give way: it begins then or later, or its end is entered and comes later."""
    duties = list(amendment.terms.values_list("duty", flat=True))
    ends_later = Q(to_on__gte=from_on)
    found: LocalTerm | None = (
        LocalTerm.objects.filter(duty__in=duties)
        .filter(Q(from_on__gte=from_on) | ends_later)
        .order_by("duty", "from_on")
        .first()
    )
    return found
