"""Reports to a committee: asked for, made part by part by the worker, read as pages and files, given."""

import datetime
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_fsm import FSMField, transition

from casework.models.paper import Attachment
from casework.models.streams import Stream
from casework.rules.periods import Period
from casework.states import REPORT_FACES, ReportState
from casework.steps import legal_steps
from council.models import Body, Person
from rulebook.duty import Duty

_UNDER_WAY = [ReportState.ASKED, ReportState.BEING_MADE]


class Report(models.Model):
    """An annual review or a quarterly report. `counted_to` is before `last_on` where the period goes on.

    `shown` is the report as everybody reads it, without the numbers that may not be shown; the whole ones
    stand in its parts, so that a later report can be held against it. `heard_at` is when the worker last
    showed that it lives, `resumed` how often it was taken up again.
    """

    class Kind(models.TextChoices):
        """Which report it is."""

        ANNUAL = "annual", _("Annual review")
        QUARTER = "quarter", _("Quarterly report")

    reference = models.CharField(max_length=16, unique=True)
    stream = models.OneToOneField(Stream, on_delete=models.PROTECT, related_name="report")
    protocol = models.CharField(max_length=30)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    first_on = models.DateField()
    last_on = models.DateField()
    counted_to = models.DateField()
    state = FSMField(
        default=ReportState.ASKED,
        protected=True,
        choices=[(one.value, REPORT_FACES[one][0]) for one in ReportState],
    )
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="reports_asked")
    asked_at = models.DateTimeField()
    parts_of = models.PositiveSmallIntegerField()
    heard_at = models.DateTimeField(null=True, blank=True)
    resumed = models.PositiveSmallIntegerField(default=0)
    fault = models.CharField(max_length=30, blank=True)
    shown = models.JSONField(default=list, blank=True)
    made_at = models.DateTimeField(null=True, blank=True)
    foreword = models.TextField(blank=True)
    pdf = models.ForeignKey(Attachment, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    ods = models.ForeignKey(Attachment, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    csv = models.ForeignKey(Attachment, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    committee = models.ForeignKey(
        Body, on_delete=models.PROTECT, null=True, blank=True, related_name="reports"
    )
    meeting_on = models.DateField(null=True, blank=True)
    given_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="reports_given"
    )
    given_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=[one.value for one in ReportState]),
                name="casework_report_state_is_known",
            ),
            models.CheckConstraint(
                condition=Q(first_on__lte=models.F("counted_to"), counted_to__lte=models.F("last_on")),
                name="casework_report_counts_days_of_its_period",
            ),
            models.CheckConstraint(
                condition=Q(given_by__isnull=True, given_at__isnull=True)
                | Q(given_by__isnull=False, given_at__isnull=False, meeting_on__isnull=False),
                name="casework_report_given_at_has_its_by",
            ),
            models.UniqueConstraint(
                fields=["kind", "first_on"],
                condition=Q(state=ReportState.GIVEN.value),
                name="casework_report_given_once_a_period",
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def period(self) -> Period:
        """The days that it is about, the last included."""
        return Period(self.first_on, self.last_on)

    @property
    def is_so_far(self) -> bool:
        """Whether it was asked for before its period was over: its last day belongs to it."""
        return timezone.localdate(self.asked_at) <= self.last_on

    @transition(state, source=_UNDER_WAY, target=ReportState.BEING_MADE, custom={"duty": Duty.REPORT})
    def record_work(self, *, at: datetime.datetime) -> None:
        """A worker is at it."""
        self.heard_at = at

    @transition(state, source=ReportState.BEING_MADE, target=ReportState.MADE, custom={"duty": Duty.REPORT})
    def record_made(self, *, at: datetime.datetime) -> None:
        """Every part and file of it is there."""
        self.made_at, self.heard_at, self.fault = at, at, ""

    @transition(state, source=_UNDER_WAY, target=ReportState.FAILED, custom={"duty": Duty.REPORT})
    def record_failure(self, *, fault: str) -> None:
        """It could not be made; the page says what to do."""
        self.fault = fault

    @transition(state, source=_UNDER_WAY, target=ReportState.STOPPED, custom={"duty": Duty.REPORT})
    def record_stop(self) -> None:
        """The monitoring officer does not want it any more."""

    @transition(state, source=ReportState.FAILED, target=ReportState.ASKED, custom={"duty": Duty.REPORT})
    def record_asking_again(self) -> None:
        """It is tried again, from the part that it had reached."""
        self.heard_at, self.resumed, self.fault = None, 0, ""

    @transition(
        state,
        source=[ReportState.MADE, ReportState.FAILED],
        target=ReportState.ASKED,
        custom={"duty": Duty.REPORT},
    )
    def record_foreword(self, *, words: str) -> None:
        """The monitoring officer’s own words stand before it, so its files are made anew, or tried again."""
        self.foreword, self.heard_at, self.resumed, self.fault = words, None, 0, ""
        self.pdf = self.ods = self.csv = None

    @transition(state, source=ReportState.MADE, target=ReportState.GIVEN, custom={"duty": Duty.REPORT})
    def record_giving(
        self, *, committee: Body, meeting_on: datetime.date, by: Person, at: datetime.datetime
    ) -> None:
        """Its committee has it; every member has it from the day of the meeting."""
        self.committee, self.meeting_on, self.given_by, self.given_at = committee, meeting_on, by, at

    Meta.triggers = [legal_steps(vars())]  # made from the steps above


class ReportPart(models.Model):
    """One part of a report as it was counted, with the whole numbers: no page shows it."""

    append_only: ClassVar[bool] = True

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="parts")
    key = models.CharField(max_length=40)
    place = models.PositiveSmallIntegerField()
    section = models.JSONField()
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = _("part of a report")
        verbose_name_plural = _("parts of reports")
        ordering = ["report", "place"]
        constraints = [
            models.UniqueConstraint(fields=["report", "key"], name="casework_part_of_a_report_once")
        ]

    def __str__(self) -> str:
        return f"{self.report_id}, {self.key}"
