"""Dates of a matter: when and where, who speaks, who is in the room."""

import datetime

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django_fsm import FSMField, transition

from briefings.models.matters import Matter
from briefings.states import SESSION_FACES, SessionState
from casework.steps import legal_steps
from council.models import Person
from rulebook.duty import Duty


class Session(models.Model):
    """A date on which officers speak: offered to groups, fixed once one chose it, joint when several did.

    `sequence` counts the changes, as calendars want it (RFC 5545, section 3.8.7.4).
    """

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="sessions")
    starts_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField(default=60)
    place = models.CharField(max_length=200)
    state = FSMField(
        default=SessionState.OFFERED,
        protected=True,
        choices=[(one.value, SESSION_FACES[one][0]) for one in SessionState],
    )
    offered_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    offered_at = models.DateTimeField()
    cancelled_because = models.TextField(blank=True, default="")
    sequence = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("date of a briefing")
        verbose_name_plural = _("dates of briefings")
        ordering = ["starts_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=[one.value for one in SessionState]),
                name="briefings_session_state_is_known",
            )
        ]
        indexes = [models.Index(fields=["state", "starts_at"], name="briefings_sessions_ahead")]

    def __str__(self) -> str:
        return f"{self.matter_id} at {self.starts_at:%Y-%m-%d %H:%M}"

    @property
    def ends_at(self) -> datetime.datetime:
        """When it is over."""
        return self.starts_at + datetime.timedelta(minutes=self.minutes)

    @transition(
        state, source=SessionState.OFFERED, target=SessionState.FIXED, custom={"duty": Duty.SHARE_BRIEFING}
    )
    def record_choice(self) -> None:
        """A group chose the date."""

    @transition(
        state, source=SessionState.FIXED, target=SessionState.HELD, custom={"duty": Duty.SHARE_BRIEFING}
    )
    def record_holding(self) -> None:
        """It took place."""

    @transition(
        state,
        source=[SessionState.OFFERED, SessionState.FIXED],
        target=SessionState.CANCELLED,
        custom={"duty": Duty.SHARE_BRIEFING},
    )
    def record_cancelling(self, *, because: str) -> None:
        """It does not take place, and why."""
        self.cancelled_because = because
        self.sequence += 1

    Meta.triggers = [legal_steps(vars())]  # made from the steps above


class Speaker(models.Model):
    """An officer who speaks at a date, and as what the text lets them: judged by their grade on that day."""

    class As(models.TextChoices):
        """As what."""

        SENIOR = "senior-officer", _("Senior officer")
        JUNIOR = "junior-officer", _("Officer with specialist knowledge, beside a senior officer")
        NOMINEE = "nominee", _("Named by a director to attend instead")
        REPRESENTATIVE = "representative", _("In place of the officer who was asked")
        OFFICER = "officer", _("Officer")

    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="speakers")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="briefings_spoken")
    speaks_as = models.CharField(max_length=16, choices=As.choices)
    specialism = models.CharField(max_length=200, blank=True, default="")
    named_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    named_at = models.DateTimeField()
    # They read what may be said, and keep to it (the certificate of what is spoken).
    undertook_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("speaker")
        verbose_name_plural = _("speakers")
        ordering = ["named_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "person"],
                condition=Q(ended_at__isnull=True),
                name="briefings_speaks_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.person_id} at {self.session_id}"


class Attendee(models.Model):
    """Who a group says will be in the room, or was: a member, an officer, or somebody who is neither."""

    class Kind(models.TextChoices):
        """What they are."""

        MEMBER = "member", _("Member")
        OFFICER = "officer", _("Officer")
        OTHER = "other", _("Neither a member nor an officer")

    briefing = models.ForeignKey("briefings.Briefing", on_delete=models.PROTECT, related_name="attendees")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    name = models.CharField(max_length=150)
    kind = models.CharField(max_length=8, choices=Kind.choices)
    was_there = models.BooleanField(default=False)
    entered_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    entered_at = models.DateTimeField()

    class Meta:
        verbose_name = _("person at a briefing")
        verbose_name_plural = _("people at briefings")
        ordering = ["kind", "name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["briefing", "name"], name="briefings_attends_once"),
            models.CheckConstraint(
                condition=Q(kind="other") | Q(person__isnull=False), name="briefings_attends_as_somebody"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} at {self.briefing_id}"
