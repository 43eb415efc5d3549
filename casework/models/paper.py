"""What people hand in: files, and forms that count once."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from casework.models.streams import CaseEvent, Stream
from council.models import Person


class Attachment(models.Model):
    """A file on a case, kept under a random name that no address reaches."""

    class Scan(models.TextChoices):
        """What the virus scanner said."""

        UNSCANNED = "unscanned", _("Not scanned for viruses")
        CLEAN = "clean", _("Scanned for viruses")
        INFECTED = "infected", _("Held back: a virus was found")

    stream = models.ForeignKey(Stream, on_delete=models.PROTECT, related_name="attachments")
    event = models.ForeignKey(
        CaseEvent, on_delete=models.PROTECT, null=True, blank=True, related_name="attachments"
    )
    file = models.FileField(max_length=200)
    name = models.CharField(max_length=150)
    size = models.PositiveIntegerField()
    content_type = models.CharField(max_length=100)
    sha256 = models.CharField(max_length=64)
    scan = models.CharField(max_length=10, choices=Scan.choices, default=Scan.UNSCANNED)
    uploaded_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    uploaded_at = models.DateTimeField()
    erased_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name


class FormToken(models.Model):
    """A form that was sent once: sending it again makes no second record."""

    token = models.CharField(max_length=64, unique=True)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    used_at = models.DateTimeField()
    result = models.CharField(max_length=60, blank=True, default="")

    def __str__(self) -> str:
        return f"Form sent at {self.used_at}"
