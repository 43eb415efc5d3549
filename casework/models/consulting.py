"""Who is asked about an amendment and what they say; and that the protocol was reviewed."""

from typing import ClassVar

import pgtrigger
from django.db import models
from django.utils.translation import gettext_lazy as _

from casework.models.amendments import Amendment
from casework.models.guards import never, never_emptied
from council.models import Body, Person


class Consulted(models.Model):
    """Whoever is asked by name: a person, a body of the council, or somebody outside the portal."""

    amendment = models.ForeignKey(Amendment, on_delete=models.PROTECT, related_name="consulted")
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="consulted_on_amendments"
    )
    body = models.ForeignKey(
        Body, on_delete=models.PROTECT, null=True, blank=True, related_name="consulted_on_amendments"
    )
    name = models.CharField(max_length=160)
    asked_at = models.DateTimeField()
    answer_by = models.DateField()
    answer = models.TextField(blank=True)
    answered_on = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = _("consulted on an amendment")
        verbose_name_plural = _("consulted on amendments")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(answer="", answered_on__isnull=True)
                | (~models.Q(answer="") & models.Q(answered_on__isnull=False)),
                name="casework_an_answer_has_its_day",
            )
        ]

    def __str__(self) -> str:
        return self.name


class AmendmentWords(models.Model):
    """What a member or officer sends to an amendment that is out to consultation; written once."""

    append_only: ClassVar[bool] = True

    amendment = models.ForeignKey(Amendment, on_delete=models.PROTECT, related_name="said")
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="said_to_amendments")
    at = models.DateTimeField()
    words = models.TextField()

    class Meta:
        verbose_name = _("words to an amendment")
        verbose_name_plural = _("words to amendments")
        ordering = ["pk"]
        triggers: ClassVar = [
            never(pgtrigger.Update, pgtrigger.Delete, name="append_only"),
            never_emptied(),
        ]

    def __str__(self) -> str:
        return f"{self.by_id} to {self.amendment_id}"


class ProtocolReview(models.Model):
    """One review of a text, or its adoption as it came: which day, by whom, which minute; written once."""

    class Kind(models.TextChoices):
        """What the minute is about."""

        REVIEW = "review", _("A review of the protocol")
        ADOPTION = "adoption", _("The adoption of the protocol as it stands here")

    append_only: ClassVar[bool] = True

    protocol = models.CharField(max_length=30)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    reviewed_on = models.DateField()
    committee = models.CharField(max_length=160)
    minute = models.CharField(max_length=160)
    outcome = models.TextField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="protocol_reviews")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("review of the protocol")
        verbose_name_plural = _("reviews of the protocol")
        ordering = ["-reviewed_on", "-pk"]
        triggers: ClassVar = [
            never(pgtrigger.Update, pgtrigger.Delete, name="append_only"),
            never_emptied(),
        ]

    def __str__(self) -> str:
        return f"{self.protocol} on {self.reviewed_on}"
