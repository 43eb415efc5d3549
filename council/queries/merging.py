"""Whoever was entered twice: what names either entry, and what would become of it if they were one."""

from collections.abc import Iterator
from dataclasses import dataclass

import pghistory.models
from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from council.models import Person, User

STAYS_AS_WRITTEN = _(
    "What was said and done in cases stays as it was written. It shows the name of the entry that is kept."
)
HISTORY = _("The history of the registers stays as it is.")
LOGIN = _("A login is treated by itself: the page says which one stays.")


@dataclass(frozen=True, slots=True)
class Reference:
    """A column that names a person; `stays` says why a merge leaves it alone, and is empty where it moves."""

    model: type[models.Model]
    field: str
    stays: str | Promise

    @property
    def name(self) -> str:
        """As events name it: «enquiries.enquiry.member»."""
        return f"{self.model._meta.label_lower}.{self.field}"


def people_offered() -> models.QuerySet[Person]:
    """Everybody who may be chosen: an entry that was merged into another is found by its history alone."""
    return Person.objects.filter(merged_into__isnull=True)


def references() -> list[Reference]:
    """Every column of every app that names a person, read from the models, so that none is forgotten.

    A model may say of its own columns why they stay (`stays_when_merged`); what is `append_only`, and the
    history of registers, stays anyway.
    """
    found = [
        Reference(relation.related_model, relation.field.name, _stays(relation.related_model, relation.field))
        for relation in Person._meta.get_fields(include_hidden=True)
        if isinstance(relation, models.ForeignObjectRel) and relation.related_model is not None
    ]
    return sorted(found, key=lambda reference: reference.name)


def moving() -> dict[type[models.Model], list[str]]:
    """The columns that a merge moves, by model; models in an order that is always the same."""
    found: dict[type[models.Model], list[str]] = {}
    for reference in references():
        if not reference.stays:
            found.setdefault(reference.model, []).append(reference.field)
    return found


def _stays(model: type[models.Model], field: models.Field) -> str | Promise:  # type: ignore[type-arg]
    if issubclass(model, pghistory.models.Event):
        return HISTORY
    if getattr(model, "append_only", False):
        return STAYS_AS_WRITTEN
    if model is User:
        return LOGIN
    said: dict[str, str | Promise] = getattr(model, "stays_when_merged", {})
    return said.get(field.name, "")


def naming(person: Person, model: type[models.Model], fields: list[str]) -> Iterator[models.Model]:
    """The rows of a model that name the person in one of the columns, in the order of their numbers."""
    named = models.Q()
    for field in fields:
        named |= models.Q(**{field: person})
    yield from model._default_manager.filter(named).order_by("pk")
