"""A complaint: its two sides, what is alleged, the way that the text gave it, its days and its stage.

What anybody wrote stands in `Writing`, never here, so that retention can erase it and the figures stand.
"""

import datetime

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django_fsm import FSMField, transition

from casework.models import Stream
from casework.steps import legal_steps
from complaints.states import FACES, ComplaintState
from council.models import Person
from rulebook.complaint import Allegation, PartyKind, Procedure, Severity, Wrong
from rulebook.duty import Duty
from rulebook.post import Post

_KINDS = [(one.value, one.value) for one in PartyKind]


class Complaint(models.Model):
    """One complaint by one person about another, under the text of the day on which it was raised.

    `route` is the answer of the question `complaint-route` as it was given when the stage began; it does not
    change by itself. The two sides are empty once retention has erased who they were.
    """

    class Outcome(models.TextChoices):
        """How it ended; empty while it goes on."""

        OPEN = "", _("Not decided")
        SETTLED = "settled", _("Settled informally")
        UPHELD = "upheld", _("Upheld")
        PARTLY = "partly", _("Partly upheld")
        NOT_UPHELD = "not-upheld", _("Not upheld")
        NO_ACTION = "no-action", _("Nothing further is done")

    reference = models.CharField(max_length=16, unique=True)
    stream = models.OneToOneField(Stream, on_delete=models.PROTECT, related_name="complaint")
    protocol = models.CharField(max_length=30)
    complainant = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="complaints_made"
    )
    subject = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="complaints_about"
    )
    # Whoever wrote it down for somebody else: for one of the public, or for a member who has no login.
    logged_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    complainant_kind = models.CharField(max_length=10, choices=_KINDS)
    subject_kind = models.CharField(max_length=10, choices=_KINDS)
    alleges = ArrayField(
        models.CharField(max_length=20, choices=[(one.value, one.value) for one in Allegation]), default=list
    )
    # What the text forbids outright and is alleged: bullying, pressure on advice, a personal attack.
    wrongs = ArrayField(
        models.CharField(max_length=30, choices=[(one.value, one.value) for one in Wrong]),
        default=list,
        blank=True,
    )
    severity = models.CharField(
        max_length=8, blank=True, default="", choices=[(one.value, one.value) for one in Severity]
    )
    # Whether it was raised in public before, or happened there.
    in_public = models.BooleanField(default=False)
    # A member's conduct toward officers, which some texts treat apart; nobody said while it is empty.
    toward_officers = models.BooleanField(null=True, blank=True)
    informal_tried = models.BooleanField(default=False)
    state = FSMField(
        default=ComplaintState.RAISED,
        protected=True,
        choices=[(one.value, FACES[one][0]) for one in ComplaintState],
    )
    route = models.JSONField(default=dict, blank=True)

    raised_at = models.DateTimeField()
    informal_on = models.DateField(null=True, blank=True)
    received_on = models.DateField(null=True, blank=True)
    acknowledge_by = models.DateField(null=True, blank=True)
    acknowledged_at = models.DateTimeField(null=True, blank=True)
    # From when on the subject knows of it, and by whose word.
    subject_told_at = models.DateTimeField(null=True, blank=True)
    # How often whoever complains hears how it goes, and when next.
    progress_days = models.PositiveSmallIntegerField(null=True, blank=True)
    progress_on = models.DateField(null=True, blank=True)
    # By when the other side replies, and both sides comment on the draft of the findings, once asked.
    reply_by = models.DateField(null=True, blank=True)
    comments_by = models.DateField(null=True, blank=True)
    # When whoever complains said that they have read what the text asks of them meanwhile.
    bearing_read_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=12, choices=Outcome.choices, blank=True, default="")
    decided_at = models.DateTimeField(null=True, blank=True)
    referred_to = models.CharField(max_length=30, blank=True, default="")
    # What the authority learned, in a sentence that names nobody: it stays when the words are erased.
    learning = models.CharField(max_length=300, blank=True, default="")
    ended_on = models.DateField(null=True, blank=True)
    # Until when it is kept by its outcome, and a note by its last change; a hold keeps it longer.
    keep_until = models.DateField(null=True, blank=True)
    is_held = models.BooleanField(default=False)
    erased_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("complaint")
        verbose_name_plural = _("complaints")
        ordering = ["-raised_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=[one.value for one in ComplaintState]),
                name="complaints_state_is_known",
            ),
            models.CheckConstraint(
                condition=Q(complainant__isnull=True) | ~Q(complainant=models.F("subject")),
                name="complaints_nobody_about_themselves",
            ),
            # Who they were is erased on both sides at once, and with a moment.
            models.CheckConstraint(
                condition=Q(erased_at__isnull=True) | Q(complainant__isnull=True, subject__isnull=True),
                name="complaints_erased_whole",
            ),
        ]
        indexes = [
            models.Index(fields=["state", "progress_on"], name="complaints_progress"),
            models.Index(
                fields=["keep_until"],
                condition=Q(erased_at__isnull=True, is_held=False),
                name="complaints_to_erase",
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    @transition(
        state,
        source=ComplaintState.RAISED,
        target=ComplaintState.INFORMAL,
        custom={"duty": Duty.SETTLE_INFORMALLY},
    )
    def begin_informally(self, *, on: datetime.date) -> None:
        """It is to be settled between the two, with help where the text gives it."""
        self.informal_on, self.keep_until = on, None

    @transition(
        state,
        source=[ComplaintState.RAISED, ComplaintState.INFORMAL],
        target=ComplaintState.RECEIVED,
        custom={"duty": Duty.RAISE_CONCERN},
    )
    def record_receipt(self, *, on: datetime.date, acknowledge_by: datetime.date | None) -> None:
        """It is a formal complaint, with those to whom the text sends it."""
        self.received_on, self.acknowledge_by, self.keep_until = on, acknowledge_by, None

    @transition(
        state,
        source=ComplaintState.INFORMAL,
        target=ComplaintState.CLOSED,
        custom={"duty": Duty.SETTLE_INFORMALLY},
    )
    def record_settlement(self, *, on: datetime.date) -> None:
        """Both agree that it is settled."""
        self.outcome, self.ended_on = self.Outcome.SETTLED, on

    @transition(
        state,
        source=ComplaintState.RECEIVED,
        target=ComplaintState.ACKNOWLEDGED,
        custom={"duty": Duty.ACKNOWLEDGE_COMPLAINT},
    )
    def record_acknowledgement(
        self, *, at: datetime.datetime, progress_days: int, next_on: datetime.date
    ) -> None:
        """Whoever complains is told who has it, and when they hear again."""
        self.acknowledged_at, self.progress_days, self.progress_on = at, progress_days, next_on

    @transition(
        state,
        source=ComplaintState.ACKNOWLEDGED,
        target=ComplaintState.ASSESSED,
        custom={"duty": Duty.ASSESS_COMPLAINT},
    )
    def record_assessment(self, *, severity: str) -> None:
        """What happens with it is said; how grave it is, where the text asks."""
        self.severity = severity

    @transition(
        state,
        source=ComplaintState.ASSESSED,
        target=ComplaintState.INVESTIGATING,
        custom={"duty": Duty.INVESTIGATE},
    )
    def begin_investigation(self) -> None:
        """Somebody looks into it and hears both sides."""

    @transition(
        state,
        source=[ComplaintState.ASSESSED, ComplaintState.INVESTIGATING],
        target=ComplaintState.DECIDED,
        custom={"duty": Duty.DECIDE_COMPLAINT},
    )
    def record_decision(self, *, outcome: str, at: datetime.datetime) -> None:
        """Decided, with reasons in writing."""
        self.outcome, self.decided_at, self.progress_on = outcome, at, None

    @transition(
        state,
        source=[
            ComplaintState.RECEIVED,
            ComplaintState.ACKNOWLEDGED,
            ComplaintState.ASSESSED,
            ComplaintState.INVESTIGATING,
            ComplaintState.DECIDED,
        ],
        target=ComplaintState.REFERRED,
        custom={"duty": Duty.REFER_COMPLAINT},
    )
    def record_referral(self, *, to: Procedure | Post) -> None:
        """Another procedure takes it, or the group leader; here it waits for what came of it."""
        self.referred_to = to.value

    @transition(
        state,
        source=[ComplaintState.DECIDED, ComplaintState.REFERRED],
        target=ComplaintState.CLOSED,
        custom={"duty": Duty.TELL_OUTCOME},
    )
    def record_close(self, *, on: datetime.date) -> None:
        """All who are to be told are told, and what was to be put right is put right."""
        self.ended_on, self.progress_on = on, None

    @transition(
        state,
        source=[
            ComplaintState.RAISED,
            ComplaintState.INFORMAL,
            ComplaintState.RECEIVED,
            ComplaintState.ACKNOWLEDGED,
            ComplaintState.ASSESSED,
            ComplaintState.INVESTIGATING,
        ],
        target=ComplaintState.WITHDRAWN,
        custom={"duty": Duty.RAISE_CONCERN},
    )
    def record_withdrawal(self, *, on: datetime.date) -> None:
        """Whoever complained takes it back."""
        self.ended_on, self.progress_on, self.keep_until = on, None, None

    Meta.triggers = [legal_steps(vars())]  # made from the steps above
