"""Files of registers, kept between the page that takes them and the page that carries them out."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from council.models.people import Person


class RegisterFile(models.Model):
    """A file that a keeper of the registers sent, to see what it would change; emptied once that is done.

    It holds the details of many people, so it is one keeper's alone, and none outlives its day.
    """

    key = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    register = models.CharField(_("register"), max_length=20)
    keeper = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="register_files")
    name = models.CharField(_("name of the file"), max_length=200)
    content = models.BinaryField(blank=True)
    from_on = models.DateField(_("first day of what is new"))
    # Of an election: the last day of the terms that end, and whether only the wards in the file are meant.
    last_on = models.DateField(_("last day of the old terms"), null=True, blank=True)
    wards_only = models.BooleanField(_("only the wards in the file"), default=False)
    all_or_nothing = models.BooleanField(_("nothing while a row is refused"), default=False)
    kept_at = models.DateTimeField(_("kept at"))
    done_at = models.DateTimeField(_("done at"), null=True, blank=True)
    outcome = models.JSONField(default=dict, blank=True)

    class Meta:
        verbose_name = _("file of a register")
        verbose_name_plural = _("files of registers")
        indexes = [models.Index(fields=["keeper", "kept_at"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(done_at__isnull=True) | Q(content=b""),
                name="council_registerfile_is_emptied_when_done",
            )
        ]

    def __str__(self) -> str:
        return self.name
