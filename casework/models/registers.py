"""Registers of the clock: local terms, closed days, bank holidays."""

from typing import ClassVar

import pghistory
import pgtrigger
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from casework.models.guards import never
from council.models import Person
from council.models.dated import Dated, never_twice
from rulebook.duty import Duty


@pghistory.track()
class LocalTerm(Dated):
    """What this council decided where its text is silent or was amended; ended and followed, never edited."""

    class Unit(models.TextChoices):
        """What the value counts."""

        CALENDAR_DAYS = "calendar-days", _("Calendar days")
        WORKING_DAYS = "working-days", _("Working days")
        CLEAR_DAYS = "clear-days", _("Clear days")
        MONTH = "month", _("Months")

    duty = models.CharField(
        _("duty"), max_length=60, help_text=_("What the council has to do within the time.")
    )
    value = models.PositiveSmallIntegerField(
        _("value"), validators=[MinValueValidator(1)], help_text=_("How many.")
    )
    unit = models.CharField(_("unit"), max_length=20, choices=Unit.choices, help_text=_("Of what."))
    paragraph = models.CharField(
        _("decided by"), max_length=200, help_text=_("The paragraph or the minute that decided it.")
    )
    set_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("set by")
    )
    set_at = models.DateTimeField(_("set at"), db_default=Now(), editable=False)

    # Why a merge of two entries of one person (council.queries.references) leaves the column alone.
    stays_when_merged: ClassVar = {
        "set_by": _("Local terms stay as they were set. They show the name of the entry that is kept.")
    }

    class Meta(Dated.Meta):
        verbose_name = _("local term")
        verbose_name_plural = _("local terms")
        ordering = ["duty", "from_on"]
        constraints = [
            *Dated.Meta.constraints,
            never_twice(
                "casework_localterm_once_a_day",
                _("End the local term that holds on these days before you set another."),
                "duty",
            ),
        ]
        triggers: ClassVar = [
            pgtrigger.ReadOnly(
                name="never_edited",
                fields=["duty", "value", "unit", "paragraph", "from_on", "set_by", "set_at"],
            ),
            never(pgtrigger.Delete, name="never_deleted"),
        ]

    def __str__(self) -> str:
        return f"{Duty(self.duty).label}: {self.value} {self.get_unit_display().lower()}"


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class ClosureDay(models.Model):
    """A day on which this council's offices are closed besides weekends and bank holidays."""

    on = models.DateField(_("day"), unique=True, help_text=_("Nobody works on this day."))
    name = models.CharField(_("name"), max_length=120, help_text=_("For example Christmas closure."))

    class Meta:
        verbose_name = _("closure day")
        verbose_name_plural = _("closure days")
        ordering = ["on"]

    def __str__(self) -> str:
        return self.name


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class BankHoliday(models.Model):
    """A bank holiday of a part of the United Kingdom."""

    class Region(models.TextChoices):
        """The three divisions that have their own."""

        ENGLAND_AND_WALES = "england-and-wales", _("England and Wales")
        SCOTLAND = "scotland", _("Scotland")
        NORTHERN_IRELAND = "northern-ireland", _("Northern Ireland")

    on = models.DateField(_("day"), help_text=_("The day that is kept, not the day it stands for."))
    region = models.CharField(
        _("region"),
        max_length=30,
        choices=Region.choices,
        help_text=_("The council’s clocks go by England and Wales; some statutes by all three."),
    )
    name = models.CharField(_("name"), max_length=120, help_text=_("For example Christmas Day."))

    class Meta:
        verbose_name = _("bank holiday")
        verbose_name_plural = _("bank holidays")
        ordering = ["on", "region"]
        constraints = [models.UniqueConstraint(fields=["on", "region"], name="casework_bankholiday_once")]

    def __str__(self) -> str:
        return f"{self.name} ({self.get_region_display()})"
