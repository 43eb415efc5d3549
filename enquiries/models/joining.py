"""Enquiries on one matter, and what members say of the replies."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from council.models import Person
from enquiries.models.enquiry import Enquiry
from enquiries.models.messages import Message


class Link(models.Model):
    """Two enquiries on one matter. Officers see both; a member sees no word of another member's."""

    first = models.ForeignKey(Enquiry, on_delete=models.PROTECT, related_name="links_from")
    second = models.ForeignKey(Enquiry, on_delete=models.PROTECT, related_name="links_to")
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("enquiries on one matter")
        verbose_name_plural = _("enquiries on one matter")
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="enquiry_linked_once"),
            models.CheckConstraint(
                condition=models.Q(first__lt=models.F("second")), name="enquiry_link_in_order"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.first_id} and {self.second_id}"


class Verdict(models.Model):
    """What the member says of a reply: whether it answers, and what was good or bad about it."""

    append_only = True

    enquiry = models.ForeignKey(Enquiry, on_delete=models.PROTECT, related_name="verdicts")
    reply = models.ForeignKey(Message, on_delete=models.PROTECT, related_name="verdicts")
    answers = models.BooleanField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("verdict on a reply")
        verbose_name_plural = _("verdicts on replies")
        indexes = [models.Index(fields=["at"], name="enquiry_verdict_at")]

    def __str__(self) -> str:
        return f"{self.enquiry_id}: {'answered' if self.answers else 'not answered'}"
