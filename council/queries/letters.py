"""Whom a change of a post that opens confidential matter is told to first, and which letters wait."""

import datetime

from django.db.models import Q, QuerySet

from council.models import Absence, HolderLetter, Person, PostHolding
from council.queries.holdings import posts_in_effect
from council.rules import CONFIRMED_POSTS

_CONFIRMED = [post.value for post in CONFIRMED_POSTS]
_ONE_DAY = datetime.timedelta(days=1)


def people_to_tell(row: PostHolding | Absence, *, on: datetime.date) -> list[Person]:
    """Who hears before the row takes effect: the holders before, or the holder who is away.

    Of a post: whoever else holds it on its first day, on the day before, or today where it began earlier.
    """
    if isinstance(row, Absence):
        return [row.person] if opens_confidential_matter(row) else []
    if row.post not in _CONFIRMED:
        return []
    days = {row.from_on - _ONE_DAY, row.from_on, max(on, row.from_on)}
    found = Q()
    for day in days:
        held = posts_in_effect(on=day).filter(post=row.post, directorate=row.directorate_id)
        found |= Q(pk__in=held.exclude(pk=row.pk).values("person_id"))
    return list(Person.objects.filter(found).exclude(pk=row.person_id))


def opens_confidential_matter(absence: Absence) -> bool:
    """Would the substitute get a post that opens confidential matter on one of the days?"""
    if absence.substitute_id is None:
        return False
    held = PostHolding.objects.filter(person=absence.person_id, post__in=_CONFIRMED)
    held = held.exclude(to_on__lt=absence.from_on)
    if absence.to_on is not None:
        held = held.filter(from_on__lte=absence.to_on)
    return bool(held.filter(post=absence.post).exists() if absence.post else held.exists())


def live_letters(row: PostHolding | Absence) -> QuerySet[HolderLetter]:
    """The letters about the row as it stands: those about an earlier wording are withdrawn."""
    letters = HolderLetter.objects.filter(withdrawn_at__isnull=True)
    return letters.filter(absence=row) if isinstance(row, Absence) else letters.filter(holding=row)


def unsent_letters(row: PostHolding | Absence, *, on: datetime.date) -> list[int]:
    """Who has to be told and was not yet, by number."""
    sent = set(live_letters(row).filter(sent_at__isnull=False).values_list("person_id", flat=True))
    return [person.pk for person in people_to_tell(row, on=on) if person.pk not in sent]


def letters_to_send(*, at: datetime.datetime) -> QuerySet[HolderLetter]:
    """Those that the mail server has not accepted yet, and whose next attempt is due."""
    return (
        HolderLetter.objects.filter(sent_at__isnull=True, withdrawn_at__isnull=True, next_attempt_at__lte=at)
        .exclude(person__email="")
        .order_by("next_attempt_at", "pk")
    )
