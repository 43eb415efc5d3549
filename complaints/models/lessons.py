"""What the authority learned from complaints in a year, in words that are published with the figures."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from council.models import Person


class Lesson(models.Model):
    """One sentence, written for publication by the monitoring officer. No row tells from which complaint."""

    year = models.PositiveSmallIntegerField()
    words = models.CharField(max_length=300)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    taken_out_at = models.DateTimeField(null=True, blank=True)
    taken_out_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("lesson of a year")
        verbose_name_plural = _("lessons of years")
        # Not by the day on which it was written, which would tell of the complaint that ended before.
        ordering = ["words", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(taken_out_at__isnull=True, taken_out_by__isnull=True)
                | Q(taken_out_at__isnull=False, taken_out_by__isnull=False),
                name="complaints_lesson_taken_out_by_somebody",
            )
        ]

    def __str__(self) -> str:
        return f"{self.year}: {self.pk}"
