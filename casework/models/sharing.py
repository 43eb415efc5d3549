"""A case that a member shares with a named colleague until a day: a grant by name, so guardian's to keep."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from guardian.models import UserObjectPermissionBase

from casework.models.streams import Stream
from council.models import Person


class CaseShare(UserObjectPermissionBase):
    """One login may read one case until a day. Ending it deletes the row; the events are its history."""

    content_object = models.ForeignKey(Stream, on_delete=models.CASCADE, related_name="shares")
    granted_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    granted_at = models.DateTimeField()
    until = models.DateField()
    purpose = models.CharField(max_length=200, blank=True)

    class Meta(UserObjectPermissionBase.Meta):
        verbose_name = _("case shared with a colleague")
        verbose_name_plural = _("cases shared with colleagues")
        indexes = [models.Index(fields=["user", "until"], name="casework_shared_until")]

    def __str__(self) -> str:
        return f"Case {self.content_object_id} until {self.until}"
