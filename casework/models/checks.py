"""Checks of the record: when every chain was looked at, by the clock or by whom, and what was found."""

from typing import ClassVar

import pgtrigger
from django.db import models
from django.utils.translation import gettext_lazy as _

from casework.models.guards import never, never_emptied
from council.models import Person


class RecordCheck(models.Model):
    """One look at every chain of events: how many there were, and where each broke. Rows are only added.

    `asked_by` is None where the clock looked. `broken` holds stream, place and reason of each break.
    """

    append_only: ClassVar[bool] = True

    asked_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("asked by")
    )
    begun_at = models.DateTimeField(_("begun at"))
    ended_at = models.DateTimeField(_("ended at"))
    streams = models.PositiveIntegerField(_("records"))
    events = models.PositiveIntegerField(_("events"))
    broken = models.JSONField(_("breaks"), default=list)

    class Meta:
        verbose_name = _("check of the record")
        verbose_name_plural = _("checks of the record")
        ordering = ["-ended_at", "-pk"]
        triggers: ClassVar = [never(pgtrigger.Update, pgtrigger.Delete, name="append_only"), never_emptied()]

    def __str__(self) -> str:
        return str(self.ended_at)
