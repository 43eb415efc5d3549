"""Too much work for one enquiry: what the officer offers, and whether member and senior management agree."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from council.models import Person
from enquiries.models.enquiry import Enquiry
from enquiries.models.messages import Message


class Proposal(models.Model):
    """An offer of another date or another reply (WF-6.12); it changes nothing until both have agreed."""

    class Answer(models.TextChoices):
        """What one side says to it."""

        NONE = "", _("No answer yet")
        AGREED = "agreed", _("Agreed")
        NOT_AGREED = "not-agreed", _("Not agreed")

    enquiry = models.ForeignKey(Enquiry, on_delete=models.PROTECT, related_name="proposals")
    # The burden in words and the offer in words stand in the message.
    message = models.OneToOneField(Message, on_delete=models.PROTECT, related_name="+")
    other_date = models.DateField(null=True, blank=True)
    other_reply = models.TextField(blank=True)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    member_says = models.CharField(max_length=12, choices=Answer.choices, blank=True, default="")
    member_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    member_at = models.DateTimeField(null=True, blank=True)
    senior_says = models.CharField(max_length=12, choices=Answer.choices, blank=True, default="")
    senior_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    senior_at = models.DateTimeField(null=True, blank=True)
    # Agreed by both, refused by one, or taken back.
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("offer of another date or reply")
        verbose_name_plural = _("offers of another date or reply")
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(other_date__isnull=False) | ~models.Q(other_reply=""),
                name="enquiry_proposal_offers_something",
            ),
            models.UniqueConstraint(
                fields=["enquiry"],
                condition=models.Q(ended_at__isnull=True),
                name="enquiry_one_proposal_waits",
            ),
        ]

    def __str__(self) -> str:
        return f"Offer in {self.enquiry_id}"
