"""«May I see this document?»: the request, what only a person can find, and what was decided."""

import datetime
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _
from django_fsm import FSMField, transition

from access_rules.models.documents import Document
from access_rules.states import REQUEST_FACES, RequestState
from casework.models import Stream
from casework.steps import legal_steps
from council.models import Person
from rulebook.duty import Duty


class AccessRequest(models.Model):
    """One request, in a stated capacity, under the text of the day on which it was asked.

    `document` is empty while nobody has found in the register what is described. `answer` is the engine’s
    answer as it was given, both lenses and what is enforced: it never changes by itself afterwards.
    """

    class Outcome(models.TextChoices):
        """The first word of the page; empty while a person has still to say."""

        WAITING = "", _("Being decided")
        YES = "yes", _("Yes")
        PARTLY = "partly", _("Partly")
        NO = "no", _("No")

    reference = models.CharField(max_length=16, unique=True)
    stream = models.OneToOneField(Stream, on_delete=models.PROTECT, related_name="access_request")
    protocol = models.CharField(max_length=30)
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="access_requests")
    asked_at = models.DateTimeField()
    document = models.ForeignKey(
        Document, on_delete=models.PROTECT, null=True, blank=True, related_name="requests"
    )
    described = models.CharField(max_length=400)
    # As the question `access` writes them (scenarios/ACCESS.md): member, private, customer, public, officer.
    capacity = models.CharField(max_length=12)
    on_behalf_of = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="access_requests_by_assistants"
    )
    purpose = models.CharField(max_length=12)
    purpose_words = models.TextField(blank=True)
    scope = models.CharField(max_length=10, default="specific")
    wants = models.CharField(max_length=8, default="inspect")
    regime = models.CharField(max_length=4, blank=True)
    hours = models.DecimalField(max_digits=6, decimal_places=1, null=True, blank=True)
    authority = models.CharField(max_length=20, blank=True)
    undertaking = models.CharField(max_length=10, blank=True)
    # A promise of confidentiality that was asked for, with the reasons that the text wants in writing.
    promise_asked_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    promise_asked_at = models.DateTimeField(null=True, blank=True)
    promise_reasons = models.TextField(blank=True)
    # What whoever asks says of an interest, beside what the register of interests holds.
    interest = models.CharField(max_length=30, blank=True)
    interest_words = models.CharField(max_length=400, blank=True)

    state = FSMField(
        default=RequestState.ASKED,
        protected=True,
        choices=[(one.value, REQUEST_FACES[one][0]) for one in RequestState],
    )
    answer = models.JSONField(default=dict, blank=True)
    outcome = models.CharField(max_length=6, choices=Outcome.choices, blank=True, default="")
    # Who is to decide, and by when: the day that the page promises.
    refer_to = models.CharField(max_length=40, blank=True)
    decide_by = models.DateField(null=True, blank=True)
    decided_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="access_decisions"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    reasons = models.TextField(blank=True)
    cites = models.TextField(blank=True)
    # Why the public interest in closing an exempt paper is, or is not, the greater for this request.
    public_interest_note = models.TextField(blank=True)
    copied_to = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    until = models.DateField(null=True, blank=True)
    # Access was given by name on it: then that opens the document, and ending it closes it.
    is_given_by_name = models.BooleanField(default=False)
    review_on = models.DateField(null=True, blank=True)
    # What may be done with what a person gave: read it here, or have a copy.
    mode = models.CharField(max_length=8, blank=True, default="")
    # How the document was marked when a person decided: for a graver marking nothing was decided.
    seen_marking = models.CharField(max_length=12, blank=True, default="")
    seen_sch12a = ArrayField(models.CharField(max_length=2), default=list, blank=True)
    version = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("request to see a document")
        verbose_name_plural = _("requests to see documents")
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=[one.value for one in RequestState]),
                name="access_request_state_is_known",
            ),
            # No decision by a person without reasons in writing.
            models.CheckConstraint(
                condition=~models.Q(state="decided")
                | (models.Q(decided_by__isnull=False) & ~models.Q(reasons="") & ~models.Q(outcome="")),
                name="access_decision_has_reasons",
            ),
        ]
        indexes = [
            models.Index(fields=["asked_by", "asked_at"], name="access_request_of_person"),
            models.Index(
                fields=["decide_by"], condition=models.Q(state="referred"), name="access_request_to_decide"
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    @transition(
        state, source=RequestState.ASKED, target=RequestState.ANSWERED, custom={"duty": Duty.OPEN_DOCUMENT}
    )
    def record_answer(self, *, outcome: str, at: datetime.datetime) -> None:
        """The rules answer it at once."""
        self.outcome, self.decided_at = outcome, at

    @transition(
        state,
        source=[RequestState.ASKED, RequestState.ANSWERED, RequestState.DECIDED],
        target=RequestState.REFERRED,
        custom={"duty": Duty.ASK_MONITORING_OFFICER},
    )
    def record_referral(self, *, to: str, by: datetime.date) -> None:
        """A person has to say, by a day; also where it is to be looked at again."""
        self.refer_to, self.decide_by, self.outcome = to, by, ""

    @transition(
        state, source=RequestState.REFERRED, target=RequestState.DECIDED, custom={"duty": Duty.OPEN_DOCUMENT}
    )
    def record_decision(self, *, outcome: str, reasons: str, by: Person, at: datetime.datetime) -> None:
        """Decided by a person, with reasons."""
        self.outcome, self.reasons = outcome, reasons
        self.decided_by, self.decided_at = by, at

    @transition(
        state,
        source=[RequestState.ASKED, RequestState.REFERRED],
        target=RequestState.WITHDRAWN,
        custom={"duty": Duty.OPEN_DOCUMENT},
    )
    def record_withdrawal(self) -> None:
        """Whoever asked takes it back."""

    Meta.triggers = [legal_steps(vars())]  # made from the steps above


class Finding(models.Model):
    """What only a person can find: author, reasons, never inferred and never changed; the last one holds."""

    class Kind(models.TextChoices):
        """What is found; the names of the facts of the question `access`."""

        NEED_TO_KNOW = "need_to_know", _("Need to know")
        GOOD_FAITH = "good_faith", _("Good faith")
        UNDERTAKING = "undertaking", _("Undertaking")
        AUTHORITY = "authority", _("Authority of the person concerned")
        SCRUTINY = "scrutiny_link", _("Relevance to scrutiny")
        REMIT = "remit", _("Within the remit")
        SCOPE = "scope", _("Specific, or a search at large")

    append_only: ClassVar[bool] = True

    request = models.ForeignKey(AccessRequest, on_delete=models.PROTECT, related_name="findings")
    kind = models.CharField(max_length=16, choices=Kind.choices)
    value = models.CharField(max_length=20)
    reasons = models.TextField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("finding")
        verbose_name_plural = _("findings")
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(reasons=""), name="access_finding_has_reasons"),
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.value}"
