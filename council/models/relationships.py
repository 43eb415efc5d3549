"""Close relationships between a member and an officer: declared when, to whom, and while they last."""

from typing import ClassVar

import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from council.models.dated import Dated
from council.models.people import Person


@pghistory.track()
class Relationship(Dated):
    """A tie that somebody declared (WF-3.7 to 3.9, WO-E-9.3.17e, HA-3.4a, MW-3.3a); it ends by its last day.

    `person` declared it; `told` is whom the text names for it, as that post was held then. What the two
    settled on it stands in `settled`. The two, whoever was told and the monitoring officer see it.
    """

    # Keepers of the registers neither read nor count these: the page of a merge leaves them out.
    is_private: ClassVar[bool] = True

    class Tie(models.TextChoices):
        """What kind of tie, in the words of the texts."""

        FAMILY = "family", _("Relatives")
        PARTNER = "partner", _("Partners")
        FRIENDSHIP = "friendship", _("Friendship")
        BUSINESS = "business", _("Business")
        OTHER = "other", _("Another tie that might be thought to influence")

    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="relationships", verbose_name=_("who declared it")
    )
    other = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="relationships_with", verbose_name=_("with whom")
    )
    tie = models.CharField(_("tie"), max_length=12, choices=Tie.choices)
    words = models.CharField(_("in their words"), max_length=300, blank=True)
    declared_on = models.DateField(_("declared on"))
    told = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("told")
    )
    told_post = models.CharField(_("told as"), max_length=40, blank=True)
    # The wish to say it at meetings too (WF-3.8); whoever is told reads it.
    at_meetings = models.BooleanField(_("declared at meetings too"), default=False)
    settled = models.CharField(_("what was settled"), max_length=400, blank=True)

    class Meta(Dated.Meta):
        verbose_name = _("relationship")
        verbose_name_plural = _("relationships")
        ordering = ["-declared_on", "pk"]
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(person=F("other")), name="council_nobody_is_tied_to_themselves"
            ),
        ]
        indexes = [models.Index(fields=["other", "from_on"], name="council_relationships_with")]

    def __str__(self) -> str:
        return f"{self.get_tie_display()}: {self.person} and {self.other}"
