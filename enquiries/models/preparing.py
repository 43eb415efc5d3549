"""Before a reply is sent: a draft, its approval, and what other teams contribute."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from council.models import Person, Team
from enquiries.models.choices import Lateness
from enquiries.models.enquiry import Enquiry


class PreparedReply(models.Model):
    """A reply that is not sent yet: an officer's draft, or one that waits for approval. The clock runs."""

    class Stage(models.TextChoices):
        """How far it is."""

        DRAFT = "draft", _("Draft")
        WAITING = "waiting", _("Waiting for approval")
        RETURNED = "returned", _("Sent back to be changed")
        SENT = "sent", _("Sent")
        DROPPED = "dropped", _("Thrown away")

    enquiry = models.ForeignKey(Enquiry, on_delete=models.PROTECT, related_name="prepared")
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    stage = models.CharField(max_length=10, choices=Stage.choices, default=Stage.DRAFT)
    text = models.TextField(blank=True)
    forward_text = models.TextField(blank=True)
    do_not_circulate = models.BooleanField(default=False)
    late_because = models.CharField(max_length=20, choices=Lateness.choices, blank=True)
    late_words = models.TextField(blank=True)
    saved_at = models.DateTimeField()
    asked_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    # What the approver wants changed.
    remark = models.TextField(blank=True)

    class Meta:
        verbose_name = _("prepared reply")
        verbose_name_plural = _("prepared replies")
        constraints = [
            models.UniqueConstraint(
                fields=["enquiry", "by"],
                condition=models.Q(stage__in=["draft", "waiting", "returned"]),
                name="enquiry_one_reply_in_hand",
            )
        ]
        indexes = [
            models.Index(fields=["asked_at"], condition=models.Q(stage="waiting"), name="enquiry_to_approve")
        ]

    def __str__(self) -> str:
        return f"Reply to {self.enquiry_id}: {self.stage}"


class Contribution(models.Model):
    """What another team is asked for, by a day; the reply waits until it is given or waived."""

    enquiry = models.ForeignKey(Enquiry, on_delete=models.PROTECT, related_name="contributions")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="contributions")
    question = models.TextField()
    due_on = models.DateField()
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    text = models.TextField(blank=True)
    given_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    given_at = models.DateTimeField(null=True, blank=True)
    waived_because = models.TextField(blank=True)
    waived_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    waived_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("contribution of another team")
        verbose_name_plural = _("contributions of other teams")
        ordering = ["asked_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(given_at__isnull=True) | models.Q(waived_at__isnull=True),
                name="enquiry_contribution_given_or_waived",
            )
        ]
        indexes = [
            models.Index(
                fields=["team", "due_on"],
                condition=models.Q(given_at__isnull=True, waived_at__isnull=True),
                name="enquiry_contribution_owed",
            )
        ]

    def __str__(self) -> str:
        return f"{self.team_id} for {self.enquiry_id}"
