"""What an event owes: letters to people, effects elsewhere, reminders for a date."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from casework.models.streams import CaseEvent, Stream
from council.models import Person


class Owed(models.Model):
    """Something that must follow an event, tried until it succeeds or has failed for good."""

    class State(models.TextChoices):
        """How far it got."""

        PENDING = "pending", _("Waiting")
        SENT = "sent", _("Sent")
        FAILED = "failed", _("Failed")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    state = models.CharField(max_length=10, choices=State.choices, default=State.PENDING)
    attempts = models.PositiveSmallIntegerField(default=0)
    not_before = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)
    error = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        abstract = True


class Delivery(Owed):
    """One event owed to one person by one channel."""

    class Channel(models.TextChoices):
        """How it reaches the person."""

        MAIL = "mail", _("Email")

    event = models.ForeignKey(CaseEvent, on_delete=models.PROTECT, related_name="deliveries")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="deliveries")
    channel = models.CharField(max_length=10, choices=Channel.choices, default=Channel.MAIL)
    message_id = models.CharField(max_length=120, blank=True, default="")

    class Meta:
        verbose_name = _("letter about a case")
        verbose_name_plural = _("letters about cases")
        constraints = [
            models.UniqueConstraint(fields=["event", "person", "channel"], name="casework_owed_once"),
            models.CheckConstraint(
                condition=Q(state__in=["pending", "sent", "failed", "withdrawn"]),
                name="casework_delivery_state_is_listed",
            ),
        ]
        indexes = [
            models.Index(
                fields=["person", "not_before"],
                condition=Q(state="pending"),
                name="casework_delivery_pending",
            ),
            models.Index(
                fields=["person", "sent_at"], condition=Q(state="sent"), name="casework_delivery_sent"
            ),
            models.Index(fields=["message_id"], condition=Q(state="pending"), name="casework_delivery_mail"),
            models.Index(fields=["not_before"], condition=Q(state="failed"), name="casework_delivery_failed"),
        ]

    def __str__(self) -> str:
        return f"Event {self.event_id} to person {self.person_id}: {self.state}"


class Effect(Owed):
    """One thing that another part of the portal does because of an event."""

    event = models.ForeignKey(CaseEvent, on_delete=models.PROTECT, related_name="effects")
    subscriber = models.CharField(max_length=150)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["event", "subscriber"], name="casework_effect_once"),
        ]
        indexes = [
            models.Index(fields=["not_before"], condition=Q(state="pending"), name="casework_effect_pending")
        ]

    def __str__(self) -> str:
        return f"{self.subscriber} after event {self.event_id}: {self.state}"


class Reminder(models.Model):
    """A rung of the ladder that was climbed for a date, so that it is not climbed twice."""

    stream = models.ForeignKey(Stream, on_delete=models.PROTECT, related_name="reminders")
    rung = models.CharField(max_length=40)
    due_on = models.DateField()
    sent_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["stream", "rung", "due_on"], name="casework_reminded_once")
        ]

    def __str__(self) -> str:
        return f"{self.rung} for {self.due_on}"
