"""What follows a briefing: later questions, words put in an officer's mouth, incidents, and who left."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from briefings.models.briefings import Briefing
from briefings.models.dates import Session
from council.models import Person


class Question(models.Model):
    """A later question of one group; its answer goes to every group that had the matter.

    `words` are the group's own and stay with it. `neutral` is how the officer puts the question to the
    others: it tells nothing of who asked.
    """

    briefing = models.ForeignKey(Briefing, on_delete=models.PROTECT, related_name="questions")
    words = models.TextField()
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    neutral = models.TextField(blank=True, default="")
    answer = models.TextField(blank=True, default="")
    answered_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("question after a briefing")
        verbose_name_plural = _("questions after briefings")
        ordering = ["asked_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True, answer="", neutral="")
                | (Q(answered_at__isnull=False) & ~Q(answer="") & ~Q(neutral="")),
                name="briefings_answered_whole",
            )
        ]

    def __str__(self) -> str:
        return f"Question in {self.briefing_id}"


class Attributed(models.Model):
    """Words that a group's record puts in an officer's mouth, for that officer to check."""

    class Verdict(models.TextChoices):
        """What the officer says of them."""

        WAITING = "", _("Not checked yet")
        RIGHT = "right", _("Right as it stands")
        CORRECTED = "corrected", _("Corrected")

    briefing = models.ForeignKey(Briefing, on_delete=models.PROTECT, related_name="attributed")
    officer = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="words_attributed")
    words = models.TextField()
    put_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    put_at = models.DateTimeField()
    verdict = models.CharField(max_length=10, choices=Verdict.choices, blank=True, default="")
    corrected = models.TextField(blank=True, default="")
    checked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("words attributed to an officer")
        verbose_name_plural = _("words attributed to officers")
        ordering = ["put_at", "pk"]

    def __str__(self) -> str:
        return f"Words of {self.officer_id} in {self.briefing_id}"


class Incident(models.Model):
    """Disrespect at a group's meeting, reported to those whom the text names; nobody else reads it."""

    briefing = models.ForeignKey(Briefing, on_delete=models.PROTECT, related_name="incidents")
    words = models.TextField()
    reported_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    reported_at = models.DateTimeField()

    class Meta:
        verbose_name = _("incident at a briefing")
        verbose_name_plural = _("incidents at briefings")
        ordering = ["reported_at", "pk"]

    def __str__(self) -> str:
        return f"Incident in {self.briefing_id}"


class Departure(models.Model):
    """That an officer left a date because the talk turned political."""

    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="departures")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    left_at = models.DateTimeField()
    came_back_at = models.DateTimeField(null=True, blank=True)
    recorded_at = models.DateTimeField()

    class Meta:
        verbose_name = _("officer who left a briefing")
        verbose_name_plural = _("officers who left briefings")
        ordering = ["left_at", "pk"]

    def __str__(self) -> str:
        return f"{self.person_id} left {self.session_id}"
