"""What an amendment changes: paragraphs, local terms that come with it, and the log of its minor edits."""

from typing import ClassVar

import pgtrigger
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from casework.models.amendments import Amendment
from casework.models.guards import never, never_emptied
from casework.models.registers import FITS, LocalTerm
from council.models import Person
from rulebook.period import LONGEST


class AmendedParagraph(models.Model):
    """One paragraph as it would read.

    Without words before it is new, and its anchor says after which it stands (`rulebook.amended`); without
    words after it is taken out.
    """

    amendment = models.ForeignKey(Amendment, on_delete=models.PROTECT, related_name="paragraphs")
    anchor = models.CharField(max_length=120)
    words_before = models.TextField(blank=True)
    words_after = models.TextField(blank=True)

    class Meta:
        verbose_name = _("amended paragraph")
        verbose_name_plural = _("amended paragraphs")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["amendment", "anchor"], name="casework_a_paragraph_amended_once"),
            models.CheckConstraint(
                condition=~models.Q(words_before=models.F("words_after")),
                name="casework_an_amended_paragraph_differs",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.anchor} in {self.amendment_id}"


class ProposedTerm(models.Model):
    """A local term that begins with the amendment."""

    amendment = models.ForeignKey(Amendment, on_delete=models.PROTECT, related_name="terms")
    duty = models.CharField(max_length=60)
    value = models.PositiveSmallIntegerField(validators=[MinValueValidator(1), MaxValueValidator(LONGEST)])
    unit = models.CharField(max_length=20, choices=LocalTerm.Unit.choices)
    paragraph = models.CharField(max_length=120)

    class Meta:
        verbose_name = _("proposed local term")
        verbose_name_plural = _("proposed local terms")
        ordering = ["duty"]
        constraints = [
            models.UniqueConstraint(fields=["amendment", "duty"], name="casework_a_term_proposed_once"),
            models.CheckConstraint(
                condition=models.Q(value__range=(1, LONGEST)), name="casework_proposedterm_is_a_period"
            ),
            models.CheckConstraint(condition=FITS, name="casework_proposedterm_is_counted_as_it_should"),
        ]

    def __str__(self) -> str:
        return f"{self.duty} in {self.amendment_id}"


class MinorEdit(models.Model):
    """Words that were set right after the draft had gone out; who was consulted, and why. Written once."""

    append_only: ClassVar[bool] = True

    amendment = models.ForeignKey(Amendment, on_delete=models.PROTECT, related_name="minor_edits")
    anchor = models.CharField(max_length=120)
    words_before = models.TextField()
    words_after = models.TextField()
    why = models.CharField(max_length=500)
    consulted = models.CharField(max_length=160)
    consulted_on = models.DateField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="minor_edits")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("minor edit")
        verbose_name_plural = _("minor edits")
        ordering = ["pk"]
        triggers: ClassVar = [
            never(pgtrigger.Update, pgtrigger.Delete, name="append_only"),
            never_emptied(),
        ]

    def __str__(self) -> str:
        return f"{self.anchor} in {self.amendment_id}"
