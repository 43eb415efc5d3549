"""Access to one document given to one person by name: guardian’s to keep, with its ground and its end."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from guardian.models import UserObjectPermissionBase

from access_rules.models.documents import Document
from access_rules.models.requests import AccessRequest
from council.models import Body, Person


class DocumentGrant(UserObjectPermissionBase):
    """One login may open one document. Ending it deletes the row; the document’s events are its history."""

    class Ground(models.TextChoices):
        """With what it ends, besides its last day."""

        PURPOSE = "purpose", _("Given for a purpose")
        TERM = "term", _("While the member is in office")
        SEAT = "seat", _("While the member sits on the body")

    class Mode(models.TextChoices):
        """What may be done with it."""

        INSPECT = "inspect", _("Inspect")
        COPY = "copy", _("Have a copy")

    content_object = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="grants")
    purpose = models.CharField(max_length=400)
    mode = models.CharField(max_length=8, choices=Mode.choices, default=Mode.INSPECT)
    # The version that is opened by it; the whole where empty.
    version_kind = models.CharField(max_length=10, blank=True)
    rule = models.CharField(max_length=40)
    cites = models.TextField(blank=True)
    request = models.ForeignKey(
        AccessRequest, on_delete=models.PROTECT, null=True, blank=True, related_name="grants"
    )
    granted_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    granted_at = models.DateTimeField()
    expires_on = models.DateField()
    ends_with = models.CharField(max_length=10, choices=Ground.choices, default=Ground.TERM)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta(UserObjectPermissionBase.Meta):
        verbose_name = _("access given by name")
        verbose_name_plural = _("access given by name")
        indexes = [models.Index(fields=["user", "expires_on"], name="access_granted_until")]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(ends_with="seat") | models.Q(body__isnull=False),
                name="access_grant_by_seat_names_the_body",
            ),
        ]

    def __str__(self) -> str:
        return f"Document {self.content_object_id} until {self.expires_on}"
