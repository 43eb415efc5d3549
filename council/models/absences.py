"""Absences: who is away from a day to a day, and who stands in."""

import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from council.models.dated import Dated, never_twice
from council.models.people import Person
from council.models.titles import post_titles


@pghistory.track()
class Absence(Dated):
    """A person is away, and another stands in: for everything, or for one post only."""

    person = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        related_name="absences",
        verbose_name=_("who is away"),
        help_text=_("Type part of the name."),
    )
    post = models.CharField(
        _("post"),
        max_length=40,
        blank=True,
        choices=post_titles,
        help_text=_("Leave empty if the substitute stands in for everything."),
    )
    substitute = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="stands_in",
        verbose_name=_("who stands in"),
        help_text=_("Leave empty if nobody stands in."),
    )
    entered_by = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="absences_entered",
        verbose_name=_("entered by"),
        help_text=_("Who put this row in the register, or changed it last."),
    )
    confirmed_by = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="absences_confirmed",
        verbose_name=_("confirmed by"),
        help_text=_("Standing in for a post that opens confidential matter is confirmed by a second person."),
    )
    confirmed_at = models.DateTimeField(
        _("confirmed at"), null=True, blank=True, help_text=_("When the second person confirmed it.")
    )

    class Meta(Dated.Meta):
        verbose_name = _("absence")
        verbose_name_plural = _("absences")
        indexes = [models.Index(fields=["person", "from_on"]), models.Index(fields=["substitute", "from_on"])]
        constraints = [
            *Dated.Meta.constraints,
            never_twice(
                "council_absence_one_at_a_time",
                _("This person is away on some of these days already."),
                "person",
                "post",
            ),
            models.CheckConstraint(
                condition=Q(substitute__isnull=True) | ~Q(substitute=F("person")),
                name="council_absence_substitute_is_another",
                violation_error_message=_("Somebody else has to stand in."),
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by__isnull=True, confirmed_at__isnull=True)
                | Q(confirmed_by__isnull=False, confirmed_at__isnull=False),
                name="council_absence_confirmed_at_has_its_by",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by__isnull=True)
                | (
                    ~Q(confirmed_by=F("substitute"))
                    & (Q(entered_by__isnull=True) | ~Q(confirmed_by=F("entered_by")))
                ),
                name="council_absence_confirmed_by_a_second",
                violation_error_message=_("An absence is confirmed by somebody other than who entered it."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.person)
