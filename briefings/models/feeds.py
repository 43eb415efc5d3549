"""A person's own calendar address: live until it is ended, never two at once."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from council.models import Person


class CalendarFeed(models.Model):
    """That a person has an address for their calendar; the address is signed, and no table holds it."""

    stays_when_merged: ClassVar = {"person": _("An address for a calendar ends with the entry.")}

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="calendar_feeds")
    key = models.UUIDField(unique=True, default=uuid.uuid4)
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("calendar address")
        verbose_name_plural = _("calendar addresses")
        ordering = ["made_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=Q(ended_at__isnull=True), name="briefings_one_calendar_address"
            )
        ]

    def __str__(self) -> str:
        return f"Calendar of {self.person_id}"
