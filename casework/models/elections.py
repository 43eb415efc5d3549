"""Elections and referendums, entered once: from the notice to the poll publicity and meetings want care."""

from typing import ClassVar

import pghistory
import pgtrigger
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casework.models.guards import never
from casework.wording import plain_date
from council.models import Ward


def _days() -> Func:
    """From the notice to the poll, both included, as PostgreSQL's range."""
    return Func(
        F("notice_on"), F("poll_on"), Value("[]"), function="daterange", output_field=DateRangeField()
    )


@pghistory.track()
class Election(models.Model):
    """One poll of one area. Corrected with a reason or called off, never deleted.

    Two by-elections on one day are two rows, so that history and the guard against doubles know each ward.
    """

    class Kind(models.TextChoices):
        """What is voted on."""

        LOCAL = "local", _("Local election")
        BY_ELECTION = "by-election", _("By-election to the council")
        PARLIAMENTARY = "parliamentary", _("Parliamentary election")
        MAYOR_OR_COMMISSIONER = "mayor-or-commissioner", _("Election of a mayor or commissioner")
        REFERENDUM = "referendum", _("Referendum")

    name = models.CharField(
        _("name"), max_length=120, help_text=_("As people will know it. For example: Local elections 2027.")
    )
    kind = models.CharField(_("kind"), max_length=30, choices=Kind.choices, help_text=_("What is voted on."))
    ward = models.ForeignKey(
        Ward,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("ward"),
        help_text=_("Leave empty where the whole area votes. For two wards, enter two elections."),
    )
    notice_on = models.DateField(
        _("day of the notice"),
        help_text=_("The day on which the notice of election is published. The period begins on it."),
    )
    poll_on = models.DateField(
        _("day of the poll"), help_text=_("The day on which people vote. The period ends at its end.")
    )
    called_off_on = models.DateField(
        _("called off from"),
        null=True,
        blank=True,
        help_text=_(
            "The day from which no poll is to come: nobody stood against, it was put off, or the entry was a "
            "mistake. Leave empty otherwise."
        ),
    )
    correction = models.CharField(
        _("why it was corrected"),
        max_length=200,
        blank=True,
        help_text=_("In one sentence. It is kept with the change."),
    )

    class Meta:
        verbose_name = _("election")
        verbose_name_plural = _("elections")
        ordering = ["-poll_on", "name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(poll_on__gt=F("notice_on")),
                name="casework_election_poll_after_notice",
                violation_error_message=_("The poll must be after the day on which the notice is published."),
            ),
            models.CheckConstraint(
                condition=Q(called_off_on__isnull=True)
                | Q(called_off_on__gte=F("notice_on"), called_off_on__lte=F("poll_on")),
                name="casework_election_called_off_within",
                violation_error_message=_(
                    "An election is called off on a day from the notice to the poll. For one that was "
                    "entered by mistake, give the day of the notice."
                ),
            ),
            ExclusionConstraint(
                name="casework_election_once",
                expressions=[
                    ("kind", RangeOperators.EQUAL),
                    (Coalesce("ward", 0), RangeOperators.EQUAL),
                    (_days(), RangeOperators.OVERLAPS),
                ],
                condition=Q(called_off_on__isnull=True),
                violation_error_message=_(
                    "An election of this kind is entered already for this area, and its days overlap these. "
                    "Correct that one, or call it off."
                ),
            ),
        ]
        triggers: ClassVar = [never(pgtrigger.Delete, name="never_deleted")]

    def __str__(self) -> str:
        return gettext("%(name)s, poll on %(day)s") % {"name": self.name, "day": plain_date(self.poll_on)}
