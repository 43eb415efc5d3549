"""The views that somebody saved: their own, by name."""

from django.db.models import QuerySet

from casework.models import SavedView
from council.models import Person


def saved_by(person: Person) -> QuerySet[SavedView]:
    """The person’s own, in the order of their names."""
    return SavedView.objects.filter(person=person).order_by("name", "pk")
