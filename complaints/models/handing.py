"""What must be handed on by whoever hears it: a disclosure of wrongdoing, words without respect."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from casework.models import Stream
from council.models import Person
from rulebook.complaint import Handed


class HandedOn(models.Model):
    """Something heard and handed on, once (MW-8.2, WO-E-9.3.32i); it is no complaint of whoever hands it on.

    Whoever handed it on and those to whom it went read it, nobody else. `words` are erased by retention.
    """

    reference = models.CharField(max_length=16, unique=True)
    stream = models.OneToOneField(Stream, on_delete=models.PROTECT, related_name="handed_on")
    protocol = models.CharField(max_length=30)
    what = models.CharField(max_length=30, choices=[(one.value, one.value) for one in Handed])
    # The procedure under which it goes on, where the text names one and no post.
    procedure = models.CharField(max_length=30, blank=True, default="")
    words = models.TextField(blank=True)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="handed_on")
    at = models.DateTimeField()
    # Until when it is kept; a hold keeps it longer.
    keep_until = models.DateField()
    is_held = models.BooleanField(default=False)
    erased_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("matter handed on")
        verbose_name_plural = _("matters handed on")
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(erased_at__isnull=True) | Q(words="", by__isnull=True),
                name="complaints_handed_on_erased_whole",
            )
        ]
        indexes = [
            models.Index(
                fields=["keep_until"],
                condition=Q(erased_at__isnull=True, is_held=False),
                name="complaints_handed_on_to_erase",
            )
        ]

    def __str__(self) -> str:
        return self.reference


class HandedTo(models.Model):
    """Somebody to whom it went, by which post."""

    handed_on = models.ForeignKey(HandedOn, on_delete=models.PROTECT, related_name="handed_to")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    post = models.CharField(max_length=40)

    class Meta:
        verbose_name = _("person to whom a matter was handed on")
        verbose_name_plural = _("people to whom matters were handed on")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["handed_on", "person"], name="complaints_handed_once_to_each")
        ]

    def __str__(self) -> str:
        return f"{self.handed_on_id} to {self.post}"
