"""Meetings of the bodies, the items of their agendas, and the notices that go before them."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.utils.translation import gettext_lazy as _

from casework.finding import vector
from casework.models import Stream
from council.models import Body, Person


class Meeting(models.Model):
    """One meeting of a body. `called_on` is the day of its notice; its papers are open until it concludes."""

    reference = models.CharField(max_length=16, unique=True)
    stream = models.OneToOneField(Stream, on_delete=models.PROTECT, related_name="meeting")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="meetings")
    on = models.DateField()
    at = models.TimeField(null=True, blank=True)
    place = models.CharField(max_length=160, blank=True)
    is_private = models.BooleanField(default=False)
    called_on = models.DateField()
    # Why it was called with less than five clear days, where it was (LGA 1972 s100A(6)(a)).
    short_notice = models.CharField(max_length=400, blank=True)
    concluded_at = models.DateTimeField(null=True, blank=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    cancelled_because = models.CharField(max_length=400, blank=True)
    version = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")
        ordering = ["-on", "pk"]
        indexes = [models.Index(fields=["body", "on"], name="access_meeting_of_body")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(called_on__lte=models.F("on")), name="access_meeting_called_before"
            ),
        ]

    def __str__(self) -> str:
        return self.reference


class Item(models.Model):
    """An item of an agenda; `is_private` once the public is to be excluded while it is taken."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="items")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    is_private = models.BooleanField(default=False)
    # Paragraphs of Schedule 12A on which it is to be taken in private.
    private_under = ArrayField(models.CharField(max_length=2), default=list, blank=True)
    is_key_decision = models.BooleanField(default=False)
    # Added after the agenda: its papers are open from then on (LGA 1972 s100B(3)).
    added_on = models.DateField(null=True, blank=True)
    urgent_because = models.CharField(max_length=400, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_because = models.CharField(max_length=400, blank=True)

    class Meta:
        verbose_name = _("item of an agenda")
        verbose_name_plural = _("items of agendas")
        ordering = ["meeting", "number"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "number"], name="access_one_item_a_number"),
        ]
        indexes = [GinIndex(vector("title"), name="access_item_words")]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"


class Notice(models.Model):
    """A notice that the law wants published ahead: of a key decision, of a private meeting, of an agenda."""

    class Kind(models.TextChoices):
        """Which notice."""

        AGENDA = "agenda", _("Agenda and reports")
        KEY_DECISION = "key-decision", _("Key decision")
        PRIVATE_MEETING = "private-meeting", _("Private meeting, first notice")
        PRIVATE_MEETING_SECOND = "private-meeting-second", _("Private meeting, second notice")

    append_only: ClassVar[bool] = True

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="notices")
    item = models.ForeignKey(Item, on_delete=models.PROTECT, null=True, blank=True, related_name="notices")
    kind = models.CharField(max_length=24, choices=Kind.choices)
    published_on = models.DateField()
    # The day of the meeting as it was then: once that moves, the notice of the agenda is given anew.
    for_on = models.DateField()
    words = models.TextField()
    # For the second notice: what was said against taking it in private, and the answer (reg 5(4)).
    representations = models.TextField(blank=True)
    answer = models.TextField(blank=True)
    # Where it came too late: by which exception (a key of the rules of notices), why, and who agreed.
    exception_under = models.CharField(max_length=30, blank=True)
    exception = models.TextField(blank=True)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        ordering = ["published_on", "pk"]

    def __str__(self) -> str:
        return f"{self.kind} {self.published_on}"
