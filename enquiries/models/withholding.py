"""What is withheld, declined, or given on conditions: with the rule, the reason, and who was copied in."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from council.models import Person
from enquiries.models.enquiry import Enquiry
from enquiries.models.messages import Message


class Withholding(models.Model):
    """A decision not to do or give what was asked, or only on conditions; the message holds the reason."""

    class Ground(models.TextChoices):
        """On what footing."""

        PARTY_POLITICAL = "party-political", _("Party political work")
        INSTRUCTION = "instruction", _("An instruction to officers")
        RESEARCH = "research", _("Research or other work that nobody is bound to do")
        WITHHELD = "withheld", _("Information is withheld")
        UNDERTAKING = "undertaking", _("Given only once it is promised to keep it confidential")
        AUTHORITY = "authority", _("Given only on the resident’s authority")

    class Stage(models.TextChoices):
        """How far a condition is; empty for what is decided and hangs on nothing."""

        DECIDED = "", _("Decided")
        ASKED = "asked", _("Asked for")
        SHOWN = "shown", _("Sent, and not accepted yet")
        MET = "met", _("Met")
        NOT_MET = "not-met", _("Not met")
        DROPPED = "dropped", _("Not needed any more")

    enquiry = models.ForeignKey(Enquiry, on_delete=models.PROTECT, related_name="withholdings")
    message = models.OneToOneField(Message, on_delete=models.PROTECT, related_name="withholding")
    ground = models.CharField(max_length=20, choices=Ground.choices)
    # Ids of the paragraphs and sections that it rests on (one a line), as they were chosen and shown.
    cites = models.TextField()
    # Whom the text wants copied in: the copy is owed in the same transaction as the reply.
    copied_to = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    stage = models.CharField(max_length=10, choices=Stage.choices, blank=True, default=Stage.DECIDED)
    # What the member answered: the words of a promise or of its refusal, or the authority of the resident.
    answer = models.OneToOneField(
        Message, on_delete=models.PROTECT, null=True, blank=True, related_name="condition"
    )
    # What was asked for was given: an undertaking in the member's words, or an authority in the text's form.
    met_at = models.DateTimeField(null=True, blank=True)
    met_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    met_words = models.TextField(blank=True)

    class Meta:
        verbose_name = _("decision to withhold or decline")
        verbose_name_plural = _("decisions to withhold or decline")
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(
                    ground__in=[
                        "party-political",
                        "instruction",
                        "research",
                        "withheld",
                        "undertaking",
                        "authority",
                    ]
                ),
                name="enquiry_withholding_ground_is_listed",
            ),
            models.CheckConstraint(
                condition=models.Q(stage__in=["", "asked", "shown", "met", "not-met", "dropped"]),
                name="enquiry_withholding_stage_is_listed",
            ),
            models.UniqueConstraint(
                fields=["enquiry", "ground"],
                condition=models.Q(stage__in=["asked", "shown"]),
                name="enquiry_one_condition_waits",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.ground} in {self.enquiry_id}"
