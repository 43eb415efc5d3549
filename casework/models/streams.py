"""Streams of events: written once, chained, their content apart so that retention may erase it."""

from typing import ClassVar

import pgtrigger
from django.db import models

from casework.events import Audience, label_of
from casework.models.guards import never, never_emptied
from council.models import Person


class Stream(models.Model):
    """What events are chained in: one for each case, document and register, and one for security."""

    name = models.CharField(max_length=80, unique=True)
    head = models.CharField(max_length=64, blank=True, default="")
    length = models.PositiveIntegerField(default=0)

    class Meta:
        triggers: ClassVar = [never(pgtrigger.Delete, name="never_deleted"), never_emptied()]

    def __str__(self) -> str:
        return self.name


class CaseEvent(models.Model):
    """Something that happened: written once, in its place in the stream, and never changed."""

    # The application role may add rows and read them (the command grant_rights).
    append_only: ClassVar[bool] = True

    stream = models.ForeignKey(Stream, on_delete=models.PROTECT, related_name="events")
    place = models.PositiveIntegerField()
    kind = models.CharField(max_length=60)
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    audience = models.CharField(max_length=20, choices=[(one.value, one.value) for one in Audience])
    facts = models.JSONField(default=dict)
    digest = models.CharField(max_length=64, blank=True, default="")
    previous = models.CharField(max_length=64, blank=True)
    chain = models.CharField(max_length=64)

    class Meta:
        ordering = ["stream_id", "place"]
        constraints = [models.UniqueConstraint(fields=["stream", "place"], name="casework_one_event_a_place")]
        indexes = [models.Index(fields=["kind", "at"], name="casework_event_by_kind")]
        triggers: ClassVar = [
            never(pgtrigger.Update, pgtrigger.Delete, name="append_only"),
            never_emptied(),
        ]

    def __str__(self) -> str:
        return f"{self.stream_id}/{self.place} {self.kind}"

    @property
    def label(self) -> str:
        """The words of the timeline."""
        return label_of(self.kind)

    @property
    def body(self) -> dict[str, str]:
        """What was written; empty when the event has no content or retention has erased it."""
        try:
            return dict(self.content.body)
        except EventContent.DoesNotExist:
            return {}

    @property
    def is_erased(self) -> bool:
        """Had it content that retention has erased?"""
        return bool(self.digest) and not self.body


class EventContent(models.Model):
    """What people wrote, apart from the event, so that retention may erase it; its salt goes with it."""

    event = models.OneToOneField(CaseEvent, on_delete=models.PROTECT, related_name="content")
    salt = models.CharField(max_length=32)
    body = models.JSONField()

    class Meta:
        triggers: ClassVar = [never(pgtrigger.Update, name="never_rewritten"), never_emptied()]

    def __str__(self) -> str:
        return f"Content of event {self.event_id}"
