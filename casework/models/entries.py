"""Entries in the registers that a text asks for, and who was told of each."""

import datetime
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django_fsm import FSMField, transition

from casework.models.streams import Stream
from casework.states import ENTRY_FACES, EntryState
from casework.steps import legal_steps
from council.models import Directorate, Person, Ward
from rulebook.duty import Duty
from rulebook.register import Kind, Whom


class RegisterEntry(models.Model):
    """One entry: what it is about, the day and the wards, and the answers to the boxes of its register.

    It is never changed: what was wrong is put right by another entry that names it (`corrects`).
    `directorate` is that of the officer whose attendance must be approved.
    """

    reference = models.CharField(max_length=16, unique=True)
    stream = models.OneToOneField(Stream, on_delete=models.PROTECT, related_name="register_entry")
    register = models.CharField(max_length=30, choices=[(one.value, one.value) for one in Kind])
    protocol = models.CharField(max_length=30)
    entered_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="register_entries")
    entered_at = models.DateTimeField()
    about = models.CharField(max_length=200)
    happens_on = models.DateField(null=True, blank=True)
    wards = models.ManyToManyField(Ward, blank=True, related_name="register_entries")
    # By the keys of the boxes; people by their numbers.
    answers = models.JSONField(default=dict)
    directorate = models.ForeignKey(
        Directorate, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    state = FSMField(
        default=EntryState.STANDS,
        protected=True,
        choices=[(one.value, ENTRY_FACES[one][0]) for one in EntryState],
    )
    decided_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="register_entries_decided"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    # Why it was not approved, withdrawn or put right; or on which terms it was approved.
    because = models.TextField(blank=True)
    corrects = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="corrected_by"
    )
    version = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("entry in a register")
        verbose_name_plural = _("entries in registers")
        ordering = ["-entered_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=[one.value for one in EntryState]),
                name="casework_registerentry_state_is_known",
            ),
            models.CheckConstraint(
                condition=models.Q(decided_by__isnull=True, decided_at__isnull=True)
                | models.Q(decided_by__isnull=False, decided_at__isnull=False),
                name="casework_registerentry_decided_at_has_its_by",
            ),
        ]
        indexes = [
            models.Index(fields=["protocol", "register", "-entered_at"], name="casework_entry_by_register")
        ]

    def __str__(self) -> str:
        return self.reference

    @transition(
        state,
        source=EntryState.PROPOSED,
        target=EntryState.STANDS,
        custom={"duty": Duty.APPROVE_ATTENDANCE},
    )
    def record_approval(self, *, by: Person, at: datetime.datetime, words: str) -> None:
        """The post that the text names approves it."""
        self.decided_by, self.decided_at, self.because = by, at, words

    @transition(
        state,
        source=EntryState.PROPOSED,
        target=EntryState.REFUSED,
        custom={"duty": Duty.APPROVE_ATTENDANCE},
    )
    def record_refusal(self, *, by: Person, at: datetime.datetime, words: str) -> None:
        """It is not approved, with the reason."""
        self.decided_by, self.decided_at, self.because = by, at, words

    @transition(
        state,
        source=[EntryState.PROPOSED, EntryState.STANDS],
        target=EntryState.WITHDRAWN,
        custom={"duty": Duty.ENTER_NOTICE},
    )
    def record_withdrawal(self, *, words: str) -> None:
        """Whoever entered it takes it back, with the reason."""
        self.because = words

    @transition(
        state,
        source=[EntryState.PROPOSED, EntryState.STANDS],
        target=EntryState.CORRECTED,
        custom={"duty": Duty.ENTER_NOTICE},
    )
    def record_correction(self, *, words: str) -> None:
        """Another entry stands in its place, with the reason."""
        self.because = words

    Meta.triggers = [legal_steps(vars())]  # made from the steps above


class RegisterTold(models.Model):
    """Somebody who is told of an entry, and as what."""

    append_only: ClassVar[bool] = True

    entry = models.ForeignKey(RegisterEntry, on_delete=models.PROTECT, related_name="told")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="told_of_entries")
    whom = models.CharField(max_length=30, choices=[(one.value, one.value) for one in Whom])
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("person told of an entry")
        verbose_name_plural = _("people told of entries")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["entry", "person"], name="casework_told_of_an_entry_once")
        ]

    def __str__(self) -> str:
        return f"{self.person_id} of {self.entry_id}"
