"""What hangs on a complaint: attempts to settle it, who was told what, what is put right, openings."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from complaints.models.complaints import Complaint
from complaints.models.writings import Writing
from council.models import Person


class Attempt(models.Model):
    """Somebody tried to settle it: when, with whose help, and whether each side agreed."""

    complaint = models.ForeignKey(Complaint, on_delete=models.PROTECT, related_name="attempts")
    writing = models.ForeignKey(Writing, on_delete=models.PROTECT, related_name="+")
    tried_on = models.DateField()
    helper = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    helper_post = models.CharField(max_length=40, blank=True, default="")
    recorded_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    # Each side's own word; nobody answers for the other.
    complainant_agrees = models.BooleanField(null=True, blank=True)
    subject_agrees = models.BooleanField(null=True, blank=True)

    class Meta:
        verbose_name = _("attempt to settle a complaint")
        verbose_name_plural = _("attempts to settle complaints")
        ordering = ["tried_on", "pk"]

    def __str__(self) -> str:
        return f"{self.tried_on} in {self.complaint_id}"


class Told(models.Model):
    """That somebody was told something of a complaint: as whom, and by which paragraph.

    Where a text leaves it open whether they are told: also that they are not, by whose decision.
    """

    class What(models.TextChoices):
        """Of what."""

        PROGRESS = "progress", _("How it goes")
        BEFORE = "before-decision", _("Before the decision")
        OUTCOME = "outcome", _("The outcome")
        WORDS = "words", _("In words of the monitoring officer")
        NOT_TOLD = "not-told", _("Not told, by decision of the monitoring officer")

    complaint = models.ForeignKey(Complaint, on_delete=models.PROTECT, related_name="told")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    # A side («complainant», «subject») or a post.
    told_as = models.CharField(max_length=40)
    what = models.CharField(max_length=16, choices=What.choices)
    writing = models.ForeignKey(Writing, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    cites = models.TextField(blank=True)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("notice in a complaint")
        verbose_name_plural = _("notices in complaints")
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.what} to {self.told_as} in {self.complaint_id}"


class Remedy(models.Model):
    """Something that is put right because of a complaint: by whom, by when, and when it was done."""

    complaint = models.ForeignKey(Complaint, on_delete=models.PROTECT, related_name="remedies")
    writing = models.ForeignKey(Writing, on_delete=models.PROTECT, related_name="+")
    owner = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    due_on = models.DateField()
    done_on = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = _("remedy")
        verbose_name_plural = _("remedies")
        ordering = ["due_on", "pk"]
        indexes = [
            models.Index(
                fields=["owner", "due_on"], condition=Q(done_on__isnull=True), name="complaints_remedies_due"
            )
        ]

    def __str__(self) -> str:
        return f"{self.due_on} in {self.complaint_id}"


class Airing(models.Model):
    """That the matter was raised in public: on which day and where, and who reports it."""

    complaint = models.ForeignKey(Complaint, on_delete=models.PROTECT, related_name="airings")
    writing = models.ForeignKey(Writing, on_delete=models.PROTECT, related_name="+")
    aired_on = models.DateField()
    reported_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("raising in public")
        verbose_name_plural = _("raisings in public")
        ordering = ["aired_on", "pk"]

    def __str__(self) -> str:
        return f"{self.aired_on} in {self.complaint_id}"


class Opening(models.Model):
    """An opening in an emergency by somebody who has no part in it: for a reason, until a moment."""

    append_only: ClassVar[bool] = True

    complaint = models.ForeignKey(Complaint, on_delete=models.PROTECT, related_name="openings")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="complaints_opened")
    writing = models.ForeignKey(Writing, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    until = models.DateTimeField()

    class Meta:
        verbose_name = _("opening in an emergency")
        verbose_name_plural = _("openings in an emergency")
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.complaint_id} opened"
