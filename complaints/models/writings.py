"""What people wrote in a complaint, a row each, so that retention can erase the words and keep the rest."""

from typing import ClassVar

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from casework.finding import vector
from casework.models import Attachment
from complaints.models.complaints import Complaint
from council.models import Person


class Side(models.TextChoices):
    """One of the two sides; empty: whoever deals with it."""

    HANDLERS = "", _("Those who deal with it")
    COMPLAINANT = "complainant", _("Whoever complains")
    SUBJECT = "subject", _("Whoever it is about")


class Writing(models.Model):
    """One text or file: of which kind, by whom, of which side. It is shown to its own side, to those who deal
    with the complaint, and to the other side from the moment at which it was disclosed (`Disclosed`).
    """

    class Kind(models.TextChoices):
        """What it is."""

        CONCERN = "concern", _("What happened")
        WANTED = "wanted", _("What would put it right")
        SKIPPED = "skipped", _("Why it is not settled informally first")
        ATTEMPT = "attempt", _("What was tried")
        EVIDENCE = "evidence", _("Evidence")
        STATEMENT = "statement", _("Statement")
        INTERVIEW = "interview", _("Note of an interview")
        PUT = "put", _("Put to the other side")
        REPLY = "reply", _("Reply")
        DRAFT = "draft", _("Draft of the findings")
        ON_DRAFT = "on-draft", _("Comment on the draft")
        ASSESSMENT = "assessment", _("Assessment")
        FINDINGS = "findings", _("Findings")
        DECISION = "decision", _("Decision")
        PROGRESS = "progress", _("How it goes")
        FOR_LEADER = "for-leader", _("Words for the group leader")
        REFERRAL = "referral", _("Why it goes to another procedure")
        ASKED = "asked", _("Put to the Independent Person")
        VIEWS = "views", _("Views of the Independent Person")
        CAME_OF_IT = "came-of-it", _("What came of it there")
        REMEDY = "remedy", _("What is put right")
        AIRED = "aired", _("Raised in public")
        RECUSAL = "recusal", _("Why somebody else deals with it")
        WITHDRAWAL = "withdrawal", _("Why it is taken back")
        OPENING = "opening", _("Why it was opened in an emergency")
        NOTE = "note", _("Note")

    complaint = models.ForeignKey(Complaint, on_delete=models.PROTECT, related_name="writings")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    side = models.CharField(max_length=12, choices=Side.choices, blank=True, default="")
    by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField()
    text = models.TextField(blank=True)
    # Whoever has no page here and gave a statement, which somebody else took down, and on which day.
    said_by = models.CharField(max_length=150, blank=True, default="")
    said_on = models.DateField(null=True, blank=True)
    file = models.ForeignKey(Attachment, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    erased_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("writing in a complaint")
        verbose_name_plural = _("writings in complaints")
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(erased_at__isnull=True)
                | Q(text="", said_by="", file__isnull=True, by__isnull=True),
                name="complaints_erased_words_are_gone",
            ),
            models.CheckConstraint(
                condition=Q(erased_at__isnull=False) | ~Q(text="") | Q(file__isnull=False),
                name="complaints_a_writing_says_something",
            ),
        ]
        indexes = [
            models.Index(fields=["complaint", "kind"], name="complaints_writings"),
            GinIndex(vector("text"), name="complaints_words"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} in {self.complaint_id}"


class Disclosed(models.Model):
    """That a writing was shown to a side, by whose decision; it is never taken back."""

    append_only: ClassVar[bool] = True

    writing = models.ForeignKey(Writing, on_delete=models.PROTECT, related_name="disclosed")
    side = models.CharField(max_length=12, choices=Side.choices)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("disclosure in a complaint")
        verbose_name_plural = _("disclosures in complaints")
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["writing", "side"], name="complaints_disclosed_once"),
            models.CheckConstraint(condition=~Q(side=""), name="complaints_disclosed_to_a_side"),
        ]

    def __str__(self) -> str:
        return f"{self.writing_id} to {self.side}"
