"""Registers around the text: addresses of the documents it names, and guidance with who has read it."""

from typing import ClassVar

import pghistory
import pgtrigger
from django.db import models
from django.utils.translation import gettext_lazy as _

from casework.models.guards import never, never_emptied
from council.models import Person
from rulebook.guides import companion_title


@pghistory.track()
class CompanionDocument(models.Model):
    """Where this council publishes a document that its text names; the text itself gives the title."""

    document = models.CharField(
        _("document"),
        max_length=80,
        unique=True,
        help_text=_("One of the documents that the protocol in force names."),
    )
    url = models.URLField(
        _("address"),
        max_length=500,
        blank=True,
        help_text=_("The full address of its page or file. Leave empty to take the link away."),
    )

    class Meta:
        verbose_name = _("companion document")
        verbose_name_plural = _("companion documents")
        ordering = ["document"]

    def __str__(self) -> str:
        return companion_title(self.document)


@pghistory.track()
class Guidance(models.Model):
    """Guidance on the codes of conduct that members and officers keep up with; withdrawn, never deleted."""

    title = models.CharField(_("title"), max_length=200, help_text=_("What it is about, in a few words."))
    text = models.TextField(_("text"), help_text=_("The whole guidance, as it was issued."))
    issued_by = models.CharField(
        _("issued by"),
        max_length=120,
        help_text=_("For example: the monitoring officer, or the joint standards committee."),
    )
    issued_on = models.DateField(_("issued on"), help_text=_("The day on which it was issued."))
    withdrawn_on = models.DateField(
        _("withdrawn on"),
        null=True,
        blank=True,
        help_text=_("The day from which it holds no more. Leave empty while it holds."),
    )

    class Meta:
        verbose_name = _("guidance")
        verbose_name_plural = _("guidance")
        ordering = ["-issued_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(withdrawn_on__isnull=True)
                | models.Q(withdrawn_on__gte=models.F("issued_on")),
                name="casework_guidance_withdrawn_after_issue",
                violation_error_message=_("It cannot be withdrawn before it was issued."),
            )
        ]
        triggers: ClassVar = [never(pgtrigger.Delete, name="never_deleted")]

    def __str__(self) -> str:
        return self.title


class GuidanceReading(models.Model):
    """Somebody's word that they have read a piece of guidance; written once."""

    append_only: ClassVar[bool] = True

    guidance = models.ForeignKey(Guidance, on_delete=models.PROTECT, related_name="readings")
    read_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    read_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["guidance", "read_by"], name="casework_guidance_read_once")
        ]
        triggers: ClassVar = [
            never(pgtrigger.Update, pgtrigger.Delete, name="append_only"),
            never_emptied(),
        ]

    def __str__(self) -> str:
        return f"{self.guidance_id} read by {self.read_by_id}"
