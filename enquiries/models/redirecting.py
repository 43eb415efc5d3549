"""Where an enquiry is handled that belongs elsewhere, under which rule, by when, and what came of it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from council.models import Person
from enquiries.models.enquiry import Enquiry


class Redirection(models.Model):
    """One handing on to another process; the enquiry keeps its number and its thread."""

    class Process(models.TextChoices):
        """Where it may go: what `rulebook.triage.Handling` calls it."""

        CORPORATE_COMPLAINT = "corporate-complaint", _("Corporate complaints procedure")
        SERVICE_REQUEST = "service-request", _("Service request")
        ESTABLISHED_PROCEDURE = "established-procedure", _("Established procedure")
        FOI = "foi", _("Freedom of information request")
        EIR = "eir", _("Request for environmental information")
        SAR = "sar", _("Subject access request")

    enquiry = models.ForeignKey(Enquiry, on_delete=models.PROTECT, related_name="redirections")
    process = models.CharField(max_length=25, choices=Process.choices)
    # Who or what handles it there, and its number there, once that is known.
    place = models.CharField(max_length=120)
    their_reference = models.CharField(max_length=60, blank=True)
    # Ids of the paragraphs and sections it rests on, as triage gave them (one a line).
    cites = models.TextField(blank=True)
    received_on = models.DateField()
    expected_on = models.DateField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("redirection")
        verbose_name_plural = _("redirections")
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(
                    process__in=[
                        "corporate-complaint",
                        "service-request",
                        "established-procedure",
                        "foi",
                        "eir",
                        "sar",
                    ]
                ),
                name="enquiry_redirection_process_is_listed",
            ),
            models.UniqueConstraint(
                fields=["enquiry"],
                condition=models.Q(ended_at__isnull=True),
                name="enquiry_is_redirected_once_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.enquiry_id} to {self.process}"
