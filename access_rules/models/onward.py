"""Who else may be told: who is privy to a document, questions before a disclosure, breaches reported."""

import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _
from django_fsm import FSMField, transition

from access_rules.models.documents import Document
from access_rules.states import DISCLOSURE_FACES, DisclosureState
from casework.models import Stream
from casework.steps import legal_steps
from council.models import Person
from rulebook.duty import Duty


class Privy(models.Model):
    """Somebody who knows what a document holds, by name; ended and never deleted."""

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="privy")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    # Somebody whom the registers do not hold: an adviser from outside.
    name = models.CharField(max_length=160, blank=True)
    because = models.CharField(max_length=400)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    # The last day on which the person may be spoken to as somebody who knows; empty while it goes on.
    until = models.DateField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    ended_because = models.CharField(max_length=400, blank=True)

    class Meta:
        verbose_name = _("person privy to a document")
        verbose_name_plural = _("people privy to documents")
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(person__isnull=False) ^ models.Q(name__gt=""), name="access_privy_is_named"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name or self.person_id} knows {self.document_id}"


class Disclosure(models.Model):
    """«May I tell somebody?», asked before it is told; held until whoever the text names has answered."""

    reference = models.CharField(max_length=16, unique=True)
    stream = models.OneToOneField(Stream, on_delete=models.PROTECT, related_name="disclosure")
    protocol = models.CharField(max_length=30)
    document = models.ForeignKey(
        Document, on_delete=models.PROTECT, null=True, blank=True, related_name="disclosures"
    )
    # What it is about, where it is no document of the register.
    described = models.CharField(max_length=400, blank=True)
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="disclosures")
    asked_at = models.DateTimeField()
    to_whom = models.CharField(max_length=400)
    why = models.TextField()
    is_public_interest = models.BooleanField(default=False)
    took_legal_advice = models.BooleanField(default=False)
    # The post that is asked; «regulator» names one outside the council.
    asked_of = models.CharField(max_length=40)
    regulator = models.CharField(max_length=160, blank=True)
    state = FSMField(
        default=DisclosureState.HELD,
        protected=True,
        choices=[(one.value, DISCLOSURE_FACES[one][0]) for one in DisclosureState],
    )
    answered_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="disclosures_answered"
    )
    answered_at = models.DateTimeField(null=True, blank=True)
    answer = models.TextField(blank=True)
    # On what it rests that it may be told: consent, law, the public interest (rulebook.access.telling.Basis).
    basis = models.CharField(max_length=20, blank=True)
    version = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("question before a disclosure")
        verbose_name_plural = _("questions before disclosures")
        ordering = ["asked_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=[one.value for one in DisclosureState]),
                name="access_disclosure_state_is_known",
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    @transition(
        state,
        source=DisclosureState.HELD,
        target=DisclosureState.CLEARED,
        custom={"duty": Duty.CHECK_DISCLOSURE},
    )
    def record_clearance(self, *, by: Person, at: datetime.datetime, words: str, basis: str) -> None:
        """It may be told, and on what that rests."""
        self.answered_by, self.answered_at, self.answer, self.basis = by, at, words, basis

    @transition(
        state,
        source=DisclosureState.HELD,
        target=DisclosureState.BARRED,
        custom={"duty": Duty.CHECK_DISCLOSURE},
    )
    def record_bar(self, *, by: Person, at: datetime.datetime, words: str) -> None:
        """It may not."""
        self.answered_by, self.answered_at, self.answer = by, at, words

    @transition(
        state,
        source=DisclosureState.HELD,
        target=DisclosureState.WITHDRAWN,
        custom={"duty": Duty.CHECK_DISCLOSURE},
    )
    def record_withdrawal(self) -> None:
        """Whoever asked takes it back."""

    Meta.triggers = [legal_steps(vars())]  # made from the steps above


class Breach(models.Model):
    """A report that a confidence was broken, and the procedure to which the text sends it."""

    reference = models.CharField(max_length=16, unique=True)
    document = models.ForeignKey(
        Document, on_delete=models.PROTECT, null=True, blank=True, related_name="breaches"
    )
    stream = models.ForeignKey(Stream, on_delete=models.PROTECT, related_name="breaches")
    reported_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    words = models.TextField()
    # Who is said to have broken it: a member, an officer, or nobody knows.
    by_whom = models.CharField(max_length=10)
    about = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    procedure = models.CharField(max_length=40)
    # The post that reads it: the monitoring officer, or the head of paid service where that one is named.
    goes_to = models.CharField(max_length=40)
    cites = models.TextField(blank=True)

    class Meta:
        verbose_name = _("report of a breach of confidence")
        verbose_name_plural = _("reports of breaches of confidence")
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return self.reference
