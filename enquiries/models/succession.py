"""What becomes of an open enquiry whose member leaves office."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from council.models import Person
from enquiries.models.enquiry import Enquiry


class Succession(models.Model):
    """What becomes of an open enquiry on the day from which its member is no member any more."""

    enquiry = models.ForeignKey(Enquiry, on_delete=models.PROTECT, related_name="successions")
    # Who goes on with it; nobody where it ends with the term.
    member = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    # The resident, or the member who leaves, would have the resident's details go along.
    with_resident = models.BooleanField(default=False)
    on = models.DateField()
    decided_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("succession in an enquiry")
        verbose_name_plural = _("successions in enquiries")
        constraints = [
            models.UniqueConstraint(
                fields=["enquiry"], condition=Q(done_at__isnull=True), name="enquiry_one_succession_waits"
            )
        ]
        indexes = [
            models.Index(fields=["on"], condition=Q(done_at__isnull=True), name="enquiry_succession_waits")
        ]

    def __str__(self) -> str:
        return f"{self.enquiry_id} from {self.on}"
