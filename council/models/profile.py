"""The one row about the council itself."""

import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


@pghistory.track()
class CouncilProfile(models.Model):
    """The one row about the council, shown in the header, the footer and the accessibility statement."""

    council_name = models.CharField(
        _("name of the council"), max_length=120, help_text=_("Shown at the top of every page.")
    )
    phone = models.CharField(
        _("democratic services’ telephone"),
        max_length=40,
        blank=True,
        help_text=_("Shown on the help page and wherever a page says that somebody can help."),
    )
    email = models.EmailField(
        _("democratic services’ email address"),
        blank=True,
        help_text=_("A shared inbox that somebody reads every working day."),
    )
    address = models.TextField(
        _("postal address"),
        blank=True,
        help_text=_("A line for each part. It stands on the letterhead of letters to members."),
    )
    safeguarding_phone = models.CharField(
        _("telephone for a child or adult at risk"),
        max_length=40,
        blank=True,
        help_text=_("Shown wherever somebody writes an enquiry: danger is not for an enquiry."),
    )
    accessibility_result = models.CharField(
        _("result of the council’s own accessibility test"),
        max_length=20,
        blank=True,
        choices=[
            ("fully", _("Fully compliant")),
            ("partially", _("Partially compliant")),
            ("not", _("Not compliant")),
        ],
        help_text=_("Leave empty until the council has tested the portal itself."),
    )
    accessibility_gaps = models.TextField(
        _("what is not accessible, and why"),
        blank=True,
        help_text=_("What your test found, a line for each. It stands in the accessibility statement."),
    )
    accessibility_prepared_on = models.DateField(
        _("statement prepared on"),
        null=True,
        blank=True,
        help_text=_("The day on which the council first wrote its statement."),
    )
    accessibility_reviewed_on = models.DateField(
        _("statement reviewed on"),
        null=True,
        blank=True,
        help_text=_("The day of the last test. Review it at least once a year."),
    )

    class Meta:
        verbose_name = _("council")
        verbose_name_plural = _("council")
        constraints = [models.CheckConstraint(condition=Q(pk=1), name="council_profile_is_one_row")]

    def __str__(self) -> str:
        return self.council_name
