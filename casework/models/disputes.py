"""Disputes about a decision in a case of any counter, and how they were determined."""

import datetime
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django_fsm import FSMField, transition

from casework.models.streams import Stream
from casework.states import DISPUTE_FACES, DisputeState
from casework.steps import legal_steps
from council.models import Person
from rulebook.dispute import Subject
from rulebook.duty import Duty
from rulebook.triage import Rung


class Dispute(models.Model):
    """«I do not agree»: both sides in their own words, and who decides by the text.

    `about` is the stream of the case that it arose in; `case_reference` names the case. `rung` is the step of
    the text's ladder at which it stands.
    """

    reference = models.CharField(max_length=16, unique=True)
    stream = models.OneToOneField(Stream, on_delete=models.PROTECT, related_name="dispute")
    about = models.ForeignKey(Stream, on_delete=models.PROTECT, related_name="disputes")
    case_reference = models.CharField(max_length=16)
    # The event of the case that tells of the decision in dispute.
    decision_place = models.PositiveIntegerField()
    # Ids of the paragraphs and sections that the decision rests on (one a line).
    cites = models.TextField(blank=True)
    subject = models.CharField(
        max_length=12, choices=[(one.value, one.value) for one in Subject], default=Subject.ACCESS.value
    )
    protocol = models.CharField(max_length=30)
    is_confidential = models.BooleanField(default=False)
    opened_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="disputes")
    opened_at = models.DateTimeField()
    member_words = models.TextField()
    # Whose decision it is, and what they say to it.
    respondent = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="disputes_answered")
    respondent_words = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    rung = models.CharField(max_length=20, choices=[(one.value, one.value) for one in Rung])
    decide_by = models.DateField(null=True, blank=True)
    state = FSMField(
        default=DisputeState.OPENED,
        protected=True,
        choices=[(one.value, DISPUTE_FACES[one][0]) for one in DisputeState],
    )
    ended_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("dispute")
        verbose_name_plural = _("disputes")
        ordering = ["opened_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=[one.value for one in DisputeState]),
                name="casework_dispute_state_is_known",
            ),
            # Pressed twice, or by two who speak for the member: a decision is disputed once.
            models.UniqueConstraint(
                fields=["about", "decision_place"],
                condition=~models.Q(state=DisputeState.WITHDRAWN.value),
                name="casework_a_decision_is_disputed_once",
            ),
        ]
        indexes = [
            models.Index(
                fields=["rung", "decide_by"], condition=models.Q(state="opened"), name="casework_to_determine"
            )
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def latest(self) -> "Determination | None":
        """What was decided last; None while nothing was."""
        return self.determinations.select_related("by").order_by("at", "pk").last()

    @transition(
        state, source=DisputeState.OPENED, target=DisputeState.DETERMINED, custom={"duty": Duty.DETERMINE}
    )
    def record_determination(self) -> None:
        """Decided on this rung, with reasons."""

    @transition(
        state, source=DisputeState.DETERMINED, target=DisputeState.OPENED, custom={"duty": Duty.DISPUTE}
    )
    def take_further(self, *, rung: Rung, decide_by: datetime.date | None) -> None:
        """The member does not agree with that either, and the text has a further rung."""
        self.rung, self.decide_by = rung.value, decide_by

    @transition(
        state, source=DisputeState.DETERMINED, target=DisputeState.ENDED, custom={"duty": Duty.DETERMINE}
    )
    def record_end(self, *, on: datetime.date) -> None:
        """What had to happen has happened, or nothing had to."""
        self.ended_on = on

    @transition(
        state, source=DisputeState.OPENED, target=DisputeState.WITHDRAWN, custom={"duty": Duty.DISPUTE}
    )
    def record_withdrawal(self, *, on: datetime.date) -> None:
        """The member takes it back."""
        self.ended_on = on

    Meta.triggers = [legal_steps(vars())]  # made from the steps above


class Determination(models.Model):
    """One decision on a dispute: who, on which rung, why, and what must then happen by when."""

    class Outcome(models.TextChoices):
        """For whom."""

        FOR_MEMBER = "for-member", _("The member is right")
        PARTLY = "partly", _("The member is partly right")
        AGAINST = "against", _("The decision stands")

    append_only: ClassVar[bool] = True

    dispute = models.ForeignKey(Dispute, on_delete=models.PROTECT, related_name="determinations")
    rung = models.CharField(max_length=20, choices=[(one.value, one.value) for one in Rung])
    outcome = models.CharField(max_length=12, choices=Outcome.choices)
    reasons = models.TextField()
    # Ids of the paragraphs and sections that decide it (one a line).
    cites = models.TextField(blank=True)
    must_do = models.TextField(blank=True)
    must_by = models.DateField(null=True, blank=True)
    # Where somebody outside the portal decided (the Authority, the auditor): who, and by which minute.
    decided_elsewhere = models.CharField(max_length=200, blank=True)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="determinations")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("determination")
        verbose_name_plural = _("determinations")
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(must_do="", must_by__isnull=True)
                | (~models.Q(must_do="") & models.Q(must_by__isnull=False)),
                name="casework_what_must_happen_has_its_day",
            )
        ]

    def __str__(self) -> str:
        return f"{self.outcome} in {self.dispute_id}"
