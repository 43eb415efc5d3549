"""Who else was sent a copy of a letter: always shown on it, never blind."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from council.models import Person
from enquiries.models.enquiry import Enquiry
from enquiries.models.messages import Message


class Copy(models.Model):
    """One person to whom a message was copied, by which permission; they read that message and no other."""

    class Permission(models.TextChoices):
        """What allows the copy."""

        AUTHOR = "author", _("The author agreed")
        GENERAL_INTEREST = "general-interest", _("A letter of general interest")
        OFFICER = "officer", _("An officer concerned")
        PROTOCOL = "protocol", _("The protocol asks for it")

    message = models.ForeignKey(Message, on_delete=models.PROTECT, related_name="copies")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    permission = models.CharField(max_length=20, choices=Permission.choices)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("copy of a letter")
        verbose_name_plural = _("copies of letters")
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["message", "person"], name="enquiry_message_copied_once")
        ]

    def __str__(self) -> str:
        return f"Message {self.message_id} copied to {self.person_id}"


class CopyConsent(models.Model):
    """An officer asks the author whether another member may have a copy; the author alone answers."""

    enquiry = models.ForeignKey(Enquiry, on_delete=models.PROTECT, related_name="copy_consents")
    message = models.ForeignKey(Message, on_delete=models.PROTECT, related_name="copy_consents")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField()
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    agreed = models.BooleanField(null=True, blank=True)
    answered_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("consent to a copy")
        verbose_name_plural = _("consents to copies")
        constraints = [
            models.UniqueConstraint(
                fields=["message", "person"],
                condition=models.Q(agreed__isnull=True),
                name="enquiry_consent_asked_once",
            )
        ]

    def __str__(self) -> str:
        return f"Copy of {self.enquiry_id} for {self.person_id}"
