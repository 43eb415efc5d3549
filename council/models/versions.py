"""Versions of the protocol: what the council adopted after the text that this portal came with."""

from typing import ClassVar

import pgtrigger
from django.db import models
from django.utils.translation import gettext_lazy as _

from council.models.people import Person


class Adopted(models.Model):
    """One amendment of a text, in force from a day by a minute. Rows are added; none is changed.

    `changes` holds the paragraphs that read differently since the version before, as `council.rules.versions`
    writes them: anchor, words before, words after.
    """

    append_only: ClassVar[bool] = True

    text = models.CharField(_("text"), max_length=40)
    label = models.CharField(_("what the version is called"), max_length=120)
    from_on = models.DateField(_("in force from"))
    minute = models.CharField(_("minute"), max_length=200)
    changes = models.JSONField(_("what changed"), default=list)
    adopted_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="versions_entered", verbose_name=_("entered by")
    )
    adopted_at = models.DateTimeField(_("entered at"))

    class Meta:
        verbose_name = _("version of the protocol")
        verbose_name_plural = _("versions of the protocol")
        ordering = ["from_on", "pk"]
        indexes = [models.Index(fields=["text", "from_on"], name="council_versions_of_a_text")]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return self.label
