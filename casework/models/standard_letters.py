"""What is written once and used often: reply templates, and standing paragraphs that expire."""

from typing import ClassVar

import pghistory
import pgtrigger
from django.db import models
from django.utils.translation import gettext_lazy as _

from casework.models.guards import never
from council.models import Service
from council.models.dated import Dated


@pghistory.track()
class ReplyTemplate(models.Model):
    """The beginning of a reply, for one service or all; withdrawn, never deleted."""

    name = models.CharField(
        _("name"),
        max_length=120,
        help_text=_("Officers choose it by this name, for example: Repair booked."),
    )
    service = models.ForeignKey(
        Service,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="reply_templates",
        verbose_name=_("service"),
        help_text=_("Offered in this service’s cases alone. Leave empty to offer it in every case."),
    )
    text = models.TextField(
        _("text"),
        max_length=10_000,
        help_text=_(
            "What the case knows is filled in for {member}, {reference}, {service}, {due}, {officer} and "
            "{received}. Officers can change the text before they send it."
        ),
    )
    withdrawn_on = models.DateField(
        _("withdrawn on"),
        null=True,
        blank=True,
        help_text=_("The day from which it is not offered any more. Leave empty while it is."),
    )

    class Meta:
        verbose_name = _("reply template")
        verbose_name_plural = _("reply templates")
        ordering = ["name", "pk"]
        triggers: ClassVar = [never(pgtrigger.Delete, name="never_deleted")]

    def __str__(self) -> str:
        return self.name


@pghistory.track()
class StandingParagraph(Dated):
    """Words that were approved for replies until a day; its text is followed by another, never rewritten."""

    name = models.CharField(
        _("name"),
        max_length=120,
        help_text=_("Officers choose it by this name, for example: Damp and mould, winter 2026."),
    )
    text = models.TextField(
        _("text"),
        max_length=5_000,
        help_text=_(
            "The paragraph as it was approved. It may hold {member}, {reference}, {service}, {due}, "
            "{officer} and {received}. To change it, end it and enter the new one."
        ),
    )
    approved_by = models.CharField(
        _("approved by"),
        max_length=200,
        help_text=_("Who approved it, or the minute. For example: Director of Housing, 2 November 2026."),
    )

    class Meta(Dated.Meta):
        verbose_name = _("standing paragraph")
        verbose_name_plural = _("standing paragraphs")
        ordering = ["name", "from_on", "pk"]
        triggers: ClassVar = [
            pgtrigger.ReadOnly(name="never_rewritten", fields=["text", "approved_by", "from_on"]),
            never(pgtrigger.Delete, name="never_deleted"),
        ]

    def __str__(self) -> str:
        return self.name
