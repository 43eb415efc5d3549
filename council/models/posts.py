"""Posts of the protocol, held by a person from a day to a day."""

import pghistory
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import Case, F, IntegerField, Q, Value, When
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from council.models.dated import Dated, days_of_row, never_twice
from council.models.officers import Directorate
from council.models.people import Person
from council.models.titles import post_titles
from council.rules.posts import BARRED_TO_MONITORING_OFFICER, SINGLE_POSTS
from rulebook.post import Post

_SINGLE = sorted(post.value for post in SINGLE_POSTS)
_BARRED = sorted(post.value for post in BARRED_TO_MONITORING_OFFICER)
_IS_MONITORING_OFFICER = Case(
    When(post=Post.MONITORING_OFFICER.value, then=Value(1)), default=Value(0), output_field=IntegerField()
)


@pghistory.track()
class PostHolding(Dated):
    """A post of the protocol, held by a person from a day to a day."""

    post = models.CharField(
        _("post"),
        max_length=40,
        choices=post_titles,
        help_text=_("By its title in the protocol; posts that the protocol does not name come last."),
    )
    person = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        related_name="posts_held",
        verbose_name=_("holder"),
        help_text=_("Who holds it. Type part of the name."),
    )
    directorate = models.ForeignKey(
        Directorate,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="posts_held",
        verbose_name=_("directorate"),
        help_text=_("For a director: the directorate."),
    )
    is_acting = models.BooleanField(
        _("acting"), default=False, help_text=_("Holds the post on days when nobody else does.")
    )
    from_outside = models.BooleanField(
        _("from outside"),
        default=False,
        help_text=_(
            "The holder is no officer or member here, for example the district’s monitoring officer "
            "who serves a parish."
        ),
    )
    entered_by = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="posts_entered",
        verbose_name=_("entered by"),
        help_text=_("Who put this row in the register, or changed it last."),
    )
    confirmed_by = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="posts_confirmed",
        verbose_name=_("confirmed by"),
        help_text=_("Posts that open confidential matter take effect when a second person confirms them."),
    )
    confirmed_at = models.DateTimeField(
        _("confirmed at"), null=True, blank=True, help_text=_("When the second person confirmed it.")
    )

    class Meta(Dated.Meta):
        verbose_name = _("post held")
        verbose_name_plural = _("posts held")
        indexes = [models.Index(fields=["post", "from_on"]), models.Index(fields=["person", "from_on"])]
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(
                condition=Q(confirmed_by__isnull=True, confirmed_at__isnull=True)
                | Q(confirmed_by__isnull=False, confirmed_at__isnull=False),
                name="council_postholding_confirmed_at_has_its_by",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by__isnull=True)
                | Q(entered_by__isnull=True)
                | ~Q(confirmed_by=F("entered_by")),
                name="council_postholding_confirmed_by_a_second",
                violation_error_message=_("A post is confirmed by somebody other than who entered it."),
            ),
            never_twice(
                "council_postholding_held_once",
                _("This person holds this post on some of these days already."),
                "person",
                "post",
                Coalesce("directorate", 0),
            ),
            never_twice(
                "council_postholding_one_holder",
                _("Somebody else holds this post on some of these days. End that row first."),
                "post",
                Coalesce("directorate", 0),
                condition=Q(post__in=_SINGLE, is_acting=False),
            ),
            never_twice(
                "council_postholding_one_acting",
                _("Somebody else acts in this post on some of these days. End that row first."),
                "post",
                Coalesce("directorate", 0),
                condition=Q(post__in=_SINGLE, is_acting=True),
            ),
            ExclusionConstraint(
                name="council_postholding_compatible",
                expressions=[
                    ("person", RangeOperators.EQUAL),
                    (_IS_MONITORING_OFFICER, RangeOperators.NOT_EQUAL),
                    (days_of_row(), RangeOperators.OVERLAPS),
                ],
                condition=Q(post__in=[Post.MONITORING_OFFICER.value, *_BARRED]),
                violation_error_message=_(
                    "The monitoring officer can be neither the head of paid service nor the section 151 "
                    "officer (Local Government and Housing Act 1989, section 5(1A))."
                ),
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by__isnull=True) | ~Q(confirmed_by=F("person")),
                name="council_postholding_confirmed_by_another",
                violation_error_message=_("A post is confirmed by somebody other than its holder."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_post_display()}: {self.person}"
