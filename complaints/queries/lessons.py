"""What was learned from complaints: what may be made of a year’s sentences, and what is published of them."""

import datetime

from django.db.models import Q, QuerySet

from casework.rules.periods import quarters
from casework.rules.suppression import SMALLEST
from complaints.models import Complaint, Lesson
from complaints.states import ENDED
from council.models import Person
from council.queries import Standing


def ended_in(year: int, *, today: datetime.date) -> QuerySet[Complaint]:
    """Those that ended in the quarters of the financial year that are over by that day."""
    over = [one for one in quarters(year) if one.is_over(today)]
    if not over:
        return Complaint.objects.none()
    return Complaint.objects.filter(state__in=ENDED, ended_on__range=(over[0].first, over[-1].last))


def enough_ended(year: int, *, today: datetime.date) -> bool:
    """Whether a sentence could be from any of several: of fewer than five it would tell of one of them."""
    return ended_in(year, today=today).count() >= SMALLEST


def offered(who: Standing, year: int) -> list[str]:
    """The sentences written at closing, each once and by the alphabet, so that no order tells of a day.

    None of a complaint in which the person has a side; none where too few have ended.
    """
    if not enough_ended(year, today=who.on):
        return []
    mine = Q(complainant=who.person) | Q(subject=who.person) | Q(logged_by=who.person)
    rows = ended_in(year, today=who.on).exclude(learning="").exclude(mine)
    return sorted(set(rows.values_list("learning", flat=True)))


def published(year: int) -> QuerySet[Lesson]:
    """The lessons of the year that stand in its figures."""
    return Lesson.objects.filter(year=year, taken_out_at__isnull=True)


def published_on(first: datetime.date, last: datetime.date) -> QuerySet[Lesson]:
    """The lessons of whichever year that were published from a day to a day, and stand in its figures."""
    return Lesson.objects.filter(at__date__range=(first, last), taken_out_at__isnull=True)


def named_in(words: str) -> str:
    """The first name of the register that stands in the words; nothing where none does."""
    said = " ".join(words.casefold().split())
    names = Person.objects.order_by("last_name", "first_name").values_list("first_name", "last_name")
    full = (f"{first} {last}".strip() for first, last in names)
    return next((name for name in full if " " in name and name.casefold() in said), "")
