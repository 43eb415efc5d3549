"""Letters that ask for a signature: when each person had the last, and which wait for the mail server."""

import datetime
from collections.abc import Collection

from django.db.models import Max, QuerySet
from django.utils import timezone

from council.models import Person, SigningLetter
from council.queries.signing import signings_on


def live() -> QuerySet[SigningLetter]:
    """Letters that were not withdrawn."""
    return SigningLetter.objects.filter(withdrawn_at__isnull=True)


def last_asked() -> dict[int, datetime.date]:
    """The day of the last letter to each person that asks for a signature of their own."""
    rows = live().filter(about__isnull=True).values_list("person").annotate(last=Max("written_at"))
    return {person: timezone.localdate(last) for person, last in rows}


def last_asked_to_show() -> dict[tuple[int, int], datetime.date]:
    """The day of the last letter to each manager about each person."""
    rows = live().filter(about__isnull=False).values_list("person", "about").annotate(last=Max("written_at"))
    return {(person, about or 0): timezone.localdate(last) for person, about, last in rows}


def to_be_reminded(ids: Collection[int], *, on: datetime.date) -> list[int]:
    """Who of these people gets a letter: something is missing, there is an address, none went today."""
    last = last_asked()
    owing = {
        one.person_id for one in signings_on(on, ids=ids) if one.missing and last.get(one.person_id) != on
    }
    reached = Person.objects.filter(pk__in=owing).exclude(email="")
    return list(reached.order_by("pk").values_list("pk", flat=True))


def signing_letters_to_send(*, at: datetime.datetime) -> QuerySet[SigningLetter]:
    """Those that the mail server has not accepted yet, and whose next attempt is due."""
    return (
        live()
        .filter(sent_at__isnull=True, next_attempt_at__lte=at)
        .exclude(person__email="")
        .order_by("next_attempt_at", "pk")
    )
