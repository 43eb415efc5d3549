"""A matter on which groups are served alike: officers' side, which no group ever reads."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.utils.translation import gettext_lazy as _

from casework.finding import vector
from casework.models import Stream
from council.models import Directorate, Person
from rulebook.briefing.given import EqualAccess
from rulebook.briefing.request import Form


class Matter(models.Model):
    """What is given to political groups: one subject, one form, one pack, however many groups have it.

    `subject` is the sentence that other groups read where the text has them told; it is written by whoever
    decided, and holds nothing of what the group that asked first said. `equal_access` is what the text in
    force on that day gives the others, empty where it is silent; of what officers offer of their own accord
    every group is offered it, whatever the text has.
    """

    reference = models.CharField(max_length=16, unique=True)
    stream = models.OneToOneField(Stream, on_delete=models.PROTECT, related_name="briefing_matter")
    protocol = models.CharField(max_length=30)
    subject = models.CharField(max_length=200)
    form = models.CharField(max_length=12, choices=[(one.value, one.value) for one in Form])
    equal_access = models.CharField(
        max_length=30, blank=True, default="", choices=[(one.value, one.value) for one in EqualAccess]
    )
    directorate = models.ForeignKey(
        Directorate, on_delete=models.PROTECT, null=True, blank=True, related_name="briefing_matters"
    )
    # Who sees to it that every group gets the same: whoever decided, unless they named somebody.
    lead = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="briefing_matters")
    # Whoever offered it to every group of their own accord; empty where a group asked.
    offered_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="briefing_matters_offered"
    )
    opened_at = models.DateTimeField()
    # After this day nothing more is offered of it; a group that asks is answered all the same.
    closed_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("matter of a briefing")
        verbose_name_plural = _("matters of briefings")
        ordering = ["-opened_at", "-pk"]
        indexes = [GinIndex(vector("subject"), name="briefings_matter_words")]

    def __str__(self) -> str:
        return self.reference
