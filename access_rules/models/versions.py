"""The files of a document, page by page: whole, as the public may have it, or in summary; and redactions."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from access_rules.models.documents import Document
from casework.finding import vector
from casework.models import Attachment
from council.models import Person


class Version(models.Model):
    """One file of a document. The worker reads it into pages; until it has, nobody is shown anything."""

    class Kind(models.TextChoices):
        """What it leaves out."""

        WHOLE = "whole", _("Whole")
        REDACTED = "redacted", _("Redacted, as the public may have it")
        SUMMARY = "summary", _("Written summary")

    class Stage(models.TextChoices):
        """How far the worker is."""

        WAITING = "waiting", _("Being made ready")
        READY = "ready", _("Ready to read")
        FAILED = "failed", _("Could not be read")

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="versions")
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.WHOLE)
    # Null until a worker has made the file of a redacted version.
    attachment = models.OneToOneField(
        Attachment, on_delete=models.PROTECT, null=True, blank=True, related_name="document_version"
    )
    made_from = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="made_into"
    )
    stage = models.CharField(max_length=10, choices=Stage.choices, default=Stage.WAITING)
    # One word of access_rules/rules/unreadable.py, which says what the keeper can do about it.
    fault = models.CharField(max_length=200, blank=True)
    # How often a worker began to read it; a file that ends every worker is given up.
    tries = models.PositiveSmallIntegerField(default=0)
    # What a keeper typed as a summary, to begin with when it is put right; empty for every other file.
    typed = models.TextField(blank=True)
    page_count = models.PositiveIntegerField(default=0)
    # One of a kind is current; an earlier file stays on record and is shown to nobody.
    is_current = models.BooleanField(default=True)
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = _("file of a document")
        verbose_name_plural = _("files of documents")
        ordering = ["document", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["document", "kind"], condition=Q(is_current=True), name="access_one_current_of_a_kind"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} of {self.document_id}"


class Page(models.Model):
    """One page: its picture, kept where no address reaches it, and its text for those who cannot see it.

    `words` holds each word with its box, as fractions of the page: [word, left, top, right, bottom].
    """

    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="pages")
    number = models.PositiveIntegerField()
    picture = models.FileField(max_length=200)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    text = models.TextField(blank=True)
    words = models.JSONField(default=list)

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("pages")
        ordering = ["version", "number"]
        constraints = [
            models.UniqueConstraint(fields=["version", "number"], name="access_one_page_a_number"),
        ]
        # Of each version by itself: what a redacted one leaves out stands in pages of the whole one alone.
        indexes = [GinIndex(vector("text"), name="access_page_words")]

    def __str__(self) -> str:
        return f"Page {self.number} of {self.version_id}"


class Redaction(models.Model):
    """What is to be taken out of one page, and by which paragraph; a box in fractions of the page."""

    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="redactions")
    page = models.PositiveIntegerField()
    left = models.FloatField()
    top = models.FloatField()
    right = models.FloatField()
    bottom = models.FloatField()
    # The paragraph or section that it rests on, as answers cite it («LGA 1972 Sch 12A para 3»).
    cite = models.CharField(max_length=80)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    # The version from which it is gone; null while it is only proposed. What was made has rows of its own,
    # so that a later version begins with all that stood before, and the record of the earlier one stays.
    gone_from = models.ForeignKey(
        Version, on_delete=models.PROTECT, null=True, blank=True, related_name="redacted_by"
    )

    class Meta:
        verbose_name = _("redaction")
        verbose_name_plural = _("redactions")
        ordering = ["version", "page", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    left__gte=0,
                    top__gte=0,
                    right__lte=1,
                    bottom__lte=1,
                    right__gt=F("left"),
                    bottom__gt=F("top"),
                ),
                name="access_redaction_is_on_the_page",
            ),
        ]

    def __str__(self) -> str:
        return f"Page {self.page} of {self.version_id}"
