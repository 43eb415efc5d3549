"""Bodies and who sits on them: committees, seats, executive portfolios, scrutiny's programme of work."""

import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from council.models.dated import Dated, never_twice
from council.models.members import PoliticalGroup
from council.models.officers import Directorate
from council.models.people import Person
from council.rules import BodyType


@pghistory.track()
class Body(Dated):
    """A body that meets and decides, advises or reviews: the full council, the executive, a committee."""

    name = models.CharField(_("name"), max_length=160, help_text=_("As its terms of reference give it."))
    kind = models.CharField(
        _("kind"),
        max_length=20,
        choices=[(kind.value, _(kind.label)) for kind in BodyType],
        help_text=_("What rights its members have to see papers follows from the kind."),
    )
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="parts",
        verbose_name=_("part of"),
        help_text=_("For a sub-committee or panel: the body that set it up."),
    )
    remit = models.TextField(
        _("remit"),
        blank=True,
        help_text=_("What it may deal with, as its terms of reference say. Co-opted members keep to it."),
    )

    class Meta(Dated.Meta):
        verbose_name = _("body")
        verbose_name_plural = _("bodies")
        ordering = ["name"]
        constraints = [
            *Dated.Meta.constraints,
            never_twice(
                "council_body_one_of_a_name",
                _("There is a body of this name on some of these days already."),
                "name",
            ),
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")),
                name="council_body_is_no_part_of_itself",
                violation_error_message=_("A body cannot be a part of itself."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


@pghistory.track()
class Seat(Dated):
    """A person's seat on a body."""

    class Office(models.TextChoices):
        """What the person is on the body."""

        MEMBER = "member", _("Member")
        CHAIR = "chair", _("Chair")
        VICE_CHAIR = "vice-chair", _("Vice-chair")
        SUBSTITUTE = "substitute", _("Substitute member")

    body = models.ForeignKey(
        Body,
        on_delete=models.PROTECT,
        related_name="seats",
        verbose_name=_("body"),
        help_text=_("The committee or other body."),
    )
    person = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        related_name="seats",
        verbose_name=_("member"),
        help_text=_("Who has the seat. Type part of the name."),
    )
    office = models.CharField(
        _("office"),
        max_length=20,
        choices=Office.choices,
        default=Office.MEMBER,
        help_text=_("What the person is on the body. It has one chair at a time."),
    )
    may_vote = models.BooleanField(
        _("may vote"), default=True, help_text=_("Some co-opted members sit without a vote.")
    )

    class Meta(Dated.Meta):
        verbose_name = _("seat")
        verbose_name_plural = _("seats")
        constraints = [
            *Dated.Meta.constraints,
            never_twice(
                "council_seat_one_at_a_time",
                _("This person sits on this body on some of these days already."),
                "body",
                "person",
            ),
            never_twice(
                "council_seat_one_chair",
                _("This body has a chair on some of these days already. End that seat first."),
                "body",
                condition=Q(office="chair"),
            ),
        ]
        indexes = [models.Index(fields=["person", "from_on"])]

    def __str__(self) -> str:
        return f"{self.person}, {self.body}"


@pghistory.track()
class Portfolio(Dated):
    """A part of the council's business that a member of the executive answers for."""

    title = models.CharField(
        _("title"), max_length=160, help_text=_("For example Cabinet Member for Children and Families.")
    )
    person = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        related_name="portfolios",
        verbose_name=_("member"),
        help_text=_("Who answers for it. Type part of the name."),
    )
    directorate = models.ForeignKey(
        Directorate,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="portfolios",
        verbose_name=_("directorate"),
        help_text=_("The directorate whose work it covers most, if there is one."),
    )
    is_deputy = models.BooleanField(
        _("deputy"), default=False, help_text=_("A deputy helps and has no decision of their own.")
    )

    class Meta(Dated.Meta):
        verbose_name = _("executive portfolio")
        verbose_name_plural = _("executive portfolios")
        constraints = [
            *Dated.Meta.constraints,
            never_twice(
                "council_portfolio_held_once",
                _("This person holds this portfolio on some of these days already."),
                "title",
                "person",
            ),
        ]
        indexes = [models.Index(fields=["person", "from_on"])]

    def __str__(self) -> str:
        return f"{self.title}: {self.person}"


@pghistory.track()
class WorkProgrammeItem(Dated):
    """What a scrutiny body has in its programme of work; its members may see papers that bear on it."""

    body = models.ForeignKey(
        Body,
        on_delete=models.PROTECT,
        related_name="work_programme",
        verbose_name=_("body"),
        help_text=_("The scrutiny body that reviews it."),
    )
    title = models.CharField(_("subject"), max_length=200, help_text=_("As the programme of work calls it."))
    about = models.TextField(
        _("what is reviewed"), blank=True, help_text=_("The action, decision or service under review.")
    )

    class Meta(Dated.Meta):
        verbose_name = _("item of scrutiny’s work programme")
        verbose_name_plural = _("scrutiny’s work programme")
        ordering = ["body", "title"]

    def __str__(self) -> str:
        return self.title


@pghistory.track()
class Administration(Dated):
    """A group that forms the administration, alone or with others; every other group is in opposition."""

    group = models.ForeignKey(
        PoliticalGroup,
        on_delete=models.PROTECT,
        related_name="administrations",
        verbose_name=_("political group"),
        help_text=_("With others in one administration: a row for each."),
    )

    class Meta(Dated.Meta):
        verbose_name = _("administration")
        verbose_name_plural = _("administrations")
        constraints = [
            *Dated.Meta.constraints,
            never_twice(
                "council_administration_once",
                _("This group is in the administration on some of these days already."),
                "group",
            ),
        ]

    def __str__(self) -> str:
        return str(self.group)
