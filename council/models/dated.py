"""What holds from a day to a day, the last day included."""

import datetime
from typing import Any, ClassVar, Self

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import Expression, F, Func, Q, Value
from django.utils.translation import gettext_lazy as _


class DatedQuerySet(models.QuerySet[Any]):
    """Rows that hold from a day to a day, the last day included."""

    def on(self, day: datetime.date | Expression) -> Self:
        """Those that hold on the day."""
        return self.filter(Q(to_on__isnull=True) | Q(to_on__gte=day), from_on__lte=day)


def days_of_row() -> Func:
    """The days on which a row holds, as PostgreSQL's range."""
    return Func(F("from_on"), F("to_on"), Value("[]"), function="daterange", output_field=DateRangeField())


def never_twice(
    name: str, sentence: Any, *columns: str | Func, condition: Q | None = None
) -> ExclusionConstraint:
    """What is the same in `columns` never holds twice on one day; the database refuses it, whoever writes.

    With a condition, among the rows that meet it.
    """
    return ExclusionConstraint(
        name=name,
        expressions=[
            *((column, RangeOperators.EQUAL) for column in columns),
            (days_of_row(), RangeOperators.OVERLAPS),
        ],
        condition=condition,
        violation_error_message=sentence,
    )


class Dated(models.Model):
    """From a day to a day: `to_on` is the last day, and empty while it goes on."""

    from_on = models.DateField(_("from"), help_text=_("The first day."))
    to_on = models.DateField(
        _("to"), null=True, blank=True, help_text=_("The last day. Leave empty while it goes on.")
    )

    objects: ClassVar[Any] = DatedQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(to_on__isnull=True) | Q(to_on__gte=F("from_on")),
                name="%(app_label)s_%(class)s_ends_after_it_begins",
                violation_error_message=_("The last day must be on or after the first day."),
            )
        ]

    def holds_on(self, day: datetime.date) -> bool:
        """Does it hold on the day?"""
        return self.from_on <= day and (self.to_on is None or day <= self.to_on)
