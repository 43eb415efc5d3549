"""Registers of the clock: local terms, closed days, bank holidays."""

from typing import ClassVar

import pghistory
import pgtrigger
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casework.models.guards import never
from casework.wording import amount
from council.models import Person
from council.models.dated import Dated, never_twice
from rulebook.duty import Duty
from rulebook.local_term import PER_CENT, SHARES
from rulebook.period import LONGEST

# A target is a share of a hundred, and nothing else is.
_IS_SHARE = Q(duty__in=sorted(one.value for one in SHARES))
FITS = (_IS_SHARE & Q(unit=PER_CENT, value__lte=100)) | (~_IS_SHARE & ~Q(unit=PER_CENT))


@pghistory.track()
class LocalTerm(Dated):
    """What this council decided where its text is silent or was amended; ended and followed, never edited."""

    class Unit(models.TextChoices):
        """What the value counts."""

        CALENDAR_DAYS = "calendar-days", _("Calendar days")
        WORKING_DAYS = "working-days", _("Working days")
        CLEAR_DAYS = "clear-days", _("Clear days")
        MONTH = "month", _("Months")
        PER_CENT = PER_CENT, _("Per cent")

    duty = models.CharField(
        _("what it is about"), max_length=60, help_text=_("The rule whose time or share this term sets.")
    )
    value = models.PositiveSmallIntegerField(
        _("how many"),
        validators=[MinValueValidator(1), MaxValueValidator(LONGEST)],
        help_text=_("A whole number. The day of receipt is not counted."),
    )
    unit = models.CharField(
        _("counted in"),
        max_length=20,
        choices=Unit.choices,
        help_text=_("Working days leave out weekends, bank holidays and the council’s closed days."),
    )
    paragraph = models.CharField(
        _("paragraph or minute"),
        max_length=200,
        help_text=_("What decided it, for example: Council, 18 May 2026, minute 30. Members see it."),
    )
    set_by = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("set by"),
        help_text=_("Who entered the term."),
    )
    set_at = models.DateTimeField(
        _("set at"),
        db_default=Now(),
        editable=False,
        help_text=_("Cases opened before this moment are not under the term."),
    )

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
            models.CheckConstraint(
                condition=Q(value__range=(1, LONGEST)),
                name="casework_localterm_is_a_period",
                violation_error_message=_("Enter a whole number from 1 to 3660."),
            ),
            models.CheckConstraint(
                condition=FITS,
                name="casework_localterm_is_counted_as_it_should",
                violation_error_message=_("A target is counted in per cent, and nothing else is."),
            ),
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
        return f"{gettext(Duty(self.duty).label)}: {self.length}"

    @property
    def length(self) -> str:
        """«8 calendar days», «1 month», «90%»."""
        return amount(self.value, self.unit)


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class ClosureDay(models.Model):
    """A day on which this council's offices are closed besides weekends and bank holidays."""

    on = models.DateField(
        _("day"),
        unique=True,
        help_text=_("A working day on which the offices are closed. It lengthens limits in working days."),
        error_messages={"unique": _("This day is already closed.")},
    )
    name = models.CharField(
        _("name"),
        max_length=120,
        help_text=_("Shown where a date is worked out. For example: Christmas closure."),
    )

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

    on = models.DateField(
        _("day"), help_text=_("The day that is kept, which is the substitute day where there is one.")
    )
    region = models.CharField(
        _("region"),
        max_length=30,
        choices=Region.choices,
        help_text=_("England and Wales counts for enquiries. All three count for freedom of information."),
    )
    name = models.CharField(
        _("name"), max_length=120, help_text=_("Shown where a date is worked out. For example: Boxing Day.")
    )

    class Meta:
        verbose_name = _("bank holiday")
        verbose_name_plural = _("bank holidays")
        ordering = ["on", "region"]
        constraints = [
            models.UniqueConstraint(
                fields=["on", "region"],
                name="casework_bankholiday_once",
                violation_error_message=_("This day is already a bank holiday there."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.get_region_display()})"
