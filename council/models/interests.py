"""Declarations of interest: what a member has declared, of which standing, from a day to a day."""

import pghistory
from django.db import models
from django.utils.translation import gettext_lazy as _

from council.models.bodies import Body
from council.models.dated import Dated
from council.models.people import Person


@pghistory.track()
class Interest(Dated):
    """An interest of a member, for the register or in one matter. On which papers it bears, access says."""

    class Standing(models.TextChoices):
        """What kind of interest, as the question `access` names them."""

        PERSONAL = "personal", _("Personal")
        PREJUDICIAL = "personal_and_prejudicial", _("Personal and prejudicial")
        DPI = "dpi", _("Disclosable pecuniary")

    person = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        related_name="interests",
        verbose_name=_("member"),
        help_text=_("Whose interest it is. Type part of the name."),
    )
    standing = models.CharField(
        _("standing"),
        max_length=30,
        choices=Standing.choices,
        help_text=_("Disclosable pecuniary interests are those that the Localism Act 2011 lists."),
    )
    matter = models.CharField(
        _("matter"), max_length=300, help_text=_("What it is in, as the member declared it.")
    )
    declared_on = models.DateField(_("declared on"), help_text=_("The day on which the member said so."))
    body = models.ForeignKey(
        Body,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="interests",
        verbose_name=_("declared at"),
        help_text=_("The body at whose meeting it was declared. Empty for an entry in the register."),
    )
    is_sensitive = models.BooleanField(
        _("sensitive"),
        default=False,
        help_text=_("Details that could lead to violence or intimidation are not shown (Localism Act s32)."),
    )

    class Meta(Dated.Meta):
        verbose_name = _("declaration of interest")
        verbose_name_plural = _("declarations of interest")
        ordering = ["-declared_on", "pk"]
        indexes = [models.Index(fields=["person", "from_on"], name="council_interests_of_person")]

    def __str__(self) -> str:
        return f"{self.get_standing_display()}: {self.person}"
