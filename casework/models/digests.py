"""Determinations that the monitoring officer published to members, in general words and without names."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from casework.models.disputes import Determination
from council.models import Person


class Digest(models.Model):
    """One determination as members read it; written once, and never in the words of either side."""

    append_only: ClassVar[bool] = True

    determination = models.OneToOneField(Determination, on_delete=models.PROTECT, related_name="digest")
    title = models.CharField(max_length=200)
    words = models.TextField()
    published_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    published_at = models.DateTimeField()

    class Meta:
        verbose_name = _("published determination")
        verbose_name_plural = _("published determinations")
        ordering = ["-published_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(title="") & ~models.Q(words=""), name="casework_digest_has_words"
            )
        ]

    def __str__(self) -> str:
        return self.title
