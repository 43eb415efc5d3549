"""In whose name a letter went out, where that is not the officer who wrote it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from council.models import Person
from enquiries.models.messages import Message


class IssuedLetter(models.Model):
    """A letter issued in a member's name, as the text allows; a letter without a row is its writer's own."""

    append_only = True

    message = models.OneToOneField(Message, on_delete=models.PROTECT, related_name="issued")
    signed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    # A rulebook.correspondence.Signatory, and what stood under the name on that day.
    office = models.CharField(max_length=20)
    title = models.CharField(max_length=200)
    # What the officer said of it before it was issued: a member's name stands under none that does.
    undertakes = models.BooleanField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("letter in a member’s name")
        verbose_name_plural = _("letters in a member’s name")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(undertakes=False), name="enquiry_letter_in_a_members_name_binds_nobody"
            )
        ]

    def __str__(self) -> str:
        return f"Message {self.message_id} signed by {self.signed_by_id}"
